"""The word lists of the Vietnamese register data as the engine looks them up; holds no word itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mannerly.adapt.register.text import Text, Word
from mannerly.language.register import RegisterData
from mannerly.model.facts import Customer, Gender

Syllables = tuple[str, ...]
_ADDRESS_TABLES = ("terms", "not_before", "not_after")
_FORMAL, _INFORMAL = "formal", "informal"


def syllables(phrase: str) -> Syllables:
    """Return a phrase as its syllables and marks in lower case."""
    return tuple(word.lower for word in Text(phrase).words)


class Phrases:
    """Phrases with values, found at a place by their first syllable, longest first."""

    def __init__(self, table: Mapping[str, str]) -> None:
        """Index the phrases."""
        self._values = {syllables(phrase): value for phrase, value in table.items()}
        self._by_first: dict[str, list[Syllables]] = {}
        for phrase in sorted(self._values, key=len, reverse=True):
            self._by_first.setdefault(phrase[0], []).append(phrase)

    def at(self, words: Syllables, index: int) -> Syllables | None:
        """Return the longest phrase that stands at an index."""
        for phrase in self._by_first.get(words[index], ()) if index < len(words) else ():
            if words[index : index + len(phrase)] == phrase:
                return phrase
        return None

    def value(self, phrase: Syllables) -> str:
        """Return what the table says for a phrase."""
        return self._values[phrase]


@dataclass(frozen=True)
class Tables:
    """Everything the data say, by name.

    Args:
        data: the language's register data.
    """

    data: RegisterData

    @cached_property
    def _lists(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(words.split()) for name, words in self.data.words.items()}

    @cached_property
    def _found(self) -> dict[str, Phrases]:
        listed = {name: dict.fromkeys(entries, "") for name, entries in self.data.phrases.items()}
        maps = {name: table for name, table in self.data.maps.items() if name not in _ADDRESS_TABLES}
        return {name: Phrases(table) for name, table in (listed | maps).items()}

    @cached_property
    def terms(self) -> Phrases:
        """Words of address with the level that they show."""
        return Phrases(self.data.maps["terms"])

    @cached_property
    def _guards(self) -> dict[str, dict[Syllables, frozenset[str]]]:
        return {
            name: {syllables(term): frozenset(words.split()) for term, words in self.data.maps[name].items()}
            for name in _ADDRESS_TABLES[1:]
        }

    @cached_property
    def formal(self) -> frozenset[str]:
        """Ids of the formal levels."""
        return frozenset(level.id for level in self.data.levels if level.formality == _FORMAL)

    @cached_property
    def informal(self) -> frozenset[str]:
        """Ids of the informal levels."""
        return frozenset(level.id for level in self.data.levels if level.formality == _INFORMAL)

    @property
    def polite_level(self) -> str:
        """The level that polite words alone show."""
        return self.data.defaults[_FORMAL]

    @property
    def plain_level(self) -> str:
        """The level that words among friends show."""
        return self.data.defaults[_INFORMAL]

    @property
    def friendly_level(self) -> str:
        """The level that the ordinary friendly word of address shows."""
        return self.data.service[_INFORMAL]

    def phrases(self, name: str) -> Phrases:
        """Return a list of phrases or a map by its phrases."""
        return self._found[name]

    def has(self, name: str, word: Word | None) -> bool:
        """Tell whether a word stands in a list."""
        return word is not None and word.lower in self._lists[name]

    def one(self, name: str) -> str:
        """Return the only word, or words, of a list."""
        return self.data.words[name].strip()

    def map(self, name: str) -> Mapping[str, str]:
        """Return a map."""
        return self.data.maps[name]

    def is_guarded(self, term: Syllables, before: str, after: str) -> bool:
        """Tell whether the neighbours show that a term speaks of others."""
        guards = self._guards
        return after in guards["not_before"].get(term, ()) or before in guards["not_after"].get(term, ())

    def you(self, level: str, customer: Customer, *, plural: bool) -> str:
        """Return how a level says "you" to a customer."""
        if plural:
            return self.map("you_all")[level]
        if level in self.map("you"):
            return self.map("you")[level]
        kinship = self.map("kinship")
        gender = customer.gender if customer.gender in (Gender.FEMALE, Gender.MALE) else Gender.UNKNOWN
        return kinship.get(f"{gender.value}.{customer.age_band.value}", kinship[gender.value])
