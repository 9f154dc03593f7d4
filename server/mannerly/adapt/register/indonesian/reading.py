"""Finds what shows the level of an Indonesian text: pronouns, clitics, address terms, casual words; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mannerly.adapt.register.text import Kind, Text, Word, like
from mannerly.language.register import RegisterData

BAPAK_IBU, ANDA, KAMU = "bapak_ibu", "anda", "kamu"
YOU, ALL, SELF, CASUAL, DROP, CALLED = "you", "everybody", "self", "casual", "particle", "called"
_JOINTS = frozenset("/&-")
_STOPS = frozenset(".!?,;:)")
_SHORTEST_STEM, _LONGEST_NAME = 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that shows or depends on a level.

    Args:
        role: what stands there: YOU, ALL (several readers), SELF (the writer), CASUAL (a word), DROP (a particle),
            CALLED (an address term beside the sentence).
        level: the level that it shows.
        first: index of its first word.
        last: index of its last word.
        lead: what stays of the place: the noun that carries a clitic.
        follow: what stays after it: the verb that carries a prefix, an emphatic ending.
        after: what a casual word becomes.
        also: levels at which it is right as well.
        shown: False where it only goes along with other changes.
    """

    role: str
    level: str
    first: int
    last: int
    lead: str = ""
    follow: str = ""
    after: str = ""
    also: frozenset[str] = frozenset()
    shown: bool = True


class Lexicon:
    """The word lists and tables of the Indonesian data, ready to look up."""

    def __init__(self, data: RegisterData) -> None:
        """Split every list once."""
        self._lists = {name: frozenset(words.split()) for name, words in data.words.items()}
        self.maps = data.maps

    def __getitem__(self, name: str) -> frozenset[str]:
        """Return a word list."""
        return self._lists[name]

    def ending(self, word: str, table: str) -> str:
        """Return the ending of a table that a word has, longest first, or ""."""
        fits = (end for end in self[table] if word.endswith(end))
        return max(fits, key=len, default="")


