"""Deeds in polite Japanese sentences: which verb, who does it, and in what form; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from mannerly.adapt.register.japanese.clauses import FINALS
from mannerly.adapt.register.japanese.common import Grammar, before, honours
from mannerly.adapt.register.japanese.reading import Line, Morpheme


class Actor(Enum):
    """Who does something."""

    CUSTOMER = "customer"
    HOUSE = "house"
    OTHER = "other"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A verb before the polite ending.

    Args:
        first: index of the first morpheme of the verb, its noun and honorific prefix included.
        last: index of its last morpheme, the one before the ending.
        verb: the verb itself, without an auxiliary of state.
        stem: how the verb, or the noun that makes it, is written before the ending.
        noun: the noun of a verb made with "do", "" for others.
        prefixed: whether the honorific prefix stands there already.
        state: whether an auxiliary of state follows.
        asks: whether the sentence asks.
        main: whether the clause can be a main one.
        denies: whether it is negative.
        actor: who does it, as far as the sentence says.
    """

    first: int
    last: int
    verb: Morpheme
    stem: str
    noun: str
    prefixed: bool
    state: bool
    asks: bool
    main: bool
    denies: bool
    actor: Actor

    @property
    def lemma(self) -> str:
        """Dictionary form of the verb."""
        return self.verb.lemma


def deeds(line: Line, grammar: Grammar) -> Iterator[Deed]:
    """Yield the deeds of a line, one for each polite verb ending outside spans and quotations."""
    for index, ending in enumerate(line.morphemes):
        if ending.kind == "masu" and not ending.held and before(line, index).verbal and not before(line, index).held:
            yield _deed(line, index, grammar)


def _deed(line: Line, index: int, grammar: Grammar) -> Deed:
    last = index - 1
    verb_at, state = last, False
    particle = before(line, last)
    if line.at(last).lemma in grammar.words["states"] and particle.surface in grammar.words["te"]:
        owner = before(line, last - 1)
        if owner.verbal and not owner.held:
            verb_at, state = last - 2, True
    verb = line.at(verb_at)
    noun, first = _noun(line, verb_at, grammar)
    prefixed = honours(before(line, first), grammar)
    asks, main, denies = _form(line, index, grammar)
    return Deed(
        first=first - 1 if prefixed else first,
        last=last,
        verb=verb,
        stem=noun or grammar.form(verb, "stem") or verb.surface,
        noun=noun,
        prefixed=prefixed,
        state=state,
        asks=asks,
        main=main,
        denies=denies,
        actor=actor(line, first, grammar),
    )


def _noun(line: Line, verb_at: int, grammar: Grammar) -> tuple[str, int]:
    noun = before(line, verb_at)
    if line.at(verb_at).lemma not in grammar.words["do"] or noun.held:
        return "", verb_at
    prefix = before(line, verb_at - 1)
    if prefix.pos == "prefix" and not honours(prefix, grammar):
        return prefix.surface + noun.surface, verb_at - 2
    if noun.sub == "deed" or prefix.pos == "prefix":
        return noun.surface, verb_at - 1
    return "", verb_at


def _form(line: Line, index: int, grammar: Grammar) -> tuple[bool, bool, bool]:
    place, denies = index + 1, False
    while line.at(place).kind in {"nu", "desu", "ta"}:
        denies = denies or line.at(place).kind == "nu"
        place += 1
    ending = line.at(place - 1)
    if not (ending.closes or ending.form == "volitional" or ending.kind == "nu"):
        return False, False, denies
    asks = line.at(place).surface == grammar.say["ka"]
    while line.at(place).pos == "particle" and line.at(place).sub == "final":
        place += 1
    following = line.at(place)
    is_end = following.pos in {"edge", "space"} or following.sub in FINALS | {"comma"}
    joins = following.surface in grammar.words["main_links"]
    return asks and is_end, is_end or joins, denies


def actor(line: Line, index: int, grammar: Grammar, marks: frozenset[str] = frozenset()) -> Actor:
    """Return who is named as the one who acts, looking back from an index to the start of the sentence.

    A subject before the predicate of an inner clause acts there; before a relative clause it may act in either.
    With `marks`, the nearest phrase counts that one of them follows.
    """
    closing, crossed, relative = grammar.words["main_links"], False, False
    for place in range(index - 1, 0, -1):
        mark = line.at(place)
        if mark.sub == "period" or (mark.sub == "comma" and line.at(place - 1).surface in closing):
            break
        if mark.pos != "particle":
            crossed = crossed or _closes_inner(line, place, grammar)
            relative = relative or (
                mark.closes and mark.kind != "masu" and line.at(place + 1).pos in {"noun", "pronoun"}
            )
            continue
        if marks:
            if mark.surface in marks:
                return _named(line, place - 1, grammar)
            continue
        named = _named(line, place - 1, grammar)
        if mark.surface in grammar.words["topic_marks"] and named is not Actor.UNSAID:
            return named
        if mark.surface in grammar.words["subject_marks"] and mark.sub == "case" and not crossed:
            return Actor.OTHER if named is Actor.UNSAID or relative else named
        if mark.surface in grammar.words["source_marks"] and named is Actor.HOUSE and not crossed:
            return named
    return Actor.UNSAID


def _closes_inner(line: Line, place: int, grammar: Grammar) -> bool:
    """Whether a clause of its own ends here, before a noun of time or a particle that joins it as a whole."""
    found, following = line.at(place), line.at(place + 1)
    if found.surface in grammar.words["at_once"]:
        return True
    return found.closes and found.kind != "masu" and following.surface in grammar.words["inner_ends"]


def _named(line: Line, place: int, grammar: Grammar) -> Actor:
    """Return who a noun phrase names; UNSAID for a thing."""
    found: Morpheme = line.at(place)
    if found.held:
        return Actor.UNSAID
    phrase, earlier = found.surface, before(line, place)
    if found.pos == "suffix" and earlier.pos in {"noun", "pronoun"}:
        phrase = earlier.surface + phrase
    if phrase in grammar.words["customers"] or found.surface in grammar.words["customer_titles"]:
        return Actor.CUSTOMER
    if phrase in grammar.words["house"] or found.surface in grammar.words["house"]:
        return Actor.HOUSE
    is_person = phrase in grammar.words["others"] or found.surface in grammar.words["others"]
    return Actor.OTHER if is_person else Actor.UNSAID
