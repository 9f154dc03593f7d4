"""Puts a lost span back where the model looked at it; only where that place is one whole run of words."""

from __future__ import annotations

from collections.abc import Sequence

from mannerly.translate.decoding import Hypothesis
from mannerly.translate.engine import decode
from mannerly.translate.masking import Shielded, SpansBroken, unshield

_WORD_START = "\u2581"
_CLOSING = ".,;:!?)\u2026\u3002\uff0c"


def align(hypothesis: Hypothesis, shielded: Shielded) -> str | SpansBroken:
    """Rewrite damaged tokens from the attention and put the markers back.

    Args:
        hypothesis: a translation of `shielded.text` with attention.
        shielded: what the engine was given.

    Returns:
        Masked text with each marker once, or what is still wrong: a span nobody looked at, or at two places.
    """
    tokens = list(hypothesis.tokens)
    looked = [_strongest(weights) for weights in hypothesis.attention]
    for name in shielded.tokens:
        token = f"{{{name}}}" if shielded.text.find(f"{{{name}}}") >= 0 else f"[{name}]"
        pieces = _pieces_of(token, hypothesis.source_tokens)
        run = _single_run([place in pieces for place in looked])
        if run is None or not _at_word_boundaries(hypothesis.tokens, *run):
            return SpansBroken.LOST
        start, end = run
        opening = _WORD_START if hypothesis.tokens[start].startswith(_WORD_START) else ""
        tokens[start:end] = [opening + token] + [""] * (end - start - 1)
    return unshield(decode([token for token in tokens if token]), shielded)


def _strongest(weights: Sequence[float]) -> int:
    return max(range(len(weights)), key=weights.__getitem__)


def _pieces_of(token: str, pieces: Sequence[str]) -> range:
    """Return the places of the pieces that a token was cut into; the token occurs once in the text."""
    text, starts = "", []
    for piece in pieces:
        starts.append(len(text))
        text += piece
    found = text.find(token)
    if found < 0:
        return range(0)
    inside = [i for i, start in enumerate(starts) if start < found + len(token) and start + len(pieces[i]) > found]
    return range(inside[0], inside[-1] + 1)


def _single_run(marks: Sequence[bool]) -> tuple[int, int] | None:
    """Return start and end of the marked places when they are neighbours, None otherwise."""
    places = [index for index, mark in enumerate(marks) if mark]
    if not places or places[-1] - places[0] + 1 != len(places):
        return None
    return places[0], places[-1] + 1


def _at_word_boundaries(tokens: Sequence[str], start: int, end: int) -> bool:
    starts = start == 0 or tokens[start].startswith(_WORD_START) or not tokens[start - 1][-1:].isalnum()
    ends = end == len(tokens) or tokens[end].startswith(_WORD_START) or tokens[end][0] in _CLOSING
    return starts and ends
