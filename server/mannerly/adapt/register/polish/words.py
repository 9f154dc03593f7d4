"""The tables of the Polish register data that its reading needs, ready for looking up; holds no word itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from mannerly.language.register import RegisterData

FORMAL, INFORMAL = "pan", "ty"
# Genders of the address: Pan, Pani, Panstwo.
MAN, WOMAN, BOTH = "m", "f", "n"
CASES = ("nom", "gen", "dat", "acc", "ins", "loc")


class Rule(Enum):
    """What a change does; the value ends the id of its rule."""

    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"
    SUBJECT = "subject"
    VERB = "verb"
    PAST = "past"
    JOINED = "conjunction"
    COMMAND = "imperative"
    ADJECTIVE = "adjective"
    GREETING = "greeting"


class Words:
    """Named lists and maps."""

    def __init__(self, data: RegisterData) -> None:
        """Split every list once."""
        self._texts = data.words
        self._lists = {name: frozenset(words.split()) for name, words in data.words.items()}
        self._tuples = {name: tuple(words.split()) for name, words in data.words.items()}
        self._maps = data.maps

    def of(self, name: str) -> frozenset[str]:
        """Return a list, empty where the data have none of that name."""
        return self._lists.get(name, frozenset())

    def ordered(self, name: str) -> tuple[str, ...]:
        """Return a list in its order."""
        return self._tuples.get(name, ())

    def text(self, name: str) -> str:
        """Return an entry as it is written."""
        return self._texts.get(name, "")

    def map(self, name: str) -> Mapping[str, str]:
        """Return a map, empty where the data have none of that name."""
        return self._maps.get(name, {})

    def slots(self, name: str, key: str) -> frozenset[str]:
        """Return the value of a map entry as a set, empty where there is none."""
        return frozenset(self.map(name).get(key, "").split())


def ending_of(table: Mapping[str, str], word: str) -> str | None:
    """Return the longest key of a table in which a word ends."""
    return next((word[at:] for at in range(len(word) + 1) if word[at:] in table), None)


def exchanged(table: Mapping[str, str], word: str) -> str | None:
    """Return the word with its longest ending in the table replaced, None where no ending fits."""
    ending = ending_of(table, word)
    return None if ending is None else word[: len(word) - len(ending)] + table[ending]
