"""Finds the places of an Italian text that say Lei; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from mannerly.adapt.register.italian.groups import Group, Scene
from mannerly.adapt.register.italian.hints import Hints
from mannerly.adapt.register.italian.orders import Orders
from mannerly.adapt.register.italian.places import LEI, Place, Strength
from mannerly.adapt.register.italian.subjects import Subjects
from mannerly.adapt.register.text import Kind

_WE = frozenset({"1s", "1p"})


class Formal:
    """Finds Lei in one scene."""

    def __init__(self, scene: Scene, subjects: Subjects, orders: Orders) -> None:
        """Look at this scene, its subjects and orders found already."""
        self._scene = scene
        self._grammar = scene.grammar
        self._subjects = subjects
        self._orders = orders
        self._hints = Hints(scene, subjects, orders)

    def places(self) -> Iterator[Place]:
        """Return every place; a bare third person only in a sentence that has more, or that names nobody else."""
        found = tuple(self._all())
        shown = {self._scene.sentence(place.first) for place in found if place.strength > Strength.FOLLOWS}
        for place in found:
            loose = place.kind == "finite" and place.strength is Strength.FOLLOWS
            if loose and self._before_lei(place, found):
                continue
            if not loose or self._scene.sentence(place.first) in shown or self._first(place):
                yield place

    def _before_lei(self, place: Place, found: tuple[Place, ...]) -> bool:
        """Tell whether Lei is named as a subject only later in the sentence: what comes before is somebody else's."""
        sentence = self._scene.sentence(place.first)
        named = [one.first for one in found if one.kind == "subject" and one.first in sentence]
        return bool(named) and place.first < min(named)

    def _first(self, place: Place) -> bool:
        """Tell whether a verb opens its sentence and nobody is named before it."""
        if place.group is None or not self._orders.possible(place.group.start):
            return False
        return self._hints.unnamed(place.first)

    def _all(self) -> Iterator[Place]:
        for index, token in enumerate(self._scene.tokens):
            if token.kind is Kind.WORD and not token.quoted:
                yield from self._word(index)
        yield from self._orders.formal.values()
        for group in self._scene.groups:
            if group.verb not in self._orders.formal and self._subjects.addressed(group) and self._hints.says(group):
                yield self._place("finite", self._hints.strength(group), group.verb, group)

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(self._grammar.maps["possessive"].values())

    def _word(self, index: int) -> Iterator[Place]:
        token, grammar = self._scene.tokens[index], self._grammar
        if token.lower in self._own:
            yield from self._possessive(index)
        elif grammar.has(token, "lei"):
            yield from self._lei(index)
        elif grammar.has(token, "se_self"):
            yield from self._self(index)
        elif index in self._clitics:
            yield from self._clitic(index)
        elif index not in self._finite_at and (host := grammar.verbs.hanging(token.lower)) is not None:
            yield from self._attached(index, host.lemma, grammar.verbs.pronouns(host.chain)[-1])

    @cached_property
    def _finite_at(self) -> frozenset[int]:
        return frozenset(group.verb for group in self._scene.groups)

    @cached_property
    def _clitics(self) -> dict[int, Group]:
        return {place: group for group in self._scene.groups for place in group.clitics}

    def _capital(self, index: int) -> bool:
        token = self._scene.tokens[index]
        return token.capital and not token.opens and not (index > 0 and self._scene.tokens[index - 1].text.isupper())

    @cached_property
    def _capital_possessives(self) -> bool:
        return any(token.lower in self._own and self._capital(index) for index, token in enumerate(self._scene.tokens))

    @cached_property
    def _capital_lei(self) -> bool:
        return any(
            self._grammar.has(token, "lei") and self._capital(index) for index, token in enumerate(self._scene.tokens)
        )

    def _possessive(self, index: int) -> Iterator[Place]:
        token = self._scene.tokens[index]
        if self._capital(index):
            yield self._place("possessive", Strength.SHOWS, index)
        elif (token.opens or not self._capital_possessives) and not self._owned_by_other(index):
            yield self._place("possessive", Strength.SUGGESTS, index)

    def _owned_by_other(self, index: int) -> bool:
        """Tell whether a person is named before in the sentence, whose it may be."""
        scene, grammar = self._scene, self._grammar
        verb = scene.before(index)
        if verb is not None and (verb.verb in self._orders.formal or self._subjects.addressed(verb)):
            return False
        for place in scene.sentence(index):
            if place >= index:
                return False
            token = scene.tokens[place]
            if grammar.has(token, "third_person", "who") and not scene.asks(index):
                return True
            if grammar.has(token, "lei") and not token.capital and self._capital_lei:
                return True
            if grammar.has(token, "owners") and not grammar.has(scene.at(place - 1), "possessive_words"):
                return True
            if self._subjects.told and grammar.has(token, "bodies") and grammar.has(scene.at(index + 1), "body_owned"):
                return True
        return False

    def _lei(self, index: int) -> Iterator[Place]:
        token = self._scene.tokens[index]
        before = self._scene.at(index - 1)
        oblique = not token.opens and before is not None and self._grammar.has(before, "before_oblique")
        kind = "oblique" if oblique else "subject"
        if self._capital(index):
            yield self._place(kind, Strength.SHOWS, index)
        elif token.capital:
            yield self._place(kind, Strength.SUGGESTS, index)
        elif not self._capital_lei:
            yield self._place(kind, Strength.FOLLOWS, index)

    def _self(self, index: int) -> Iterator[Place]:
        before = self._scene.before(index)
        if before is not None and (before.verb in self._orders.formal or self._subjects.addressed(before)):
            yield self._place("oblique", Strength.FOLLOWS, index)

    def _clitic(self, index: int) -> Iterator[Place]:
        token, grammar, group = self._scene.tokens[index], self._grammar, self._clitics[index]
        if grammar.has(token, "si_forms", "se"):
            if group.verb not in self._orders.formal and self._subjects.addressed(group):
                yield self._place("clitic", Strength.FOLLOWS, index, group)
        elif grammar.has(token, "glie"):
            if self._capital(index) or group.persons & _WE:
                strength = Strength.SHOWS if self._capital(index) else Strength.FOLLOWS
                yield self._place("pair", strength, index, group)
        elif token.elided:
            if grammar.has(token, "la_elided") and self._capital(index):
                yield self._place("clitic", Strength.SHOWS, index, group)
        elif grammar.has(token, "la", "le"):
            strength_of = self._object(index, group)
            if strength_of is not None:
                yield self._place("clitic", strength_of, index, group)

    def _object(self, index: int, group: Group) -> Strength | None:
        """Return how sure "La" or "Le" before a verb is the reader."""
        token, lists = self._scene.tokens[index], self._grammar.lists
        if self._capital(index):
            return Strength.SHOWS
        we = bool(group.persons & _WE) and "2s" not in group.persons
        if self._grammar.has(token, "la"):
            if group.lemma in lists["address_verbs"] and (we or token.opens):
                return Strength.SHOWS if token.opens else Strength.SUGGESTS
            if self._subjects.told and we and group.lemma in lists["done_to_people"]:
                return Strength.SUGGESTS
            return Strength.FOLLOWS if token.opens and group.lemma in lists["accusative"] | lists["either"] else None
        if group.lemma in lists["accusative"] - lists["either"] or self._agrees(group):
            return None
        if we or group.lemma in lists["pleasing"]:
            return Strength.SHOWS if token.opens and we else Strength.SUGGESTS
        return Strength.SUGGESTS if token.opens else Strength.FOLLOWS

    def _agrees(self, group: Group) -> bool:
        """Tell whether the participle shows that "le" are things: "le ho viste"."""
        have = any(one.lemma in self._grammar.lists["have"] for one in group.readings)
        return have and any(
            self._scene.low(place)[-1:] in self._grammar.lists["feminine_plural"] for place in group.chain
        )

    def _attached(self, index: int, lemma: str, last: str) -> Iterator[Place]:
        scene, lists = self._scene, self._grammar.lists
        if self._grammar.patterns["capital_enclitic"].search(scene.tokens[index].text):
            yield self._place("attached", Strength.SHOWS, index)
        elif last in lists["la"] and lemma in lists["address_verbs"]:
            yield self._place("attached", Strength.SUGGESTS, index)
        elif last in lists["le"] and lemma not in lists["accusative"] - lists["either"]:
            end = index + 1 if lemma in lists["modals"] else index
            if scene.object_after(end) and self._by_us(index):
                yield self._place("attached", Strength.SUGGESTS, index)
        elif last in lists["si"] and self._governed(index, lemma):
            yield self._place("attached", Strength.FOLLOWS, index)

    def _by_us(self, index: int) -> bool:
        before = self._scene.before(index)
        return before is not None and bool(before.persons & _WE)

    def _governed(self, index: int, lemma: str) -> bool:
        """Tell whether the reader is who does what the infinitive says: "può registrarsi", "La invito a iscriversi"."""
        before = self._scene.before(index)
        if before is None:
            aimed = self._grammar.has(self._scene.at(index - 1), "linking_prepositions", "purpose")
            return aimed and lemma in self._grammar.lists["reflexive"]
        if before.verb in self._orders.formal or self._subjects.addressed(before):
            return True
        objects = [place for place in before.clitics if self._grammar.has(self._scene.tokens[place], "la", "le")]
        return bool(objects)

    def _place(self, kind: str, strength: Strength, index: int, group: Group | None = None) -> Place:
        return Place(level=LEI, kind=kind, strength=strength, first=index, last=index, group=group)
