"""Checks that a translated sentence denies exactly when its source does; the words come from language data."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mannerly.model.draft import Finding, Origin, Severity
from mannerly.model.spans import unmask
from mannerly.verify.reading import Check, Reading

IsNegated = Callable[[str, str], bool | None]


def negation_check(is_negated: IsNegated) -> Check:
    """Return a check that uses `is_negated`.

    Args:
        is_negated: (text, language) -> whether it denies something; None without data for the language.
    """

    def check(reading: Reading) -> Iterator[Finding]:
        draft = reading.draft
        for index, segment, place in reading.segments(Origin.PACK):
            if not reading.is_translated:
                return
            before = is_negated(unmask(segment.source, draft.spans, original=True), draft.source_language)
            after = is_negated(place.text, reading.target_language)
            if before is not None and after is not None and before != after:
                yield Finding(
                    code="verify.negation_lost" if before else "verify.negation_added",
                    severity=Severity.BLOCKING,
                    message=f"Sentence {index + 1} {'no longer' if before else 'now'} denies what the reply says.",
                    remedy="Check the sentence with someone who reads the language, or rewrite it.",
                    segment=index,
                    span=place.range,
                )

    return check
