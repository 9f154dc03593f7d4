"""The register engine of Italian: Lei and tu; the words and verbs are in the language's data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mannerly.adapt.register.engine import Evidence, Plan, Wish
from mannerly.adapt.register.italian.edits import Edits
from mannerly.adapt.register.italian.formal import ToFormal
from mannerly.adapt.register.italian.groups import Scene
from mannerly.adapt.register.italian.informal import ToInformal
from mannerly.adapt.register.italian.lei import Formal
from mannerly.adapt.register.italian.line import Grammar, grammar_of
from mannerly.adapt.register.italian.orders import Orders
from mannerly.adapt.register.italian.places import LEI, Place, Strength, decided
from mannerly.adapt.register.italian.subjects import Subjects
from mannerly.adapt.register.italian.tokens import tokens_of
from mannerly.adapt.register.italian.tu import Informal
from mannerly.adapt.register.text import Text
from mannerly.language.register import RegisterData
from mannerly.model.facts import Gender

_RULES = "it.register."
_SPANNING = frozenset({"command", "ban", "pair"})


@dataclass(frozen=True)
class _Read:
    """One text with everything found in it."""

    scene: Scene
    subjects: Subjects
    orders: Orders
    places: tuple[Place, ...]


class Italian:
    """Finds and rewrites the address of an Italian text."""

    def __init__(self, grammar: Grammar, capitals: str) -> None:
        """Use this grammar; `capitals` is the policy for words of address."""
        self._grammar = grammar
        self._capitals = capitals

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every place that shows Lei or tu, quoted words and spans left out."""
        read = self._read(text)
        tokens = read.scene.tokens
        return tuple(Evidence(place.level, tokens[place.first].start, tokens[place.last].end) for place in read.places)

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes that bring the text to the level."""
        told = wish.addressed is True
        read = self._read(text, told=told)
        edits = Edits(read.scene.tokens, _RULES)
        places = [place for place in read.places if place.level != wish.level]
        if wish.addressed is False:
            places = [place for place in places if place.strength is Strength.SHOWS]
        turner: ToFormal | ToInformal
        if wish.level == LEI:
            turner = ToFormal(read.scene, read.subjects, read.orders, edits, self._capitals)
        else:
            turner = ToInformal(read.scene, read.subjects, edits, wish.customer.gender is Gender.FEMALE)
        for place in places:
            turner.turn(place)
        return Plan(changes=edits.changes())

    def _read(self, text: Text, *, told: bool = False) -> _Read:
        scene = Scene(tokens_of(text), self._grammar)
        subjects = Subjects(scene, told=told)
        orders = Orders(scene, subjects)
        informal = _single(Informal(scene, orders).places())
        formal = _single(Formal(scene, subjects, orders).places())
        sentence_of, number = dict[int, int](), 0
        for index, token in enumerate(scene.tokens):
            number += token.opens
            sentence_of[index] = number
        return _Read(scene, subjects, orders, decided(informal, formal, sentence_of))


def _single(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return the places in order, those inside a longer one left out."""
    found = sorted(places, key=lambda place: (place.first, -place.last))
    kept = list[Place]()
    for place in found:
        if not any(one.first <= place.first and place.last <= one.last for one in kept if one.kind in _SPANNING):
            kept.append(place)
    return tuple(kept)


def build(data: RegisterData) -> Italian:
    """Return the engine for the data of a folder."""
    capitals = str(data.policy["capital_lei"])
    return Italian(grammar_of(data), capitals)
