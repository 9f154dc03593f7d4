"""Finds the places of an Italian text that say tu; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from mannerly.adapt.register.italian.groups import Group, Scene
from mannerly.adapt.register.italian.orders import Orders
from mannerly.adapt.register.italian.places import TU, Place, Strength
from mannerly.adapt.register.text import Kind

_PRESENT = "present"


class Informal:
    """Finds tu in one scene."""

    def __init__(self, scene: Scene, orders: Orders) -> None:
        """Look at this scene, its orders found already."""
        self._scene = scene
        self._grammar = scene.grammar
        self._orders = orders

    def places(self) -> Iterator[Place]:
        """Return every place, in no order."""
        for index, token in enumerate(self._scene.tokens):
            if token.kind is Kind.WORD and not token.quoted:
                yield from self._word(index)
        for group in self._scene.groups:
            yield from self._verb(group)

    def _word(self, index: int) -> Iterator[Place]:
        token, grammar = self._scene.tokens[index], self._grammar
        if token.lower in grammar.maps["possessive"]:
            yield self._place("possessive", index)
        elif grammar.has(token, "tu"):
            yield self._place("subject", index)
        elif grammar.has(token, "te"):
            yield self._te(index)
        elif grammar.has(token, "ti") or (token.elided and grammar.has(token, "ti_elided")):
            yield from self._ti(index)
        elif (order := self._orders.informal.get(index)) is not None:
            yield order
        elif index in self._finite_at:
            return
        elif self._attached(token.lower):
            yield self._place("attached", index)

    def _attached(self, word: str) -> bool:
        """Tell whether an infinitive or gerund ends in a pronoun of tu."""
        host = self._grammar.verbs.hanging(word)
        return host is not None and bool(self._grammar.lists["of_tu"] & set(self._grammar.verbs.pronouns(host.chain)))

    @cached_property
    def _finite_at(self) -> frozenset[int]:
        return frozenset(group.verb for group in self._scene.groups)

    def _te(self, index: int) -> Place:
        after, group = self._scene.at(index + 1), self._scene.by_token.get(index + 1)
        if self._grammar.has(after, "after_te") and group is not None and index in group.clitics:
            return self._place("pair", index, index + 1)
        return self._place("oblique", index)

    def _ti(self, index: int) -> Iterator[Place]:
        if index in self._scene.by_token or (index + 1 not in self._orders.informal and not self._orders.banned(index)):
            yield self._place("clitic", index)

    def _verb(self, group: Group) -> Iterator[Place]:
        if group.verb in self._orders.informal or "2s" not in group.persons or self._is_wish(group):
            return
        words = [self._scene.tokens[place] for place in group.clitics]
        if any(self._grammar.has(word, "si_forms") for word in words):
            return
        if any(self._grammar.has(word, "ti") for word in words) and not self._orders.own(group):
            return
        yield Place(
            level=TU, kind="finite", strength=self._strength(group), first=group.verb, last=group.verb, group=group
        )

    def _is_wish(self, group: Group) -> bool:
        """Tell whether the form is a congiuntivo, the same for tu and Lei."""
        return group.reading("2s", "subjunctive") is not None and (
            group.reading("2s", _PRESENT) is None or self._orders.wished(group)
        )

    def _strength(self, group: Group) -> Strength:
        if group.persons == {"2s"}:
            return Strength.SHOWS
        if group.reading("2s", "past_subjunctive") is not None:
            return Strength.FOLLOWS
        scene, grammar = self._scene, self._grammar
        before = scene.at(group.start - 1)
        own = any(grammar.has(scene.tokens[place], "ti") for place in group.clitics)
        if own or scene.asks(group.verb) or grammar.has(before, "tu", "indicative_after"):
            return Strength.SHOWS
        if self._orders.possible(group.start) and group.lemma not in grammar.lists["no_imperative"]:
            return Strength.FOLLOWS
        return Strength.FOLLOWS if grammar.has(before, "che", "joining") else Strength.SUGGESTS

    def _place(self, kind: str, first: int, last: int | None = None) -> Place:
        return Place(
            level=TU,
            kind=kind,
            strength=Strength.SHOWS,
            first=first,
            last=first if last is None else last,
            group=self._scene.by_token.get(first),
        )
