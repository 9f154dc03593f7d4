"""Where clauses of a Japanese line end, and with which particles; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from mannerly.adapt.register.japanese.common import Grammar
from mannerly.adapt.register.japanese.reading import Line

FINALS = frozenset({"period", "closing"})


class Stop(Enum):
    """What a clause ends with."""

    FINAL = "final"
    QUESTION = "question"
    COMMA = "comma"
    THOUGH = "though"
    BUT = "but"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class Clause:
    """The end of a clause.

    Args:
        last: index of the last morpheme of its predicate.
        stop: index of the mark or conjunction that ends it; what lies between are final particles.
        kind: what ends it.
        open_end: True at the end of a line without a mark.
        exclaims: True before an exclamation mark.
    """

    last: int
    stop: int
    kind: Stop
    open_end: bool = False
    exclaims: bool = False

    def tail(self, line: Line) -> str:
        """Return the final particles as one string."""
        return "".join(line.at(index).surface for index in range(self.last + 1, self.stop))


def clauses(line: Line, grammar: Grammar) -> Iterator[Clause]:
    """Yield the ends of clauses whose predicate carries the style of the sentence."""
    count = len(line.morphemes)
    for stop in range(1, count + 1):
        kind = _kind(line, stop, grammar)
        if kind is None or _is_quoted_on(line, stop, grammar):
            continue
        if kind not in {Stop.FINAL, Stop.QUESTION} and _quotes_later(line, stop, grammar):
            continue
        last = stop - 1
        while last > 0 and _is_tail(line, last, grammar):
            last -= 1
        open_end = stop == count
        exclaims = line.at(stop).surface in grammar.words["exclamations"]
        yield Clause(last, stop, kind, open_end, exclaims)


def _kind(line: Line, stop: int, grammar: Grammar) -> Stop | None:
    here, words = line.at(stop), grammar.words
    if here.pos == "edge":
        return Stop.FINAL
    if here.surface in words["question_marks"]:
        return Stop.QUESTION
    if here.pos == "mark" and not here.held:
        if here.sub == "comma":
            return Stop.COMMA
        return Stop.FINAL if here.sub in FINALS or here.surface in words["end_marks"] else None
    if here.pos == "space" or here.surface in words["laughs"]:
        return _before_space(line, stop, grammar)
    return _conjunction(line, stop, grammar)


def _before_space(line: Line, stop: int, grammar: Grammar) -> Stop | None:
    following = line.at(stop + 1)
    if "\n" in line.at(stop).surface or following.pos == "edge" or following.surface in grammar.words["laughs"]:
        return Stop.FINAL
    if line.at(stop).pos != "space":
        return Stop.FINAL
    return Stop.COMMA


def _conjunction(line: Line, stop: int, grammar: Grammar) -> Stop | None:
    here, words = line.at(stop), grammar.words
    if here.pos != "particle" or here.sub != "conjunctive":
        return None
    if here.surface in words["though"]:
        return Stop.THOUGH
    if here.surface in words["but"]:
        return Stop.BUT
    if here.surface in words["since"]:
        return _since(line, stop)
    return None


def _since(line: Line, stop: int) -> Stop | None:
    """A reason that ends the sentence carries its style; before the copula, and as its first word, it does not."""
    following, previous = line.at(stop + 1), line.at(stop - 2)
    if following.kind in {"da", "desu", "ta"} or (following.pos == "particle" and following.sub != "final"):
        return None
    if line.at(stop - 1).kind == "da" and previous.pos in {"edge", "mark", "space", "interjection"}:
        return None
    ends = following.pos == "edge" or following.sub in {"period", "final"}
    return Stop.FINAL if ends else Stop.SINCE


def _is_tail(line: Line, index: int, grammar: Grammar) -> bool:
    found = line.at(index)
    if found.pos != "particle":
        return found.surface in grammar.words["tags"] and line.at(index - 1).pos != "edge"
    return found.sub == "final" or (found.sub == "nominal" and line.at(index - 1).pos != "particle")


def _is_quoted_on(line: Line, stop: int, grammar: Grammar) -> bool:
    """Whether the clause goes on as somebody's words or thoughts."""
    if line.at(stop).pos not in {"mark", "space"} or line.at(stop + 1).surface not in grammar.words["quoting"]:
        return False
    return line.at(stop).sub != "period" or line.at(stop + 2).sub != "topic"


def _quotes_later(line: Line, stop: int, grammar: Grammar) -> bool:
    for index in range(stop + 1, len(line.morphemes)):
        found = line.at(index)
        if found.sub == "period":
            return False
        if found.sub == "comma" and line.at(index + 1).surface in grammar.words["quoting"]:
            return True
    return False
