"""Tells a Portuguese command from a statement, and which of its readings a verb form has; knows no subjects."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mannerly.adapt.register.inflection import Analysis
from mannerly.adapt.register.portuguese.clauses import Clause, Subject
from mannerly.adapt.register.portuguese.view import Verb, View
from mannerly.adapt.register.text import Word

CONJUNCTIVE, FUTURE = "cnj", "cfu"


class Mood(Enum):
    """Where a verb stands: at the opening of a main clause, there with "not", or inside a clause."""

    OPENING = "opening"
    FORBIDDING = "forbidding"
    INSIDE = "inside"


@dataclass(kw_only=True)
class Thread:
    """What was read so far in a sentence, for the clauses that go on from it.

    Args:
        carried: whose verb came last, when it was somebody else's.
        asked: whether the last main verb was a command.
        inside: whether the last verb was a conjunctive inside a clause.
        future: whether it was a future after "if" or "when".
        told: opener of the relative clause whose verb was the reader's, -1 for none.
        subordinate: whether the verb of `carried` was in a subordinate clause.
        topic: what `carried` was at the end of the sentence before.
    """

    carried: Subject = Subject.NONE
    asked: bool = False
    inside: bool = False
    future: bool = False
    told: int = -1
    subordinate: bool = False
    topic: Subject = Subject.NONE

    def new_sentence(self) -> None:
        """Forget the sentence but for its topic."""
        self.topic, self.carried = self.carried, Subject.NONE
        self.asked = self.inside = self.future = self.subordinate = False
        self.told = -1

    def readers(self, *, asked: bool) -> None:
        """Note that a verb was the reader's."""
        self.carried, self.asked = Subject.NONE, asked


class MoodSense:
    """Judges the verbs of one text."""

    def __init__(self, view: View, thread: Thread) -> None:
        """Judge verbs of this view; the thread is the caller's."""
        self._view, self._lexicon, self._thread = view, view.lexicon, thread

    def mood(self, clause: Clause, word: Word) -> Mood:
        """Return where a verb stands."""
        has, before = self._lexicon.has, self._view.before(clause, word)
        if clause.opener and not has("conjunctions", clause.opener):
            return Mood.INSIDE
        if any(has("conjunctive_openers", other.lower) for other in before) or not self._view.opens(clause, word):
            return Mood.INSIDE
        if any(has("negations", lower) for lower in (clause.opener, *(other.lower for other in before))):
            return Mood.FORBIDDING
        others = not self._thread.asked and self._thread.carried is not Subject.NONE
        return Mood.INSIDE if clause.opener and (self._thread.inside or others) else Mood.OPENING

    def chosen(self, clause: Clause, word: Word, readings: tuple[Analysis, ...]) -> Verb | None:
        """Return the verb with the reading it has here, None for an infinitive."""
        by_tense = {found.slot.split(".")[0]: found for found in readings}
        if FUTURE in by_tense:
            tense = FUTURE if self._is_future(clause, word) else ""
        elif CONJUNCTIVE in by_tense and self._is_reflexive_command(clause, word):
            tense = CONJUNCTIVE
        else:
            tense = next((found for found in by_tense if found != CONJUNCTIVE), CONJUNCTIVE)
        return Verb(clause=clause, word=word, reading=by_tense[tense]) if tense else None

    def _is_reflexive_command(self, clause: Clause, word: Word) -> bool:
        has_se = self._view.has_se(clause, word) and not clause.question
        return has_se and self.mood(clause, word) is Mood.OPENING

    def _is_future(self, clause: Clause, word: Word) -> bool:
        lexicon = self._lexicon
        if self._view.is_in("infinitive_prepositions", word.index - 1) or not self._view.opens(clause, word):
            return False
        if not lexicon.infinitive(word.lower):
            return bool(clause.opener)
        if lexicon.has("conjunctions", clause.opener):
            return self._thread.future
        after_that = clause.opener == lexicon.one("que") and self._is_future_after(clause.before)
        return after_that or lexicon.has("future_openers", clause.opener)

    def _is_future_after(self, before: str) -> bool:
        """Whether "que" after this word opens a future: "sempre que", "a opção que preferir"."""
        lexicon = self._lexicon
        if lexicon.has("future_before_that", before):
            return True
        lists = ("adverbs", "before_that", "before_infinitive_that")
        is_verb = lexicon.is_finite(before) or bool(lexicon.infinitive(before))
        return bool(before) and not is_verb and not any(lexicon.has(name, before) for name in lists)

    def may_be_asked(self, verb: Verb) -> bool:
        """Tell whether a verb at the opening may be a command and no statement."""
        if verb.clause.question:
            return self._lexicon.has("asides", verb.reading.lemma) and not self._view.is_alone(verb.clause)
        if not verb.clause.opener or self._thread.asked or self._view.leads(verb.clause):
            return True
        return self._view.has_clitic("writers_clitics", verb.word)
