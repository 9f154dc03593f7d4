"""What a place that addresses the reader is, and which level a text has from its places; knows no grammar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from mannerly.adapt.register.italian.groups import Group

TU = "tu"
LEI = "lei"


class Strength(IntEnum):
    """How much a place says of the level."""

    FOLLOWS = 1
    """Addresses the reader only if something else does."""
    SUGGESTS = 2
    """Addresses the reader unless something surer shows the other level."""
    SHOWS = 3
    """Can be nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that addresses the reader, or may.

    Args:
        level: the level it is of.
        kind: subject, oblique, clitic, pair, possessive, finite, command, attached, ban, self.
        strength: how sure it is.
        first: index of its first token.
        last: index of its last token.
        group: the verb it belongs to.
    """

    level: str
    kind: str
    strength: Strength
    first: int
    last: int
    group: Group | None = None


def decided(informal: Iterable[Place], formal: Iterable[Place], sentence_of: dict[int, int]) -> tuple[Place, ...]:
    """Return the places that really address the reader, sure or carried along by a sure one."""
    low, high = list(informal), list(formal)
    has_low, has_high = _reach(low, Strength.SHOWS), _reach(high, Strength.SHOWS)
    if has_low and has_high:
        return _both(low, high, sentence_of)
    if not has_low and not has_high:
        has_high = _reach(high, Strength.SUGGESTS)
        has_low = not has_high and _reach(low, Strength.SUGGESTS)
    return tuple(low if has_low else high if has_high else ())


def _reach(places: list[Place], strength: Strength) -> bool:
    return any(place.strength >= strength for place in places)


def _both(low: list[Place], high: list[Place], sentence_of: dict[int, int]) -> tuple[Place, ...]:
    """Return the sure places of both levels, and the unsure ones in sentences that have sure ones of one level."""
    sure = [place for place in (*low, *high) if place.strength is Strength.SHOWS]
    levels: dict[int, set[str]] = {}
    for place in sure:
        levels.setdefault(sentence_of[place.first], set()).add(place.level)
    carried = [
        place
        for place in (*low, *high)
        if place.strength < Strength.SHOWS and levels.get(sentence_of[place.first]) == {place.level}
    ]
    return tuple(sorted((*sure, *carried), key=lambda place: place.first))
