"""Checks digits that no span protects ("24-hour", "5th"); knows no number words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mannerly.model.draft import Finding, Origin, Severity
from mannerly.verify.reading import Reading

_DIGITS = re.compile(r"\d+")
# Engines write small number words as digits ("two days" becomes a 2): worth a look, but not false.
_WORD_NUMBERS = 12


def check_numbers(reading: Reading) -> Iterator[Finding]:
    """Yield a finding per engine-made segment whose unprotected digits differ from its source."""
    for index, segment, place in reading.segments(Origin.PACK):
        wanted, there = _numbers(segment.source), _numbers(segment.text)
        if wanted == there:
            continue
        lost, added = wanted - there, there - wanted
        small = not lost and all(number <= _WORD_NUMBERS for number in added)
        yield Finding(
            code="verify.number_word" if small else "verify.number_changed",
            severity=Severity.ADVICE if small else Severity.BLOCKING,
            message=f"Sentence {index + 1} has other digits than the reply.",
            remedy="Compare the numbers, or write them as digits in the reply.",
            segment=index,
            span=place.range,
        )


def _numbers(masked: str) -> Counter[int]:
    return Counter(int(digits) for digits in _DIGITS.findall(masked))
