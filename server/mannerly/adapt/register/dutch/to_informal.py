"""Brings a Dutch line from u to je, jij, jou or jouw; the reading of the line is another's work."""

from __future__ import annotations

from functools import cached_property

from mannerly.adapt.register.dutch.courtesy import courtesies
from mannerly.adapt.register.dutch.formal import FormalReading
from mannerly.adapt.register.dutch.informal import Part, Role
from mannerly.adapt.register.dutch.line import Line
from mannerly.adapt.register.dutch.stress import Stress
from mannerly.adapt.register.text import Change, like

_RULE = "nl.register."


class ToInformal:
    """The changes to je."""

    def __init__(self, line: Line) -> None:
        """Use this line."""
        self._line = line
        self._words = line.words
        self._verbs = line.verbs
        self._reading = FormalReading(line)
        self._stress = Stress(line, self._reading.roles)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change, those of set phrases first."""
        phrases = courtesies(self._line, formal=True)
        taken = {k for phrase in phrases for k in phrase.tokens}
        changes = [phrase.change for phrase in phrases]
        for i, role in self._reading.roles.items():
            if i not in taken:
                is_order = role.verb is not None and i in self._reading.orders
                changes += self._order(i, role.verb or 0) if is_order else self._reader(i, role)
        changes += [self._replaced("reflexive", i, self._reflexive(i)) for i in self._reading.reflexives]
        forms = self._words.map("following_formal")
        inverted = {role.verb for role in self._reading.roles.values()}
        changes += [
            self._replaced("verb", i, forms[self._line.word(i)]) for i in self._reading.auxiliaries if i not in inverted
        ]
        return tuple(changes)

    def _reader(self, i: int, role: Role) -> list[Change]:
        word = self._line.word(i)
        if self._words.has("selves_formal", word) or self._words.has("possessive_alone", word):
            return [self._replaced("pronoun", i, self._words.map("to_informal")[word])]
        if role.part is Part.POSSESSIVE:
            return [self._replaced("possessive", i, self._stress.possessive(i))]
        group = self._line.next(i)
        if self._words.has("group_words", self._line.word(group)):
            return self._group(i, role)
        pronoun = self._replaced("pronoun", i, self._stress.pronoun(i, role))
        if role.verb is None:
            return [pronoun]
        verb = self._line.word(role.verb)
        form = self._verbs.familiar(verb)
        return [pronoun] if form in (None, verb) else [pronoun, self._replaced("verb", role.verb, form or verb)]

    def _group(self, i: int, role: Role) -> list[Change]:
        """U allemaal is jullie allemaal, with the plural of its verb."""
        changes = [self._replaced("group", i, self._words.one("group"))]
        after = self._line.next(i)
        follower = self._line.next(after) if after is not None else None
        verb = role.verb if role.verb is not None else follower if role.part is Part.SUBJECT else None
        form = None if verb is None else self._verbs.plural(self._line.word(verb))
        return [*changes, self._replaced("verb", verb, form)] if verb is not None and form else changes

    def _order(self, i: int, place: int) -> list[Change]:
        verb, reader = self._line.tokens[place], self._line.tokens[i]
        form = self._verbs.familiar(verb.text, order=True) or verb.text
        return [Change(f"{_RULE}imperative", verb.start, reader.end, like(verb.raw, form))]

    def _reflexive(self, i: int) -> str:
        alone = self._words.one("reflexive_formal_self") == self._line.word(i)
        return self._words.one("self_informal" if alone else "reader_informal")

    def _replaced(self, rule: str, i: int, after: str) -> Change:
        token = self._line.tokens[i]
        return Change(_RULE + rule, token.start, token.end, self._cased(i, after))

    def _cased(self, i: int, after: str) -> str:
        """Capitals as written; a lone U is a capital of courtesy inside a sentence and of shouting among capitals."""
        token = self._line.tokens[i]
        if len(token.raw) > 1:
            shouted = token.raw.isupper()
            lone = token.raw[:1].isupper() and not self._leads(i) and not shouted
            is_reader = self._words.has("possessives_formal", token.text)
            return after if lone and is_reader else like(token.raw, after)
        if token.raw.isupper() and self._is_shouted(i):
            return after.upper()
        return like(token.raw, after) if self._leads(i) else after

    def _is_shouted(self, i: int) -> bool:
        beside = [k for k in (self._line.prev(i), self._line.next(i)) if k is not None]
        raws = [self._line.tokens[k].raw for k in beside]
        return any(len(raw) > 1 and raw.isupper() for raw in raws)

    def _leads(self, i: int) -> bool:
        return self._line.tokens[i].opens or self._line.prev(i) is None
