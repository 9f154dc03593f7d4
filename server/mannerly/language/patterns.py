"""Compiled patterns of language data, each compiled once; must not know what they find."""

from __future__ import annotations

from functools import lru_cache

import regex

# All patterns of all languages are a few hundred; the cache only has to be larger than that.
_MOST = 8192


@lru_cache(maxsize=_MOST)
def compiled(pattern: str, *, ignore_case: bool = False) -> regex.Pattern[str]:
    """Return a pattern of a data file, compiled.

    Args:
        pattern: as the file has it, checked when the file was read.
        ignore_case: match letters of either case.
    """
    return regex.compile(pattern, regex.IGNORECASE if ignore_case else 0)


def checked_pattern(pattern: str) -> str:
    """Return a pattern as it is.

    Raises:
        ValueError: it is no regular expression.
    """
    try:
        regex.compile(pattern)
    except regex.error as error:
        raise ValueError(f"not a pattern: {error}") from error
    return pattern
