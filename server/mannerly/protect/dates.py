"""Finds calendar dates with text from locale data; numeric dates live in `numeric_dates`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from babel import Locale

from mannerly.model.spans import SpanKind
from mannerly.model.variables import CalendarDate
from mannerly.protect.boundaries import ENDS, LETTER, SPACE, STARTS, lowered
from mannerly.protect.candidate import Candidate
from mannerly.protect.cldr_patterns import ORDINAL, ORDINAL_STOP, cldr_regex, date_fields, month_names, weekday_names
from mannerly.protect.source_formats import SourceFormats

# After the full stop of "5 Dec." comes the end of the paragraph or a capital: it ended the sentence.
_SENTENCE_END = re.compile(r"\s*$|\s*\n|\s+[^\W\d_a-z]")
_WORD = re.compile(rf"{LETTER}+")
_REACH = 40  # no part of a date is further from its month name
# Orders people write besides the locale's own; the day may carry an ordinal ending and a short word ("3rd of").
_USUAL = (
    "EEEE, MMMM d, y",
    "EEEE, d MMMM y",
    "MMMM d, y",
    "d MMMM y",
    "d MMMM, y",
    "EEEE, MMMM d",
    "EEEE, d MMMM",
    "MMMM d",
    "d MMMM",
)
_LATEST_YEAR = 2200  # beyond it the year is of another era (2569 in the Thai calendar)
_LEAP_CYCLE = range(2000, 2028)  # every combination of day, month and weekday occurs in 28 years


@lru_cache(maxsize=64)
def _patterns(identifier: str) -> tuple[re.Pattern[str], ...]:
    locale = Locale.parse(identifier)
    fields = date_fields(locale)
    sources = [locale.date_formats[width].pattern for width in ("full", "long", "medium")]
    sources += [pattern.pattern for name, pattern in locale.datetime_skeletons.items() if "MMM" in name and "d" in name]
    if month_names(locale):
        sources += _USUAL
    # Without a year in the pattern none may follow: it would belong to the date.
    ended, no_year = rf"(?!\d)(?<![,\s]){ENDS}", r"(?!,?\s\d{4}(?!\d))"
    regexes = {
        regex
        for source in sources
        if (regex := cldr_regex(source.replace("G", "").strip(), fields)) and _is_text_date(regex)
    }
    if month_names(locale):
        of = rf"(?P<d>\d{{1,2}}){LETTER}{{2}} (?:{LETTER}{{2,3}} )?{fields['MMM']}(?:,? {fields['y']})?"
        regexes.add(of)
    return tuple(
        re.compile(f"{STARTS}(?:{regex}){ended}{'' if '(?P<y>' in regex else no_year}", re.IGNORECASE)
        for regex in sorted(regexes, key=len)
    )


def _is_text_date(regex: str) -> bool:
    """Tell whether the pattern has a day and a name, or a sign of the language, to know it by."""
    if "(?P<d>" not in regex:
        return False
    bare = regex.replace(ORDINAL, "").replace(ORDINAL.replace(ORDINAL_STOP, ""), "").replace(SPACE, "")
    return "(?P<M>" in regex or ("(?P<m>" in regex and not bare.isascii())


def find_dates(text: str, formats: SourceFormats) -> Iterator[Candidate]:
    """Yield dates with a month name (or the locale's own signs, as in Chinese and Japanese)."""
    if formats.locale is None or not any(map(str.isdecimal, text)):
        return
    windows = _windows(text, month_names(formats.locale))
    for pattern in _patterns(formats.identifier):
        for start, end in windows if "M" in pattern.groupindex else [(0, len(text))]:
            for match in pattern.finditer(text, start, end):
                found = _read(match, formats.locale)
                if found:
                    yield found


def _windows(text: str, months: dict[str, int]) -> list[tuple[int, int]]:
    """Return the surroundings of month names, the only places worth a close look."""
    lower = lowered(text)
    places = [match.span() for match in _WORD.finditer(lower) if match[0] in months]
    for name in months:
        if not name.isalpha() and name in lower:  # spaces or combining marks: no single word
            places += [(found.start(), found.end()) for found in re.finditer(re.escape(name), lower)]
    windows = list[tuple[int, int]]()
    for start, end in sorted(places):
        start, end = max(0, start - _REACH), min(len(text), end + _REACH)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            windows.append((start, end))
    return windows


def _read(match: re.Match[str], locale: Locale) -> Candidate | None:
    parts = match.groupdict()
    name = parts.get("M")
    month = month_names(locale).get(name.rstrip(".").lower()) if name else int(parts.get("m") or 0)
    year = int(parts["y"]) if parts.get("y") else None
    if year is not None and year >= _LATEST_YEAR:
        return Candidate(match.start(), _end(match), SpanKind.DATE, ambiguous=True)
    weekday = parts.get("E")
    number = weekday_names(locale).get(weekday.rstrip(".").lower()) if weekday else None
    day = calendar_day(year, month or 0, int(match["d"]), number)
    if day is None:
        return None
    value = CalendarDate(day=day, has_year=year is not None, has_weekday=weekday is not None)
    return Candidate(match.start(), _end(match), SpanKind.DATE, value)


def _end(match: re.Match[str]) -> int:
    """Return the end of the date, without a full stop that ends the sentence as well."""
    ends_sentence = match[0].endswith(".") and _SENTENCE_END.match(match.string, match.end())
    return match.end() - 1 if ends_sentence else match.end()


def calendar_day(year: int | None, month: int, day: int, weekday: int | None = None) -> date | None:
    """Return the day, None when there is none.

    Args:
        year: calendar year, None when not written: some year in which the weekday is right is taken.
        month: 1 to 12.
        day: 1 to 31.
        weekday: Monday is 0; a weekday that contradicts the date gives None.
    """
    for candidate in (year,) if year is not None else _LEAP_CYCLE:
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if weekday is None or found.weekday() == weekday:
            return found
    return None
