"""Finds polite requests of a Polish sentence that stand for an imperative; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.polish.clauses import Sentence
from mannerly.adapt.register.polish.grammar import Grammar
from mannerly.adapt.register.polish.lexicon import Form

_REACH = 5


@dataclass(frozen=True, slots=True)
class Request:
    """A verb of asking with the infinitives that say for what.

    Args:
        place: of the verb of asking.
        infinitives: their places and readings.
    """

    place: int
    infinitives: tuple[tuple[int, Form], ...]


class Requests:
    """Reads polite requests.

    Args:
        grammar: what governs what.
    """

    def __init__(self, grammar: Grammar) -> None:
        """Use this grammar."""
        self._words = grammar.words
        self._lexicon = grammar.lexicon
        people = {*self._words.map("pan_forms"), *self._words.map("ty_forms"), *self._words.of("your_forms")}
        self._stops = self._words.of("subordinators") | people

    def of(self, view: Sentence) -> tuple[Request, ...]:
        """Return the requests of a sentence."""
        asked = (token.place for token in view.tokens if token.key in self._words.of("request") and not token.quoted)
        return tuple(request for place in asked if (request := self._request(view, place)) is not None)

    def _request(self, view: Sentence, place: int) -> Request | None:
        first = self._first(view, place)
        if first is None:
            return None
        return Request(place, (first, *self._chained(view, first)))

    def _first(self, view: Sentence, place: int) -> tuple[int, Form] | None:
        for at in range(place + 1, view.segment(place).stop):
            token = view.tokens[at]
            if token.quoted or (at == place + 1 and token.key in self._words.of("purposes")):
                return None
            if not token.is_word:
                continue
            form = self._infinitive(view, at)
            if form is not None:
                return at, form
            if token.key in self._stops or self._is_finite(token.key):
                return None
        return None

    def _infinitive(self, view: Sentence, at: int) -> Form | None:
        key = view.key(at)
        form = self._lexicon.having(key, "inf")
        if form is None and key and not self._lexicon.verbs(key) and len(key) > 4:
            form = self._lexicon.guessed(key, "inf")
        return form

    def _is_finite(self, key: str) -> bool:
        found = self._lexicon.verbs(key)
        return bool(found) and all(form.slot in ("s2", "p3", "l2m", "l2f", "lp") for form in found)

    def _chained(self, view: Sentence, first: tuple[int, Form]) -> list[tuple[int, Form]]:
        """Return the infinitives that a conjunction or a comma joins to the first."""
        found = list[tuple[int, Form]]()
        if first[1].lemma in self._words.of("infinitive_takers") and self._has_complement(view, first[0]):
            return found
        at, inner, free = first[0] + 1, False, True
        while at < len(view.tokens):
            token, key = view.tokens[at], view.key(at)
            joins = key in self._words.of("coordinators")
            if token.is_stop:
                if token.text != ",":
                    break
                was_inner, inner = inner, self._is_subordinate(view, at + 1)
                free = not inner
                joins = not was_inner and not inner
            reached = self._reached(view, at + 1) if joins and (free or self._opens(view, at)) else None
            if reached is not None:
                found.append(reached)
                at, inner, free = reached[0], False, True
                if reached[1].lemma in self._words.of("infinitive_takers") and self._has_complement(view, at):
                    break
            elif key and (self._is_finite(key) or self._infinitive(view, at) is not None):
                free = False
            at += 1
        return found

    def _opens(self, view: Sentence, at: int) -> bool:
        before = view.at(at - 1)
        return before is not None and before.is_stop

    def _is_subordinate(self, view: Sentence, at: int) -> bool:
        follows = view.key(at + 1) if view.key(at) in self._words.map("prepositions") else view.key(at)
        return follows in self._words.of("subordinators")

    def _reached(self, view: Sentence, start: int) -> tuple[int, Form] | None:
        skipped = self._words.of("after_coordinator") | self._words.of("between") | self._words.of("coordinators")
        for at in range(start, min(start + _REACH, len(view.tokens))):
            form = self._infinitive(view, at)
            if form is not None:
                return at, form
            if view.key(at) not in skipped:
                return None
        return None

    def _has_complement(self, view: Sentence, place: int) -> bool:
        for at in range(place + 1, view.segment(place).stop):
            if view.key(at) in self._words.of("coordinators"):
                return False
            if self._infinitive(view, at) is not None:
                return True
        return False
