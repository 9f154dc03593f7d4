"""Finds the part a German pronoun plays and the verb that agrees with it; knows no level and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from mannerly.adapt.register.german.clauses import Chunk, Clauses

_REACH = 4


class Part(Enum):
    """What a pronoun is in its clause."""

    SUBJECT = "nominative"
    OBJECT = "accusative"


class Order(Enum):
    """Where the verb of the clause stands."""

    INVERTED = "inverted"
    SECOND = "second"
    FINAL = "final"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Role:
    """A pronoun's part, and the index of the verb that agrees with it, -1 without one."""

    part: Part
    verb: int = -1
    order: Order = Order.NONE


class PoliteSubjects:
    """Reads the pronoun that is nominative and accusative alike and takes the plural of the verb."""

    def __init__(self, clauses: Clauses) -> None:
        """Look at these clauses; pronouns are asked for from left to right."""
        self._c = clauses
        self._known: dict[int, Role] = {}

    def role(self, i: int) -> Role:
        """Return the part of the pronoun at an index."""
        if i not in self._known:
            rules = (self._inverted, self._governed, self._first, self._after_thought, self._final)
            found = next((role for rule in rules if (role := rule(i)) is not None), None)
            self._known[i] = found or self._bare(i)
        return self._known[i]

    def _inverted(self, i: int) -> Role | None:
        """Verb and pronoun: wann erhalten Sie; but not: wir bitten Sie."""
        c = self._c
        start = c.piece_start(i)
        p = c.skip(i - 1, "particles", -1)
        if p < start or not c.maybe_plural(p) or c.verbs.parted(c.low(p)) or c.among(p - 1, "infinitive_mark"):
            return None
        if c.has(start, p, "first_plural", "other_subjects") or self._plural_people(start, p):
            return Role(Part.OBJECT)
        if p <= c.skip(start, "imperative_leads") and self._carried_over(start):
            return Role(Part.OBJECT)
        return Role(Part.SUBJECT, p, Order.INVERTED)

    def _plural_people(self, start: int, verb: int) -> bool:
        """Tell whether people before the verb do it to the reader: unsere Techniker kontaktieren Sie."""
        c = self._c
        nominative = c.among(start, "plural_determiners") and c.noun(verb - 1)
        done = c.among(verb, "auxiliaries") and c.among(c.chunk(verb).end - 1, "done_to_people_before")
        return nominative and (done or c.lemma(verb) in c.grammar.sets["done_to_people"])

    def _carried_over(self, start: int) -> bool:
        """Tell whether the clause before a conjunction lends its subject: wir prüfen das und bitten Sie."""
        c = self._c
        if start == 0 or not c.among(start - 1, "coordinators"):
            return False
        own = c.chunk(start).start
        for chunk in reversed(c.sentence(start)):
            if chunk.start > own or (chunk.start < own and c.subordinate(chunk)):
                continue
            for j in range(min(chunk.end, start) - 1, chunk.start - 1, -1):
                if self.polite(j) and self.role(j).part is Part.SUBJECT:
                    return False
                if c.among(j, "first_plural"):
                    return True
                if (
                    c.plural(j)
                    and j != start - 1
                    and not self._agrees(j)
                    and c.among(chunk.start, "plural_determiners")
                ):
                    return True
        return False

    def polite(self, i: int) -> bool:
        """Tell whether a word is the pronoun with its capital."""
        return self._c.among(i, "formal_subject") and self._c.word(i).capital

    def _agrees(self, verb: int) -> bool:
        after = self._c.skip(verb + 1, "particles")
        return self.polite(after) or self.polite(verb - 1)

    def _governed(self, i: int) -> Role | None:
        """A preposition before it: für Sie."""
        c = self._c
        if c.among(i - 1, "accusative_prepositions") and not c.among(i - 1, "both_preposition_and_subordinator"):
            return Role(Part.OBJECT)
        return None

    def _first(self, i: int) -> Role | None:
        """At the head of a main clause: Sie haben."""
        c = self._c
        start = c.piece_start(i)
        if c.skip(start, "leads") < i:
            return None
        verb = c.skip(i + 1, "after_subject")
        if c.among(verb, "comparisons"):
            verb = next((j for j in range(verb, min(verb + _REACH, c.chunk(i).end)) if c.plural(j)), verb)
        if self._shared_object(start, i):
            return Role(Part.OBJECT)
        verb = self._after_partner(i) if c.among(i + 1, "coordinators") else verb
        resumed = c.among(start - 1, "coordinators") and self._subordinate_before(start)
        final = self._final_verb(i) if resumed else -1
        if c.plural(verb) and all(c.plural(j) for j in range(verb, final)):
            verb = max(verb, final)
        parted = verb != final and c.verbs.parted(c.low(verb))
        if verb < c.chunk(i).end and c.maybe_plural(verb) and not parted:
            return Role(Part.SUBJECT, verb, Order.FINAL if verb == final else Order.SECOND)
        return Role(Part.SUBJECT, final, Order.FINAL) if final >= 0 else None

    def _after_partner(self, i: int) -> int:
        """Return the verb after a second subject: Sie und Ihre Frau können."""
        c = self._c
        end = c.chunk(i).end
        named = any(c.noun(j) for j in range(i + 2, end)) and not c.plural(i + 2)
        return next((j for j in range(i + 2, end) if named and c.plural(j)), end)

    def joint(self, i: int) -> bool:
        """Tell whether the pronoun is a subject together with a noun: Sie und Ihre Frau, Ihre Frau und Sie."""
        c, role = self._c, self.role(i)
        if role.part is not Part.SUBJECT or role.verb < 0:
            return False
        if c.among(i + 1, "additive") and c.among(i + 2, "partners") and role.order is Order.INVERTED:
            return True
        if c.among(i + 1, "additive") and role.verb > i:
            between = range(i + 2, role.verb)
            return any(c.noun(j) for j in between) and not any(c.plural(j) or c.singular(j) for j in between)
        start, first = c.piece_start(i), c.chunk(i).start
        if start != i or start == first or not c.among(first, "partners"):
            return False
        before = range(first, start - 1)
        return any(c.noun(j) for j in before) and not any(c.plural(j) or c.singular(j) for j in before)

    def _subordinate_before(self, start: int) -> bool:
        return any(self._c.subordinate(chunk) for chunk in self._c.sentence(start) if chunk.start < start)

    def _shared_object(self, start: int, i: int) -> bool:
        """Tell whether a clause with one verb for two objects goes on: wir werden das prüfen und Sie informieren."""
        c = self._c
        own = c.chunk(i)
        if not c.among(start - 1, "coordinators") or not c.plural(own.end - 1):
            return False
        if c.plural(i + 1) and i + 1 < own.end - 1 and not c.plural(i + 2):
            return False
        before = start - 2
        if not (c.plural(before) or c.lemma(own.end - 1) in c.grammar.sets["modals"]):
            return False
        first = c.sentence(i)[0].start
        modal = any(c.among(j, "modals", "singular_modals") and not self._agrees(j) for j in range(first, before))
        final_modal = c.among(own.end - 1, "modals") and c.has(first, before, "first_plural")
        return (modal and own.end - 1 > start and not c.among(own.end - 1, "auxiliaries")) or final_modal

    def _after_thought(self, i: int) -> Role | None:
        """After a verb of thinking without a comma: ich hoffe Sie haben Zeit."""
        c = self._c
        verb = c.skip(i + 1, "after_subject")
        if c.among(i - 1, "matrix_verbs") and verb < c.chunk(i).end and c.plural(verb):
            return Role(Part.SUBJECT, verb, Order.SECOND)
        return None

    def _final(self, i: int) -> Role | None:
        """In a subordinate clause: wenn Sie das Paket erhalten haben."""
        c = self._c
        opener = self._opener(i)
        if opener < 0 or any(c.singular(j) and not c.noun(j) for j in range(opener + 1, i)):
            return None
        verb = self._final_verb(i)
        if verb < 0:
            return None
        return Role(Part.OBJECT) if self._other_subject(opener, i) else Role(Part.SUBJECT, verb, Order.FINAL)

    def _opener(self, i: int) -> int:
        """Return the index of the word that opens the subordinate clause of the pronoun, -1 without one."""
        c = self._c
        start = c.piece_start(i)
        near = c.skip(i - 1, "particles", -1)
        for j in range(i - 1, start - 1, -1):
            if c.among(j, "relatives") and (not c.noun(j + 1) or c.among(j, "determining_openers")):
                head = c.skip(start, "leads")
                governed = j == head + 1 and c.among(head, "accusative_prepositions", "dative_prepositions")
                if j == head or governed or (j == near and c.among(j, "subordinators")):
                    return j
            if c.among(j, "subordinators") and (j in (near, start) or not c.among(j, "needs_neighbour")):
                return j
        head = c.skip(start, "leads")
        carried = c.among(head, "relatives") and not c.noun(i) and head > 0 and c.word(head - 1).text == ","
        return head if carried and head < i else -1

    def _other_subject(self, opener: int, i: int) -> bool:
        """Tell whether the clause has another subject before the pronoun: dass wir Sie, wenn der Bote Sie."""
        c = self._c
        between = range(opener + 1, i)
        if any(c.among(j, "other_subjects") and not c.among(j, "neuter") for j in between):
            return True
        return not c.among(opener, "phrase_openers") and any(c.noun(j) for j in between)

    def _final_verb(self, i: int) -> int:
        """Return the index of the finite verb at the end of the pronoun's clause, -1 without one."""
        c = self._c
        own: Chunk | None = c.chunk(i)
        early = self._early(i, c.chunk(i).end)
        found = early if early >= 0 else self.end_verb(i + 1, c.chunk(i).end)
        step = 0
        while found < 0 and step < _REACH:
            step += 1
            own = c.neighbour(i, step)
            if own is None:
                return -1
            if c.subordinate(own) or c.infinitive(own) >= 0:
                continue
            if c.has(own.start, own.end, "other_subjects", "formal_subject"):
                return -1
            found = self.end_verb(own.start, own.end)
        return found

    def _early(self, i: int, end: int) -> int:
        """Return the verb right after the pronoun in a clause that only speech builds so: weil Sie können nicht."""
        c = self._c
        last = end - 1
        auxiliary = c.among(i + 1, "auxiliaries", "modals")
        if not auxiliary or i + 1 >= last or c.among(last, "auxiliaries", "modals"):
            return -1
        return -1 if c.among(i + 2, "coordinators") else i + 1

    def end_verb(self, start: int, end: int) -> int:
        """Return the finite plural verb of a run of words whose verb stands last, -1 without one."""
        c = self._c
        spare, j = -1, start
        while j < end:
            if c.among(j, "coordinators") and c.among(j + 1, "other_subjects") and not c.among(j + 1, "neuter"):
                break
            if not self._candidate(j, end):
                j += 1
                continue
            last = j
            while last + 1 < end and c.plural(last + 1):
                last += 1
            if self._closes(last + 1, end):
                many = last - j >= 2 and c.among(j, "perfect_openers")
                return j if many else last
            spare = j if spare < 0 else spare
            j = last + 1
        return spare

    def _candidate(self, j: int, end: int) -> bool:
        c = self._c
        if c.among(j - 1, "infinitive_mark"):
            return False
        if c.plural(j):
            return not (c.noun(j + 1) and j + 1 < end)
        own = c.chunk(j)
        return j + 1 == end and c.maybe_plural(j) and not any(c.singular(k) for k in range(own.start, own.end))

    def _closes(self, after: int, end: int) -> bool:
        c = self._c
        return after >= end or c.among(after, "coordinators", "comparisons", "infinitive_mark")

    def _bare(self, i: int) -> Role:
        """No verb agrees: und Sie?, genauso wie Sie, wenn ich Sie wäre; else an object."""
        c = self._c
        own = c.chunk(i)
        if c.among(i + 1, "singular_copulas") and i + 2 >= own.end:
            return Role(Part.SUBJECT)
        if c.among(i - 1, "comparisons"):
            return Role(Part.OBJECT if c.among(i - 2, "accusative_indefinites") else Part.SUBJECT)
        tests: tuple[Callable[[int], bool], ...] = (c.plural, c.singular, c.marked)
        verbal = c.has(own.start, own.end, "speaker") or any(
            test(j) for test in tests for j in range(own.start, own.end) if j != i
        )
        return Role(Part.OBJECT if verbal else Part.SUBJECT)
