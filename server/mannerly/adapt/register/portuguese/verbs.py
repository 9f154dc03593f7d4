"""Finds the Portuguese verbs that address the reader and builds their other person; knows no pronouns."""

from __future__ import annotations

from dataclasses import replace

from mannerly.adapt.register.inflection import Analysis
from mannerly.adapt.register.portuguese.clauses import Clause, Subject, subject_of
from mannerly.adapt.register.portuguese.impersonal import ImpersonalSense
from mannerly.adapt.register.portuguese.lexicon import SECOND, THIRD
from mannerly.adapt.register.portuguese.marks import Mark, Weight
from mannerly.adapt.register.portuguese.moods import CONJUNCTIVE, FUTURE, Mood, MoodSense, Thread
from mannerly.adapt.register.portuguese.nouns import NounSense
from mannerly.adapt.register.portuguese.subjects import SubjectSense
from mannerly.adapt.register.portuguese.view import Verb, View
from mannerly.adapt.register.text import Kind, Word, like

_COMMAND, _PERSONAL = "imp.2s", "pin"
_PERSON_DOUBT = "The subject may be somebody named before."
_SPOKEN_OF = {Subject.WRITER: Subject.NONE, Subject.THING: Subject.THING, Subject.PERSON: Subject.PERSON}


class VerbReader:
    """Reads the verbs of one text, clause by clause; `run` fills the marks.

    `commands` are forms that are a command or a statement as the rest of the text tells, each as both; `doubtful` are
    verbs that may be somebody else's; `seconds` and `thirds` are indexes of the verbs that are the reader's.
    """

    def __init__(self, view: View) -> None:
        """Read this text."""
        self._view, self._lexicon = view, view.lexicon
        self._thread = Thread()
        self._moods = MoodSense(view, self._thread)
        self._nouns = NounSense(view)
        self._subjects = SubjectSense(view, self._thread)
        self._impersonal = ImpersonalSense(view, self._moods)
        self.marks: list[Mark] = []
        self.doubtful: list[Mark] = []
        self.commands: list[tuple[Mark, Mark]] = []
        self.seconds: set[int] = set()
        self.thirds: set[int] = set()

    def run(self) -> None:
        """Read all clauses."""
        number = -1
        for clause in self._view.clauses:
            if clause.number != number:
                number = clause.number
                self._thread.new_sentence()
            self._thread.inside = self._thread.inside and bool(clause.opener)
            for word in clause.words:
                if word.kind is Kind.WORD and not word.quoted and not self._is_part(word):
                    self._read(clause, word)

    def _is_part(self, word: Word) -> bool:
        """Whether the word is a clitic, half of a compound noun or never a verb."""
        before, after = self._view.at(word.index - 1), self._view.at(word.index + 1)
        if self._lexicon.has("no_verbs", word.lower) or (word.glued and before is not None and before.text == "-"):
            return True
        hyphened = after is not None and after.text == "-" and after.glued
        return hyphened and self._view.clitic_after(word) is None

    def _read(self, clause: Clause, word: Word) -> None:
        if self._is_others(word):
            self._thread.carried = Subject.NONE
        if self._second(clause, word):
            return
        cut = self._view.has_clitic("cut_clitics", word)
        whole = self._lexicon.whole(word.lower) if cut else ""
        readings = self._lexicon.thirds(whole or word.lower)
        if whole:
            readings = tuple(found for found in readings if not found.slot.startswith(FUTURE))
        if not readings:
            self._unlisted(clause, word)
        elif whole or not self._nouns.is_noun(word, "third_nouns", clause):
            self._third(clause, word, readings)

    def _is_others(self, word: Word) -> bool:
        lexicon, lower = self._lexicon, word.lower
        if not lexicon.is_finite(lower) or lexicon.thirds(lower) or lexicon.seconds(lower):
            return False
        return not self._view.is_in("nominal_before", word.index - 1)

    def _second(self, clause: Clause, word: Word) -> bool:
        lower, lexicon = word.lower, self._lexicon
        readings, all_readings = lexicon.seconds(lower), lexicon.read(lower)
        if all_readings and all(reading.slot == _COMMAND for reading in all_readings):
            self._add(word, second=True, other=self._polite(all_readings[0]), rule="imperative")
            return True
        rule, third = self._third_of(clause, readings) if readings else ("verb", lexicon.guessed("open_second", lower))
        if not third or self._nouns.is_noun(word, "second_nouns", clause):
            return False
        if word.capital and not word.opens and not word.text.isupper():
            return False
        self._add(word, second=True, other=third, rule=rule)
        self._thread.readers(asked=False)
        return True

    def _polite(self, reading: Analysis) -> str:
        return self._lexicon.form(reading, f"{CONJUNCTIVE}.{THIRD}")

    def _third_of(self, clause: Clause, readings: tuple[Analysis, ...]) -> tuple[str, str]:
        has = self._lexicon.has
        future = has("future_openers", clause.opener) or has("future_before_that", clause.before)
        ordered = sorted(readings, key=lambda found: found.slot.startswith(FUTURE) is not future)
        for found in ordered:
            tense = found.slot.split(".")[0]
            form = self._lexicon.form(found, f"{tense}.{THIRD}")
            if form:
                return "infinitive" if tense == _PERSONAL else "verb", form
        return "verb", ""

    def _third(self, clause: Clause, word: Word, readings: tuple[Analysis, ...]) -> None:
        verb = self._moods.chosen(clause, word, readings)
        if verb is None:
            return
        if self._subjects.is_named(word):
            if not self._is_cleft(verb):
                self._statement(verb)
            return
        mood = self._moods.mood(clause, word)
        if verb.tense == CONJUNCTIVE and mood is not Mood.INSIDE:
            self._imperative(verb, mood)
            return
        subject = self._subjects.subject(verb)
        if subject is not Subject.NONE or self._impersonal.is_nobodys(verb):
            self._note_other(verb, subject)
        elif not self._impersonal.may_be_writers(verb):
            self._command_or_statement(verb, mood)

    def _is_cleft(self, verb: Verb) -> bool:
        """Whether it is the verb of "você é que sabe"."""
        after = self._view.at(verb.word.index + 1)
        is_that = after is not None and after.lower == self._lexicon.one("que")
        return is_that and self._lexicon.has("being", verb.reading.lemma)

    def _note_other(self, verb: Verb, subject: Subject) -> None:
        thread, has = self._thread, self._lexicon.has
        thread.subordinate = has("subordinators", verb.clause.opener)
        if thread.asked and thread.subordinate:
            return
        idle = has("being", verb.reading.lemma) or has("staying", verb.reading.lemma)
        unknown = Subject.THING if idle and subject is Subject.NONE else thread.carried
        thread.carried, thread.asked = _SPOKEN_OF.get(subject, unknown), False

    def _imperative(self, verb: Verb, mood: Mood) -> None:
        unlikely = self._lexicon.has("never_asked", verb.reading.lemma) and mood is not Mood.FORBIDDING
        slot = f"{CONJUNCTIVE}.{SECOND}" if mood is Mood.FORBIDDING else _COMMAND
        other = self._lexicon.form(verb.reading, slot)
        likely = any(self._view.is_like(pattern, verb.word) for pattern in ("asked_after_all", "wish_noun"))
        if other and (likely or not unlikely):
            self._add(verb.word, second=False, other=other, rule="imperative")
            self._thread.readers(asked=True)

    def _command_or_statement(self, verb: Verb, mood: Mood) -> None:
        wishes = self._view.is_like("wish_noun", verb.word)
        may_command = verb.tense == "pres" and mood is Mood.OPENING and self._moods.may_be_asked(verb)
        may_command = may_command and not self._view.is_like("statements", verb.word)
        is_act = not self._lexicon.has("stative", verb.reading.lemma) or self._view.is_like("going", verb.word)
        if may_command and (wishes or is_act):
            self._command(verb, wishes=wishes)
        else:
            self._statement(verb)

    def _statement(self, verb: Verb) -> None:
        other = self._lexicon.form(verb.reading, f"{verb.tense}.{SECOND}")
        if not other:
            return
        thread, clause = self._thread, verb.clause
        thread.inside, thread.future = verb.tense == CONJUNCTIVE, verb.tense == FUTURE
        goes_on = thread.topic is Subject.PERSON and clause.first and not clause.question
        if goes_on and not self._lexicon.has("sure_of_reader", verb.reading.lemma):
            mark = self._mark(verb.word, second=False, weight=Weight.WEAK, other=other)
            self.doubtful.append(replace(mark, other=None, doubt=_PERSON_DOUBT))
            return
        self._add(verb.word, second=False, weight=Weight.WEAK, other=other)
        thread.told = clause.opened_at if self._lexicon.has("relative_openers", clause.opener) else -1
        thread.readers(asked=False)

    def _command(self, verb: Verb, *, wishes: bool) -> None:
        is_sure = wishes or self._view.has_clitic("writers_clitics", verb.word)
        weight = Weight.STRONG if is_sure else Weight.WEAK
        polite, statement = self._polite(verb.reading), self._lexicon.form(verb.reading, f"{verb.tense}.{SECOND}")
        command = self._mark(verb.word, second=True, weight=weight, other=polite, rule="imperative")
        told = self._mark(verb.word, second=False, weight=Weight.WEAK, other=statement)
        self.commands.append((replace(command, colloquial=True), told))
        self._thread.readers(asked=True)

    def _unlisted(self, clause: Clause, word: Word) -> None:
        other = self._lexicon.guessed("open_third", word.lower)
        if not other or self._thread.carried is not Subject.NONE:
            return
        if subject_of(clause, word, self._lexicon, self._view.named) is Subject.NONE:
            self._add(word, second=False, weight=Weight.WEAK, other=other)

    def _add(self, word: Word, *, second: bool, other: str, weight: Weight = Weight.STRONG, rule: str = "verb") -> None:
        self.marks.append(self._mark(word, second=second, weight=weight, other=other, rule=rule))
        (self.seconds if second else self.thirds).add(word.index)

    def _mark(self, word: Word, *, second: bool, weight: Weight, other: str, rule: str = "verb") -> Mark:
        end, shaped = word.end, like(word.text, other)
        clitic = self._view.clitic_after(word)
        if clitic is not None and self._lexicon.has("object_clitics", clitic.lower):
            end = clitic.end
            shaped = self._lexicon.joined(shaped, self._lexicon.maps["plain_object"].get(clitic.lower, clitic.lower))
        return Mark(second=second, weight=weight, rule=rule, start=word.start, end=end, other=shaped)
