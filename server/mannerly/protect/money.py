"""Finds amounts of money with a sign or an ISO code before or after; knows no exchange rates and no words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mannerly.model.spans import SpanKind
from mannerly.model.variables import Money
from mannerly.protect.amounts import SIGN, digits_pattern, is_plain, parse_amount
from mannerly.protect.boundaries import ENDS, LETTER, SPACE, STARTS
from mannerly.protect.candidate import Candidate
from mannerly.protect.currencies import SIGN_CHARS, common_codes, currency_signs, current_codes
from mannerly.protect.source_formats import SourceFormats

_HINT = re.compile(rf"[{SIGN_CHARS}]|[A-Z]{{3}}")


@lru_cache(maxsize=128)
def _pattern(formats: SourceFormats) -> re.Pattern[str]:
    signs = currency_signs(formats)
    words = [re.escape(sign) for sign in sorted(signs, key=len, reverse=True) if sign and sign[-1].isalpha()]
    sign = "|".join([rf"[A-Za-z]{{0,3}}[{SIGN_CHARS}]", *words, "[A-Z]{3}"])
    digits = digits_pattern(formats)
    # The letters after the digits: "5k", "1.5M", to be kept with the amount.
    size = r"(?P<{}>[kKmMbB]{{1,2}})?+"
    before = rf"(?P<sign>{SIGN})(?P<before>{sign}){SPACE}?(?P<first>[-\u2212]?{digits}){size.format('size')}{ENDS}"
    after = rf"(?P<last>{SIGN}{digits}){size.format('size2')}{SPACE}?(?P<after>{sign}){ENDS}"
    return re.compile(rf"{STARTS}(?<!{LETTER}[-_'\u2019])(?:{before}|{after})")


def find_money(text: str, formats: SourceFormats, regions: tuple[str, ...]) -> Iterator[Candidate]:
    """Yield amounts; the value is None where the currency or the number can be read in two ways.

    Args:
        text: the whole text.
        formats: number rules and region of the source.
        regions: regions of source and target, whose ISO codes count beside whole numbers.
    """
    signs = currency_signs(formats)
    if not _HINT.search(text) and not any(sign in text for sign in signs if sign):
        return
    for match in _pattern(formats).finditer(text):
        sign = match["before"] or match["after"]
        digits = match["first"] or match["last"]
        code = signs.get(sign, "")
        if not code and len(sign) == 3 and sign.isalpha() and sign.isascii():
            if not _is_iso(sign, digits, regions):
                continue
            code = sign
        amount = None if match["size"] or match["size2"] else parse_amount((match["sign"] or "") + digits, formats)
        value = Money(amount=amount, currency=code) if amount is not None and code else None
        yield Candidate(match.start(), match.end(), SpanKind.MONEY, value)


def _is_iso(sign: str, digits: str, regions: tuple[str, ...]) -> bool:
    if sign in common_codes(regions):
        return True
    return sign in current_codes() and not is_plain(digits)
