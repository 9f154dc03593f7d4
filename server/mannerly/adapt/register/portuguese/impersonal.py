"""Tells Portuguese third persons that are nobody's or a thing's by the verb itself; looks for no subject."""

from __future__ import annotations

from mannerly.adapt.register.portuguese.moods import CONJUNCTIVE, FUTURE, Mood, MoodSense
from mannerly.adapt.register.portuguese.view import Verb, View

_SHARED = frozenset(("perf", "cim", "cfu"))  # one form of two verbs: to be and to go
_FIRST_OR_THIRD = frozenset(("impf", "cond", "plup"))


class ImpersonalSense:
    """Judges the verbs of one text."""

    def __init__(self, view: View, moods: MoodSense) -> None:
        """Judge verbs of this view."""
        self._view, self._lexicon, self._moods = view, view.lexicon, moods

    def is_nobodys(self, verb: Verb) -> bool:
        """Tell whether a verb without a subject does not speak of the reader."""
        word, lexicon, is_like = verb.word, self._lexicon, self._view.is_like
        if is_like("wish_noun", word) or is_like("minds", word):
            return False
        if is_like("nobody", word):
            return True
        if lexicon.has("ser_or_ir", verb.reading.lemma) and self._is_shared(verb):
            is_reader = is_like("is_reader", word) or self._is_done_to_reader(verb)
            return not (self._is_supposed(verb) or is_like("went", word) or is_reader)
        if lexicon.has("being", verb.reading.lemma):
            asked = verb.clause.question and self._view.leads(verb.clause) and is_like("asked_being", word)
            return not (asked or is_like("is_reader", word) or self._is_done_to_reader(verb))
        if lexicon.has("staying", verb.reading.lemma):
            return not (is_like("stays_reader", word) or self._is_done_to_reader(verb))
        if self._view.has_se(verb.clause, word):
            lemmas = (verb.reading.lemma, *self._view.infinitives_after(word))
            return not any(lexicon.has("reflexives", lemma) for lemma in lemmas)
        return lexicon.has("thing_verbs", verb.reading.lemma) and not self._is_readers_act(verb)

    def may_be_writers(self, verb: Verb) -> bool:
        """Tell whether a form that is the first person too is the writer's."""
        clause, lemma, lexicon = verb.clause, verb.reading.lemma, self._lexicon
        if verb.tense not in _FIRST_OR_THIRD:
            return False
        wishes = self._view.is_like("writers_wish", verb.word)
        if (wishes and not (clause.question and self._view.is_alone(clause))) or self._asks_back(verb):
            return True
        if clause.question or lexicon.has("asking", lemma) or self._is_told_of_reader(verb):
            return False
        if self._view.is_like("telling", verb.word) and clause.words[0] is verb.word:
            return bool(clause.opener)
        if clause.opener == lexicon.one("que") and lexicon.matches("learning", clause.before, 0):
            return any(lexicon.has(name, lemma) for name in ("being", "staying", "having"))
        return not lexicon.has("doubtful_openers", clause.opener)

    def _is_done_to_reader(self, verb: Verb) -> bool:
        """Whether a passive is of what one does to people, where the reader is known to be meant: "foi registado"."""
        return self._view.told and self._view.is_like("done_to_reader", verb.word)

    def _is_told_of_reader(self, verb: Verb) -> bool:
        """Whether a form of both persons is the reader's: he is known to be meant, and nothing of his follows."""
        view, lexicon = self._view, self._lexicon
        helps = any(lexicon.has(name, verb.reading.lemma) for name in ("auxiliaries", "staying", "having"))
        possessives = (lexicon.maps["possessive"], lexicon.maps["possessive"].values())
        own = any(other.lower in words for other in verb.clause.words for words in possessives)
        return view.told and helps and not own

    def _asks_back(self, verb: Verb) -> bool:
        """Whether the reader is named only after this: "nunca tinha pensado nisso, e o senhor?"."""
        later = [other for other in self._view.clauses if other.number == verb.clause.number and other.words]
        return any(
            other.words[0].index in self._view.named or self._lexicon.has("tu", other.words[0].lower)
            for other in later
            if other.words[0].index > verb.word.index and self._lexicon.has("conjunctions", other.opener)
        )

    def _is_shared(self, verb: Verb) -> bool:
        lemmas = self._lexicon.lemmas(verb.word.lower)
        return verb.tense in _SHARED and all(self._lexicon.has("ser_or_ir", lemma) for lemma in lemmas)

    def _is_supposed(self, verb: Verb) -> bool:
        is_if = verb.clause.opener == self._lexicon.one("se")
        return is_if and verb.tense == "cim" and self._view.is_like("if_being", verb.word)

    def _is_readers_act(self, verb: Verb) -> bool:
        """Whether a verb that mostly speaks of things is the reader's here."""
        if self._view.told and self._lexicon.has("readers_acts", verb.reading.lemma):
            return self._view.object_follows(verb.word)
        if self._is_order(verb) or self._view.is_like("moves_reader", verb.word):
            return True
        is_half = self._lexicon.has("half_things", verb.reading.lemma)
        is_asked = verb.clause.question and verb.tense != FUTURE and self._view.leads(verb.clause)
        return is_half and (is_asked or self._goes_on_to_act(verb))

    def _is_order(self, verb: Verb) -> bool:
        if not self._lexicon.has("askable_things", verb.reading.lemma):
            return False
        follows = self._view.verbal_after(verb.clause, verb.word)
        if verb.tense == CONJUNCTIVE:
            return follows
        is_open = self._moods.mood(verb.clause, verb.word) is Mood.OPENING and self._moods.may_be_asked(verb)
        return follows and is_open and verb.tense == "pres" and not verb.clause.question

    def _goes_on_to_act(self, verb: Verb) -> bool:
        """Whether a second verb tells: "começou a comprar"."""
        act = self._view.at(verb.word.index + 2)
        lemma = "" if act is None else self._lexicon.infinitive(act.lower)
        is_link = self._view.is_in("infinitive_prepositions", verb.word.index + 1)
        idle = any(self._lexicon.has(name, lemma) for name in ("thing_verbs", "being", "staying"))
        return is_link and bool(lemma) and not idle
