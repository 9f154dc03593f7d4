"""Finds whether the reader is the subject of a Russian past tense or short adjective; changes nothing."""

from __future__ import annotations

from enum import Enum

from mannerly.adapt.register.russian.clauses import Sentence, Token
from mannerly.adapt.register.russian.forms import Form
from mannerly.adapt.register.russian.words import NUMBER, Words
from mannerly.adapt.register.text import Kind


class Subject(Enum):
    """Who a predicate speaks of."""

    READER = "reader"
    ELSE = "else"
    OPEN = "open"


class Subjects:
    """The subject of a predicate in one sentence.

    Args:
        words: word lists of the language.
        sentence: the sentence.
        verbs: places of verbs and imperatives of the second person, by level.
        shown: places of every other word that addresses the reader, by level.
        several: places that speak to several people.
    """

    def __init__(
        self,
        words: Words,
        sentence: Sentence,
        verbs: dict[int, str],
        shown: dict[int, str],
        several: frozenset[int] = frozenset(),
    ) -> None:
        """Use these words, and the places already known to speak to the reader."""
        self._words = words
        self._sentence = sentence
        self._verbs = verbs
        self._shown = shown
        self._several = several

    def of(self, place: int, form: Form, level: str) -> Subject:
        """Return the subject of a past tense, short adjective or emphatic pronoun at a place."""
        clause = self._sentence.clause(place)
        found = self._named(range(place - 1, clause.start - 1, -1), form, level)
        found = found or self._right(range(place + 1, clause.stop), form, level)
        if found:
            return found
        if self._has_noun(clause, place, form):
            return Subject.ELSE
        if found := self._of_verb(range(place - 1, clause.start - 1, -1), form, level):
            return found
        if self._has_oblique(clause):
            return Subject.ELSE
        return self._inherited(clause.start, place, form, level)

    def is_unclear(self, place: int, form: Form, level: str) -> bool:
        """Tell whether an unnamed subject of a relative clause may be the reader whom the clause before names."""
        clause = self._sentence.clause(place)
        if clause.start == 0 or not form.has("VERB", "past", "plur") or not self._is_relative(clause):
            return False
        before = self._sentence.clause(clause.start - 1)
        named = any(self._sentence.tokens[at].key in self._words.of("reader_" + level) for at in before)
        return named and self.of(place, form, level) is Subject.OPEN

    def _nearest(self, places: range, form: Form, level: str) -> Subject | None:
        return self._named(places, form, level) or self._of_verb(places, form, level)

    def _named(self, places: range, form: Form, level: str) -> Subject | None:
        return next((found for place in places if (found := self._pronoun(place, form, level))), None)

    def _of_verb(self, places: range, form: Form, level: str) -> Subject | None:
        """Return the subject of the verb that a short adjective belongs to."""
        for place in () if form.has("VERB") else places:
            if self._verbs.get(place) == level:
                return Subject.READER
            if self._is_subject(place, form):
                return Subject.ELSE
            if self._sentence.tokens[place].key in self._words.of("subordinators"):
                return None
        return None

    def _right(self, places: range, form: Form, level: str) -> Subject | None:
        for place in places:
            if found := self._pronoun(place, form, level):
                return found
            token = self._sentence.tokens[place]
            if token.is_any("VERB") or token.key in self._words.of("subordinators"):
                return None
        return None

    def _pronoun(self, place: int, form: Form, level: str) -> Subject | None:
        token = self._sentence.tokens[place]
        if token.key in self._words.of("reader_" + level):
            return Subject.ELSE if place in self._several else Subject.READER
        for other in token.having("nomn", NUMBER[level]):
            if "NPRO" in other.marks or other.lemma in self._words.of("relatives"):
                return Subject.ELSE if _agree(other, form) else None
        return None

    def _has_noun(self, clause: range, place: int, form: Form) -> bool:
        tokens = self._sentence.tokens
        if any(self._is_subject(at, form) for at in range(clause.start, place)):
            return True
        for at in () if form.has("VERB", "tran") else range(place + 1, min(clause.stop, place + 6)):
            if tokens[at].is_any("INFN"):
                return False
            if self._is_subject(at, form):
                return True
        return False

    def _is_subject(self, place: int, form: Form) -> bool:
        token = self._sentence.tokens[place]
        if token.key in self._words.of("gratitude"):
            return False
        if token.word.kind is Kind.SPAN:
            return not self._governed(place)
        if token.word.text.isascii() and token.word.text.isalpha():
            return not self._governed(place)
        if token.any("NOUN") and not any(form.known for form in token.forms):
            return not self._governed(place)
        nouns = [noun for noun in token.having("nomn") if _names(noun) and noun.score > 0.05]
        if not nouns or self._governed(place):
            return False
        if form.has("plur"):
            return any(noun.marks & {"plur", "NUMR", "anim"} for noun in nouns)
        return any(_agree(noun, form) for noun in nouns if not noun.has("NUMR"))

    def _governed(self, place: int) -> bool:
        """Tell whether a preposition governs the noun, or only modifiers stand between both."""
        for at in range(place - 1, max(-1, place - 4), -1):
            token = self._sentence.tokens[at]
            if token.is_any("PREP"):
                return True
            if not token.is_any("ADJF", "PRTF", "ADVB", "NUMR"):
                return False
        return False

    def _has_oblique(self, clause: range) -> bool:
        oblique = self._words.of("reader_oblique")
        return any(self._sentence.tokens[at].key in oblique for at in clause)

    def _inherited(self, start: int, place: int, form: Form, level: str) -> Subject:
        opener = self._opener(range(start, place))
        if opener is not None:
            return self._dropped(opener, form, level)
        if self._is_asked(place, form):
            return Subject.READER
        if not self._may_inherit(start, form):
            return Subject.OPEN
        at, joined = start - 1, self._is_joined(start)
        while at >= 0:
            clause = self._before_insertion(self._sentence.clause(at), form, level)
            if not joined and self._is_relative(clause):
                at = self._sentence.segment(clause.start).start - 1
                continue
            found = self._nearest(range(clause.stop - 1, clause.start - 1, -1), form, level)
            found = found or self._from_predicate(clause, form, level) or self._from_noun(clause, form)
            if found:
                return found
            at = clause.start - 1
        return Subject.OPEN

    def _before_insertion(self, clause: range, form: Form, level: str) -> range:
        """Return the clause that a subordinate one interrupts between subject and predicate, else the clause."""
        segment = self._sentence.segment(clause.start)
        if segment.start == 0 or self._opener(segment) is None:
            return clause
        earlier = self._sentence.clause(segment.start - 1)
        tokens = [self._sentence.tokens[at] for at in earlier]
        if any(token.is_any("VERB", "ADJS", "PRTS") for token in tokens):
            return clause
        named = any(self._pronoun(at, form, level) for at in earlier)
        return earlier if named else clause

    def _may_inherit(self, start: int, form: Form) -> bool:
        return start > 0 and (self._is_joined(start) or form.has("VERB"))

    def _is_joined(self, start: int) -> bool:
        return any(token.key in self._words.of("joins") for token in self._sentence.tokens[start : start + 2])

    def _is_relative(self, clause: range) -> bool:
        relatives = self._words.of("relatives")
        start = self._sentence.segment(clause.start).start
        openings = self._sentence.tokens[start : start + 4]
        return any(form.lemma in relatives for token in openings for form in token.forms)

    def _from_predicate(self, clause: range, form: Form, level: str) -> Subject | None:
        for at in reversed(clause):
            token = self._sentence.tokens[at]
            for other in token.forms:
                if other.has(NUMBER[level], "past", "indc") or other.has("ADJS", NUMBER[level]):
                    return self.of(at, other, level) if _agree(other, form) else None
            if self._verbs.get(at) == level and form.has("VERB") and token.any("2per"):
                return Subject.READER
            if token.any("VERB", "1per", NUMBER[level]):
                return Subject.ELSE
        return None

    def _from_noun(self, clause: range, form: Form) -> Subject | None:
        for at in clause:
            token = self._sentence.tokens[at]
            certain = any(
                not noun.has("inan", "masc") and not noun.has("plur") for noun in token.having("NOUN", "nomn")
            )
            if (certain or token.any("NOUN", "nomn", "anim")) and self._is_subject(at, form):
                return Subject.ELSE
        return None

    def _opener(self, places: range) -> int | None:
        anywhere = self._words.of("contents") | self._words.of("conditions")
        for at in places:
            token = self._sentence.tokens[at]
            if at > places.start + 2 and token.key not in anywhere:
                continue
            if token.key in self._words.of("subordinators") or any(
                form.lemma in self._words.of("relatives") for form in token.forms
            ):
                return at
        return None

    def _dropped(self, opener: int, form: Form, level: str) -> Subject:
        key = self._sentence.tokens[opener].key
        spoken_to = any(
            self._sentence.clauses[at] != self._sentence.clauses[opener] and found == level
            for at, found in (self._verbs | self._shown).items()
        )
        if key in self._words.of("conditions") and spoken_to:
            return Subject.READER
        if key in self._words.of("contents") and self._is_thanked_or_said(opener, level):
            return Subject.READER
        return Subject.OPEN

    def _is_thanked_or_said(self, opener: int, level: str) -> bool:
        start = self._sentence.segment(opener).start
        before = self._sentence.segment(start - 1) if start > 0 else range(0)
        if any(
            self._sentence.tokens[at].key in self._words.of("gratitude") for at in range(max(0, start - 12), opener)
        ):
            return True
        said = any(form.lemma in self._words.of("sayings") for at in before for form in self._sentence.tokens[at].forms)
        reader = self._words.of("reader_" + level)
        return said and any(self._sentence.tokens[at].key in reader or self._verbs.get(at) == level for at in before)

    def _is_asked(self, place: int, form: Form) -> bool:
        if not self._sentence.asks or any(map(_is_content, self._sentence.tokens[:place])):
            return False
        if form.has("past", "VERB"):
            near = self._sentence.tokens[max(0, place - 2) : place + 3]
            conditional = any(token.key in self._words.of("conditional") for token in near)
            return conditional and form.lemma in self._words.of("wishes")
        return form.lemma in self._words.of("states")


def _names(form: Form) -> bool:
    return bool(form.marks & {"NOUN", "NUMR"}) or form.has("ADJF", "Apro")


def _is_content(token: Token) -> bool:
    return bool(token.forms) and not token.is_any("CONJ", "PRCL", "ADVB", "INTJ", "PRED", "Prnt")


def _agree(one: Form, other: Form) -> bool:
    if one.has("plur") or other.has("plur"):
        return one.has("plur") and other.has("plur")
    return not (one.gender() and other.gender()) or one.gender() == other.gender() or "ms-f" in one.marks
