"""Tells whether Pani, which has one form for five cases, is the subject in a Polish sentence; changes nothing."""

from __future__ import annotations

from mannerly.adapt.register.polish.clauses import Sentence
from mannerly.adapt.register.polish.grammar import Grammar
from mannerly.adapt.register.polish.subjects import AGREEING
from mannerly.adapt.register.polish.words import WOMAN
from mannerly.adapt.register.text import Kind

_SURE, _MAYBE, _NONE = 2, 1, 0


class Pani:
    """The nominative among the uses of Pani.

    Args:
        grammar: what governs what.
    """

    def __init__(self, grammar: Grammar) -> None:
        """Use this grammar."""
        self._grammar = grammar
        self._words = grammar.words
        self._lexicon = grammar.lexicon

    def may_be_subject(self, view: Sentence, place: int, last: int) -> bool:
        """Tell whether the form at a place may be a nominative."""
        before = view.key(place - 1)
        if self._grammar.preposition(view, place) or self._lexicon.having(before, "inf"):
            return False
        verb = self._governing(view, place)
        return self._leads(view, place, last) if verb is None else self._follows(view, last, verb)

    def _governing(self, view: Sentence, place: int) -> int | None:
        """Return the verb right before that Pani agrees with."""
        at = place - 1
        while at >= view.segment(place).start and at >= 0:
            governed = view.key(at - 1) in self._words.map("prepositions")
            short = view.key(at) in self._words.of("enclitics")
            form = self._lexicon.having(view.key(at), *AGREEING[WOMAN]) or self._lexicon.guessed(view.key(at), "s3")
            if form is not None and not governed and not short:
                return at
            if view.key(at) not in self._words.of("between"):
                return None
            at -= 1
        return None

    def _follows(self, view: Sentence, last: int, verb: int) -> bool:
        """Tell whether Pani behind a verb is its subject."""
        key = view.key(verb)
        enables = key.startswith(self._words.ordered("enabling"))
        if key in self._words.of("impersonal") or (enables and self._lexicon.having(view.key(last + 1), "inf")):
            return False
        slots, _ = self._grammar.phrase(view, last + 1)
        loose, end = self._grammar.phrase(view, last + 1, loose=True)
        cases = self._grammar.cases_in(slots)
        other = self._subject_before(view, verb)
        gives = key.startswith(self._words.ordered("giving"))
        if other == _SURE or (other == _MAYBE and (gives or loose)):
            return False
        is_state = self._lexicon.lemma_in(key, "intransitives") and not self._lexicon.predicative(view.key(end))
        if is_state and "nom" in self._grammar.cases_in(loose):
            return False
        feminine = bool(self._lexicon.having(key, "lf", "clf")) and "f.sg.nom" in slots and "acc" not in cases
        return not (cases == {"nom"} or (feminine and not self._grammar.is_negated(view, verb)))

    def _leads(self, view: Sentence, place: int, last: int) -> bool:
        """Tell whether Pani without a verb before it is the subject of one behind it."""
        if self._grammar.phrase(view, last + 1, loose=True)[0]:
            return False
        verb = self._verb_behind(view, last)
        if verb is None or any(self._lexicon.is_first(view.key(at)) for at in view.segment(place) if view.key(at)):
            return False
        key = view.key(verb)
        if self._lexicon.having(key, "lf", "clf"):
            return not self._feminine_before(view, place)
        if key in self._words.of("impersonal"):
            return False
        other = self._subject_before(view, place)
        gives = key.startswith(self._words.ordered("giving"))
        return other == _NONE or (other == _MAYBE and not gives)

    def _verb_behind(self, view: Sentence, last: int) -> int | None:
        stops = self._words.of("coordinators") | self._words.of("subordinators") | self._words.map("pan_forms").keys()
        for at in range(last + 1, view.segment(last).stop):
            if view.key(at) in stops:
                return None
            if self._lexicon.having(view.key(at), *AGREEING[WOMAN]):
                return at
        return None

    def _subject_before(self, view: Sentence, end: int) -> int:
        """Return how sure it is that another subject stands in the stretch before a place."""
        found = _NONE
        for at in range(end - 1, view.segment(end).start - 1, -1):
            if view.key(at) in self._words.of("coordinators") | self._words.of("openers"):
                break
            found = max(found, self._as_subject(view, at))
        return found

    def _as_subject(self, view: Sentence, at: int) -> int:
        token = view.tokens[at]
        if self._is_governed(view, at):
            return _NONE
        if token.kind is Kind.SPAN:
            return _SURE if at == view.segment(at).start else _MAYBE
        if token.key in self._words.of("others"):
            return _SURE
        if token.key in self._words.of("relative_either"):
            return _MAYBE
        if not token.is_word or self._lexicon.is_verb(token.key):
            return _NONE
        cases = self._grammar.cases_in(self._slots(view, at))
        if "nom" not in cases:
            return _NONE
        return _MAYBE if "acc" in cases else _SURE

    def _slots(self, view: Sentence, at: int) -> frozenset[str]:
        head = view.tokens[at].head
        slots = self._lexicon.nouns(head) or self._lexicon.guessed_nouns(head)
        if not slots and not self._lexicon.predicative(head) and not self._is_adjectival(view, at):
            slots = self._lexicon.loose_nouns(head, governed=False) - {"m.sg.gen", "n.sg.gen"}
        return frozenset(slot for slot in slots if ".sg." in slot)

    def _is_adjectival(self, view: Sentence, at: int) -> bool:
        """Tell whether a word that no table has is an adjective, or may belong to a preposition before it."""
        if view.key(at).endswith(self._words.ordered("adjectival")):
            return True
        return any(view.key(other) in self._words.map("prepositions") for other in range(view.segment(at).start, at))

    def _is_governed(self, view: Sentence, at: int) -> bool:
        """Tell whether a preposition, or a noun before it, governs a word."""
        before = at - 1
        while (
            view.key(before)
            and self._lexicon.adjectives(view.key(before))
            and not self._lexicon.nouns(view.key(before))
        ):
            before -= 1
        return view.key(before) in self._words.map("prepositions")

    def _may_stand_between(self, view: Sentence, at: int) -> bool:
        token = view.at(at)
        if token is None or token.is_stop:
            return False
        counts = token.kind is Kind.NUMBER or token.key in self._words.of("quantifiers")
        return counts or bool(self._lexicon.adjectives(token.key) and not self._lexicon.nouns(token.key))

    def _feminine_before(self, view: Sentence, place: int) -> bool:
        """Tell whether a feminine noun that may be the subject stands before."""
        return any(
            "f.sg.nom" in self._slots(view, at) and not self._is_governed(view, at)
            for at in range(view.segment(place).start, place)
            if view.key(at)
        )
