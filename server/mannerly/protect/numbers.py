"""Finds plain numbers and percentages that stand on their own; knows no currency, date or code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mannerly.model.spans import SpanKind
from mannerly.model.variables import Number, Percent
from mannerly.protect.amounts import MINUS, SIGN, digits_pattern, is_plain, parse_amount
from mannerly.protect.boundaries import ENDS, LETTER, SPACE, STARTS
from mannerly.protect.candidate import Candidate
from mannerly.protect.source_formats import SourceFormats

_PERCENT = "%\u066a\uff05\ufe6a"
# From this many ungrouped digits on, a number is more likely an identifier or a year than a quantity.
_LONGEST_QUANTITY = 3
_SHORTEST_CODE = 5


@lru_cache(maxsize=128)
def _pattern(formats: SourceFormats) -> re.Pattern[str]:
    digits = digits_pattern(formats)
    return re.compile(
        rf"(?=[-+\d{MINUS}{_PERCENT}]){STARTS}(?<!{LETTER}[-_'\u2019])(?<!{LETTER}\.)(?P<before>[{_PERCENT}](?=\d))?+(?P<number>{SIGN}{digits})"
        rf"(?:(?P<ratio>(?:[:/]\d++)++)|(?P<after>{SPACE}?[{_PERCENT}](?![\w({{%])))?+{ENDS}(?![-_]{LETTER})"
    )


def find_numbers(text: str, formats: SourceFormats) -> Iterator[Candidate]:
    """Yield free-standing numbers; a number glued to a letter ("24-hour", "5th") belongs to the engine."""
    for match in _pattern(formats).finditer(text):
        start, end = match.span()
        written = match["number"]
        if match["ratio"]:
            yield Candidate(start, end, SpanKind.NUMBER)
        elif match["before"] or match["after"]:
            value = parse_amount(written, formats)
            yield Candidate(start, end, SpanKind.PERCENT, Percent(value=value) if value is not None else None)
        else:
            yield _plain(start, end, written, formats)


def _plain(start: int, end: int, written: str, formats: SourceFormats) -> Candidate:
    if is_plain(written) and (len(written) >= _SHORTEST_CODE or (written[0] == "0" and len(written) > 1)):
        return Candidate(start, end, SpanKind.CODE)
    if is_plain(written) and len(written) > _LONGEST_QUANTITY:
        return Candidate(start, end, SpanKind.NUMBER)
    value = parse_amount(written, formats)
    return Candidate(start, end, SpanKind.NUMBER, Number(value=value) if value is not None else None)
