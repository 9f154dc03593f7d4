"""Finds phone numbers with libphonenumber; must not know what a number is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mannerly.model.spans import SpanKind
from mannerly.model.variables import Phone
from mannerly.protect.boundaries import STARTS
from mannerly.protect.candidate import Candidate

# Looks worth asking libphonenumber, which is slow: a plus sign, or seven digits with phone-like separators.
_LIKELY = re.compile(rf"{STARTS}[+\uff0b(\[]?\d[\d().\-/ \u00a0\u2010-\u2015\[\]]{{5,24}}\d(?!\w)")
_FEWEST_DIGITS = 7


def find_phones(text: str, regions: tuple[str, ...]) -> Iterator[Candidate]:
    """Yield valid phone numbers.

    Args:
        text: the whole text.
        regions: ISO regions to try for numbers without a country code, best first.
    """
    for match in _LIKELY.finditer(text):
        written = match[0]
        digits = sum(map(str.isdecimal, written))
        international = written.startswith(("+", "\uff0b", "(+", "00"))
        if digits < _FEWEST_DIGITS or (digits == len(written) and not international and written[0] != "0"):
            continue
        yield from _ask(text, match.start(), match.end(), regions)


def _ask(text: str, start: int, end: int, regions: tuple[str, ...]) -> Iterator[Candidate]:
    from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number  # loads slowly: not at start

    window = text[start:end]
    for region in regions or ("ZZ",):
        found = False
        for hit in PhoneNumberMatcher(window, region):
            found = True
            number = Phone(e164=format_number(hit.number, PhoneNumberFormat.E164))
            yield Candidate(start + hit.start, start + hit.end, SpanKind.PHONE, number)
        if found:
            return
