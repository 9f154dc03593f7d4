"""Finds what stands before an Italian verb in its clause: a subject, a conjunction, Lei; judges nothing."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.italian.groups import Group, Scene
from mannerly.adapt.register.italian.tokens import Token
from mannerly.adapt.register.text import Kind

_START = ""


@dataclass(frozen=True, slots=True)
class Left:
    """What stands between a verb and the opening of its clause.

    Args:
        subject: "third" for a noun or pronoun, "lei" for the pronoun of address, "" for nothing.
        place: index of the pronoun of address.
        opener: the word that opens the clause, "" for a sentence or a mark.
        opened_at: its index.
        named: the question word that the noun before the verb belongs to ("quale browser").
    """

    subject: str
    place: int
    opener: str
    opened_at: int
    named: bool = False


class Lefts:
    """The clause openings of one scene."""

    def __init__(self, scene: Scene, *, told: bool = False) -> None:
        """Look at this scene; `told` when it is known to speak to the reader and of nobody else."""
        self.told = told
        self.scene = scene
        self._grammar = scene.grammar
        self._lefts: dict[int, Left] = {}

    def left(self, group: Group) -> Left:
        """Return what stands before the verb in its clause."""
        if group.verb not in self._lefts:
            self._lefts[group.verb] = self._left(group.start - 1, third=False)
        return self._lefts[group.verb]

    def _left(self, place: int, *, third: bool) -> Left:
        timed = False
        while place >= 0:
            token = self.scene.tokens[place]
            if self.scene.tokens[place + 1].opens or token.boundary:
                return Left("third" if third else "", -1, _START, place)
            if place in self.scene.by_token:
                return self._verb_before(place, third)
            if token.quoted:
                third = True
                place -= 1
                continue
            if self._grammar.has(token, "lei") and not self._after_preposition(place):
                return Left("lei", place, _START, place)
            if token.opens and self._infinitive(token):
                return Left("third", -1, _START, place)
            if self._grammar.has(token, "coordinators", "subordinators"):
                return Left("third" if third else "", -1, token.lower, place, third and self._names(place))
            if third and not timed and self._complete(place):
                return Left("third", -1, _START, place)
            third, timed = self._counted(token, third, timed)
            place -= 1
        return Left("third" if third else "", -1, _START, place)

    def _verb_before(self, place: int, third: bool) -> Left:
        """Return what a verb without a mark between says: after a relative clause its noun is the subject."""
        opened = self.left(self.scene.by_token[place])
        index = opened.place - 1 if opened.subject == "lei" else opened.opened_at
        if opened.subject == "lei":
            opened = Left("", -1, self.scene.low(index), index)
        if third or not opened.opener or not self._grammar.has(self.scene.at(index), "relatives"):
            return Left("third" if third else "", -1, self.scene.low(place), place)
        if self._grammar.has(self.scene.at(index - 1), "prepositions"):
            index -= 1
        elif not self.relative(index):
            return Left("", -1, self.scene.low(place), place)
        return self._left(index - 1, third=False)

    def _after_preposition(self, place: int) -> bool:
        before = self.scene.at(place - 1)
        return before is not None and not self.scene.tokens[place].opens and self._grammar.has(before, "before_oblique")

    def _names(self, place: int) -> bool:
        """Tell whether a question word takes the noun after it: "quale browser", not "che il corriere"."""
        after = self.scene.at(place + 1)
        asks = self._grammar.has(self.scene.tokens[place], "wh_determiner") and self.asks_for(place)
        return asks and not self._grammar.has(after, "articles", "determiners")

    def _complete(self, place: int) -> bool:
        """Tell whether an article opens a noun phrase that no preposition governs."""
        before = self.scene.at(place - 1)
        alone = before is None or self.scene.tokens[place].opens
        governed = self._grammar.has(
            before, "prepositions", "articulated", "coordinators", "subordinators", "determiners"
        )
        governed = governed or (before is not None and self._nonfinite(before))
        return self._grammar.has(self.scene.tokens[place], "articles") and (alone or not governed)

    def _counted(self, token: Token, third: bool, timed: bool) -> tuple[bool, bool]:
        """Return whether a subject is seen, and whether a time is being read, after one more word to the left."""
        if self._grammar.adverb(token) or self._grammar.has(token, "clitics", "clitics_elided"):
            return third, timed and not self._grammar.has(token, "articles")
        if self._grammar.has(token, "prepositions", "articulated"):
            return False, False
        if self._grammar.has(token, "time_nouns"):
            return third, True
        if timed:
            return third, not self._grammar.has(token, "articles", "determiners")
        if token.kind is Kind.NUMBER or (token.kind is Kind.MARK):
            return third, timed
        if self._nonfinite(token):
            return False, False
        return True, timed

    def _infinitive(self, token: Token) -> bool:
        return any(found.slot == "infinitive" for found in self._grammar.verbs.nonfinite(token.lower))

    def _nonfinite(self, token: Token) -> bool:
        """Tell whether a word is an infinitive or gerund, whose object is no subject."""
        found = self._grammar.verbs.nonfinite(token.lower)
        return self._grammar.verbs.hanging(token.lower) is not None or any(
            one.slot in ("infinitive", "gerund") for one in found
        )

    def relative(self, index: int) -> bool:
        """Tell whether "che" follows a noun and not a verb of saying or an adjective."""
        before = self.scene.at(index - 1)
        if before is not None and before.text in self._grammar.lists["weak_marks"]:
            index -= 1
            before = self.scene.at(index - 1)
        if before is None or self.scene.open_left(index) or before.kind is Kind.MARK:
            return False
        if self._grammar.adverb(before) or self._grammar.has(
            before, "before_complement", "clitics", "coordinators", "subordinators"
        ):
            return False
        if self._grammar.has(before, "demonstratives"):
            return True
        return index - 1 not in self.scene.by_token and self._grammar.verbs.host(before.lower) is None

    def asks_for(self, index: int) -> bool:
        """Tell whether a word like "che" is a question word and no conjunction."""
        before = self.scene.at(index - 1)
        if not self._grammar.has(self.scene.tokens[index], "che"):
            return True
        return self.scene.open_left(index) or self._grammar.has(before, "prepositions", "joining")
