"""Finds the verbs whose subject is Pan, Pani or Panstwo in a Polish sentence; changes nothing."""

from __future__ import annotations

from mannerly.adapt.register.polish.addressees import Addressees
from mannerly.adapt.register.polish.clauses import Sentence
from mannerly.adapt.register.polish.grammar import Grammar
from mannerly.adapt.register.polish.lexicon import Form
from mannerly.adapt.register.polish.words import BOTH, MAN, WOMAN

AGREEING = {MAN: ("s3", "lm", "clm"), WOMAN: ("s3", "lf", "clf"), BOTH: ("p3", "lp", "clp")}
_NEAR = 5

Predicate = tuple[int, Form]


class Subjects:
    """Subjects and their verbs.

    Args:
        grammar: what governs what.
        addressees: what a form of Pan is.
    """

    def __init__(self, grammar: Grammar, addressees: Addressees) -> None:
        """Use this grammar."""
        self._grammar = grammar
        self._words = grammar.words
        self._lexicon = grammar.lexicon
        self._addressees = addressees

    def predicates(self, view: Sentence, place: int, gender: str) -> tuple[Predicate, ...]:
        """Return the verb of a subject and the verbs joined to it, empty where none is found."""
        slots = AGREEING[gender]
        first = self._nearest(view, place, slots)
        if first is None:
            return ()
        last = self._addressees.last(view, place)
        return (first, *self._joined(view, max(first[0], last), slots))

    def _nearest(self, view: Sentence, place: int, slots: tuple[str, ...]) -> Predicate | None:
        segment, last = view.segment(place), self._addressees.last(view, place)
        left = self._beside(view, place, slots)
        if left is not None:
            return left
        for at in range(last + 1, segment.stop):
            if (form := self._agrees(view, at, slots)) is not None:
                return at, form
            if view.key(at) in self._words.of("subordinators") | self._words.of("coordinators"):
                break
        left_over = range(place - 1, segment.start - 1, -1)
        for at in () if "lf" in slots else left_over:
            if (form := self._agrees(view, at, slots)) is not None:
                return at, form
            if view.key(at) in self._words.of("coordinators"):
                break
        return self._guessed(view, place, last, slots)

    def _beside(self, view: Sentence, place: int, slots: tuple[str, ...]) -> Predicate | None:
        """Return the verb right before, with nothing but short words between."""
        at = place - 1
        while at >= view.segment(place).start and at >= 0:
            if (form := self._agrees(view, at, slots)) is not None:
                return at, form
            if view.key(at) not in self._words.of("between"):
                break
            at -= 1
        return None

    def _agrees(self, view: Sentence, at: int, slots: tuple[str, ...]) -> Form | None:
        token = view.tokens[at]
        governed = view.key(at - 1) in self._words.map("prepositions")
        if not token.is_word or token.quoted or governed or token.key in self._words.of("enclitics"):
            return None
        return self._lexicon.having(token.key, *slots)

    def _guessed(self, view: Sentence, place: int, last: int, slots: tuple[str, ...]) -> Predicate | None:
        """Return a verb that no table has, right before or behind."""
        for step, start in ((-1, place - 1), (1, last + 1)):
            at = start
            while view.key(at) in self._words.of("between"):
                at += step
            form = self._lexicon.guessed(view.key(at), *slots) if view.key(at) else None
            if form is not None:
                return at, form
        return None

    def _joined(self, view: Sentence, place: int, slots: tuple[str, ...]) -> list[Predicate]:
        """Return the verbs behind that share the subject."""
        found = list[Predicate]()
        at = place + 1
        while at < len(view.tokens):
            token, key = view.tokens[at], view.key(at)
            if token.is_stop and not self._continues(view, at + 1, slots):
                break
            reach = self._reached(view, at + 1, slots) if key in self._words.of("coordinators") else None
            if token.text == "," and self._is_modal(view, at + 1, slots):
                reach = self._reached(view, at + 1, slots)
            if reach is not None and self._is_free(view, reach[0]):
                found.append(reach)
                at = reach[0]
            at += 1
        return found

    def _continues(self, view: Sentence, at: int, slots: tuple[str, ...]) -> bool:
        return view.key(at) in self._words.of("coordinators") or self._is_modal(view, at, slots)

    def _is_modal(self, view: Sentence, at: int, slots: tuple[str, ...]) -> bool:
        """Tell whether a clause opens with a modal verb, which takes a person for its subject."""
        found = self._reached(view, at, slots)
        return found is not None and found[1].lemma in self._words.of("modals") and self._has_infinitive(view, found[0])

    def _has_infinitive(self, view: Sentence, place: int) -> bool:
        segment = view.segment(place)
        return any(self._lexicon.having(view.key(at), "inf") for at in range(place + 1, segment.stop))

    def _reached(self, view: Sentence, start: int, slots: tuple[str, ...]) -> Predicate | None:
        """Return an agreeing verb that only short words keep from a conjunction."""
        skipped = self._words.of("after_coordinator") | self._words.of("between") | self._words.of("interrogatives")
        for at in range(start, min(start + _NEAR, len(view.tokens))):
            token = view.tokens[at]
            if not token.is_word:
                return None
            if (form := self._agrees(view, at, slots)) is not None:
                return at, form
            governed = view.key(at - 1) in self._words.map("prepositions")
            if token.key not in skipped and token.key not in self._words.map("prepositions") and not governed:
                return None
        return None

    def _is_free(self, view: Sentence, place: int) -> bool:
        """Tell whether a verb has no subject of its own in its stretch."""
        segment = view.segment(place)
        for at in range(place + 1, segment.stop):
            token = view.tokens[at]
            if "nom" in self._addressees.forms(token) and self._addressees.is_reader(view, at):
                return "poss" in self._addressees.forms(token) and self._grammar.opens_phrase(view, at + 1)
            if token.key in self._words.of("coordinators"):
                break
        slots = self._grammar.phrase(view, place + 1)[0]
        cases = self._grammar.cases_in(slots)
        return not ("nom" in cases and "acc" not in cases) and view.key(place + 1) not in self._words.of("actors")
