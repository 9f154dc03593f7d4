"""Reads and builds forms of Hindi verbs from the conjugation tables; knows no sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import normalize

import regex

from mannerly.language.register import RegisterData, Verbs

_DOUBLED = regex.compile(r"(\p{M})\1+")


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word: the root it belongs to, looked-up spelling, and its slot ("will.m.aap")."""

    root: str
    slot: str


@dataclass(frozen=True)
class Spelling:
    """How words are looked up: spellings of the same word give the same key.

    Args:
        table: code points that are written in several ways, and what stands for them.
    """

    table: Mapping[int, str]

    def key(self, word: str) -> str:
        """Return what all spellings of a word share."""
        return _DOUBLED.sub(r"\1", normalize("NFD", word).translate(self.table))


class HindiVerbs:
    """Every form of the verbs in the data."""

    def __init__(self, data: RegisterData, spelling: Spelling) -> None:
        """Build the tables."""
        self._key = spelling.key
        self._moon = str(data.policy["chandrabindu"])
        self._endings: dict[str, tuple[str, dict[str, tuple[str, ...]]]] = {}
        self._readings: dict[str, list[Form]] = {}
        for root, stem, forms in _paradigms(data.verbs):
            self._endings[self._key(root)] = stem, forms
            for slot, endings in forms.items():
                for ending in endings:
                    self._add(self._key(stem + ending), Form(self._key(root), slot))

    def read(self, key: str) -> tuple[Form, ...]:
        """Return every reading of a looked-up word."""
        return tuple(self._readings.get(key, ()))

    def form(self, word: str, read: Form, slot: str, *, dotted: bool = False) -> str | None:
        """Return the word in another slot, its root as it is spelt; None where there is no such form.

        Args:
            word: as written.
            read: how the word is read.
            slot: the slot asked for.
            dotted: write the anusvara where there is a choice.
        """
        stem, forms = self._endings[read.root]
        endings = forms.get(slot, ())
        if not endings:
            return None
        ending = next((end for end in endings if not dotted or self._moon not in end), endings[0])
        return normalize("NFC", self._stem(word, stem, forms[read.slot]) + ending)

    def _stem(self, word: str, stem: str, endings: tuple[str, ...]) -> str:
        keys = {self._key(ending) for ending in endings}
        for cut in range(len(word), -1, -1):
            if self._key(word[:cut]) == self._key(stem) and self._key(word[cut:]) in keys:
                return word[:cut]
        return stem

    def _add(self, key: str, form: Form) -> None:
        known = self._readings.setdefault(key, [])
        if form not in known:
            known.append(form)


def _paradigms(verbs: Verbs) -> list[tuple[str, str, dict[str, tuple[str, ...]]]]:
    """Return root, stem and the endings of each slot; an irregular verb has its whole forms for endings."""
    classes = {
        name: {slot: tuple(ends.split(" ")) for slot, ends in table.forms.items()}
        for name, table in verbs.classes.items()
    }
    found = [(root, root, classes[name]) for name, roots in verbs.members.items() for root in roots.split()]
    for root, own in verbs.irregular.items():
        whole = {slot: tuple(forms.split()) for slot, forms in own.items() if slot != "class"}
        base = classes.get(own.get("class", ""), {})
        regular = {slot: tuple(root + end for end in ends) for slot, ends in base.items()}
        found.append((root, "", {**regular, **whole}))
    return found
