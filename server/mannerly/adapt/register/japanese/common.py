"""Edits of a Japanese line, how they join, and verb forms by morpheme; knows no word of the language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

import regex

from mannerly.adapt.register.engine import Doubt
from mannerly.adapt.register.inflection import Inflection
from mannerly.adapt.register.japanese.reading import EDGE, Line, Morpheme
from mannerly.adapt.register.text import Change
from mannerly.language.register import RegisterData


class Weight(Enum):
    """How well a place shows its level: by itself, where nothing shows another one, or not at all."""

    STRONG = "strong"
    WEAK = "weak"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change by the short name of its rule.

    Args:
        rule: last part of the rule's id.
        start: first code point.
        end: code point after the last.
        after: the new text.
        weight: how well the place shows the level that the edit leads away from.
    """

    rule: str
    start: int
    end: int
    after: str
    weight: Weight = Weight.STRONG

    def change(self, prefix: str) -> Change:
        """Return it with the full id of its rule."""
        return Change(f"{prefix}.{self.rule}", self.start, self.end, self.after)


@dataclass(frozen=True)
class Edits:
    """What a direction found: changes that do not overlap, and doubts."""

    found: tuple[Edit, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def strong(self) -> tuple[Edit, ...]:
        """The places that show the level by themselves."""
        return tuple(edit for edit in self.found if edit.weight is Weight.STRONG)

    def shown(self, *, alone: bool) -> tuple[Edit, ...]:
        """Return the places that show the level; weak ones only beside strong ones or where nothing opposes."""
        weak = tuple(edit for edit in self.found if edit.weight is Weight.WEAK)
        return (*self.strong, *weak) if self.strong or alone else ()


class Direction(Protocol):
    """One step from a style to another."""

    def edits(self, line: Line) -> Edits:
        """Return what the step would do to a line."""
        ...


def kept(raw: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits that change something, earlier ones winning where two overlap, in order of place."""
    taken: list[Edit] = []
    for edit in edits:
        is_free = all(edit.end <= other.start or other.end <= edit.start for other in taken)
        if is_free and raw[edit.start : edit.end] != edit.after:
            taken.append(edit)
    return tuple(sorted(taken, key=lambda edit: (edit.start, edit.end)))


def chained(raw: str, first: Sequence[Change], second: Sequence[Change]) -> tuple[Change, ...]:
    """Return changes of `raw` that do what `first` and then `second`, which counts in the new text, do."""
    pieces = _pieces(first)
    joined: list[Change] = []
    waiting = list(pieces)
    for later in sorted(second, key=lambda change: change.start):
        hit = [piece for piece in waiting if piece.new_start < later.end and later.start < piece.new_end]
        joined.append(_joined(hit, later, pieces, raw))
        waiting = [piece for piece in waiting if piece not in hit]
    return tuple(sorted((*joined, *(piece.change for piece in waiting)), key=lambda change: change.start))


@dataclass(frozen=True)
class _Piece:
    change: Change
    new_start: int

    @property
    def new_end(self) -> int:
        return self.new_start + len(self.change.after)


def _pieces(changes: Sequence[Change]) -> tuple[_Piece, ...]:
    shift, found = 0, list[_Piece]()
    for change in sorted(changes, key=lambda change: change.start):
        found.append(_Piece(change, change.start + shift))
        shift += len(change.after) - (change.end - change.start)
    return tuple(found)


def _joined(hit: Sequence[_Piece], later: Change, pieces: Sequence[_Piece], raw: str) -> Change:
    start = _back(later.start, pieces)
    end = _back(later.end, [piece for piece in pieces if piece.new_start < later.end])
    if not hit:
        return replace(later, start=start, end=end)
    before, after = hit[0], hit[-1]
    head = before.change.after[: max(0, later.start - before.new_start)]
    tail = after.change.after[len(after.change.after) - max(0, after.new_end - later.end) :]
    return Change(
        later.rule,
        before.change.start if later.start >= before.new_start else start,
        after.change.end if later.end <= after.new_end else end,
        head + later.after + tail,
    )


def _back(place: int, pieces: Sequence[_Piece]) -> int:
    """Return where a place of the new text that lies in no change was in the old one."""
    shift = 0
    for piece in pieces:
        if piece.new_end <= place:
            shift += len(piece.change.after) - (piece.change.end - piece.change.start)
    return place - shift


class Grammar:
    """The tables of the data that every direction uses."""

    def __init__(self, data: RegisterData) -> None:
        """Prepare them."""
        self.maps = data.maps
        self.say: Mapping[str, str] = data.maps["say"]
        self.words = {name: frozenset(words.split()) for name, words in data.words.items()}
        self._inflection = Inflection(data.verbs)

    def form(self, morpheme: Morpheme, slot: str) -> str | None:
        """Return a form of the verb a morpheme belongs to, contractions written out; None where it has none."""
        joint, lemma = self._written_out(morpheme)
        kind = self.maps["kind_of_lemma"].get(lemma, morpheme.kind)
        found = self.form_of(lemma, kind, slot)
        return None if found is None else joint + found

    def form_of(self, lemma: str, kind: str, slot: str) -> str | None:
        """Return a form of a lemma of a conjugation."""
        own = self._inflection.form(lemma, slot)
        if own is not None:
            return own
        for name in (kind, *self.maps["also"].get(kind, "").split()):
            found = self._inflection.regular(lemma, name, slot) if name in self._inflection.data.classes else None
            if found is not None:
                return found
        return None

    def _written_out(self, morpheme: Morpheme) -> tuple[str, str]:
        full = self.maps["contractions"].get(morpheme.lemma) if morpheme.pos == "auxiliary" else None
        if full is None:
            return "", morpheme.lemma
        joint, _, lemma = full.partition("+")
        return joint, lemma


class Phrases:
    """Patterns of one table, each with what stands for its match."""

    def __init__(self, table: Mapping[str, str], rule: str, weight: Weight = Weight.STRONG) -> None:
        """Compile a table from pattern to replacement."""
        self._patterns = [(regex.compile(pattern), after) for pattern, after in table.items()]
        self._rule = rule
        self._weight = weight

    def edits(self, line: Line) -> list[Edit]:
        """Return the edits at every match that stands between two morphemes and touches nothing held."""
        starts = {found.start for found in line.morphemes}
        ends = {found.end for found in line.morphemes}
        return [
            Edit(self._rule, match.start(), match.end(), match.expand(after), self._weight)
            for pattern, after in self._patterns
            for match in pattern.finditer(line.raw)
            if match.start() in starts and match.end() in ends and not held(line, match.start(), match.end())
        ]


def held(line: Line, start: int, end: int) -> bool:
    """Tell whether a range touches a span or a quotation."""
    return any(found.held for found in line.morphemes if found.start < end and start < found.end)


def before(line: Line, index: int) -> Morpheme:
    """Return the morpheme before an index; nothing joins across white space."""
    found, here = line.at(index - 1), line.at(index)
    return found if found.end == here.start else EDGE


def honours(prefix: Morpheme, grammar: Grammar) -> bool:
    """Tell whether a morpheme is an honorific prefix; other prefixes belong to their noun."""
    return prefix.pos == "prefix" and prefix.surface in grammar.words["honour"]
