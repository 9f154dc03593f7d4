"""Finds the Portuguese infinitives that take the ending of the second person; knows no other verb form."""

from __future__ import annotations

from mannerly.adapt.register.inflection import Analysis
from mannerly.adapt.register.portuguese.lexicon import SECOND, Lexicon
from mannerly.adapt.register.portuguese.marks import Mark, Weight
from mannerly.adapt.register.text import Kind, Text, Word, like

_RULE, _INFLECTED = "infinitive", "pin"
_REACH = 4


class InfinitiveReader:
    """Reads infinitives whose subject is the reader."""

    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        """Read this text with these tables."""
        self._text, self._lexicon = text, lexicon

    def marks(self) -> list[Mark]:
        """Return a mark for every infinitive that would be inflected in the second person."""
        return [mark for word in self._text.words if (mark := self._mark(word)) is not None]

    def _mark(self, word: Word) -> Mark | None:
        lemma = self._lexicon.infinitive(word.lower)
        if not lemma or word.kind is not Kind.WORD or word.quoted:
            return None
        weight = self._weight(word, lemma)
        other = self._lexicon.form(Analysis(lemma, ""), f"{_INFLECTED}.{SECOND}")
        if weight is None or not other or self._has_object(word):
            return None
        return Mark(
            second=False, weight=weight, rule=_RULE, start=word.start, end=word.end, other=like(word.text, other)
        )

    def _has_object(self, word: Word) -> bool:
        after = self._text.at(word.index + 2)
        hyphen = self._text.at(word.index + 1)
        is_clitic = after is not None and after.glued and hyphen is not None and hyphen.text == "-"
        return is_clitic and after is not None and self._lexicon.has("reader_objects", after.lower)

    def _weight(self, word: Word, lemma: str) -> Weight | None:
        before = self._before(word)
        if before is None:
            return None
        has = self._lexicon.has
        if has("por", before.lower) and self._is_thanked(before):
            return Weight.WEAK
        if has("inflecting_infinitives", before.lower) and self._is_enough(before):
            return Weight.SILENT
        if has("para", before.lower) and (has("infinitives_after_para", lemma) or self._is_reflexive(word)):
            return Weight.SILENT
        if has("opening_prepositions", before.lower) and self._is_reflexive(word):
            return Weight.SILENT
        return None

    def _is_reflexive(self, word: Word) -> bool:
        before = self._text.at(word.index - 1)
        lemma = self._lexicon.infinitive(word.lower)
        is_se = before is not None and self._lexicon.one("se") == before.lower and not before.glued
        return is_se and self._lexicon.has("reflexives", lemma)

    def _before(self, word: Word) -> Word | None:
        before = self._text.at(word.index - 1)
        while before is not None and self._lexicon.has("before_infinitive", before.lower):
            before = self._text.at(before.index - 1)
        return before

    def _is_thanked(self, preposition: Word) -> bool:
        for place in range(preposition.index - 1, max(preposition.index - 1 - _REACH, -1), -1):
            word = self._text.words[place]
            if self._lexicon.has("regretting", word.lower):
                return False
            if self._lexicon.has("thanking", word.lower):
                return True
        first = self._text.at(preposition.index - 1)
        return first is not None and first.kind is Kind.SPAN and first.index == 0

    def _is_enough(self, adverb: Word) -> bool:
        before = self._text.at(adverb.index - 1)
        is_verb = bool(self._lexicon.read(adverb.lower))
        return is_verb or (
            before is not None
            and any(self._lexicon.has("being", lemma) for lemma in self._lexicon.lemmas(before.lower))
        )
