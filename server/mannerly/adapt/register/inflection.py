"""Verb forms from classes and members in language data; knows no language and no sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import regex

from mannerly.language.register import VerbClass, Verbs


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a form: its lemma and slot ("present.2s")."""

    lemma: str
    slot: str


@dataclass(frozen=True)
class Inflection:
    """All verbs of a language's data, both ways."""

    data: Verbs

    def form(self, lemma: str, slot: str) -> str | None:
        """Return a form of a lemma, None when the data has none."""
        return self._forms.get(lemma, {}).get(slot)

    def read(self, form: str) -> tuple[Analysis, ...]:
        """Return every reading of a lower-case form."""
        return self._readings.get(form, ())

    def regular(self, lemma: str, verb_class: str, slot: str) -> str | None:
        """Return the form a lemma would have as a member of a class, for words the data does not list."""
        found = self._class_forms(verb_class)
        ending = self._class(verb_class).ending
        if slot not in found or not lemma.endswith(ending):
            return None
        return _inflect(self._class(verb_class), lemma, slot, found[slot])

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Every lemma of the data."""
        return frozenset(self._forms)

    @cached_property
    def _forms(self) -> dict[str, dict[str, str]]:
        forms: dict[str, dict[str, str]] = {}
        for name, members in self.data.members.items():
            verb_class, endings = self._class(name), self._class_forms(name)
            for lemma in members.split():
                forms[lemma] = {slot: _inflect(verb_class, lemma, slot, end) for slot, end in endings.items()}
        for lemma, own in self.data.irregular.items():
            slots = dict(own)
            name = slots.pop("class", "")
            regular = (
                {slot: _inflect(self._class(name), lemma, slot, end) for slot, end in self._class_forms(name).items()}
                if name
                else {}
            )
            forms[lemma] = {**regular, **slots}
        return forms

    @cached_property
    def _readings(self) -> dict[str, tuple[Analysis, ...]]:
        readings: dict[str, list[Analysis]] = {}
        for lemma, slots in self._forms.items():
            for slot, form in slots.items():
                if form:
                    readings.setdefault(form, []).append(Analysis(lemma, slot))
        return {form: tuple(found) for form, found in readings.items()}

    def _class(self, name: str) -> VerbClass:
        own = self.data.classes[name]
        if not own.like:
            return own
        base = self._class(own.like)
        return VerbClass(ending=own.ending or base.ending, stems={**base.stems, **own.stems})

    def _class_forms(self, name: str) -> dict[str, str]:
        own = self.data.classes[name]
        return {**(self._class_forms(own.like) if own.like else {}), **own.forms}


def _inflect(verb_class: VerbClass, lemma: str, slot: str, ending: str) -> str:
    stem = lemma.removesuffix(verb_class.ending)
    prefixes = sorted((prefix for prefix in verb_class.stems if slot.startswith(prefix)), key=len)
    if prefixes:
        pattern, replacement = verb_class.stems[prefixes[-1]]
        stem = regex.sub(pattern, replacement, stem)
    return stem + ending
