"""A sentence as words with places, and changes to it; knows no language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import regex

from mannerly.model.spans import FIRST_MARKER, MAX_SPANS

_MARKER = f"[{chr(FIRST_MARKER)}-{chr(FIRST_MARKER + MAX_SPANS)}]"
# A marker; letters with their marks and joiners; digits; any other visible character.
_PIECE = regex.compile(
    rf"(?P<span>{_MARKER})|(?P<word>(?:\p{{L}}[\p{{M}}\u200c\u200d]*)+)|(?P<number>\p{{N}}+)|(?P<mark>[^\s])"
)
_SENTENCE_END = frozenset(".!?\u2026\u3002\uff01\uff1f\u0964\u061f\u06d4")
_QUOTES = (
    ("\u201e", "\u201c\u201d"),
    ("\u201c", "\u201d"),
    ("\u00ab", "\u00bb"),
    ("\u300c", "\u300d"),
    ("\u300e", "\u300f"),
    ("\u300a", "\u300b"),
)
_STRAIGHT_QUOTE = regex.compile('"{1,2}')


class Kind(Enum):
    """What a piece of text is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Word:
    """One piece of a text: a run of letters, a number, one punctuation mark, or one protected span.

    Args:
        text: as written; apostrophes and hyphens are marks of their own.
        start: first code point in the text.
        kind: what it is.
        index: position among the words of the text.
        opens: True for the first word of a sentence (quotes and dashes before it do not count).
        quoted: True inside quotation marks: somebody else's words, left alone.
        glued: True when no white space stands before it.
    """

    text: str
    start: int
    kind: Kind
    index: int
    opens: bool
    quoted: bool
    glued: bool

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True)
class Text:
    """One masked sentence or line.

    Args:
        raw: the text, NFC, a private-use character for each protected span.
    """

    raw: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All pieces in order, white space left out."""
        quoted = _quoted_ranges(self.raw)
        words, opens, last_end = list[Word](), True, 0
        for match in _PIECE.finditer(self.raw):
            kind = Kind(match.lastgroup)
            start = match.start()
            is_quoted = any(first < start < last for first, last in quoted)
            glued = start == last_end and start > 0
            words.append(Word(match[0], start, kind, len(words), opens and kind is not Kind.MARK, is_quoted, glued))
            if kind is not Kind.MARK:
                opens = False
            elif match[0] in _SENTENCE_END:
                opens = _ends_sentence(self.raw, match.end())
            last_end = match.end()
        return tuple(words)

    @cached_property
    def sentences(self) -> tuple[tuple[Word, ...], ...]:
        """The words in runs, each from one sentence opening up to the next."""
        runs: list[list[Word]] = []
        for word in self.words:
            if word.opens or not runs:
                runs.append([])
            runs[-1].append(word)
        return tuple(tuple(run) for run in runs)

    def at(self, index: int) -> Word | None:
        """Return the word at an index, None outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else None


def _ends_sentence(raw: str, end: int) -> bool:
    rest = raw[end : end + 2]
    return not rest or rest[0].isspace() or not rest[0].isascii() or rest[0] in "\"')"


def _quoted_ranges(raw: str) -> tuple[tuple[int, int], ...]:
    found = list[tuple[int, int]]()
    for opening, closings in _QUOTES:
        start = raw.find(opening)
        while start >= 0:
            end = min((place for mark in closings if (place := raw.find(mark, start + 1)) >= 0), default=-1)
            if end < 0:
                break
            found.append((start, end))
            start = raw.find(opening, end + 1)
    return (*found, *_straight_ranges(raw))


def _straight_ranges(raw: str) -> list[tuple[int, int]]:
    """Pair straight marks, a doubled one being one; a pair around the whole text is how tables write a cell."""
    marks = [(match.start(), match.end()) for match in _STRAIGHT_QUOTE.finditer(raw)]
    if len(marks) > 1 and not raw[: marks[0][0]].strip() and not raw[marks[-1][1] :].strip():
        marks = marks[1:-1]
    return [(first[0], last[0]) for first, last in zip(marks[::2], marks[1::2], strict=False)]


@dataclass(frozen=True, slots=True)
class Change:
    """One replacement: `after` for the code points from start to end, by a rule."""

    rule: str
    start: int
    end: int
    after: str


def applied(raw: str, changes: Iterable[Change]) -> str:
    """Return the text with all changes made.

    Raises:
        ValueError: two changes touch the same code points.
    """
    parts, position = list[str](), 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if change.start < position:
            raise ValueError("two changes overlap")
        parts += (raw[position : change.start], change.after)
        position = change.end
    return "".join((*parts, raw[position:]))


def like(pattern: str, word: str) -> str:
    """Return `word` with the capitals of `pattern`: first letter, or all of more than one letter."""
    if len(pattern) > 1 and pattern.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
