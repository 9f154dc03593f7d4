"""Tells how much a third person verb without a subject suggests the reader; changes nothing."""

from __future__ import annotations

from mannerly.adapt.register.italian.groups import Group, Scene
from mannerly.adapt.register.italian.left import Left
from mannerly.adapt.register.italian.orders import Orders
from mannerly.adapt.register.italian.places import Strength
from mannerly.adapt.register.italian.subjects import Subjects
from mannerly.adapt.register.italian.tokens import Token

_WISH = "subjunctive"


class Hints:
    """The third persons of one scene that may be Lei."""

    def __init__(self, scene: Scene, subjects: Subjects, orders: Orders) -> None:
        """Look at this scene, its subjects and orders found already."""
        self._scene = scene
        self._grammar = scene.grammar
        self._subjects = subjects
        self._orders = orders

    def strength(self, group: Group) -> Strength:
        """Return how much a verb suggests the reader by itself."""
        left = self._subjects.left(group)
        if left.subject and not left.named:
            return Strength.FOLLOWS
        shown = self._asked(group, left) or self._if(group, left) or self._saying(group)
        shown = shown or self._opening(group) or self._may(group, left) or self._hoped(group, left)
        return Strength.SUGGESTS if shown or self._told(group, left) else Strength.FOLLOWS

    def _told(self, group: Group, left: Left) -> bool:
        """Tell whether a verb without a subject is the reader's because the text is known to speak to the reader."""
        lists = self._grammar.lists
        things = lists["things_do"] if group.chain else lists["things_do"] | lists["things_show"]
        if not self._subjects.told or self._orders.informal or group.lemma in things:
            return False
        after = group.end + 1
        phrase = f"{self._scene.low(after)}_{self._scene.low(after + 1)}" in lists["person_phrases"]
        alone = bool(self._heads(group) & lists["be"]) and not group.chain and phrase
        return not alone and ("1s" not in group.persons or bool(left.opener))

    def unnamed(self, index: int) -> bool:
        """Tell whether nobody is named before a token whose doing a verb could be."""
        return not any(self._names(token) for token in self._scene.tokens[:index])

    def says(self, group: Group) -> bool:
        """Tell whether a form is no bare congiuntivo, or one in a clause that asks for it."""
        if any(one.slot.endswith("3s") and not one.slot.startswith(_WISH) for one in group.readings):
            return True
        left = self._subjects.left(group)
        return bool(left.opener) or left.subject == "lei"

    def _names(self, token: Token) -> bool:
        if self._grammar.has(token, "animate"):
            return True
        own = token.lower in self._grammar.maps["possessive"].values() or self._grammar.has(token, "lei", "clitics")
        return token.capital and not token.opens and not own

    def _heads(self, group: Group) -> set[str]:
        return {one.lemma for one in group.readings}

    def _asked(self, group: Group, left: Left) -> bool:
        opener = self._scene.at(left.opened_at)
        if self._scene.asks(group.verb) and not self._grammar.has(opener, "che", "joining"):
            return True
        since = self._grammar.has(opener, "che") and self._grammar.has(self._scene.at(left.opened_at - 1), "time_nouns")
        if since and self._scene.asks(group.verb):
            return True
        return bool(left.opener) and self._grammar.has(opener, "wh_object") and self._scene.open_left(left.opened_at)

    def _if(self, group: Group, left: Left) -> bool:
        """Tell whether "se" or a polite "come" comes before: "se ha domande", "come vede"."""
        opener = self._scene.at(left.opened_at)
        if self._grammar.has(opener, "if"):
            return "1s" not in group.persons
        polite = self._heads(group) & (self._grammar.lists["tag_verbs"] | self._grammar.lists["told_verbs"])
        return self._grammar.has(opener, "as") and bool(polite) and self._scene.open_left(left.opened_at)

    def _saying(self, group: Group) -> bool:
        """Tell whether a whole saying is for the reader: "ha ragione"."""
        return f"{self._scene.low(group.verb)}_{self._scene.low(group.verb + 1)}" in self._grammar.lists["told_pairs"]

    def _opening(self, group: Group) -> bool:
        to_us = any(self._grammar.has(self._scene.tokens[place], "us") for place in group.clitics)
        if to_us or not self._orders.possible(group.start):
            return False
        heads, lists = self._heads(group), self._grammar.lists
        after = self._scene.at(group.verb + 1)
        ends = after is None or after.boundary
        if heads & lists["tag_verbs"] and (ends or self._grammar.has(after, "subordinators")):
            return True
        return bool(heads & lists["told_verbs"]) and not ends and not self._grammar.has(after, "che")

    def _may(self, group: Group, left: Left) -> bool:
        """Tell whether something is allowed or advised, and nobody named: "so che può cambiarlo"."""
        if not self._heads(group) & self._grammar.lists["advice_verbs"] or not group.chain:
            return False
        opener = self._scene.at(left.opened_at)
        if self._grammar.has(opener, "che") and self._subjects.relative(left.opened_at):
            return False
        return self.unnamed(group.start)

    def _hoped(self, group: Group, left: Left) -> bool:
        """Tell whether the writer hopes it or is glad of it: "spero che stia bene"."""
        index = left.opened_at
        if not self._grammar.has(self._scene.at(index), "che"):
            return False
        governor = self._scene.by_token.get(index - 1)
        if governor is None or any(self._grammar.has(self._scene.tokens[place], "us") for place in governor.clitics):
            return self._grammar.has(self._scene.at(index - 1), "glad")
        ours = governor.persons & {"1s", "1p"}
        return bool(ours and self._heads(governor) & self._grammar.lists["hoping_verbs"]) and self.unnamed(group.start)
