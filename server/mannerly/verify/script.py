"""Checks that translated sentences are in the script of the customer's locale; knows no words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex
from babel.core import get_global

from mannerly.model.draft import Finding, Severity
from mannerly.verify.reading import Reading

_FEWEST_LETTERS = 4
# Unicode scripts behind the script codes that stand for several.
_COMPOSED = {
    "Jpan": ("Han", "Hiragana", "Katakana"),
    "Kore": ("Hangul", "Han"),
    "Hans": ("Han",),
    "Hant": ("Han",),
}


def check_script(reading: Reading) -> Iterator[Finding]:
    """Yield a finding per translated segment with less than half of its letters in the expected script."""
    pattern = _letters_of(reading.context.locale)
    if pattern is None:
        return
    for index, segment, place in reading.translated():
        letters = sum(map(str.isalpha, segment.text))
        if letters >= _FEWEST_LETTERS and 2 * len(pattern.findall(segment.text)) < letters:
            yield Finding(
                code="verify.wrong_script",
                severity=Severity.BLOCKING,
                message=f"Sentence {index + 1} is not in the script of the customer's locale.",
                remedy="Rewrite the sentence, or translate it by hand.",
                segment=index,
                span=place.range,
            )


@lru_cache(maxsize=256)
def _letters_of(locale: str) -> regex.Pattern[str] | None:
    script = _script_of(locale)
    names = _COMPOSED.get(script, (script,))
    try:
        return regex.compile("[" + "".join(rf"\p{{Script={name}}}" for name in names) + "--\\P{L}]", regex.VERSION1)
    except regex.error:  # a script code that is no Unicode script
        return None


def _script_of(locale: str) -> str:
    parts = locale.replace("_", "-").split("-")
    named = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    if named:
        return named.title()
    likely = get_global("likely_subtags")
    full = likely.get("_".join(parts[:2])) or likely.get(parts[0]) or ""
    return next((part for part in str(full).split("_") if len(part) == 4), "Zyyy")
