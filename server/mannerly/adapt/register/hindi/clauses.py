"""Cuts Hindi sentences into clauses and finds whose verb each one has; knows no pronoun form and changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from mannerly.adapt.register.hindi.reading import LEVELS, Pronoun, Reading
from mannerly.adapt.register.hindi.verbs import Form, HindiVerbs
from mannerly.adapt.register.text import Kind

_FINITE = ("may.aap", "may.tum", "ask.", "later.", "will.")
_PARTICIPLE = ("habit.", "done.")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Who a verb speaks of.

    Args:
        you: True for the reader.
        level: the level of the pronoun, "" where none says it.
        stated: True where a nominative pronoun stands in the clause.
        agent: True where the pronoun stands in the case whose verb agrees with the object.
        person: the word list of another subject ("first", "they", "people").
        plural: True when several people are addressed.
    """

    you: bool = False
    level: str = ""
    stated: bool = False
    agent: bool = False
    person: str = ""
    plural: bool = False


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A run of tokens that ends with its finite verb.

    Args:
        first: its first token.
        verb: the word that agrees, the last token; None where the run has no verb.
        last: index behind its last token.
        asks: True in a sentence that ends with a question mark.
    """

    first: int
    verb: int | None
    last: int
    asks: bool


@dataclass(frozen=True)
class Clauses:
    """The clauses of a text, each with its subject as far as it can be told."""

    reading: Reading
    verbs: HindiVerbs
    _read: dict[int, tuple[Form, ...]] = field(default_factory=dict)

    @cached_property
    def all(self) -> tuple[Clause, ...]:
        """Every clause, in order."""
        found: list[Clause] = []
        for first, end in self.reading.sentences:
            asks = any(self.reading.tokens[index].text == "?" for index in range(first, end))
            for index in range(first, end):
                if self.finite(index):
                    found.append(Clause(first=first, verb=index, last=index + 1, asks=asks))
                    first = index + 1
            if first < end:
                found.append(Clause(first=first, verb=None, last=end, asks=asks))
        return tuple(found)

    def forms(self, index: int) -> tuple[Form, ...]:
        """Return the readings of a token as a verb."""
        if index not in self._read:
            self._read[index] = self._forms(index)
        return self._read[index]

    def _forms(self, index: int) -> tuple[Form, ...]:
        token = self.reading.at(index)
        if token is None or token.kind is not Kind.WORD:
            return ()
        if self.reading.has("number_twin", index):
            return self.verbs.read(token.key) if self._gives(index) else ()
        if self.reading.has("last_only", index) and not self.reading.ends(index + 1):
            return ()
        if self.reading.has("auxiliary_only", index) and not self.reading.has("finite", index + 1):
            return self.verbs.read(token.key) if self.reading.has("be", index + 1) else ()
        return () if self.reading.has("never_verb", index) else self.verbs.read(token.key)

    def is_slot(self, index: int, *starts: str) -> bool:
        """Whether a token can be a verb form whose slot begins so."""
        return any(form.slot.startswith(starts) for form in self.forms(index))

    def is_root(self, index: int, words: str) -> bool:
        """Whether a token can only be a form of roots of this word list."""
        roots = self.reading.lexicon.words(words)
        forms = self.forms(index)
        return bool(forms) and all(form.root in roots for form in forms)

    def finite(self, index: int) -> bool:
        """Whether a clause ends with this token."""
        if self.reading.has("finite", index):
            return True
        if self.reading.has("be", index):
            return not self.is_root(index + 1, "chain")
        if self.is_slot(index, *_FINITE):
            return self.reading.ends(index + 1) or not self.reading.has("noun_twin", index)
        if not self.reading.ends(index + 1):
            return False
        return self.is_slot(index, *_PARTICIPLE) or (self.is_slot(index, "stem", "may.tu") and self._intimate(index))

    def main(self, clause: Clause) -> int:
        """Return where the verb group of a clause begins."""
        index = clause.verb if clause.verb is not None else clause.last
        begin = index
        while index > clause.first:
            index -= 1
            if self.forms(index):
                begin = index
            elif not (self.reading.has("denials", index) or self.reading.has("particles", index)):
                break
        return begin

    def stated(self, number: int) -> Subject | None:
        """Return the subject that stands in a clause."""
        clause = self.all[number]
        end = clause.last if clause.verb is None else clause.verb
        found: Subject | None = None
        for index in range(clause.first, end):
            found = self._subject_at(index, found) or found
        behind = self.reading.pronouns.get(end + 1)
        if found is None and behind and behind.nominative and self.reading.ends(end + 2 + behind.plural):
            return _stated(behind)
        return found

    def pronoun_in(self, clause: Clause, *cases: str) -> bool:
        """Whether the reader stands in a clause in another role than its subject; any role without cases."""
        found = (self.reading.pronouns.get(index) for index in range(clause.first, clause.last))
        return any(
            pronoun and not pronoun.nominative and (not cases or (pronoun.apart or pronoun.case) in cases)
            for pronoun in found
        )

    def has(self, words: str, clause: Clause) -> bool:
        """Whether a word of a list stands in a clause."""
        return any(self.reading.has(words, index) for index in range(clause.first, clause.last))

    def opener(self, clause: Clause) -> int:
        """Return where the first word of a clause stands."""
        words = (index for index in range(clause.first, clause.last) if self.reading.tokens[index].kind is Kind.WORD)
        return next(words, clause.first)

    def bare(self, clause: Clause) -> int:
        """Count the words before the verb group that can be subject or object: no postposition stands behind them."""
        run = 0
        for index in range(clause.first, self.main(clause)):
            if self.reading.has("postpositions", index):
                run = 0
            elif self.reading.tokens[index].kind is not Kind.MARK and not self._light(index):
                run += 1
        return run

    def _light(self, index: int) -> bool:
        return self.reading.has("light", index) or index in self.reading.pronouns or bool(self.forms(index))

    def _subject_at(self, index: int, found: Subject | None) -> Subject | None:
        pronoun = self.reading.pronouns.get(index)
        if pronoun and (pronoun.nominative or pronoun.case == "agent" or pronoun.apart == "agent"):
            joined = found is not None and found.person == "first" and self.reading.has("and", index - 1)
            return None if joined else _stated(pronoun)
        if not self.reading.nominative(index):
            return None
        if self.reading.has("first", index):
            return Subject(person="first")
        if found is not None:
            return None
        for words in ("they_plain", "they", "people"):
            if self.reading.has(words, index):
                return Subject(person=words)
        return None

    def _intimate(self, index: int) -> bool:
        """Whether the lowest pronoun stands before a bare root as its subject."""
        while index and not self.reading.tokens[index].opens:
            index -= 1
            pronoun = self.reading.pronouns.get(index)
            if pronoun and pronoun.nominative:
                return pronoun.level == LEVELS[-1]
        return False

    def _gives(self, index: int) -> bool:
        near = range(max(0, index - 5), index)
        if not index or (
            self.reading.has("number_noun", index - 1) and not any(self.reading.has("giving", each) for each in near)
        ):
            return False
        before = self.reading.tokens[index - 1]
        ends = self.reading.ends(index + 1) and before.kind is Kind.WORD
        return ends or self.is_slot(index - 1, "stem", "name.p")


def _stated(pronoun: Pronoun) -> Subject:
    return Subject(
        you=True,
        level=pronoun.level,
        stated=pronoun.nominative,
        agent=not pronoun.nominative,
        plural=pronoun.plural,
    )
