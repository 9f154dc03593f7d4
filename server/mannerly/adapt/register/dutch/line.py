"""Cuts a Dutch text into tokens, sentences and clauses; knows no level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mannerly.adapt.register.dutch.words import DutchVerbs, Words
from mannerly.adapt.register.text import Kind, Text, Word

_JOINERS = frozenset("'\u2019-\u2011")
_APOSTROPHES = frozenset("'\u2019")
# Marks inside a clause.
_SOFT = frozenset("/%&+*#@_\u20ac$'\u2019\u2018-\u2011")
_QUESTION = "?"
_COMMA = ","
_STOPS = frozenset(".!")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written, with its apostrophes, hyphens and abbreviation dots; or one mark.

    Args:
        text: in lower case, apostrophes straight.
        raw: as written.
        start: first code point.
        kind: what its first piece is.
        sentence: number of its sentence.
        opens: True for the first word of a sentence.
        quoted: True inside quotation marks.
    """

    text: str
    raw: str
    start: int
    kind: Kind
    sentence: int
    opens: bool
    quoted: bool

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.raw)

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return self.kind is Kind.MARK


@dataclass(frozen=True)
class Line:
    """The tokens of a text and the clauses they stand in.

    Args:
        text: the text.
        words: the language's lists.
        verbs: the language's verbs.
    """

    text: Text
    words: Words
    verbs: DutchVerbs

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens in order."""
        tokens = list[Token]()
        for number, run in enumerate(self.text.sentences):
            place = 0
            while place < len(run):
                size = _size(run, place)
                first, last = run[place], run[place + size - 1]
                raw = self.text.raw[first.start : last.end]
                lower = raw.lower().replace("\u2019", "'")
                kind = Kind.WORD if size > 1 and first.kind is Kind.MARK else first.kind
                opens = any(piece.opens for piece in run[place : place + size])
                tokens.append(Token(lower, raw, first.start, kind, number, opens, first.quoted))
                place += size
        return tuple(tokens)

    def next(self, i: int) -> int | None:
        """Return the token after one, None where a mark or the end of the sentence comes first."""
        return self._beside(i, i + 1)

    def prev(self, i: int) -> int | None:
        """Return the token before one, None where a mark or the beginning of the sentence comes first."""
        return self._beside(i, i - 1)

    def word(self, i: int | None) -> str:
        """Return a token in lower case, "" for none."""
        return "" if i is None else self.tokens[i].text

    def is_question(self, i: int) -> bool:
        """Tell whether the sentence of a token ends with a question mark."""
        return self._last_marks[self.tokens[i].sentence] == _QUESTION

    def is_stopped(self, i: int) -> bool:
        """Tell whether the sentence of a token ends as a statement or order does."""
        return self._last_marks[self.tokens[i].sentence] in _STOPS

    def first(self, i: int) -> int:
        """Return the first token of the clause that a token stands in."""
        clause = self._clauses[i]
        while i > 0 and self._clauses[i - 1] == clause:
            i -= 1
        return i

    def before(self, i: int) -> range:
        """Return the tokens of the clause before one."""
        return range(self.first(i), i)

    def after(self, i: int) -> range:
        """Return the tokens of the clause after one."""
        stop = i + 1
        while stop < len(self.tokens) and self._clauses[stop] == self._clauses[i]:
            stop += 1
        return range(i + 1, stop)

    def sentence_before(self, i: int) -> tuple[int, ...]:
        """Return the tokens of the sentence before one, the nearest first."""
        return tuple(k for k in range(i - 1, -1, -1) if self.tokens[k].sentence == self.tokens[i].sentence)

    def sentence_after(self, i: int) -> tuple[int, ...]:
        """Return the tokens of the sentence after one."""
        return tuple(k for k in range(i + 1, len(self.tokens)) if self.tokens[k].sentence == self.tokens[i].sentence)

    def is_comma(self, i: int) -> bool:
        """Tell whether a token is a comma."""
        return self.tokens[i].raw == _COMMA

    def _beside(self, i: int, k: int) -> int | None:
        tokens = self.tokens
        if not 0 <= k < len(tokens) or tokens[k].is_mark or tokens[k].sentence != tokens[i].sentence:
            return None
        return k

    @cached_property
    def _last_marks(self) -> dict[int, str]:
        last = dict[int, str]()
        for token in self.tokens:
            if token.raw in _STOPS or token.raw == _QUESTION or not token.is_mark:
                last[token.sentence] = token.raw if token.is_mark else ""
        return last

    @cached_property
    def _clauses(self) -> tuple[int, ...]:
        numbers, clause = list[int](), 0
        for i, token in enumerate(self.tokens):
            new = i > 0 and token.sentence != self.tokens[i - 1].sentence
            clause += new or self._divides(i) or (i > 0 and self._is_hard(i - 1))
            numbers.append(clause)
        return tuple(numbers)

    def _is_hard(self, i: int) -> bool:
        return self.tokens[i].is_mark and self.tokens[i].raw not in _SOFT

    def _divides(self, i: int) -> bool:
        words, token = self.words, self.tokens[i].text
        if self._is_hard(i):
            return True
        if words.has("subordinators", token):
            return True
        if not words.has("coordinators", token):
            return False
        follower = self.word(self.next(i))
        return (
            any(words.has(name, follower) for name in ("subject_pronouns", "subordinators", "openers"))
            or words.has("address", follower)
            or self.verbs.is_(follower, "stem", "present", "third", "past_")
            or words.has("shared", follower)
        )


def _size(run: Sequence[Word], place: int) -> int:
    size = 1
    if run[place].text in _APOSTROPHES and _is_clitic(run, place):
        size = 2
    elif run[place].kind is Kind.MARK:
        return 1
    while (joined := _joined(run, place + size)) > 0:
        size += joined
    return size


def _is_clitic(run: Sequence[Word], place: int) -> bool:
    """'t, 'n, 's: an apostrophe with one letter, which a word without apostrophe follows."""
    letter = run[place + 1] if place + 1 < len(run) else None
    if letter is None or not letter.glued or letter.kind is not Kind.WORD or len(letter.text) != 1:
        return False
    return place + 2 >= len(run) or run[place + 2].text not in _APOSTROPHES


def _joined(run: Sequence[Word], place: int) -> int:
    """How many pieces from a place on belong to the word before: a joining mark with what is glued to it."""
    if place >= len(run) or not run[place].glued:
        return 0
    mark, after = run[place], run[place + 1] if place + 1 < len(run) else None
    if mark.kind is not Kind.MARK:
        return 1
    if after is None or not after.glued or after.kind is Kind.MARK:
        return 0
    if mark.text in _JOINERS:
        return 2
    short = len(run[place - 1].text) == 1 == len(after.text) or after.kind is run[place - 1].kind is Kind.NUMBER
    return 2 if mark.text in ".,:" and short else 0
