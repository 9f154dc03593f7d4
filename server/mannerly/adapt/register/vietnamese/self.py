"""Finds how the agent speaks of himself in Vietnamese, and fits it to the address; touches nobody else."""

from __future__ import annotations

from mannerly.adapt.register.text import Kind, Word
from mannerly.adapt.register.vietnamese.edits import Edits
from mannerly.adapt.register.vietnamese.reading import Reading
from mannerly.adapt.register.vietnamese.tables import Tables

_SELF = "vi.register.self"


class Self:
    """Words for "I" and "we" that go with one form of address only."""

    def __init__(self, tables: Tables) -> None:
        """Use these lists."""
        self._tables = tables

    def formal(self, edits: Edits, reading: Reading, level: str) -> None:
        """Among friends "mình", to an elder "em": at a formal level both say "tôi"."""
        if reading.shows(self._tables.informal):
            self._replace(edits, "self_friend")
            for word in edits.words:
                if self._is_me(edits.words, word):
                    edits.put_like(word.index, word.index, self._tables.one("me_polite"), _SELF)
        if level not in self._kinship(reading):
            self._junior(edits, reading, "self_junior")

    def informal(self, edits: Edits, reading: Reading) -> None:
        """An agent who is "em" to an elder is "mình" to a friend."""
        self._junior(edits, reading, "self_junior_friendly")

    def equal(self, edits: Edits) -> None:
        """Take the blunt words of equals out of the friendly voice of a company."""
        self._replace(edits, "blunt")

    def _kinship(self, reading: Reading) -> frozenset[str]:
        levels = self._tables.formal | self._tables.informal
        return frozenset(
            site.level
            for site in reading.addressed
            if site.level in levels and site.level not in self._tables.map("you")
        )

    def _junior(self, edits: Edits, reading: Reading, name: str) -> None:
        if not self._kinship(reading):
            return
        low = self._low(edits)
        for index in range(len(low)):
            phrase = self._tables.phrases(name).at(low, index)
            last = index + len(phrase) - 1 if phrase else index
            if phrase and self._is_junior(edits.words, index, last):
                edits.put_like(index, last, self._tables.phrases(name).value(phrase), _SELF)

    def _is_junior(self, words: tuple[Word, ...], first: int, last: int) -> bool:
        before = words[first - 1] if first and not words[first].opens else None
        following = words[last + 1] if last + 1 < len(words) else None
        return not (
            self._tables.has("junior_not_before", following)
            or (first == last and self._tables.has("junior_not_after", before))
        )

    def _replace(self, edits: Edits, name: str) -> None:
        low = self._low(edits)
        for index in range(len(low)):
            phrase = self._tables.phrases(name).at(low, index)
            if phrase:
                edits.put_like(index, index + len(phrase) - 1, self._tables.phrases(name).value(phrase), _SELF)

    def _low(self, edits: Edits) -> tuple[str, ...]:
        return tuple("" if word.quoted else word.lower for word in edits.words)

    def _is_me(self, words: tuple[Word, ...], word: Word) -> bool:
        """Tell whether "mình" is the agent: at the opening of a clause, or in "cho mình xin"."""
        tables, before = self._tables, words[word.index - 1] if word.index else None
        following = words[word.index + 1] if word.index + 1 < len(words) else None
        if not tables.has("me", word):
            return False
        if tables.has("me_after", before):
            return tables.has("me_after_before", following)
        opens = word.opens or before is None or before.kind is Kind.MARK or self._answers(before)
        return opens and tables.has("me_before", following)

    def _answers(self, before: Word) -> bool:
        return before.opens and (self._tables.has("me_opens", before) or before.lower in self._tables.map("answer"))
