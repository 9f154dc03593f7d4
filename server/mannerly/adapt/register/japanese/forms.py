"""In which form a Japanese verb stands that carries no polite ending; knows no rule and no word of the language."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.japanese.clauses import FINALS
from mannerly.adapt.register.japanese.common import Grammar
from mannerly.adapt.register.japanese.reading import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """A form without a polite ending.

    Args:
        slot: its name in the conjugation.
        stop: index after the morphemes that the form stands for.
        rest: what the last of them has beyond the form.
    """

    slot: str
    stop: int
    rest: str = ""


def bare(line: Line, index: int, grammar: Grammar) -> Bare | None:
    """Return the form of the verb at an index; None before a polite ending and for forms without a name."""
    verb, following = line.at(index), line.at(index + 1)
    if following.kind == "masu":
        return None
    if following.kind == "ta":
        return Bare(slot="ta", stop=index + 2, rest=following.surface[1:])
    if following.surface in grammar.words["te"] and following.pos == "particle" and verb.form == "continuative":
        return Bare(slot="te", stop=index + 2)
    if following.kind == "negative" and verb.form == "irrealis":
        return Bare(slot="negative", stop=index + 1)
    if verb.form == "conditional":
        return Bare(slot="condition", stop=index + 1)
    if verb.closes:
        return Bare(slot="plain", stop=index + 1)
    is_joint = verb.form == "continuative" and (following.sub == "comma" or following.pos == "edge")
    return Bare(slot="stem", stop=index + 1) if is_joint else None


def conjugated(grammar: Grammar, verb: str, form: Bare) -> str | None:
    """Return a form of a verb of the data, written as what stands before it, "+", the verb, "/" and its class."""
    joint, _, name = verb.rpartition("+")
    lemma, _, kind = name.partition("/")
    said = grammar.form_of(lemma, kind, form.slot)
    return None if said is None else joint + said + form.rest


def sentence_after(line: Line, index: int) -> range:
    """Return the indices from one to the end of its sentence."""
    stop = index
    while line.at(stop).pos != "edge" and line.at(stop).sub not in FINALS:
        stop += 1
    return range(index, stop)


def sentence_before(line: Line, index: int) -> range:
    """Return the indices from the start of the sentence to before one, nearest first."""
    start = index
    while start > 0 and line.at(start - 1).sub not in FINALS:
        start -= 1
    return range(index - 1, start - 1, -1)