class Reader:
    """Reads the places of one text."""

    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        """Use these words."""
        self._words = text.words
        self._lexicon = lexicon

    def places(self) -> list[Place]:
        """Return all places from left to right, none inside another."""
        found, index = list[Place](), 0
        while index < len(self._words):
            place = self._place(index) if self._is_free(index) else None
            if place is None:
                index += 1
                continue
            if found and found[-1].last >= place.first:
                found.pop()
            found.append(place)
            index = place.last + 1
        return found

    def _place(self, index: int) -> Place | None:
        readings = (self._term, self._pronoun, self._self, self._casual, self._particle, self._clitic)
        return next((place for read in readings if (place := read(index)) is not None), None)

    def _pronoun(self, index: int) -> Place | None:
        low, lists = self.low(index), self._lexicon
        if low in lists["slang_you"] and self._is_before_stop(index):
            return None
        if low in lists["informal_you"] or low in lists["slang_you"]:
            return Place(role=YOU, level=KAMU, first=index, last=index)
        if low in lists["informal_all"]:
            return Place(role=ALL, level=KAMU, first=index, last=self._with(index, "everybody"))
        base = low.removesuffix(lists.ending(low, "emphatic"))
        if base in lists["informal_you"] or base in lists["formal_you"]:
            level = KAMU if base in lists["informal_you"] else ANDA
            if self._with(index, "everybody") > index and base == low:
                return Place(role=ALL, level=level, first=index, last=index + 1)
            return Place(role=YOU, level=level, first=index, last=index, follow=low[len(base) :])
        return None

    def _term(self, index: int) -> Place | None:
        """Read Bapak, Ibu, Bapak/Ibu, Bapak dan Ibu, Kakak as words for the reader."""
        word, terms = self._words[index], self._lexicon["terms"]
        if not word.capital or word.lower not in terms | self._lexicon["friendly_terms"]:
            return None
        last, joint = self._pair(index)
        level = KAMU if word.lower in self._lexicon["friendly_terms"] else BAPAK_IBU
        if self._is_called(index, last):
            also = frozenset({BAPAK_IBU, ANDA}) - {level} if level == BAPAK_IBU else frozenset()
            return Place(role=CALLED, level=level, first=index, last=last, also=also, shown=False)
        if not self._is_reader(index, last):
            return None
        everybody = self._with(last, "everybody")
        if joint in self._lexicon["and"] or everybody > last:
            return Place(role=ALL, level=level, first=index, last=everybody)
        return Place(role=YOU, level=level, first=index, last=last)

    def _pair(self, index: int) -> tuple[int, str]:
        """Return the last word of Bapak/Ibu or Bapak dan Ibu, and what joins the two."""
        joint, other = self.low(index + 1) or self.mark(index + 1), self.low(index + 2)
        joins = joint in _JOINTS or joint in self._lexicon["and"] or joint in self._lexicon["or"]
        if joins and other in self._lexicon["terms"] and other != self.low(index):
            return index + 2, joint
        return index, ""

    def _is_reader(self, first: int, last: int) -> bool:
        """Whether an address term has no name, no owner and nothing that makes it a third person."""
        before, after = self.low(first - 1), self.at(last + 1)
        if before in self._lexicon["before_third"]:
            return False
        if after is None or after.kind is Kind.MARK:
            return first < last or bool(before)
        if after.kind is Kind.SPAN or after.capital:
            return False
        return first < last or after.lower not in self._lexicon["after_third"]

    def _is_called(self, first: int, last: int) -> bool:
        """Whether a term, with or without a name, is called out: "Selamat pagi, Bapak/Ibu"."""
        before = self.at(first - 1)
        greeted = self.low(first - 1) in self._lexicon["before_vocative"]
        short = self.low(first) in self._lexicon["short_terms"]
        called = before is None or before.kind is Kind.MARK or self._words[first].opens or greeted or short
        return called and self._is_before_stop(self._name_end(last))

    def _name_end(self, last: int) -> int:
        """Return the last word of the name after an address term."""
        place = last
        while (after := self.at(place + 1)) is not None and not after.opens and place - last < _LONGEST_NAME:
            if after.kind is not Kind.SPAN and not (after.kind is Kind.WORD and after.capital):
                break
            place += 1
        return place

    def _self(self, index: int) -> Place | None:
        low, lists = self.low(index), self._lexicon
        if low in lists["informal_self"]:
            return Place(role=SELF, level=KAMU, first=index, last=index)
        word = self._words[index]
        if low in lists["formal_self"] and (word.opens or not word.capital):
            return Place(role=SELF, level=ANDA, first=index, last=index, shown=False)
        verb = low.removeprefix(next(iter(lists["self_prefix"])))
        if verb != low and verb in lists["self_verbs"]:
            return Place(role=SELF, level=KAMU, first=index, last=index, follow=f" {verb}")
        return None

    def _casual(self, index: int) -> Place | None:
        low, tables = self.low(index), self._lexicon.maps
        pair = f"{low} {self.low(index + 1)}"
        if pair in tables["casual_pairs"]:
            after = tables["casual_pairs"][pair]
            return Place(role=CASUAL, level=KAMU, first=index, last=index + 1, after=after)
        before = self.low(index - 1)
        pronouns = self._lexicon["formal_you"] | self._lexicon["informal_you"] | self._lexicon["terms"]
        if low in self._lexicon["very"] and before and before not in pronouns and self._is_free(index - 1):
            after = f"{tables['intensifier']['formal']} {tables['casual'].get(before, before)}"
            return Place(role=CASUAL, level=KAMU, first=index - 1, last=index, after=after)
        if low in tables["casual"]:
            return Place(role=CASUAL, level=KAMU, first=index, last=index, after=tables["casual"][low])
        if low in tables["casual_weak"]:
            return Place(
                role=CASUAL, level=KAMU, first=index, last=index, after=tables["casual_weak"][low], shown=False
            )
        return None

    def _particle(self, index: int) -> Place | None:
        low, word = self.low(index), self._words[index]
        if word.opens or not self.at(index - 1):
            return None
        if low in self._lexicon["particles"] or (low in self._lexicon["final_particles"] and self._ends_clause(index)):
            shown = low not in self._lexicon["weak_particles"]
            return Place(role=DROP, level=KAMU, first=index, last=index, shown=shown)
        return None

    def _clitic(self, index: int) -> Place | None:
        word, low, lists = self._words[index], self.low(index), self._lexicon
        if word.capital and not word.opens and not word.text.isupper():
            return None
        end = lists.ending(low, "you_clitics")
        if end and low == end:
            joined = index > 1 and self.mark(index - 1) == "-" and word.glued and self._words[index - 1].glued
            return Place(role=YOU, level=KAMU, first=index - 1, last=index, lead=" ") if joined else None
        stem = word.text[: -len(end)] if end else ""
        if len(stem) > _SHORTEST_STEM and low not in lists["not_you_clitic"]:
            stem = like(stem, self._lexicon.maps["preposition"].get(stem.lower(), stem))
            return Place(role=YOU, level=KAMU, first=index, last=index, lead=f"{stem} ")
        prefix = next((prefix for prefix in lists["you_prefixes"] if low.startswith(prefix)), "")
        if prefix and len(low) > len(prefix) + _SHORTEST_STEM and low not in lists["not_you_prefix"]:
            return Place(role=YOU, level=KAMU, first=index, last=index, follow=f" {low[len(prefix) :]}")
        end = lists.ending(low, "self_clitics")
        if end and len(low) > len(end) + _SHORTEST_STEM and low not in lists["not_self_clitic"]:
            lead = f"{word.text[: -len(end)]} "
            return Place(role=SELF, level=KAMU, first=index, last=index, lead=lead, shown=False)
        return None

    def _with(self, index: int, name: str) -> int:
        return index + 1 if self.low(index + 1) in self._lexicon[name] else index

    def _ends_clause(self, index: int) -> bool:
        return self._is_before_stop(index) or self.low(index + 1) in self._lexicon["clause_openers"]

    def _is_before_stop(self, index: int) -> bool:
        after = self.at(index + 1)
        return after is None or after.opens or after.text in _STOPS

    def _is_free(self, index: int) -> bool:
        word = self._words[index]
        return word.kind is Kind.WORD and not word.quoted

    def at(self, index: int) -> Word | None:
        """Return a word, None outside the text."""
        return self._words[index] if 0 <= index < len(self._words) else None

    def low(self, index: int) -> str:
        """Return a word in lower case; "" for anything else and outside the text."""
        word = self.at(index)
        return word.lower if word is not None and word.kind is Kind.WORD else ""

    def mark(self, index: int) -> str:
        """Return a punctuation mark; "" for anything else."""
        word = self.at(index)
        return word.text if word is not None and word.kind is Kind.MARK else ""

    def readings(self) -> Iterator[Place]:
        """Yield the places that show a level by themselves."""
        return (place for place in self.places() if place.shown)
