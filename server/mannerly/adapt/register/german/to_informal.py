"""Turns the polite address of a German text into du; knows no evidence of its own."""

from __future__ import annotations

from functools import cached_property

from mannerly.adapt.register.german.clauses import Clauses
from mannerly.adapt.register.german.formal import FormalReading
from mannerly.adapt.register.german.reflexive import Reflexives
from mannerly.adapt.register.german.subjects import Part
from mannerly.adapt.register.text import Change, like

_CAPITAL = "capital_du"


class ToInformal:
    """The changes of one text."""

    def __init__(self, clauses: Clauses, formal: FormalReading, rules: str) -> None:
        """Change these places; `rules` is what the ids of the rules begin with."""
        self._c = clauses
        self._formal = formal
        self._rules = rules
        self._several = formal.several
        self._pronouns = clauses.grammar.map("to_ihr" if self._several else "to_du")
        self._capital = clauses.grammar.data.policy.get(_CAPITAL) is True

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change, in order."""
        formal = self._formal
        asked = {request.pronoun for request in formal.requests}
        table = self._c.grammar.map("possessive_to_ihr" if self._several else "possessive_to_du")
        found = [
            self._pronoun(i, self._pronouns[role.part.value]) for i, role in formal.roles.items() if i not in asked
        ]
        found += [self._pronoun(i, self._pronouns["dative"]) for i in formal.datives]
        found += [self._put("possessive", i, table[self._c.low(i)]) for i in formal.possessives]
        found += [self._verb("verb", j, self._finite(j)) for j in formal.finite]
        found += [self._verb("imperative", j, self._request(j)) for j in formal.asked_verbs]
        found += [self._removed(i) for i in asked]
        found += self._reflexives()
        return tuple(sorted(found, key=lambda change: change.start))

    def _finite(self, j: int) -> str:
        verbs, form = self._c.verbs, self._c.low(j)
        return verbs.to_ihr(form) if self._several or j in self._formal.joint_verbs else verbs.to_du(form)

    def _request(self, j: int) -> str:
        verbs, form = self._c.verbs, self._c.low(j)
        return verbs.to_ihr(self._c.lemma(j) or form) if self._several else verbs.to_imperative(form)

    def _pronoun(self, i: int, pronoun: str) -> Change:
        return self._put("pronoun", i, pronoun)

    def _put(self, rule: str, i: int, familiar: str) -> Change:
        word = self._c.word(i)
        if word.text.isupper() and len(word.text) > 1:
            familiar = familiar.upper()
        elif self._capital:
            familiar = familiar[:1].upper() + familiar[1:]
        elif self._c.opens(i):
            familiar = like(word.text, familiar)
        return Change(self._rules + rule, word.start, word.end, familiar)

    def _verb(self, rule: str, j: int, form: str) -> Change:
        word = self._c.word(j)
        return Change(self._rules + rule, word.start, word.end, like(word.text, form))

    def _removed(self, i: int) -> Change:
        word, before = self._c.word(i), self._c.word(i - 1)
        return Change(f"{self._rules}imperative", before.end, word.end, "")

    def _reflexives(self) -> list[Change]:
        formal, c = self._formal, self._c
        subjects = {i for i, role in formal.roles.items() if role.part is Part.SUBJECT}
        agreeing = subjects | set(formal.finite) | formal.asked_verbs
        address = set(formal.pronouns) | set(formal.datives)
        reader = Reflexives(c, agreeing.__contains__, address.__contains__)
        changes = list[Change]()
        for i, word in enumerate(c.words):
            if c.among(i, "reflexive") and not word.quoted and reader.bound(i):
                chunk = c.chunk(i)
                joint = any(chunk.start <= verb < chunk.end for verb in formal.joint_verbs)
                pronouns = c.grammar.map("to_ihr") if joint else self._pronouns
                changes.append(self._put("reflexive", i, pronouns[reader.case(i)]))
        return changes
