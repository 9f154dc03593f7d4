"""Finds dates written in digits only; knows that 03/04/2026 is two dates unless the region tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from mannerly.model.errors import InvalidInput
from mannerly.model.spans import SpanKind
from mannerly.model.variables import CalendarDate, Instant
from mannerly.protect.candidate import Candidate
from mannerly.protect.dates import calendar_day
from mannerly.protect.source_formats import SourceFormats

_ISO = re.compile(r"(?=\d)(?<![\w./-])(\d{4})-(\d{2})-(\d{2})(?![\w/]|-\d)")
_INSTANT = re.compile(
    r"(?=\d)(?<![\w./-])\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})(?!\w)"
)
_YEAR_FIRST = re.compile(r"(?=\d)(?<![\w./-])(\d{4})([./])(\d{1,2})\2(\d{1,2})(?![\w/]|[.-]\d)")
_YEAR_LAST = re.compile(r"(?=\d)(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/]|[.-]\d)")
_DAY_AND_MONTH = re.compile(r"(?=\d)(?<![\w./-])(\d{1,2})\.(\d{1,2})\.(?!\w)")


def find_numeric_dates(text: str, formats: SourceFormats) -> Iterator[Candidate]:
    """Yield ISO dates and instants, year-first, and day/month/year dates."""
    if "-" in text:
        yield from _iso(text)
    if "." in text or "/" in text:
        for match in _YEAR_FIRST.finditer(text):
            yield from _certain(match, int(match[1]), int(match[3]), int(match[4]))
    for match in _YEAR_LAST.finditer(text):
        yield from _year_last(match, formats)
    if _dotted_short(formats):
        for match in _DAY_AND_MONTH.finditer(text):
            yield from _certain(match, None, int(match[2]), int(match[1]))


def _iso(text: str) -> Iterator[Candidate]:
    for match in _INSTANT.finditer(text):
        try:
            value = Instant(at=datetime.fromisoformat(match[0]))
        except (ValueError, InvalidInput):
            continue
        yield Candidate(match.start(), match.end(), SpanKind.INSTANT, value)
    for match in _ISO.finditer(text):
        yield from _certain(match, int(match[1]), int(match[2]), int(match[3]))


def _certain(match: re.Match[str], year: int | None, month: int, day: int) -> Iterator[Candidate]:
    found = calendar_day(year, month, day)
    if found:
        value = CalendarDate(day=found, has_year=year is not None)
        yield Candidate(match.start(), match.end(), SpanKind.DATE, value)


def _year_last(match: re.Match[str], formats: SourceFormats) -> Iterator[Candidate]:
    first, second = int(match[1]), int(match[3])
    day_first, month_first = calendar_day(2000, second, first), calendar_day(2000, first, second)
    if not (day_first or month_first):
        return
    two_readings = day_first and month_first and first != second and not _order_is_known(match[2], formats)
    if two_readings or len(match[4]) == 2:  # of two digits, the century is anybody's guess
        yield Candidate(match.start(), match.end(), SpanKind.DATE, ambiguous=True)
    else:
        month_leads = month_first and (not day_first or (match[2] != "." and _month_leads(formats)))
        month, day = (first, second) if month_leads else (second, first)
        yield from _certain(match, int(match[4]), month, day)


def _order_is_known(separator: str, formats: SourceFormats) -> bool:
    """Full stops are day-first everywhere; otherwise a region decides, or a language whose regions agree.

    CLDR's month-first locales are disputed among the speakers of the language (English), so a bare
    language that defaults to month first does not count.
    """
    if separator == ".":
        return True
    return formats.locale is not None and (bool(formats.region) or not _month_leads(formats))


def _month_leads(formats: SourceFormats) -> bool:
    if formats.locale is None:
        return False
    pattern = formats.locale.date_formats["short"].pattern.replace("L", "M")
    return bool(pattern.find("M") < pattern.find("d"))


def _dotted_short(formats: SourceFormats) -> bool:
    """Tell whether the locale writes dates with full stops, so that "3.5." can be a date."""
    return formats.locale is not None and "." in formats.locale.date_formats["short"].pattern
