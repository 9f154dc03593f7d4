"""Finds clock times, 24-hour and with am/pm words from locale data; knows no time zone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from functools import lru_cache

from babel import Locale

from mannerly.model.spans import SpanKind
from mannerly.model.variables import ClockTime
from mannerly.protect.boundaries import STARTS
from mannerly.protect.candidate import Candidate
from mannerly.protect.cldr_patterns import cldr_regex, day_periods, period_pattern
from mannerly.protect.source_formats import SourceFormats

_COLON = re.compile(rf"(?=\d){STARTS}(?<!\d[:.,/])(?P<H>\d{{1,2}}):(?P<n>\d{{2}})(?::(?P<s>\d{{2}}))?(?![\w:/]|[.,]\d)")
_REACH = 40  # no part of a time, nor what tells how it ends, is further from the half of the day
_SKELETONS = ("h", "hm", "hms", "H", "Hm", "Hms")
_HOUR, _MINUTE, _SECOND = r"(?P<{}>\d{{1,2}})", r"(?P<n>\d{2})", r"(?P<s>\d{2})"


@lru_cache(maxsize=64)
def _patterns(identifier: str) -> tuple[re.Pattern[str], ...]:
    locale = Locale.parse(identifier)
    twelve = "a" in locale.time_formats["short"].pattern
    periods = period_pattern(locale, loose=twelve)
    period = rf"(?P<a>{periods})"
    space = "[ \u00a0\u202f]?"
    fields = {"h": _HOUR.format("h"), "K": _HOUR.format("h"), "H": _HOUR.format("H"), "m": _MINUTE, "s": _SECOND}
    if periods:
        fields["a"] = f"{space}{period}"
    regexes = set()
    for source in _sources(locale):
        regex = cldr_regex(re.sub(r"\s*a\s*", "a", source), fields)
        if regex and "(?P<H>" in regex and source.isascii() and "'" not in source and ":" in source:
            continue  # plain hours and minutes: `_COLON`
        if regex and ("(?P<a>" in regex or "(?P<n>" in regex or not source.isascii() or "'" in source):
            regexes.add(regex.removeprefix(space).replace(f"{period}(?P<h>", f"{period}{space}(?P<h>"))
    flags = re.IGNORECASE if twelve else re.NOFLAG
    ended = r"(?![^\W\d_]{1}(?<![\u3040-\ud7af])|\d|[:.]\d)"
    return tuple(re.compile(rf"{STARTS}(?<!\d[:.,/])(?:{regex}){ended}", flags) for regex in sorted(regexes, key=len))


def _sources(locale: Locale) -> set[str]:
    skeletons = locale.datetime_skeletons
    sources = {skeletons[name].pattern for name in _SKELETONS if name in skeletons}
    hour = skeletons["H"].pattern if "H" in skeletons else "HH"
    if "'" in hour:  # "14 Uhr", "14 h": the word may also stand between or after hours and minutes
        sources |= {
            f"{hour} mm",
            f"{hour}mm",
            hour.replace("HH", "HH:mm").replace(" ", ""),
            hour.replace("HH", "HH:mm"),
        }
        sources.add(hour.replace(" ", "") + "mm")
    # Scripts that put a sign after hours and minutes, with and without the half of the day.
    if signed := re.match(r"[^m]*m+[^\x00-\x7f]", locale.time_formats["full"].pattern):
        plain = re.sub(r"a\s*", "", signed[0])
        hour_only = re.sub(r"\s*m+.$", "", plain)
        for form in (plain, hour_only):
            sources |= {form.replace("h", "H"), "a" + re.sub("[HK]", "h", form)}
    if day_periods(locale):
        sources |= {"h a", "h:mm a", "h.mm a"}
    return sources


@lru_cache(maxsize=64)
def _hint(identifier: str) -> re.Pattern[str] | None:
    """Return a cheap test for a half of the day beside a digit, None where every pattern must be tried."""
    names = {re.escape(name[:1]) for name in day_periods(Locale.parse(identifier))}
    if any("a" not in pattern.groupindex for pattern in _patterns(identifier)) or not names:
        return None
    first, spoken_first = "|".join(sorted(names)), "|".join(sorted(name for name in names if not name.isascii()))
    leading = rf"|(?:{spoken_first})[^\d\n]{{1,8}}\d" if spoken_first else ""
    return re.compile(rf"\d[ \u00a0\u202f]?(?:{first}){leading}", re.IGNORECASE)


def find_times(text: str, formats: SourceFormats) -> Iterator[Candidate]:
    """Yield times of day; a reading that no clock shows (25:10) is left to other recognisers."""
    if ":" in text:
        for match in _COLON.finditer(text):
            yield from _read(match, {})
    if formats.locale is None or not any(map(str.isdecimal, text)):
        return
    hint = _hint(formats.identifier)
    windows = [_window(place.span(), len(text)) for place in hint.finditer(text)] if hint else [(0, len(text))]
    periods = {_key(name): key for name, key in day_periods(formats.locale).items()}
    for pattern in _patterns(formats.identifier) if windows else ():
        for start, end in windows:
            for match in pattern.finditer(text, start, end):
                yield from _read(match, periods)


def _window(place: tuple[int, int], length: int) -> tuple[int, int]:
    return max(0, place[0] - _REACH), min(length, place[1] + _REACH)


def _key(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalpha())


def _read(match: re.Match[str], periods: dict[str, str]) -> Iterator[Candidate]:
    parts = match.groupdict()
    hour = int(parts.get("H") or parts.get("h") or 0)
    half = periods.get(_key(parts["a"])) if parts.get("a") else None
    if parts.get("h") is not None:
        if not 0 <= hour <= 12 or half is None:
            return
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        value = ClockTime(at=time(hour, int(parts.get("n") or 0), int(parts.get("s") or 0)))
    except ValueError:
        return
    yield Candidate(match.start(), match.end(), SpanKind.TIME, value)
