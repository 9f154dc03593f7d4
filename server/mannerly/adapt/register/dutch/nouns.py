"""Tells whether weak je belongs to a noun behind it; knows no level."""

from __future__ import annotations

from mannerly.adapt.register.dutch.line import Line
from mannerly.adapt.register.text import Kind


class Nouns:
    """The noun that follows a word for the reader, where one does."""

    def __init__(self, line: Line) -> None:
        """Read this line."""
        self._line = line
        self._words = line.words
        self._verbs = line.verbs

    def head(self, i: int) -> int | None:
        """Return the noun that the token i may belong to as a possessive, None where it cannot be one."""
        place = self._line.next(i)
        if place is None:
            return None
        if self._is_count(place):
            place = self._counted(i, place)
        elif self._is_time(place) and not self.after_preposition(i):
            return None
        last: int | None = None
        while place is not None:
            if not self._is_modifier(place):
                return place if self._is_noun(place, i) else last
            last, place = place, self._line.next(place)
        return last if last is not None and not self._words.has("either", self._line.word(last)) else None

    def after_preposition(self, i: int) -> bool:
        """Tell whether a preposition stands right before."""
        return self._words.has("prepositions", self._line.word(self._line.prev(i)))

    def _is_count(self, place: int) -> bool:
        is_number = self._line.tokens[place].kind is Kind.NUMBER
        return is_number or self._words.has("numerals", self._line.word(place))

    def _counted(self, i: int, place: int) -> int | None:
        after = self._line.next(place)
        if after is None or self._words.has("time_nouns", self._line.word(after)):
            return None
        leads = self.after_preposition(i) or self._line.first(i) == i
        return after if leads and self._is_nounish(after) else None

    def _is_time(self, place: int) -> bool:
        after = self._line.word(self._line.next(place))
        is_time = self._words.has("time_nouns", after) or self._words.has("not_nouns", after)
        return self._words.has("time_adjectives", self._line.word(place)) and is_time

    def _is_modifier(self, place: int) -> bool:
        word, after = self._line.word(place), self._line.next(place)
        if self._words.has("nouns", word) or self._words.has("not_nouns", word):
            return False
        if self._words.has("either", word):
            return True
        if after is None or not self._is_nounish(after):
            return False
        strong = self._verbs.is_(word, "participle") and self._words.fits("plural", word)
        return strong or (self._words.fits("inflected", word) and not self._verbs.is_(word, "present"))

    def _is_nounish(self, place: int) -> bool:
        word = self._line.word(place)
        if self._words.has("nouns", word) or self._line.tokens[place].kind is Kind.SPAN:
            return True
        return not self._words.has("not_nouns", word) and not self._verbs.is_verbal(word)

    def _is_own_verb(self, place: int, i: int) -> bool:
        """Dat ik je terugbel: a bare stem at the end is the verb of ik."""
        if self._line.next(place) is not None or not self._verbs.is_(self._line.word(place), "stem"):
            return False
        before = [self._line.word(k) for k in self._line.before(i)]
        return bool(before) and any(self._words.has("first_person", word) for word in before[1:2])

    def _is_third(self, place: int) -> bool:
        return self._words.has("third_person", self._line.word(place))

    def _is_asked(self, place: int, i: int) -> bool:
        """Mag ik je vragen om...: an infinitive that a modal verb waits for, though it may be a noun."""
        line, verbs = self._line, self._verbs
        if not verbs.is_(line.word(place), "infinitive") or self.after_preposition(i):
            return False
        later = [k for k in line.after(place) if verbs.is_(line.word(k), "infinitive")]
        waits = any(self._words.has("modals", line.word(k)) for k in line.before(i))
        free = [k for k in later if line.word(line.prev(k)) != self._words.one("infinitive_mark")]
        return waits and not free

    def _is_noun(self, place: int, i: int) -> bool:
        token = self._line.tokens[place]
        if token.kind is Kind.SPAN:
            return self._line.next(i) != place or self.after_preposition(i)
        if self._is_own_verb(place, i) or self._is_asked(place, i):
            return False
        if self._words.has("nouns", token.text):
            return True
        if self._words.has("led_nouns", token.text):
            return self.after_preposition(i) or self._line.first(i) == i
        if self._words.has("nouns_before_verb", token.text) and not self.after_preposition(i):
            after = self._line.next(place)
            return after is None or self._verbs.is_verbal(self._line.word(after)) or self._is_third(after)
        bare = token.raw.islower() and self._words.fits("bare_adjective", token.text)
        return self._is_nounish(place) and token.kind is Kind.WORD and not bare
