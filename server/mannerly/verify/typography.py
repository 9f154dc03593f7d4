"""Checks for double spaces and lone brackets that the source does not have; knows no locale's spacing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mannerly.model.draft import Finding, Severity
from mannerly.verify.reading import Reading

_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")
_PAIRS = ("()", "[]", "{}", "\uff08\uff09", "\u300c\u300d", "\u3010\u3011")


def check_typography(reading: Reading) -> Iterator[Finding]:
    """Yield advice per translated segment that gained double spaces or lost a bracket."""
    for index, segment, place in reading.translated():
        gap = _DOUBLE.search(place.text)
        if gap and not _DOUBLE.search(segment.source):
            start = place.start + gap.start()
            yield _advice("verify.double_space", "has a double space", index, (start, start + len(gap[0])))
        if not _is_balanced(segment.text) and _is_balanced(segment.source):
            yield _advice("verify.brackets", "has a bracket without its partner", index, place.range)


def _is_balanced(text: str) -> bool:
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)


def _advice(code: str, what: str, index: int, where: tuple[int, int]) -> Finding:
    return Finding(
        code=code,
        severity=Severity.ADVICE,
        message=f"Sentence {index + 1} {what}.",
        remedy="Tidy the sentence.",
        segment=index,
        span=where,
    )
