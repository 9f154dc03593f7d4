"""Finds the finite verbs of an Italian text with their pronouns and what hangs on them; knows no addressee."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mannerly.adapt.register.inflection import Analysis
from mannerly.adapt.register.italian.homographs import Homographs
from mannerly.adapt.register.italian.line import Line
from mannerly.adapt.register.italian.tokens import Token
from mannerly.adapt.register.text import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A finite verb.

    Args:
        verb: index of its token.
        clitics: indexes of the pronouns directly before it.
        chain: indexes of the participles, infinitives and gerunds that hang on it.
        readings: what the form can be.
        lemma: the verb that says what happens: the last of the chain.
    """

    verb: int
    clitics: tuple[int, ...]
    chain: tuple[int, ...]
    readings: tuple[Analysis, ...]
    lemma: str

    @property
    def start(self) -> int:
        """The first of the pronouns, or the verb."""
        return self.clitics[0] if self.clitics else self.verb

    @property
    def end(self) -> int:
        """The last token."""
        return self.chain[-1] if self.chain else self.verb

    @property
    def persons(self) -> frozenset[str]:
        """Every person that the form can be."""
        return frozenset(found.slot.split(".")[1] for found in self.readings)

    def reading(self, person: str, *tenses: str) -> Analysis | None:
        """Return the first reading of a person, in one of the tenses if any are named."""
        found = [one for one in self.readings if one.slot.endswith(person)]
        return next((one for one in found if not tenses or one.slot.split(".")[0] in tenses), None)


class Scene(Line):
    """The tokens of one text and its verbs."""

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Every finite verb in order."""
        found, homographs = list[Group](), Homographs(self)
        for index, token in enumerate(self.tokens):
            if token.kind is Kind.WORD and not token.quoted and (not found or index > found[-1].end):
                readings = self.grammar.verbs.finite(token.lower)
                wish = bool(found) and found[-1].reading("3s", "subjunctive") is not None
                if readings and homographs.is_verb(index, readings, after_wish=wish):
                    found.append(self._group(index, readings))
        return tuple(found)

    @cached_property
    def by_token(self) -> dict[int, Group]:
        """The group that a token belongs to."""
        return {index: group for group in self.groups for index in (*group.clitics, group.verb, *group.chain)}

    def before(self, index: int) -> Group | None:
        """Return the last verb before a token in its sentence."""
        found = [group for group in self.groups if group.verb < index]
        if not found or any(self.tokens[place].opens for place in range(found[-1].verb + 1, index + 1)):
            return None
        return found[-1]

    def _group(self, index: int, readings: tuple[Analysis, ...]) -> Group:
        chain = self._chain(index, readings)
        return Group(
            verb=index,
            clitics=self._clitics(index),
            chain=chain,
            readings=readings,
            lemma=self._said(chain, readings),
        )

    def _said(self, chain: tuple[int, ...], readings: tuple[Analysis, ...]) -> str:
        """Return the verb that pronouns before the finite one belong to: not one after a preposition, but for a few."""
        lemma = readings[0].lemma
        for place in chain:
            linked = self.grammar.has(self.at(place - 1), "linking_prepositions")
            if linked and lemma not in self.grammar.lists["climbing"]:
                break
            lemma = self._lemma(place)
        return lemma

    def _clitics(self, index: int) -> tuple[int, ...]:
        found = list[int]()
        place = index - 1
        while place >= 0 and not self.tokens[place + 1].opens and self._is_clitic(place):
            found.insert(0, place)
            place -= 1
        return tuple(found)

    def _is_clitic(self, index: int) -> bool:
        token = self.tokens[index]
        if token.quoted or token.kind is not Kind.WORD:
            return False
        if self.grammar.has(token, "pair_first") and not self.grammar.has(self.at(index + 1), "after_te"):
            return False
        if self.grammar.has(token, "if"):
            return self._is_reflexive(index)
        return self.grammar.has(token, "clitics_elided") if token.elided else self.grammar.has(token, "clitics")

    def _is_reflexive(self, index: int) -> bool:
        """Tell "se ne occupa", "Lei se lo ricorda" from the conjunction in "se lo ricorda"."""
        before, after = self.at(index - 1), self.at(index + 1)
        if (
            before is not None
            and not self.tokens[index].opens
            and self.grammar.has(before, "lei", "negation", "subject_pronouns")
        ):
            return True
        return self.grammar.has(after, "of_it") and not self.grammar.has(self.at(index + 2), "had")

    def _chain(self, index: int, readings: tuple[Analysis, ...]) -> tuple[int, ...]:
        found, last = list[int](), {one.lemma for one in readings}
        place = index
        while len(found) < 4:
            after = self.skip(place + 1)
            linked = after
            token = self.at(after)
            if token is not None and self.grammar.has(token, "linking_prepositions") and not token.elided:
                linked = self.skip(after + 1)
            token = self.at(linked)
            if token is None or token.kind is not Kind.WORD or token.opens or token.quoted:
                break
            lemma = self._hangs(token, last, linked != after)
            if lemma is None:
                break
            found.append(linked)
            place, last = linked, {lemma}
        return tuple(found)

    def _hangs(self, token: Token, on: set[str], linked: bool) -> str | None:
        """Return the verb of a nonfinite word that can stand after one of these verbs."""
        host = self.grammar.verbs.hanging(token.lower)
        if host is not None:
            return host.lemma
        for found in self.grammar.verbs.nonfinite(token.lower):
            if found.slot == "participle" and not linked and on & self.grammar.lists["participle_takers"]:
                return found.lemma
            if found.slot == "infinitive" or (
                found.slot == "gerund" and not linked and on & self.grammar.lists["stay"]
            ):
                return found.lemma
        return None

    def _lemma(self, index: int) -> str:
        word = self.low(index)
        host = self.grammar.verbs.hanging(word)
        if host is not None:
            return host.lemma
        return next((found.lemma for found in self.grammar.verbs.nonfinite(word)), "")
