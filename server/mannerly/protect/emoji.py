"""Finds emoji sequences and text smileys; knows no mood."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from mannerly.model.spans import SpanKind
from mannerly.protect.candidate import Candidate

_SMILEY_PATTERN = r"(?<!\S)[:;=]['-]?[)(DP|](?=[\s.,!?]|$)|(?<!\S)<3(?!\S)"


@lru_cache(maxsize=1)
def _emoji() -> regex.Pattern[str]:
    """Compile the sequences of UTS #51: flags, keycaps, and bases with skin tone, variation, tags and joiners."""
    # Signs such as (c) and arrows are emoji only with the variation selector.
    pictograph = r"[\p{Extended_Pictographic}--[\u0000-\u25ff\u2b00-\u3300]]"
    base = rf"(?:\p{{Emoji_Presentation}}|\p{{Emoji}}\ufe0f|{pictograph})"
    modified = rf"{base}\p{{Emoji_Modifier}}?\ufe0f?\u20e3?[\U000e0020-\U000e007f]*+"
    return regex.compile(
        rf"\p{{Regional_Indicator}}{{2}}|[0-9#*]\ufe0f?\u20e3|{modified}(?:\u200d{modified})*+", regex.VERSION1
    )


@lru_cache(maxsize=1)
def _smiley() -> regex.Pattern[str]:
    return regex.compile(_SMILEY_PATTERN)


def find_emoji(text: str) -> Iterator[Candidate]:
    """Yield emoji sequences, one candidate for a whole sequence, and a few text smileys."""
    if not text.isascii():
        for match in _emoji().finditer(text):
            yield Candidate(match.start(), match.end(), SpanKind.EMOJI)
    if ":" in text or ";" in text or "=" in text or "<3" in text:
        for match in _smiley().finditer(text):
            yield Candidate(match.start(), match.end(), SpanKind.EMOJI)
