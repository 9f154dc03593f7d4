"""Portuguese words by what they do, and verb forms read and built; knows nothing of sentences."""

from __future__ import annotations

from functools import lru_cache

import regex

from mannerly.adapt.register.inflection import Analysis, Inflection
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData

SECOND, THIRD = "2s", "3s"
_HIATUS = 2


class Lexicon:
    """The tables of the language, ready to be looked up."""

    def __init__(self, data: RegisterData) -> None:
        """Use these data."""
        self._lists = {name: frozenset(words.split()) for name, words in data.words.items()}
        self._patterns = {name: compiled(pattern) for name, pattern in data.patterns.items()}
        self._inflection = Inflection(data.verbs)
        self.maps = data.maps
        self.policy = data.policy
        self.read = lru_cache(maxsize=8192)(self._read)

    def has(self, name: str, word: str) -> bool:
        """Tell whether a lower-case word is in a list."""
        return word in self._lists[name]

    def one(self, name: str) -> str:
        """Return the only word of a list."""
        return next(iter(self._lists[name]))

    def matches(self, name: str, text: str, place: int) -> regex.Match[str] | None:
        """Match a pattern at a place of a lower-case text."""
        return self._patterns[name].match(text, place)

    def finditer(self, name: str, text: str) -> tuple[regex.Match[str], ...]:
        """Return every match of a pattern."""
        return tuple(self._patterns[name].finditer(text))

    def form(self, analysis: Analysis, slot: str) -> str:
        """Return another form of a verb, "" when there is none."""
        return self._inflection.form(analysis.lemma, slot) or ""

    def _read(self, form: str) -> tuple[Analysis, ...]:
        return self._inflection.read(self.maps["variants"].get(form, form))

    def seconds(self, form: str) -> tuple[Analysis, ...]:
        """Return the readings of a form as second person, commands left out."""
        return tuple(
            found for found in self.read(form) if found.slot.endswith(SECOND) and not found.slot.startswith("imp.")
        )

    def thirds(self, form: str) -> tuple[Analysis, ...]:
        """Return the readings of a form as a finite third person."""
        return tuple(
            found for found in self.read(form) if found.slot.endswith(THIRD) and not found.slot.startswith("pin")
        )

    def infinitive(self, form: str) -> str:
        """Return the lemma when the form is an infinitive, else ""."""
        return next((found.lemma for found in self.read(form) if found.slot == "inf"), "")

    def is_finite(self, form: str) -> bool:
        """Tell whether some reading of the form is a finite one."""
        return any("." in found.slot and not found.slot.startswith(("pin", "cfu")) for found in self.read(form))

    def is_soft(self, form: str) -> bool:
        """Tell whether the form ends like a noun: present and conjunctive only."""
        found = self.read(form)
        if not self.matches("nominal_end", form, 0):
            return False
        is_soft = all(reading.slot.startswith(("pres", "cnj", "imp.")) for reading in found)
        return is_soft and not any(self.has("stative", reading.lemma) for reading in found)

    def lemmas(self, form: str) -> frozenset[str]:
        """Return every verb that has this form."""
        return frozenset(found.lemma for found in self.read(form))

    def guessed(self, table: str, form: str) -> str:
        """Return an unlisted verb's other person by its ending, "" when the ending does not tell."""
        for ending, other in self.maps[table].items():
            if form.endswith(ending) and len(form) > len(ending) + _HIATUS and not self.read(form):
                return form.removesuffix(ending) + other
        return ""

    def whole(self, stripped: str) -> str:
        """Return the verb form that stands stripped before lo or la, "" when there is none."""
        for ending, full in self.maps["stripped"].items():
            whole = stripped.removesuffix(ending) + full
            if stripped.endswith(ending) and self.read(whole):
                return whole
        return next((stripped + end for end in self.maps["restored"].values() if self.read(stripped + end)), "")

    def joined(self, host: str, clitic: str) -> str:
        """Return a verb form with o, a, os or as behind a hyphen."""
        if self._patterns["nasal"].search(host):
            return f"{host}-{self.maps['after_nasal'][clitic]}"
        for ending in sorted(self.maps["cut"], key=len, reverse=True):
            if host.endswith(ending):
                return f"{host.removesuffix(ending)}{self.maps['cut'][ending]}-{self.maps['after_cut'][clitic]}"
        return f"{host}-{clitic}"
