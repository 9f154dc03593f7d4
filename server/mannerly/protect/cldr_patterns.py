"""Turns CLDR date and time patterns into regexes, so that no month name or am/pm word stands in code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale

from mannerly.protect.boundaries import LETTER, SPACE

_PIECE = re.compile(r"'(?P<quoted>(?:[^']|'')*)'|(?P<field>([A-Za-z])\3*)|(?P<literal>[^A-Za-z']+)")
_WIDTHS = ("wide", "abbreviated")
# Babel resolves CLDR's aliases inside dictionaries that locales share, so that the "stand-alone" names
# of one locale can turn up in another. "format" is safe, and the form that dates are written with.
_CONTEXT = "format"
ORDINAL_STOP = r"\.|"
ORDINAL = rf"(?:{ORDINAL_STOP}{LETTER}{{1,3}}(?!{LETTER})|[\u00ba\u00aa]|(?={LETTER})|(?!{LETTER}))"


def names_pattern(names: Mapping[str, int]) -> str:
    """Return an alternation of names, longest first, each with an optional full stop."""
    return "|".join(re.escape(name.rstrip(".")) + r"\.?" for name in sorted(names, key=len, reverse=True))


@lru_cache(maxsize=64)
def month_names(locale: Locale) -> dict[str, int]:
    """Return lower-case month name to month number, wide and abbreviated; names with digits are left out."""
    names = {}
    for relative in _relatives(locale):
        for width in _WIDTHS:
            for number, name in relative.months[_CONTEXT][width].items():
                if not any(map(str.isdecimal, name)):
                    names[name.rstrip(".").lower()] = number
    return names


def _relatives(locale: Locale) -> tuple[Locale, ...]:
    """Return the locale and the international form of its language, which may abbreviate differently (Sep, Sept)."""
    return (Locale.parse("en_GB"), locale) if locale.language == "en" else (locale,)


def _numbered_month(locale: Locale) -> str:
    """Return a regex for month names that are a number with a constant word around it, "" for others."""
    names = locale.months[_CONTEXT]["wide"]
    before, _, after = names[12].partition("12")
    if all(name == f"{before}{number}{after}" for number, name in names.items()):
        return rf"{re.escape(before)}(?P<m>\d{{1,2}}){re.escape(after)}"
    return ""


@lru_cache(maxsize=64)
def weekday_names(locale: Locale) -> dict[str, int]:
    """Return lower-case weekday name to number (Monday is 0), wide and abbreviated."""
    return {
        name.rstrip(".").lower(): number for width in _WIDTHS for number, name in locale.days[_CONTEXT][width].items()
    }


@lru_cache(maxsize=64)
def day_periods(locale: Locale) -> dict[str, str]:
    """Return the locale's words for "am" and "pm" as written in CLDR, mapped to those keys."""
    widths = locale.day_periods[_CONTEXT]
    found = ((name, key) for width in _WIDTHS for key, name in widths.get(width, {}).items())
    return {name: key for name, key in found if key in ("am", "pm")}


def period_pattern(locale: Locale, *, loose: bool) -> str:
    """Return a regex for the am/pm words.

    The last full stop of an abbreviation stays outside where it seems to end the sentence: before
    the end of the line, or before a capital that starts no weekday or month.

    Args:
        locale: whose words.
        loose: accept any case and leave out full stops; False where the clock has 24 hours, because
            "am" may then be a word of the language.
    """
    named = names_pattern({**weekday_names(locale), **month_names(locale)})
    last = rf"(?:(?<=[.\s][A-Za-z])\.(?![ \t]*(?:[\r\n]|\Z)|\s+(?!(?:{named})\b)(?-i:[A-Z])))?"
    forms = set()
    for name in day_periods(locale):
        letters = [char for char in name if char.isalpha()]
        if len(letters) > 3 or not "".join(letters).isascii() or not (loose or "." in name):
            forms.add(re.escape(name))
        else:
            stop = r"\.?" if loose else r"\."
            forms.add(rf"{stop}{SPACE}?".join(letters) + rf"(?!{LETTER})" + last)
    return "|".join(sorted(forms, key=len, reverse=True))


def cldr_regex(pattern: str, fields: Mapping[str, str]) -> str | None:
    """Return a regex for a CLDR pattern, or None when it has a field that is not wanted.

    Args:
        pattern: CLDR date or time pattern, quotes included.
        fields: regex per field; the key is the field letter, doubled-up "MMM" for month names.
    """
    parts = list[str]()
    for match in _PIECE.finditer(pattern):
        if match["field"]:
            letter = match["field"][0]
            key = "MMM" if letter in "ML" and len(match["field"]) > 2 else letter
            if key not in fields:
                return None
            # The full stop of an ordinal stands before the month; after it, it ends the sentence.
            after_month = letter == "d" and any("(?P<M>" in part or "(?P<m>" in part for part in parts)
            parts.append(fields[key].replace(ORDINAL_STOP, "") if after_month else fields[key])
        else:
            parts.append(_literal(match["quoted"] if match["quoted"] is not None else match["literal"]))
    return "".join(parts)


def date_fields(locale: Locale) -> dict[str, str]:
    """Return the regex per field for dates."""
    months = names_pattern(month_names(locale))
    weekdays = names_pattern(weekday_names(locale))
    fields = {"d": rf"(?P<d>\d{{1,2}}){ORDINAL}", "y": r"(?P<y>\d{4})", "M": r"(?P<m>\d{1,2})", "L": r"(?P<m>\d{1,2})"}
    if months:
        fields["MMM"] = rf"(?P<M>{months})"
    elif numbered := _numbered_month(locale):
        fields["MMM"] = numbered
    return fields | dict.fromkeys("Ec", rf"(?P<E>{weekdays})")


def _literal(text: str) -> str:
    """Return a regex for literal text: any kind of space, optional commas and full stops."""
    parts = list[str]()
    for char in text:
        if char.isspace():
            parts.append(f"{SPACE}*" if parts and parts[-1].endswith("?") else f"{SPACE}+")
        elif char in ".,":
            parts.append(re.escape(char) + "?")
        elif char not in "\u200e\u200f\u061c":
            parts.append(re.escape(char))
    return "".join(parts)
