"""Reads what je, jij, jou, jouw and jullie are in a Dutch clause; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from mannerly.adapt.register.dutch.line import Line
from mannerly.adapt.register.dutch.nouns import Nouns
from mannerly.adapt.register.dutch.subjects import Subjects
from mannerly.adapt.register.text import Kind


class Part(Enum):
    """What a word for the reader is in its clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    POSSESSIVE = "possessive"
    REFLEXIVE = "reflexive"


@dataclass(frozen=True, slots=True)
class Role:
    """A part, and the verb right before that agrees with it.

    Args:
        part: the part.
        verb: token of an inverted verb whose subject it is.
    """

    part: Part
    verb: int | None = None


class InformalReading:
    """The parts of all familiar words of a line."""

    def __init__(self, line: Line) -> None:
        """Read this line."""
        self._line = line
        self._words = line.words
        self._verbs = line.verbs
        self._nouns = Nouns(line)
        self._subjects = Subjects(line)

    @cached_property
    def roles(self) -> dict[int, Role]:
        """The role of each familiar word, in order."""
        roles = dict[int, Role]()
        for i, token in enumerate(self._line.tokens):
            if token.quoted or token.kind is not Kind.WORD or token.text not in self._words.map("to_formal"):
                continue
            others = self._words.has("group", token.text) and self._has_polite
            if not others and not self._words.has("fixed_next", self._line.word(self._line.next(i))):
                roles[i] = self._role(i, roles)
        return roles

    @cached_property
    def _has_polite(self) -> bool:
        """Whether somebody is called u, so that a group beside is other people."""
        return any(token.text in self._words.map("to_informal") for token in self._line.tokens)

    def _role(self, i: int, roles: dict[int, Role]) -> Role:
        word = self._line.word(i)
        if self._words.has("possessive_informal", word):
            return Role(Part.POSSESSIVE)
        if self._words.has("strong_object", word) or self._words.has("self_familiar", word):
            return Role(Part.OBJECT)
        if self._words.has("group", word):
            return self._group(i)
        if self._words.has("strong_subject", word):
            before = self._line.prev(i)
            agrees = before is not None and self._verbs.polite(self._line.word(before)) is not None
            return Role(Part.SUBJECT, before if agrees else None)
        role = self._weak(i, roles)
        if role.part is Part.OBJECT and self._is_reflexive(i, roles):
            return Role(Part.REFLEXIVE)
        return role

    def _group(self, i: int) -> Role:
        before = self._line.prev(i)
        if before is not None and self._verbs.is_(self._line.word(before), "infinitive", "pasts"):
            return Role(Part.SUBJECT, before) if self._subjects.is_reader(before) else Role(Part.OBJECT)
        if self._nouns.head(i) is not None and (before is None or not self._opens(i)):
            return Role(Part.POSSESSIVE)
        follower = self._line.word(self._line.next(i))
        if self._opens(i) and (self._nouns.head(i) is None or self._verbs.is_(follower, "infinitive", "pasts")):
            return Role(Part.SUBJECT)
        if self._opens(i) and before is not None and self._subordinate_group(i):
            return Role(Part.SUBJECT)
        return Role(Part.POSSESSIVE if self._nouns.head(i) is not None else Part.OBJECT)

    def _subordinate_group(self, i: int) -> bool:
        head = self._nouns.head(i)
        return head is not None and (self._words.has("bare_nouns", self._line.word(head)) or self._is_plural(head))

    def _opens(self, i: int) -> bool:
        """Whether nothing but an opener or a subordinator stands before in the clause."""
        return all(
            self._words.has("openers", word) or self._words.has("subordinators", word)
            for word in map(self._line.word, self._line.before(i))
        )

    def _weak(self, i: int, roles: dict[int, Role]) -> Role:
        line, before = self._line, self._line.prev(i)
        head = self._nouns.head(i)
        owned = Role(Part.POSSESSIVE if head is not None else Part.OBJECT)
        if before is None or self._words.has("openers", line.word(before)):
            return owned if head is not None else Role(Part.SUBJECT)
        word = line.word(before)
        if self._words.has("subordinators", word):
            return self._subordinate(i, head)
        if self._words.has("prepositions", word) or self._words.has("thanks", word):
            return owned
        if self._may_invert(i, before, roles):
            inverted = self._inverted(i, before, head)
            if inverted is not None:
                return inverted
        if head is not None and self._is_gift(i, head, roles):
            return Role(Part.OBJECT)
        return owned

    def _may_invert(self, i: int, verb: int, roles: dict[int, Role]) -> bool:
        if not self._subjects.is_verb(verb) or self._subjects.has_own(verb):
            return False
        named = any(k in roles and roles[k].part is Part.SUBJECT for k in self._subjects.joined_before(verb))
        return not (named and self._subjects.is_shared(verb))

    def _inverted(self, i: int, verb: int, head: int | None) -> Role | None:
        """The reader behind a verb without another subject; None where it is no subject."""
        line, word = self._line, self._line.word(verb)
        subject = Role(Part.SUBJECT, verb)
        if self._subjects.is_shared(verb):
            loose = head is None or self._is_bare(head) or self._is_plural(head)
            return subject if loose and self._subjects.is_reader(verb) else None
        if not self._subjects.opens_clause(verb) or line.is_question(i):
            return subject
        if self._subjects.orders_reflexive(verb, i):
            return Role(Part.OBJECT)
        if self._subjects.never_ordered(word) or head is None or self._is_bare(head):
            return subject
        return Role(Part.POSSESSIVE)

    def _subordinate(self, i: int, head: int | None) -> Role:
        if head is None:
            return Role(Part.SUBJECT)
        rest = [self._line.word(k) for k in self._line.after(head)]
        lemmas = (lemma for word in rest for lemma in self._verbs.lemmas(word))
        acts = any(self._words.has("deeds_of_things", lemma) for lemma in lemmas)
        if any(self._words.has("third_person", word) for word in rest) or (acts and self._is_bare(head)):
            return Role(Part.POSSESSIVE)
        if self._is_bare(head):
            return Role(Part.SUBJECT)
        if any(self._words.has("second_person", word) for word in rest):
            return Role(Part.SUBJECT)
        verbal = [word for word in rest if self._verbs.is_verbal(word)]
        singular = any(
            self._words.has("shared", word) or self._verbs.is_(word, "present", "third", "past_") for word in verbal
        )
        if not verbal and self._line.next(self._line.next(i) or i) is None:
            return Role(Part.SUBJECT)
        return Role(Part.SUBJECT if singular and self._is_plural(head) else Part.POSSESSIVE)

    def _is_bare(self, head: int) -> bool:
        return self._words.has("bare_nouns", self._line.word(head))

    def _is_plural(self, head: int) -> bool:
        token = self._line.tokens[head]
        ends = token.kind is Kind.WORD and self._words.fits("plural", token.text)
        return ends and not self._words.fits("singular", token.text)

    def _is_gift(self, i: int, head: int, roles: dict[int, Role]) -> bool:
        if any(k in roles and roles[k].part is Part.OBJECT for k in self._line.before(i)):
            return False
        clause = (*self._line.before(i), *self._line.after(i))
        lemmas = (lemma for k in clause for lemma in self._verbs.lemmas(self._line.word(k)))
        gives = any(self._words.has("giving", lemma) for lemma in lemmas)
        between = all(self._words.has("either", self._line.word(k)) for k in range(i + 1, head))
        return gives and between and self._words.has("gifts", self._line.word(head))

    def _is_reflexive(self, i: int, roles: dict[int, Role]) -> bool:
        """Whether the reader is the subject of the clause already, so that a second je is its reflexive."""
        before = self._line.prev(i)
        if before in roles and roles[before].part is not Part.POSSESSIVE:
            return True
        if self._nouns.after_preposition(i):
            return False
        for k in reversed(self._line.before(i)):
            if k in roles and roles[k].part is Part.SUBJECT:
                return True
            if self._words.has("subject_pronouns", self._line.word(k)):
                return False
        return False
