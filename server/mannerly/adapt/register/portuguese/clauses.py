"""A Portuguese sentence as clauses, and whether a verb in them has a subject of its own; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mannerly.adapt.register.portuguese.lexicon import Lexicon
from mannerly.adapt.register.text import Kind, Text, Word

_BREAKS = frozenset(',;:.!?()\u2013\u2014\u2026"/[]')


class Subject(Enum):
    """Whose verb it is."""

    NONE = "none"
    WRITER = "writer"
    THING = "thing"
    PERSON = "person"


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A run of words with at most one statement in it.

    Args:
        words: its words, the opener left out; marks between letters included.
        opener: lower-case conjunction or relative that opens it, "" when punctuation or nothing does.
        before: lower-case word before the opener, "" at the start of a stretch.
        question: whether its sentence ends in a question mark.
        number: of the sentence.
        first: whether no other clause of the sentence stands before it.
        opened_at: index of the opener among the words of the text, -1 without one.
    """

    words: tuple[Word, ...]
    opener: str
    before: str
    question: bool
    number: int
    first: bool
    opened_at: int = -1


def clauses_of(text: Text, lexicon: Lexicon) -> tuple[Clause, ...]:
    """Split a text at punctuation, conjunctions and relatives."""
    found: list[Clause] = []
    for number, sentence in enumerate(text.sentences):
        found += _Splitter(sentence, number, lexicon).clauses()
    return tuple(found)


class _Splitter:
    """Walks through one sentence and closes a clause at each break or opener."""

    def __init__(self, sentence: tuple[Word, ...], number: int, lexicon: Lexicon) -> None:
        self._sentence, self._number, self._lexicon = sentence, number, lexicon
        self._question = any(word.text == "?" for word in sentence)
        self._found: list[Clause] = []
        self._run: list[Word] = []
        self._opener: Word | None = None
        self._before = self._last = ""

    def clauses(self) -> list[Clause]:
        for position, word in enumerate(self._sentence):
            after = self._sentence[position + 1] if position + 1 < len(self._sentence) else None
            is_break = _breaks(word, after)
            if is_break or self._opens(word, after):
                self._close()
                self._before = "" if is_break else self._last
                self._opener = None if is_break else word
                self._last = "" if is_break else word.lower
            else:
                self._run.append(word)
                self._last = word.lower
        self._close()
        return self._found

    def _close(self) -> None:
        if self._run or self._opener is not None:
            opener = self._opener
            self._found.append(
                Clause(
                    words=tuple(self._run), opener="" if opener is None else opener.lower, before=self._before,
                    question=self._question, number=self._number, first=not self._found,
                    opened_at=-1 if opener is None else opener.index,
                )
            )  # fmt: skip
        self._run = []

    def _opens(self, word: Word, after: Word | None) -> bool:
        lower, has = word.lower, self._lexicon.has
        if word.glued and self._last == "-":
            return False
        if lower == self._lexicon.one("se"):
            return self._is_if(after)
        return has("subordinators", lower) or has("conjunctions", lower)

    def _is_if(self, after: Word | None) -> bool:
        """Tell "if" from the pronoun."""
        last, lexicon = self._last, self._lexicon
        if lexicon.has("as_if", last):
            return after is not None and any(found.slot.startswith("cim") for found in lexicon.read(after.lower))
        if not self._run:
            return not lexicon.has("subordinators", last) or lexicon.has("before_if", last)
        if lexicon.has("before_if", last):
            return True
        if lexicon.policy["third_takes_te"] or lexicon.has("pronoun_triggers", last) or self._is_triggered():
            return False
        if lexicon.matches("adverb", last, 0) or after is None or lexicon.matches("gerund", after.lower, 0):
            return False
        return not lexicon.is_finite(last) or not lexicon.matches("reflexive_after", after.lower, 0)

    def _is_triggered(self) -> bool:
        """Whether a "that" or the like draws the pronoun in front of the verb that is still to come."""
        is_inside = self._opener is not None and self._lexicon.has("subordinators", self._opener.lower)
        return is_inside and not any(
            self._lexicon.is_finite(word.lower) and not self._lexicon.is_soft(word.lower) for word in self._run
        )


