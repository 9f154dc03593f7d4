"""Checks against what the style profile knows: forbidden terms and mixed registers; holds no list of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from mannerly.model.context import Context
from mannerly.model.draft import Finding, Segment, Severity
from mannerly.verify.reading import Check, Reading

ForbiddenTerms = Callable[[Context], tuple[str, ...]]
OtherLevels = Callable[[Segment, str, Reading], tuple[tuple[int, int], ...]]


def forbidden_check(terms_of: ForbiddenTerms) -> Check:
    """Return a check for terms that must not reach the customer.

    Args:
        terms_of: the terms that apply to a reply; whole words, any case.
    """

    def check(reading: Reading) -> Iterator[Finding]:
        terms = terms_of(reading.context)
        text = reading.draft.text.lower()
        for term in terms:
            start = _find_word(text, term.lower())
            if start >= 0:
                aligned = len(text) == len(reading.draft.text)
                yield Finding(
                    code="verify.forbidden_term",
                    severity=Severity.BLOCKING,
                    message="The text has a term that the style profile forbids.",
                    remedy="Say it in another way.",
                    span=(start, start + len(term)) if aligned else None,
                )

    return check


def register_check(other_levels: OtherLevels) -> Check:
    """Return a check for address that is not at the level asked for.

    Args:
        other_levels: (segment, its finished text, reading) -> code point ranges of that text that show another level.
    """

    def check(reading: Reading) -> Iterator[Finding]:
        for index, segment, place in reading.segments():
            for start, end in other_levels(segment, place.text, reading):
                yield Finding(
                    code="verify.register_mixed",
                    severity=Severity.ADVICE,
                    message=f"This is not in the {reading.context.register.value} register that was asked for.",
                    remedy="Use one form of address throughout.",
                    segment=index,
                    span=(place.start + start, place.start + end),
                )

    return check


def _find_word(text: str, term: str) -> int:
    start = text.find(term)
    while start >= 0:
        end = start + len(term)
        if not (_joined(text[start - 1 : start], term[0]) or _joined(text[end : end + 1], term[-1])):
            return start
        start = text.find(term, start + 1)
    return -1


def _joined(outside: str, inside: str) -> bool:
    """Tell whether a word goes on; scripts without spaces have no other letter category than Lo."""
    if not outside or unicodedata.category(outside)[0] not in "LNM":
        return False
    return unicodedata.category(inside) != "Lo" and unicodedata.category(outside) != "Lo"
