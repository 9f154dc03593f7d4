"""Reads the digits of a number the way the source locale writes them; knows no currency."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from mannerly.protect.boundaries import SPACE
from mannerly.protect.source_formats import SourceFormats

MINUS = "\u2212"
SIGN = rf"(?:(?<![^\s(])[-+{MINUS}])?+"


@lru_cache(maxsize=128)
def digits_pattern(formats: SourceFormats) -> str:
    """Return a regex for an unsigned number with its separators; spaces count only where the locale groups by them."""
    spaced = rf"|{SPACE}\d{{3}}(?!\d)" if " " in formats.groups else ""
    return rf"\d++(?:[.,'\u2019\u066b\u066c]\d++{spaced})*+"


@lru_cache(maxsize=128)
def _grammar(decimal: str, groups: str) -> re.Pattern[str]:
    point = rf"(?:[{re.escape(decimal)}](\d+))?" if decimal else "()"
    grouped = ""
    if groups:
        # The same separator throughout; three digits per group, or the Indian two and a last three.
        mark = f"[{re.escape(groups)}]"
        grouped = rf"\d{{1,3}}({mark})\d{{3}}(?:\2\d{{3}})*|\d{{1,2}}({mark})\d{{2}}(?:\3\d{{2}})*\3\d{{3}}|"
    return re.compile(rf"({grouped}\d+){point}")


def parse_amount(text: str, formats: SourceFormats) -> Decimal | None:
    """Return the number, or None when it is not well formed in the source locale.

    Args:
        text: digits of any script with separators, an optional sign in front.
        formats: separators of the source locale.
    """
    negative = text[:1] in ("-", MINUS)
    match = _grammar(formats.decimal, formats.groups).fullmatch(text.lstrip(f"+-{MINUS}"))
    if match is None:
        return None
    whole = "".join(char for char in match[1] if char.isdecimal())
    fraction = match[match.re.groups] or ""
    number = Decimal(f"{whole}.{fraction}" if fraction else whole)
    return -number if negative else number


def is_plain(text: str) -> bool:
    """Tell whether the number has no separator at all."""
    return text.isdecimal()
