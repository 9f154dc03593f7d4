"""Reads what u, uw and zich are in a Dutch clause, and where u stands in an order; changes nothing."""

from __future__ import annotations

from functools import cached_property

from mannerly.adapt.register.dutch.informal import Part, Role
from mannerly.adapt.register.dutch.line import Line
from mannerly.adapt.register.dutch.subjects import Subjects
from mannerly.adapt.register.text import Kind


class FormalReading:
    """The parts of all polite words of a line."""

    def __init__(self, line: Line) -> None:
        """Read this line."""
        self._line = line
        self._words = line.words
        self._verbs = line.verbs
        self._subjects = Subjects(line)

    @cached_property
    def roles(self) -> dict[int, Role]:
        """The role of each polite word, in order."""
        return {
            i: self._role(i)
            for i, token in enumerate(self._line.tokens)
            if not token.quoted and token.text in self._words.map("to_informal") and not self._is_hour(i)
        }

    @cached_property
    def reflexives(self) -> tuple[int, ...]:
        """Every zich whose clause has the polite reader as subject."""
        return tuple(
            i
            for i, token in enumerate(self._line.tokens)
            if not token.quoted and self._words.has("reflexives_formal", token.text) and self._is_own(i)
        )

    @cached_property
    def auxiliaries(self) -> tuple[int, ...]:
        """Every heeft whose subject is the polite reader before it."""
        return tuple(
            i
            for i, token in enumerate(self._line.tokens)
            if not token.quoted and token.text in self._words.map("following_formal") and self._has_reader(i)
        )

    @cached_property
    def orders(self) -> frozenset[int]:
        """Every u that only belongs to an order: Neemt u contact op."""
        return frozenset(i for i, role in self.roles.items() if role.verb is not None and self._is_order(i, role.verb))

    def _is_hour(self, i: int) -> bool:
        """14 u, and titles such as Uwe Majesteit, are not the reader."""
        line = self._line
        before = line.prev(i)
        kind = None if before is None else line.tokens[before].kind
        if kind is Kind.NUMBER or (kind is Kind.SPAN and self._is_clock(i)):
            return self._is_u(i)
        after = line.next(i)
        titled = after is not None and line.tokens[after].raw[:1].isupper()
        return titled and self._words.has("title_possessive", line.word(i))

    def _is_clock(self, i: int) -> bool:
        """Om {time} u: a protected value behind a preposition of time."""
        value = self._line.prev(i)
        ahead = None if value is None else self._line.prev(value)
        return self._words.has("clock_prepositions", self._line.word(ahead))

    def _role(self, i: int) -> Role:
        line, words, word = self._line, self._words, self._line.word(i)
        if words.has("possessives_formal", word):
            return Role(Part.POSSESSIVE)
        if words.has("selves_formal", word):
            return Role(Part.OBJECT)
        before = line.prev(i)
        if before is None or words.has("openers", line.word(before)) or words.has("subordinators", line.word(before)):
            return Role(Part.SUBJECT)
        if words.has("stress_before", line.word(before)) and self._subjects.opens_clause(before):
            return Role(Part.SUBJECT)
        if words.has("prepositions", line.word(before)):
            return Role(Part.SUBJECT if self._is_until(i, before) else Part.OBJECT)
        if not self._may_invert(before):
            return Role(Part.OBJECT)
        is_subject = not self._subjects.has_own(before) and self._subjects.is_reader(before)
        return Role(Part.SUBJECT, before) if is_subject and self._is_finite_place(before) else Role(Part.OBJECT)

    def _may_invert(self, verb: int) -> bool:
        word, before = self._line.word(verb), self._line.word(self._line.prev(verb))
        if self._words.has("articles", before):
            return False
        known = self._verbs.is_(word, "present", "third", "past_") or self._words.has("shared", word)
        return known or (self._verbs.guessed(word) is not None and self._subjects.opens_clause(verb))

    def _is_finite_place(self, verb: int) -> bool:
        """Whether no reader stands before the verb already: als u belt, u een code krijgt."""
        taken = any(self._is_u(k) for k in self._subjects.joined_before(verb))
        return not taken or self._words.has("second_person", self._line.word(verb))

    def _is_u(self, k: int) -> bool:
        return self._line.word(k) == self._words.one("reader_formal")

    def _is_until(self, i: int, before: int) -> bool:
        """Voor u bestelt: the preposition is a conjunction where a verb of the reader follows."""
        follower = self._line.word(self._line.next(i))
        if not self._words.has("joining_prepositions", self._line.word(before)):
            return False
        if self._words.has("objects", follower):
            return True
        last = self._line.word(self._line.after(i)[-1]) if self._line.after(i) else ""
        return any(self._verbs.is_(word, "present") and not self._words.has("nouns", word) for word in (follower, last))

    def _is_own(self, i: int) -> bool:
        line = self._line
        before = line.prev(i)
        if before is not None and self._is_u(before):
            return True
        if before is not None and self._verbs.is_(line.word(before), "present", "third", "past_"):
            ahead = line.prev(before)
            return ahead is not None and self._is_u(ahead)
        for k in reversed(line.before(i)):
            if self._is_u(k):
                return self.roles[k].part is Part.SUBJECT if k in self.roles else False
            if self._words.has("subject_pronouns", line.word(k)) and not self._words.has("objects", line.word(k)):
                return False
        return self._is_controlled(i)

    def _is_controlled(self, i: int) -> bool:
        """Wij vragen u zich te melden; U klikt hier om zich aan te melden."""
        line = self._line
        if not any(line.word(k) == self._words.one("infinitive_mark") for k in line.after(i)):
            return False
        nearest = next((k for k in line.sentence_before(i) if self._words.has("sentence_subjects", line.word(k))), None)
        return nearest is not None and self._is_u(nearest)

    def _has_reader(self, i: int) -> bool:
        line = self._line
        before = line.prev(i)
        if before is not None and line.word(before) == self._words.one("and"):
            return self._shares_reader(i)
        for k in reversed(line.before(i)):
            if k in self.roles and self.roles[k].part is Part.SUBJECT and self.roles[k].verb is None:
                return not self._is_done_to(k, i)
            if self._words.has("subject_pronouns", line.word(k)) and not self._words.has("objects", line.word(k)):
                return False
        return False

    def _is_done_to(self, reader: int, verb: int) -> bool:
        """De collega die u heeft geholpen: the reader is the object."""
        before = self._line.word(self._line.prev(reader))
        rest = (*self._line.after(verb), *self._line.before(verb))
        done = any(self._words.has("done_participles", self._line.word(k)) for k in rest)
        return done and self._words.has("relatives", before)

    def _shares_reader(self, i: int) -> bool:
        after = self._line.word(self._line.next(i))
        if self._words.has("address", after) or self._words.has("subject_pronouns", after):
            return False
        for k in self._line.sentence_before(i):
            if self._line.tokens[k].is_mark:
                return False
            if k in self.roles and self.roles[k].part is Part.SUBJECT:
                return True
            if self._words.has("sentence_subjects", self._line.word(k)):
                return False
        return False

    def _is_order(self, i: int, verb: int) -> bool:
        line, word = self._line, self._line.word(verb)
        if line.is_question(i) or self._subjects.never_ordered(word) or not self._verbs.is_(word, "present"):
            return False
        if not self._subjects.opens_clause(verb):
            return False
        soft = self._words.has("softeners", line.word(line.next(i)))
        if any(not line.tokens[k].is_mark for k in line.sentence_before(verb)) and not self._follows_order(verb):
            return soft
        return (soft or line.is_stopped(i)) and not self._is_condition(i)

    def _follows_order(self, verb: int) -> bool:
        """Whether only openers, or an earlier order, stand before in the sentence."""
        earlier = self._line.sentence_before(verb)
        if all(self._line.tokens[k].is_mark or self._words.has("openers", self._line.word(k)) for k in earlier):
            return True
        return any(k in self.roles and self.roles[k].verb == earlier[-1] for k in earlier) and (
            self._line.word(self._line.prev(verb)) == self._words.one("and")
        )

    def _is_condition(self, i: int) -> bool:
        """Komt u er niet uit, bel ons dan: a verb comes right behind a comma."""
        line = self._line
        for k in line.sentence_after(i):
            if line.is_comma(k):
                after = line.word(k + 1 if k + 1 < len(line.tokens) else None)
                if after == self._words.one("then") or self._verbs.is_(after, "stem", "present", "third"):
                    return True
        return False