def _breaks(word: Word, after: Word | None) -> bool:
    if word.kind is not Kind.MARK:
        return False
    if word.text == "-":
        return not word.glued or after is None or not after.glued
    return word.text in _BREAKS


def subject_of(clause: Clause, verb: Word, lexicon: Lexicon, named: frozenset[int]) -> Subject:
    """Look for a subject in front of a verb in its clause; `named` are indexes of words that name the reader."""
    return _Scan(clause, verb, lexicon, named).subject()


class _Scan:
    """Walks from the opening of a clause to the verb."""

    def __init__(self, clause: Clause, verb: Word, lexicon: Lexicon, named: frozenset[int]) -> None:
        self._words = tuple(word for word in clause.words if word.start < verb.start)
        self._verb, self._lexicon, self._named = verb, lexicon, named
        self._governed, self._consumed, self._phrase, self._verbal = False, False, False, False
        self._found = Subject.NONE

    def subject(self) -> Subject:
        for position, word in enumerate(self._words):
            after = self._words[position + 1] if position + 1 < len(self._words) else self._verb
            self._step(word, after)
        return self._found

    def _step(self, word: Word, after: Word) -> None:
        lower, has = word.lower, self._lexicon.has
        if word.index in self._named or word.kind in (Kind.MARK, Kind.NUMBER) or (word.glued and has("clitics", lower)):
            return
        if has("which", lower):
            self._found, self._governed, self._consumed, self._phrase = Subject.NONE, False, False, False
        elif has("other_subjects", lower):
            if not self._governed or self._consumed:
                self._found = self._pronoun(lower)
        elif has("prepositions", lower) or self._links(lower, after):
            self._governed, self._consumed, self._phrase = not has("closed_phrases", lower), False, False
        elif has("determiners", lower) and after is not self._verb:
            self._determiner(lower, after.lower)
        elif has("questions", lower) or has("adverbs", lower) or self._lexicon.matches("adverb", lower, 0):
            self._consumed = self._governed and not has("clitics", lower)
        elif word.kind is Kind.WORD and not has("determiners", lower):
            self._content(word)
        elif word.kind is Kind.SPAN and not self._governed and not self._phrase:
            self._found = Subject.THING

    def _links(self, lower: str, after: Word) -> bool:
        return self._lexicon.has("article_clitics", lower) and bool(self._lexicon.infinitive(after.lower))

    def _pronoun(self, lower: str) -> Subject:
        if self._lexicon.has("writers", lower):
            return Subject.WRITER
        return Subject.THING if self._lexicon.has("may_be_objects", lower) else Subject.PERSON

    def _determiner(self, lower: str, after: str) -> None:
        if self._phrase or self._verbal or (self._governed and not self._consumed):
            return
        if self._lexicon.has("times", after):
            self._governed, self._consumed = True, False
            return
        self._governed, self._consumed = False, False
        if self._lexicon.has("plural_determiners", lower):
            self._governed = True
        else:
            self._phrase, self._found = True, max(self._found, Subject.THING, key=_weight)

    def _content(self, word: Word) -> None:
        lower, lexicon = word.lower, self._lexicon
        is_doer = lexicon.has("doers", lower) or lexicon.has("possible_owners", lower)
        if self._governed:
            self._consumed = True
        elif self._phrase:
            self._found = Subject.PERSON if is_doer else self._found
        elif (not is_doer and self._is_verb(lower)) or lexicon.infinitive(lower) or lexicon.matches("gerund", lower, 0):
            self._governed, self._consumed, self._verbal = True, False, True
        elif not lexicon.matches("plural", lower, 0):
            self._phrase = True
            self._found = Subject.PERSON if is_doer or (word.capital and not word.opens) else Subject.THING

    def _is_verb(self, lower: str) -> bool:
        return self._lexicon.is_finite(lower) and not self._lexicon.has("third_nouns", lower)


def _weight(subject: Subject) -> int:
    return list(Subject).index(subject)
