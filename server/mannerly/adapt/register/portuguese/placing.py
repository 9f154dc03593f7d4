"""Turns marks into changes of a Portuguese text: words left out, melted prepositions, capitals; decides no level."""

from __future__ import annotations

from mannerly.adapt.register.portuguese.lexicon import Lexicon
from mannerly.adapt.register.portuguese.marks import Mark
from mannerly.adapt.register.portuguese.pronouns import Third
from mannerly.adapt.register.text import Change, Text, Word, like

_PREFIX = "pt.register."
_MELTING = (("melting_male", "male"), ("melting_female", "female"), ("melting_several", "several"))


class Placing:
    """Writes marks into one text."""

    def __init__(self, text: Text, lexicon: Lexicon, *, enclitic: bool) -> None:
        """Use this text; `enclitic` tells whether the region hangs its pronouns on the verb."""
        self._text, self._lexicon, self._enclitic = text, lexicon, enclitic
        self._at = {word.start: word for word in text.words}
        self._ends = {word.end: word for word in text.words}

    def changes(self, marks: list[Mark], third: Third, *, second_wanted: bool) -> tuple[Change, ...]:
        """Return the changes, in order and apart."""
        texts = {mark.start: mark.other or "" for mark in marks}
        spans = {mark.start: (mark.end, mark.rule) for mark in marks}
        for mark in marks:
            word = self._at.get(mark.start)
            if word is None or mark.start not in texts:
                continue
            if mark.other == "" or (not second_wanted and not third.names and self._is_spare(word)):
                self._drop(mark, texts, spans)
            elif not second_wanted and third.lords:
                self._melt(word, mark, texts, spans)
        return tuple(
            Change(_PREFIX + spans[start][1], start, spans[start][0], after)
            for start, after in sorted(texts.items())
            if self._text.raw[start : spans[start][0]] != after
        )

    def _is_spare(self, word: Word) -> bool:
        """Whether "tu" stands before its verb without stress, so that the third person needs no pronoun."""
        before, after = self._text.at(word.index - 1), self._text.at(word.index + 1)
        if word.lower != self._lexicon.one("tu") or after is None:
            return False
        while after is not None and self._lexicon.has("between_subject", after.lower):
            after = self._text.at(after.index + 1)
        is_stressed = before is not None and self._lexicon.has("contrast", before.lower)
        return not is_stressed and after is not None and bool(self._lexicon.seconds(after.lower))

    def _drop(self, mark: Mark, texts: dict[int, str], spans: dict[int, tuple[int, str]]) -> None:
        last = self._ends[mark.end]
        after, first = self._text.at(last.index + 1), self._at[mark.start]
        if after is None:
            return
        texts[mark.start], spans[mark.start] = "", (after.start, mark.rule)
        if not first.opens:
            return
        if after.start in texts:
            texts[after.start] = like(first.text, texts[after.start])
        else:
            texts[mark.start] = like(first.text[:1], after.text)
            spans[mark.start] = (after.end, mark.rule)

    def _melt(self, word: Word, mark: Mark, texts: dict[int, str], spans: dict[int, tuple[int, str]]) -> None:
        """Join a preposition with the article: "a ti" -> "ao senhor"."""
        before = self._text.at(word.index - 1)
        named = texts[mark.start]
        for table, gender in _MELTING:
            noun = self._lexicon.maps["named"][gender]
            if before is None or named != noun or before.lower not in self._lexicon.maps[table]:
                continue
            melted = like(before.text, self._lexicon.maps[table][before.lower])
            del texts[mark.start]
            texts[before.start] = f"{melted} {noun.split()[-1]}"
            spans[before.start] = (mark.end, mark.rule)
            return
