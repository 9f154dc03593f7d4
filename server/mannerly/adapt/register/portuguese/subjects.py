"""Tells whether a Portuguese third person is somebody else's by the words around it; knows no set phrases."""

from __future__ import annotations

from mannerly.adapt.register.portuguese.clauses import Clause, Subject, subject_of
from mannerly.adapt.register.portuguese.moods import CONJUNCTIVE, Thread
from mannerly.adapt.register.portuguese.view import Verb, View
from mannerly.adapt.register.text import Kind, Word

_TELLING_TENSES = frozenset(("pres", "impf"))


class SubjectSense:
    """Judges the verbs of one text."""

    def __init__(self, view: View, thread: Thread) -> None:
        """Judge verbs of this view; the thread is the caller's."""
        self._view, self._lexicon, self._thread = view, view.lexicon, thread

    def subject(self, verb: Verb) -> Subject:
        """Return whose verb it is, NONE when nobody else's."""
        clause, word, lexicon = verb.clause, verb.word, self._lexicon
        found = subject_of(clause, word, lexicon, self._view.named)
        if found is not Subject.NONE:
            return Subject.NONE if self._is_asked_object(verb) else found
        if self._acts_on_reader(verb) or self._subject_follows(clause, word):
            return Subject.THING
        is_second = clause.opened_at >= 0 and clause.opened_at == self._thread.told
        if is_second and not lexicon.has("before_that", clause.before):
            return Subject.NONE if lexicon.has("wanting", verb.reading.lemma) else Subject.THING
        relative = self._relative(verb)
        return relative if relative is not Subject.NONE else self._inherited(verb)

    def is_named(self, word: Word) -> bool:
        """Tell whether the reader is named as the subject right before or behind a verb."""
        if word.index + 1 in self._view.subjects:
            return True
        place = word.index - 1
        while place >= 0 and place not in self._view.subjects:
            if not self._view.is_in("between_subject", place):
                return False
            place -= 1
        return place >= 0

    def _inherited(self, verb: Verb) -> Subject:
        """The subject of the clause before, where this one goes on from it."""
        clause, carried, thread = verb.clause, self._thread.carried, self._thread
        if not self._view.opens(clause, verb.word):
            return Subject.NONE
        is_sure = self._is_sure(verb)
        if not is_sure and self._is_pending(clause):
            return Subject.THING
        goes_on = not clause.opener and carried is Subject.PERSON and not thread.subordinate
        if thread.asked or not (goes_on or self._lexicon.has("conjunctions", clause.opener)):
            return Subject.NONE
        is_sure = is_sure and carried is Subject.THING and verb.tense != CONJUNCTIVE
        return Subject.NONE if is_sure else carried

    def _is_sure(self, verb: Verb) -> bool:
        """Whether the verb, or the one that its auxiliary governs, hardly ever speaks of a thing."""
        lemmas = [verb.reading.lemma]
        if self._lexicon.has("auxiliaries", verb.reading.lemma):
            lemmas += self._view.infinitives_after(verb.word)
        return any(self._lexicon.has("sure_of_reader", lemma) for lemma in lemmas)

    def _is_asked_object(self, verb: Verb) -> bool:
        """Whether the noun in front is what is asked for: "que cor prefere?"."""
        clause, has = verb.clause, self._lexicon.has
        opener = clause.opener or (clause.words[0].lower if clause.words else "")
        governed = has("relatives_by_object", clause.before)
        if not (clause.question or governed) or not has("questions", opener):
            return False
        lists = ("other_subjects", "determiners", "doers", "persons")
        between = [other.lower for other in self._view.before(clause, verb.word) if other.lower != opener]
        if any(has(name, lower) for name in lists for lower in between):
            return False
        if governed:
            return not has("thing_verbs", verb.reading.lemma) or has("half_things", verb.reading.lemma)
        return not has("thing_verbs", verb.reading.lemma) and not self._view.object_follows(verb.word)

    def _acts_on_reader(self, verb: Verb) -> bool:
        """Whether the reader is the object, so that somebody else is the subject."""
        word, lexicon, view = verb.word, self._lexicon, self._view
        clitic, before = view.clitic_after(word), view.at(word.index - 1)
        if clitic is not None and lexicon.has("clitic_forms", clitic.lower):
            return lexicon.has("only_persons", verb.reading.lemma) and verb.tense == "pres"
        if clitic is not None and clitic.lower == lexicon.one("te"):
            return not lexicon.has("reflexives", verb.reading.lemma)
        after = view.at(word.index + 1)
        lemma = "" if after is None else lexicon.infinitive(after.lower)
        if view.is_in("bare_clitics", word.index - 1) and lexicon.has("only_persons", lemma):
            return True
        return any(near is not None and lexicon.has("reader_clitics", near.lower) for near in (clitic, before))

    def _is_pending(self, clause: Clause) -> bool:
        """Whether a subject with an apposition stands before: "the parcel, sent yesterday, ..."."""
        before, lexicon = self._view.earlier(clause), self._lexicon
        if clause.opener or len(before) < 2 or any(other.opener for other in before):
            return False
        words = [word for other in before for word in other.words]
        verbs = (word for word in words if lexicon.is_finite(word.lower))
        if not words or not all(self._view.is_in("nominal_before", word.index - 1) for word in verbs):
            return False
        is_time = len(words) > 1 and lexicon.has("times", words[1].lower)
        return words[0].kind is Kind.SPAN or (lexicon.has("determiners", words[0].lower) and not is_time)

    def _subject_follows(self, clause: Clause, word: Word) -> bool:
        after, has = self._view.at(word.index + 1), self._lexicon.has
        if after is None:
            return False
        if has("other_subjects", after.lower) and not has("may_be_objects", after.lower):
            return True
        is_asked_of = has("questions", clause.opener) and has("what", clause.before)
        is_quoting = has("quoting", clause.opener) and not clause.question
        return (is_asked_of or is_quoting) and has("determiners", after.lower)

    def _relative(self, verb: Verb) -> Subject:
        clause, before, has = verb.clause, verb.clause.before, self._lexicon.has
        if has("relative_subjects", clause.opener):
            is_object = has("before_si", before) or has("com", before)
            return Subject.NONE if is_object else Subject.PERSON
        if clause.opener != self._lexicon.one("que") or not before:
            return Subject.NONE
        if has("seeming", before) and not has("sure_of_reader", verb.reading.lemma) and verb.tense != "perf":
            return Subject.THING
        if has("before_that", before) and self._asks_who(clause):
            return Subject.PERSON
        if has("what", before) and has("relative_things", verb.reading.lemma):
            return Subject.NONE if self._view.clauses[0] is clause else Subject.THING
        return Subject.NONE if self._is_no_relative(verb) else self._of_antecedent(verb)

    def _is_no_relative(self, verb: Verb) -> bool:
        """Whether "que" opens a statement, or a relative clause whose subject cannot be its noun."""
        before, lexicon = verb.clause.before, self._lexicon
        is_person = lexicon.has("persons", before)
        if verb.tense == CONJUNCTIVE and not is_person:
            return True
        lists = ("conjunctions", "adverbs", "before_that", "relatives_by_object", "pronoun", "what")
        if any(lexicon.has(name, before) for name in lists):
            return True
        if lexicon.is_finite(before) or lexicon.infinitive(before) or lexicon.matches("gerund", before, 0):
            return True
        return lexicon.matches("plural", before, 0) is not None and not is_person

    def _of_antecedent(self, verb: Verb) -> Subject:
        before, lemma, has = verb.clause.before, verb.reading.lemma, self._lexicon.has
        if has("doers", before) or has("persons", before):
            return Subject.PERSON
        is_told = has("relative_things", lemma) and verb.tense in _TELLING_TENSES
        is_things = is_told or has("half_things", lemma) or self._view.object_follows(verb.word)
        return Subject.THING if is_things else Subject.NONE

    def _asks_who(self, clause: Clause) -> bool:
        place = self._view.place(clause)
        return place > 0 and self._lexicon.has("relative_subjects", self._view.clauses[place - 1].opener)
