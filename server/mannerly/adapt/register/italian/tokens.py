"""Words of an Italian text with their apostrophes, as the grammar counts them; knows no grammar."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.text import Kind, Text, Word

_APOSTROPHES = frozenset("'\u2019\u2018")
_QUOTES = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')
_JOINING = frozenset("-/%\u20ac$&+#@*_\u2010\u2011")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with the apostrophe it ends in, a number, a span or a mark.

    Args:
        text: as written, without an apostrophe.
        start: first code point.
        end: where it ends, apostrophe included.
        kind: what it is.
        opens: True for the first word of a sentence.
        quoted: somebody else's words.
        elided: True when an apostrophe ends it.
        glued: True when no white space stands before it.
    """

    text: str
    start: int
    end: int
    kind: Kind
    opens: bool
    quoted: bool
    elided: bool
    glued: bool

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def boundary(self) -> bool:
        """Whether it is a mark that separates clauses."""
        return self.kind is Kind.MARK and self.text not in _QUOTES and (self.text not in _JOINING or not self.glued)


def tokens_of(text: Text) -> tuple[Token, ...]:
    """Return the tokens of a text in order."""
    found, words = list[Token](), text.words
    index = 0
    while index < len(words):
        word = words[index]
        after = text.at(index + 1)
        elided = word.kind is Kind.WORD and after is not None and _is_apostrophe(after)
        end = after.end if elided and after is not None else word.end
        found.append(
            Token(word.text, word.start, end, word.kind, word.opens, word.quoted, elided, word.glued and index > 0)
        )
        index += 2 if elided else 1
    return tuple(found)


def _is_apostrophe(word: Word) -> bool:
    return word.kind is Kind.MARK and word.glued and word.text in _APOSTROPHES
