"""Tells from a Russian text whether it calls its reader by a woman's name or title; knows no other fact."""

from __future__ import annotations

from mannerly.adapt.register.russian.forms import Lexicon, undotted
from mannerly.adapt.register.russian.words import Words
from mannerly.adapt.register.text import Kind, Text, Word

_NAMES = ("Name", "Patr")


class Person:
    """What the text shows of the person it speaks to.

    Args:
        words: word lists of the language.
        lexicon: what reads a word.
    """

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        """Use these words and this dictionary."""
        self._words = words
        self._lexicon = lexicon

    def is_woman(self, text: Text) -> bool:
        """Tell whether the text addresses a woman by title, or by a name between punctuation marks."""
        titled = any(undotted(word.lower) in self._words.of("woman") for word in text.words)
        return titled or any(self._is_called(text, word) for word in text.words)

    def _is_called(self, text: Text, word: Word) -> bool:
        if not self._is_womans_name(word):
            return False
        before, after = text.at(word.index - 1), text.at(word.index + 1)
        opens = before is None or before.kind is Kind.MARK or self._is_womans_name(before)
        closes = after is None or after.kind is Kind.MARK or self._is_womans_name(after)
        return opens and closes

    def _is_womans_name(self, word: Word) -> bool:
        if word.kind is not Kind.WORD or not word.capital or word.quoted:
            return False
        forms = self._lexicon.read(word.text)
        return bool(forms) and any(forms[0].has(name, "femn", "nomn") and forms[0].known for name in _NAMES)
