"""Cuts a Polish sentence into tokens and stretches between punctuation marks; decides nothing about the reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mannerly.adapt.register.text import Kind, Word

_STOPS = frozenset(",;:()\u2014\u2013\u2026.!?")
_ENDS = frozenset(".!?\u2026")
_DASH = "-"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a compound with a hyphen.

    Args:
        text: as written.
        key: in small letters.
        start: first code point in the text.
        end: the code point after it.
        place: index in the sentence.
        kind: what it is.
        opens: True for the first word of the sentence.
        quoted: True inside quotation marks.
        glued: True when no white space stands before it.
    """

    text: str
    key: str
    start: int
    end: int
    place: int
    kind: Kind
    opens: bool
    quoted: bool
    glued: bool

    @property
    def is_word(self) -> bool:
        """Whether it is written in letters."""
        return self.kind is Kind.WORD

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def is_stop(self) -> bool:
        """Whether it ends a stretch."""
        return self.kind is Kind.MARK and self.text in _STOPS

    @property
    def head(self) -> str:
        """The part of a compound that is inflected, in small letters."""
        return self.key.rpartition(_DASH)[2]


@dataclass(frozen=True)
class Sentence:
    """A sentence with its stretches.

    Args:
        tokens: its words and marks.
        segments: for each token the number of its stretch between punctuation marks.
        asks: True when it ends in a question mark.
    """

    tokens: tuple[Token, ...]
    segments: tuple[int, ...]
    asks: bool

    def at(self, place: int) -> Token | None:
        """Return the token at a place, None outside the sentence."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else None

    def key(self, place: int) -> str:
        """Return the word at a place in small letters, "" where there is none."""
        token = self.at(place)
        return token.key if token is not None and token.is_word else ""

    def segment(self, place: int) -> range:
        """Return the places of the stretch around a token, its closing mark left out."""
        number = self.segments[place]
        first = last = place
        while first > 0 and self.segments[first - 1] == number:
            first -= 1
        while last + 1 < len(self.tokens) and self.segments[last + 1] == number:
            last += 1
        return range(first, last + 1)

    def start(self, place: int) -> int:
        """Return the first place of a stretch that holds a word."""
        return next((at for at in self.segment(place) if self.tokens[at].kind is not Kind.MARK), place)

    def ends_at(self, place: int) -> bool:
        """Tell whether nothing but a mark or the end stands at a place."""
        token = self.at(place)
        return token is None or token.is_stop

    def keys(self, places: Iterable[int]) -> frozenset[str]:
        """Return the words at these places."""
        return frozenset(self.key(place) for place in places)


def sentence(run: tuple[Word, ...], apart: frozenset[str]) -> Sentence:
    """Read the words of one sentence.

    Args:
        run: its words.
        apart: words that never belong to a compound.
    """
    tokens = _tokens(run, apart)
    segments, number = list[int](), 0
    for token in tokens:
        number += token.is_stop
        segments.append(number)
        number += token.is_stop
    asks = any(token.text == "?" for token in tokens[-3:])
    return Sentence(tokens, tuple(segments), asks)


def _tokens(run: tuple[Word, ...], apart: frozenset[str]) -> tuple[Token, ...]:
    tokens, at = list[Token](), 0
    while at < len(run):
        last = at
        while _is_joined(run, last, apart):
            last += 2
        word = run[at]
        text = "".join(part.text for part in run[at : last + 1])
        end = run[last].end
        tokens.append(
            Token(text, text.lower(), word.start, end, len(tokens), word.kind, word.opens, word.quoted, word.glued)
        )
        at = last + 1
    return tuple(tokens)


def _is_joined(run: tuple[Word, ...], at: int, apart: frozenset[str]) -> bool:
    if at + 2 >= len(run) or run[at].kind is not Kind.WORD or run[at + 1].text != _DASH:
        return False
    follows = run[at + 2]
    glued = run[at + 1].glued and follows.glued
    return glued and follows.kind is Kind.WORD and not apart & {run[at].lower, follows.lower}
