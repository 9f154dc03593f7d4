"""Ways to walk through a French text: apostrophes, hyphens, clitics, clauses; must not know levels."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.french.words import Lexicon
from mannerly.adapt.register.text import Kind, Text, Word

_APOSTROPHES = ("\u2019", "'")
_HYPHENS = ("-", "\u2011")
_QUESTIONS = ("?",)
_COMMA = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place that shows one level, and what stands there at the other; None where that is not sure."""

    rule: str
    start: int
    end: int
    after: str | None


class Line:
    """The words of a text with what French needs to know about their neighbours."""

    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        """Read a text."""
        self.words = text.words
        self.apostrophe = next((mark for mark in _APOSTROPHES if mark in text.raw), _APOSTROPHES[1])
        self._lexicon = lexicon

    def low(self, index: int | None) -> str:
        """Return a word in lower case; "" for anything else and outside the text."""
        word = self._at(index)
        return word.lower if word is not None and word.kind is Kind.WORD else ""

    def mark(self, index: int | None) -> str:
        """Return a punctuation mark; "" for anything else."""
        word = self._at(index)
        return word.text if word is not None and word.kind is Kind.MARK else ""

    def breaks(self, index: int) -> bool:
        """Whether a place is a mark that ends a clause."""
        return bool(self.mark(index)) and self.mark(index) not in (*_APOSTROPHES, *_HYPHENS)

    def is_free(self, index: int) -> bool:
        """Whether a place is a word that may change."""
        word = self._at(index)
        return word is not None and word.kind is Kind.WORD and not word.quoted

    def is_elided(self, index: int) -> bool:
        """Whether an apostrophe stands right after a word."""
        follower = self._at(index + 1)
        return follower is not None and follower.text in _APOSTROPHES and follower.glued

    def before(self, index: int) -> int:
        """Return the place before, apostrophes left out."""
        return index - 2 if self.mark(index - 1) in _APOSTROPHES else index - 1

    def after(self, index: int) -> int:
        """Return the place after, apostrophes left out."""
        return index + 2 if self.mark(index + 1) in _APOSTROPHES else index + 1

    def joined_before(self, index: int) -> int | None:
        """Return the word that a hyphen joins to the left of a word."""
        joined = self.mark(index - 1) in _HYPHENS and self.words[index].glued and self.words[index - 1].glued
        return index - 2 if joined and self.low(index - 2) else None

    def joined_after(self, index: int) -> int | None:
        """Return the word that a hyphen joins to the right of a word."""
        after = index + 2
        return after if self.low(after) and self.joined_before(after) == index else None

    def verb_place(self, index: int) -> int:
        """Return the first place after a word that is no clitic."""
        place = self.after(index)
        while self.low(place) in self._lexicon["clitics"] and not self.words[place].opens:
            place = self.after(place)
        return place

    def chain_start(self, index: int) -> int:
        """Return where the clitics begin that stand before a word."""
        place = index
        while self.low(self.before(place)) in self._lexicon["clitics"] and not self.words[place].opens:
            place = self.before(place)
        return place

    def is_question(self, index: int) -> bool:
        """Whether the sentence of a word ends as a question."""
        for word in self.words[index + 1 :]:
            if word.opens:
                return False
            if word.text in _QUESTIONS:
                return True
        return False

    def sentence_start(self, index: int) -> int:
        """Return the first place of the sentence of a word."""
        place = index
        while place > 0 and not self.words[place].opens:
            place -= 1
        return place

    def sentence_end(self, index: int) -> int:
        """Return where the sentence of a word ends in the text."""
        place = index
        while place + 1 < len(self.words) and not self.words[place + 1].opens:
            place += 1
        return self.words[place].end

    def is_opening(self, index: int) -> bool:
        """Whether a word begins its sentence, a list mark or another protected span before it left out."""
        word, before = self.words[index], self._at(index - 1)
        after_span = word.capital and before is not None and before.kind is Kind.SPAN and before.opens
        return word.opens or after_span

    def opens_clause(self, index: int, *, is_addressed: bool) -> bool:
        """Whether a clause without a subject can begin at a place.

        Args:
            index: the place.
            is_addressed: whether the sentence is known to speak to one person with tu.
        """
        before = self.before(index)
        if before < 0 or self.is_opening(index):
            return True
        if self.low(before) in self._lexicon["clause_openers"]:
            return self.opens_clause(before, is_addressed=is_addressed)
        if self.mark(before) == _COMMA:
            first = self.low(self.sentence_start(before))
            return is_addressed or first in self._lexicon["preposed"]
        return self.breaks(before)

    def with_neighbour(self, index: int, form: str) -> tuple[int, str]:
        """Return where a changed verb begins, and it, with the elision of the word before put right."""
        word, before = self.words[index], self.before(index)
        is_vocalic, table = self._lexicon.is_vocalic(form), self._lexicon.table("elided")
        if before < index - 1 and not is_vocalic:
            full = next((full for full, short in table.items() if short == self.low(before)), "")
            if full:
                return self.words[before].start, f"{full} {form}"
        if before == index - 1 and is_vocalic and not self._lexicon.is_vocalic(word.text):
            short = table.get(self.low(before), "")
            if short and self.is_free(before):
                return self.words[before].start, f"{short}{self.apostrophe}{form}"
        return word.start, form

    def spot(self, rule: str, index: int, after: str | None, end: int | None = None) -> Spot:
        """Return the spot from a word to its end or to a given end."""
        word = self.words[index]
        return Spot(rule=rule, start=word.start, end=word.end if end is None else end, after=after)

    def _at(self, index: int | None) -> Word | None:
        return self.words[index] if index is not None and 0 <= index < len(self.words) else None
