"""Arabic words without vowel marks and stretched letters, with places kept; knows no form of address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from mannerly.adapt.register.text import Word
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text as it is read.

    Args:
        word: the word as written.
        bare: its letters without marks.
        fold: the letters with every alif alike.
        places: where each bare letter stands in the word.
    """

    word: Word
    bare: str
    fold: str
    places: tuple[int, ...]


class Spelling:
    """Reads words and writes new ones over them."""

    def __init__(self, data: RegisterData) -> None:
        """Use the marks, alif letters and proclitics of the data."""
        self._mark = compiled(data.patterns["mark"])
        self._alif = str.maketrans(data.maps["alif"])
        self._and = compiled(data.patterns["and"])
        self._proclitic = compiled(data.patterns["proclitic"])

    def fold(self, text: str) -> str:
        """Return text with every alif written alike."""
        return text.translate(self._alif)

    def bare(self, text: str) -> str:
        """Return text without marks."""
        return "".join(letter for letter in text if not self._mark.fullmatch(letter))

    def folded(self, words: str) -> frozenset[str]:
        """Return a list of words as a set, alif alike."""
        return frozenset(self.fold(words).split())

    def token(self, word: Word) -> Token:
        """Read one word."""
        places = tuple(place for place, letter in enumerate(word.text) if not self._mark.fullmatch(letter))
        bare = "".join(word.text[place] for place in places)
        return Token(word, bare, self.fold(bare), places)

    def stripped(self, fold: str) -> Iterator[str]:
        """Return the word as it is, then without one particle after the other that is written with it."""
        yield fold
        while (match := self._proclitic.match(fold)) is not None and match.end() < len(fold):
            fold = fold[match.end() :]
            yield fold

    def without_and(self, fold: str) -> str:
        """Return the word without a conjunction written before it."""
        match = self._and.match(fold)
        return fold[match.end() :] if match else fold

    def change(self, token: Token, after: str) -> tuple[int, int, str]:
        """Return start, end and new text; what the word shares with the new one stays as it was written."""
        shared, target = 0, self.fold(after)
        while shared < min(len(token.fold), len(target)) and token.fold[shared] == target[shared]:
            shared += 1
        kept = token.places[shared - 1] + 1 if shared else 0
        return token.word.start + kept, token.word.end, after[shared:]


def pattern(data: RegisterData, name: str) -> regex.Pattern[str]:
    """Return a compiled pattern of the data by name."""
    return compiled(data.patterns[name])
