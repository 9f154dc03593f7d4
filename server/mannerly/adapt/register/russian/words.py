"""The word lists of the Russian register data that its reading needs, as sets; holds no word itself."""

from __future__ import annotations

from collections.abc import Mapping

from mannerly.adapt.register.russian.forms import undotted
from mannerly.language.register import RegisterData

FORMAL, INFORMAL = "vy", "ty"
NUMBER: Mapping[str, str] = {FORMAL: "plur", INFORMAL: "sing"}
OTHER: Mapping[str, str] = {FORMAL: INFORMAL, INFORMAL: FORMAL}


class Words:
    """Named lists and maps, the letter yo written as ye."""

    def __init__(self, data: RegisterData) -> None:
        """Fold every list once."""
        self._lists = {name: frozenset(undotted(words).split()) for name, words in data.words.items()}
        self._phrases = {
            name: tuple(tuple(undotted(entry).split()) for entry in entries) for name, entries in data.phrases.items()
        }
        self._maps = {name: {undotted(key): form for key, form in table.items()} for name, table in data.maps.items()}

    def of(self, name: str) -> frozenset[str]:
        """Return a list, empty where the data have none of that name."""
        return self._lists.get(name, frozenset())

    def phrases(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Return a list of phrases, each as its words."""
        return self._phrases.get(name, ())

    def map(self, name: str) -> Mapping[str, str]:
        """Return a map, empty where the data have none of that name."""
        return self._maps.get(name, {})
