"""Tells whether a text is in the language that replies are written in, so that no engine reads it; knows no word."""

from __future__ import annotations

from collections.abc import Callable

from mannerly.adapt.register.text import Kind, Text
from mannerly.language.register import RegisterData

_FEWEST, _SHARE = 2, 0.2
_TABLE = "telltale"


def foreign_to(data: RegisterData) -> Callable[[Text], bool]:
    """Return a test for texts of another language.

    Args:
        data: the other language's register data; its table `telltale` lists words that stand in most of its sentences
            and in those of no language with an engine.

    Returns:
        A function that is true where two different telltale words, and a fifth of all words, are of the table.
    """
    telltale = frozenset(data.words.get(_TABLE, "").split())

    def is_foreign(text: Text) -> bool:
        words = [word.lower for word in text.words if word.kind is Kind.WORD]
        hits = [word for word in words if word in telltale]
        return len(set(hits)) >= _FEWEST and len(hits) >= _SHARE * len(words)

    return is_foreign
