"""Spans as tokens that models copy: marker characters to "{0}" or "[A]" and back; knows no engine."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from mannerly.model.spans import FIRST_MARKER, MAX_SPANS, markers_in

# Neighbouring markers travel as one token, so that their order cannot change.
_RUN = re.compile(f"[{chr(FIRST_MARKER)}-{chr(FIRST_MARKER + MAX_SPANS)}]+")
# Models sometimes put spaces into a token, change its case or write full-width brackets.
_BRACES = re.compile("[{\uff5b]\\s*(\\d{1,4})\\s*[}\uff5d]")
_BRACKETS = re.compile("[\\[\uff3b]\\s*([A-Za-z\uff21-\uff3a\uff41-\uff5a]{1,2})\\s*[\\]\uff3d]")


class Shape(Enum):
    """How a token looks; models that break one shape often keep the other."""

    BRACES = "{0}"
    BRACKETS = "[A]"


_OTHER = {Shape.BRACES: Shape.BRACKETS, Shape.BRACKETS: Shape.BRACES}


class SpansBroken(Enum):
    """Why a translation does not hold each span exactly once."""

    LOST = "lost"
    DOUBLED = "doubled"
    INVENTED = "invented"


@dataclass(frozen=True, kw_only=True)
class Shielded:
    """Text for the engine and what its tokens stand for.

    Args:
        text: text with tokens, without markers.
        tokens: token to run of markers, in the order of the text.
        shape: the shape of all tokens.
        literal: token names of this shape that the text itself has, which are no tokens.
        strange: token names of the other shape that the text itself has; any further one was invented.
    """

    text: str
    tokens: dict[str, str]
    shape: Shape
    literal: frozenset[str] = frozenset()
    strange: frozenset[str] = frozenset()


def shield(masked: str, shape: Shape) -> Shielded:
    """Replace each run of markers by a token that does not occur in the text."""
    literal, strange = _names_in(masked, shape), _names_in(masked, _OTHER[shape])
    names = (name for name in _names(shape) if name not in literal)
    tokens: dict[str, str] = {}

    def token(match: re.Match[str]) -> str:
        name = next(names)
        tokens[name] = match[0]
        return f"{{{name}}}" if shape is Shape.BRACES else f"[{name}]"

    return Shielded(text=_RUN.sub(token, masked), tokens=tokens, shape=shape, literal=literal, strange=strange)


def unshield(translated: str, shielded: Shielded) -> str | SpansBroken:
    """Put the markers back.

    Args:
        translated: what the engine made of `shielded.text`.
        shielded: what it was given.

    Returns:
        Masked text that has each marker of the source exactly once, or what went wrong.
    """
    if markers_in(translated):
        return SpansBroken.INVENTED
    invented = False

    def markers(match: re.Match[str]) -> str:
        nonlocal invented
        name = _name(match[1])
        if name in shielded.tokens:
            return shielded.tokens[name]
        invented = invented or name not in shielded.literal
        return match[0]

    masked = _pattern(shielded.shape).sub(markers, translated)
    if invented or _names_in(translated, _OTHER[shielded.shape]) - shielded.strange:
        return SpansBroken.INVENTED
    return compare_spans("".join(shielded.tokens.values()), masked) or masked


def compare_spans(source: str, target: str) -> SpansBroken | None:
    """Return how the markers of two masked texts differ, None when each is there exactly once."""
    wanted, found = sorted(markers_in(source)), sorted(markers_in(target))
    if wanted == found:
        return None
    if set(found) - set(wanted):
        return SpansBroken.INVENTED
    return SpansBroken.LOST if set(wanted) - set(found) else SpansBroken.DOUBLED


def runs_in(masked: str) -> list[tuple[int, int]]:
    """Return start and end of each run of neighbouring markers."""
    return [match.span() for match in _RUN.finditer(masked)]


def _pattern(shape: Shape) -> re.Pattern[str]:
    return _BRACES if shape is Shape.BRACES else _BRACKETS


def _names_in(text: str, shape: Shape) -> frozenset[str]:
    return frozenset(_name(match[1]) for match in _pattern(shape).finditer(text))


def _name(written: str) -> str:
    plain = unicodedata.normalize("NFKC", written)
    return str(int(plain)) if plain.isdecimal() else plain.upper()


def _names(shape: Shape) -> Iterator[str]:
    if shape is Shape.BRACES:
        yield from map(str, range(10_000))
        return
    letters = string.ascii_uppercase
    yield from letters
    yield from (first + second for first in letters for second in letters)
