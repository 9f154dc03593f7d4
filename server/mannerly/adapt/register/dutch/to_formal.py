"""Brings a Dutch line from je to u; the reading of the line is another's work."""

from __future__ import annotations

from functools import cached_property

from mannerly.adapt.register.dutch.courtesy import courtesies
from mannerly.adapt.register.dutch.informal import InformalReading, Part, Role
from mannerly.adapt.register.dutch.line import Line
from mannerly.adapt.register.text import Change, like

_RULE = "nl.register."


class ToFormal:
    """The changes to u."""

    def __init__(self, line: Line) -> None:
        """Use this line."""
        self._line = line
        self._words = line.words
        self._verbs = line.verbs
        self._roles = InformalReading(line).roles

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change, those of set phrases first."""
        phrases = courtesies(self._line, formal=False)
        taken = {k for phrase in phrases for k in phrase.tokens}
        verbs = dict[int, str]()
        changes = [phrase.change for phrase in phrases]
        for i, role in self._roles.items():
            if i not in taken:
                changes.append(self._word(i, role))
                verbs.update(self._verb(i, role))
        return (*changes, *(self._replaced("verb", i, form) for i, form in verbs.items() if i not in taken))

    def _word(self, i: int, role: Role) -> Change:
        word = self._line.word(i)
        if role.part is Part.POSSESSIVE:
            weak = self._words.one("possessive_formal")
            return self._replaced("possessive", i, self._words.map("to_formal")[word] if self._is_alone(word) else weak)
        if role.part is Part.REFLEXIVE:
            return self._replaced("reflexive", i, self._words.one("reflexive_formal"))
        rule = "group" if self._words.has("group", word) else "pronoun"
        return self._replaced(rule, i, self._words.map("to_formal")[word])

    def _is_alone(self, word: str) -> bool:
        return self._words.has("possessive_informal", word)

    def _verb(self, i: int, role: Role) -> dict[int, str]:
        """The verb that agrees with a subject, and its form with u."""
        if role.part is not Part.SUBJECT:
            return {}
        if self._words.has("group", self._line.word(i)):
            return self._group_verb(i, role)
        if role.verb is not None:
            polite = self._verbs.polite(self._line.word(role.verb))
            return {role.verb: polite} if polite and polite != self._line.word(role.verb) else {}
        return self._following(i)

    def _following(self, i: int) -> dict[int, str]:
        """Je kan, als je wil: u has forms of its own."""
        line, forms = self._line, self._words.map("following_informal")
        for k in line.after(i):
            word = line.word(k)
            if word in forms:
                subordinate = self._words.has("subordinators", line.word(line.prev(i)))
                return {k: forms[word]} if subordinate or line.next(k) is None or k == line.next(i) else {}
            if self._words.has("subject_pronouns", word) and not self._words.has("objects", word):
                return {}
        return {}

    def _group_verb(self, i: int, role: Role) -> dict[int, str]:
        line = self._line
        if role.verb is not None:
            return self._singular(role.verb)
        finite = [k for k in line.after(i) if self._verbs.is_(line.word(k), "infinitive", "pasts")]
        finite = [k for k in finite if line.word(line.prev(k)) != self._words.one("infinitive_mark")]
        helpers = [k for k in finite if self._words.has("helpers", line.word(k))]
        chosen = helpers[:1] or finite[:1] if line.next(i) in finite[:1] else helpers[:1] or finite[-1:]
        return self._singular(chosen[0]) if chosen else {}

    def _singular(self, verb: int) -> dict[int, str]:
        form = self._verbs.singular(self._line.word(verb))
        return {verb: form} if form else {}

    def _replaced(self, rule: str, i: int, after: str) -> Change:
        token = self._line.tokens[i]
        return Change(_RULE + rule, token.start, token.end, like(token.raw, after))
