"""Decides which Hindi clauses without a pronoun speak to the reader; knows no form and changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mannerly.adapt.register.hindi.clauses import Clause, Clauses, Subject

_ACTING = ("habit.", "done.", "stem", "name.", "will.")


@dataclass
class Subjects:
    """The subject of every clause: the stated one, one carried on from before, or the reader of a request."""

    clauses: Clauses
    _known: dict[int, Subject | None] = field(default_factory=dict)

    def of(self, number: int) -> Subject | None:
        """Return the subject of a clause, None where it cannot be told."""
        if number not in self._known:
            self._known[number] = None
            self._known[number] = self._find(number)
        return self._known[number]

    def _find(self, number: int) -> Subject | None:
        clause = self.clauses.all[number]
        stated = self.clauses.stated(number)
        if clause.verb is None or (stated and (stated.stated or stated.agent or stated.person == "first")):
            return stated
        if self._obliged(clause):
            return None
        if self.clauses.is_slot(clause.verb, "ask.", "later.", "may.tum") and not self.clauses.reading.has(
            "be", clause.verb
        ):
            return Subject(you=True)
        if self.clauses.is_slot(clause.verb, "may.aap"):
            return self._requested(number, stated)
        return self._carried(number, stated) or self._asked(clause, stated) or stated

    def _requested(self, number: int, stated: Subject | None) -> Subject | None:
        """A subjunctive without pronoun is a request to the reader where nobody else can be meant."""
        clauses, clause = self.clauses, self.clauses.all[number]
        if clauses.has("request_word", clause):
            return Subject(you=True)
        if clauses.reading.has("let_us_low", clauses.opener(clause)):
            return stated
        if (stated and stated.person in {"they_plain", "people"}) or clauses.is_root(clause.verb or 0, "be"):
            return stated
        if clauses.has("purpose", clause) or self._of_state(clause):
            return None if self._of_state(clause) else self._carried(number, stated)
        before = self.clauses.all[number - 1] if number else None
        wondering = clauses.has("asking", clause) and not clauses.is_root(clauses.main(clause), "willing")
        if wondering or self._unmoved(clause) or self._passive(clause) or clauses.pronoun_in(clause, "dative", "from"):
            return None
        if before is not None and self._continues_us(before, clause, number):
            return None
        return Subject(you=True)

    def _continues_us(self, before: Clause, clause: Clause, number: int) -> bool:
        reading, clauses = self.clauses.reading, self.clauses
        if self._opens(clause):
            return False
        if self._let_us(before):
            return True
        subject = self.of(number - 1)
        ours = subject is not None and subject.person == "first" and before.verb is not None
        return ours and (
            (reading.has("and", clauses.opener(clause)) and clauses.is_slot(before.verb or 0, "may.aap"))
            or reading.has("that", clauses.opener(clause))
        )

    def _carried(self, number: int, stated: Subject | None) -> Subject | None:
        """The reader goes on as the subject of the next clause."""
        clauses, clause = self.clauses, self.clauses.all[number]
        if stated and not (stated.person == "they" and self._acts(clause) and not clauses.has("plural_they", clause)):
            return None
        own = clauses.has("own_first", clause) and clauses.bare(clause) > 0
        if own or clauses.pronoun_in(clause) or self._passive(clause) or self._unmoved(clause):
            return None
        if not self._acts(clause) or clauses.reading.has("that", clauses.opener(clause)):
            return None
        if not self._joins(number):
            return None
        for before in range(number - 1, -1 if not self._opens(clause) else number, -1):
            subject = self.of(before)
            if subject is not None and (subject.you or subject.person != "they"):
                goes_on = subject.you and (subject.level or clauses.is_slot(clause.verb or 0, "may.aap"))
                return replace(subject, stated=False, agent=False) if goes_on else None
            if self._opens(clauses.all[before]):
                break
        return None

    def _asked(self, clause: Clause, stated: Subject | None) -> Subject | None:
        """A question without a subject asks the reader: "kab tak bhugtan karenge?"."""
        clauses = self.clauses
        if not clause.asks or stated or clauses.pronoun_in(clause) or clauses.has("helping", clause):
            return None
        if clauses.reading.has("that", clauses.opener(clause)):
            return None
        if any(clauses.has("own_first", other) or clauses.has("first", other) for other in clauses.all):
            return None
        bare = clauses.bare(clause)
        if self._acts(clause):
            fits = bare <= 1 and not self._passive(clause) and not self._unmoved(clause) and not self._feminine(clause)
        else:
            fits = bare == 0 and clauses.has("where_how", clause)
        return Subject(you=True) if fits else None

    def _joins(self, number: int) -> bool:
        """Whether a clause can go on with the subject of the one before."""
        clauses, clause = self.clauses, self.clauses.all[number]
        if number and self._let_us(clauses.all[number - 1]):
            return False
        return clauses.bare(clause) <= 1 or clauses.reading.has("connectives", clauses.opener(clause))

    def _let_us(self, clause: Clause) -> bool:
        verb = clause.verb
        return verb is not None and verb == self.clauses.opener(clause) and self.clauses.reading.has("let_us", verb)

    def _opens(self, clause: Clause) -> bool:
        """Whether a clause is the first of its sentence."""
        return clause.first in {first for first, _ in self.clauses.reading.sentences}

    def _acts(self, clause: Clause) -> bool:
        """Whether the verb group says more than "is"."""
        begin = self.clauses.main(clause)
        return self.clauses.is_slot(begin, *_ACTING) and not self.clauses.reading.has("finite", begin)

    def _feminine(self, clause: Clause) -> bool:
        group = range(self.clauses.main(clause), clause.last)
        return any(self.clauses.is_slot(index, "habit.f", "done.f") for index in group)

    def _unmoved(self, clause: Clause) -> bool:
        """Whether the verb tells what happens to a thing that stands in the clause."""
        begin = self.clauses.main(clause)
        allowed = self.clauses.is_slot(begin, "name.p") and self.clauses.is_root(begin + 1, "allowing")
        acted = clause.verb is not None and begin < clause.verb and self.clauses.is_root(clause.verb, "acting")
        happens = self.clauses.is_root(begin, "unaccusative") and not (allowed or acted)
        return happens and self.clauses.bare(clause) > 0

    def _of_state(self, clause: Clause) -> bool:
        state = clause.verb is not None and self.clauses.is_root(clause.verb, "state")
        return state and self.clauses.pronoun_in(clause)

    def _obliged(self, clause: Clause) -> bool:
        verb = clause.verb or 0
        before = self.clauses.is_slot(verb - 1, "name.") and verb > clause.first
        return before and (self.clauses.reading.has("finite", verb) or self.clauses.is_root(verb, "obliging"))

    def _passive(self, clause: Clause) -> bool:
        group = range(self.clauses.main(clause), clause.last - 1)
        return any(
            self.clauses.is_slot(index, "done.")
            and self.clauses.is_root(index + 1, "passive")
            and not self.clauses.is_root(index, "moving")
            for index in group
        )
