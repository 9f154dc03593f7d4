"""Checks that every segment has a text in the customer's language; knows no engine."""

from __future__ import annotations

from collections.abc import Iterator

from mannerly.model.draft import Finding, Origin, Severity
from mannerly.verify.reading import Reading


def check_untranslated(reading: Reading) -> Iterator[Finding]:
    """Yield a finding per segment without a text, unless another step has blocked it already."""
    blocked = {finding.segment for finding in reading.draft.findings if finding.severity is Severity.BLOCKING}
    for index, segment, place in reading.segments(Origin.NONE, Origin.PACK, Origin.PHRASE, Origin.SOURCE, Origin.KEPT):
        missing = segment.provenance.origin is Origin.NONE or not segment.text.strip()
        if missing and segment.source.strip() and index not in blocked:
            yield Finding(
                code="verify.untranslated",
                severity=Severity.BLOCKING,
                message=f"Sentence {index + 1} has no translation.",
                remedy="Install a pack for the language pair, approve a phrase, or rewrite the sentence.",
                segment=index,
                span=place.range,
            )
