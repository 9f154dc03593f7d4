"""Reads and makes Italian verb forms with their pronouns attached; knows no sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mannerly.adapt.register.inflection import Analysis, Inflection
from mannerly.language.register import RegisterData

_TWO_PRONOUNS = 4
_NONFINITE = frozenset({"infinitive", "gerund", "participle", "imperative"})


@dataclass(frozen=True, slots=True)
class Host:
    """A word that ends in pronouns: "inviarci", "scrivendoti", "dimmelo".

    Args:
        kind: infinitive, gerund or imperative.
        lemma: its verb.
        stem: the word without its pronouns, as it is written before them.
        chain: the pronouns as one piece.
    """

    kind: str
    lemma: str
    stem: str
    chain: str


class ItalianVerbs:
    """Forms of all verbs of the data, and words that carry pronouns."""

    def __init__(self, data: RegisterData) -> None:
        """Use the conjugation, chains and short imperatives of the data."""
        self._inflection = Inflection(data.verbs)
        self._chains = data.maps["chain"]
        self._short = data.maps["short_imperative"]
        self._lone = data.maps["lone_imperative"]
        self._unknown = data.maps["unknown_second"]
        self._no_host = frozenset(data.words["no_host"].split())
        self._undoubled = frozenset(data.words["undoubled"].split())

    def finite(self, form: str) -> tuple[Analysis, ...]:
        """Return the readings of a lower-case form that have a person."""
        return self._finite.get(form) or tuple(self._guessed(form))

    def form(self, lemma: str, slot: str) -> str | None:
        """Return a form, None where there is none."""
        return self._inflection.form(lemma, slot) or None

    def imperatives(self, form: str) -> tuple[str, ...]:
        """Return the verbs whose order to a friend this form is."""
        return self._imperatives.get(form, ())

    def lone_imperative(self, lemma: str) -> str | None:
        """Return the order to a friend without pronouns."""
        form = self.form(lemma, "imperative.2s")
        return self._lone.get(form, form) if form else None

    def nonfinite(self, form: str) -> tuple[Analysis, ...]:
        """Return the readings as infinitive, gerund or participle of any gender and number."""
        own = self._nonfinite.get(form, ())
        return own or tuple(
            found for found in self._nonfinite.get(form[:-1] + self._masculine, ()) if found.slot == "participle"
        )

    def host(self, form: str) -> Host | None:
        """Read a lower-case word that ends in pronouns."""
        if form in self._no_host:
            return None
        for size in range(2, min(7, len(form))):
            stem, end = form[:-size], form[-size:]
            if end in self._chains and stem in self._hosts and not self._of_many(form, size):
                kind, lemma = self._hosts[stem]
                return Host(kind, lemma, stem, end)
            chain = end if end in self._undoubled else end[1:] if end[:1] == end[1:2] else ""
            if stem in self._short and chain in self._chains:
                return Host("imperative", self._short[stem], stem, chain)
        return None

    def _of_many(self, form: str, size: int) -> bool:
        """Tell whether a word with two pronouns is rather an order to several with one: "eliminatele"."""
        readings = self._finite.get(form[:-2], ()) if size == _TWO_PRONOUNS else ()
        return any(found.slot.endswith("2p") for found in readings)

    def hanging(self, form: str) -> Host | None:
        """Read an infinitive or gerund that ends in pronouns."""
        host = None if self.finite(form) else self.host(form)
        return host if host is not None and host.kind != "imperative" else None

    def attached(self, lemma: str, chain: str) -> str | None:
        """Return the order to a friend with pronouns: dimmi, registrati, inviaci."""
        short = next((stem for stem, verb in self._short.items() if verb == lemma), None)
        if short:
            return short + (chain if chain in self._undoubled else chain[:1] + chain)
        form = self.form(lemma, "imperative.2s")
        return form + chain if form else None

    def infinitive_with(self, lemma: str, chain: str) -> str | None:
        """Return the infinitive with pronouns: preoccuparti, dirmelo."""
        form = self.form(lemma, "infinitive")
        return _host_of(form) + chain if form and chain else form

    def pronouns(self, chain: str) -> tuple[str, ...]:
        """Return the pronouns of a chain as they stand before a finite verb."""
        return tuple(self._chains[chain].split())

    def chain(self, pronouns: tuple[str, ...]) -> str | None:
        """Return pronouns as they hang on a word, None for an order that does not occur."""
        return self._joined.get(" ".join(pronouns))

    def _guessed(self, form: str) -> Iterator[Analysis]:
        for second, third in self._unknown.items():
            for ending, person in ((second, "2s"), (third, "3s")):
                if form.endswith(ending) and len(form) > len(ending) + 3:
                    yield Analysis("", f"unknown.{person}")

    def turned(self, form: str, found: Analysis, person: str) -> str | None:
        """Return the form of the same tense in another person, None where it is not known."""
        if not found.lemma:
            pairs = self._unknown if person == "3s" else {third: second for second, third in self._unknown.items()}
            ending = next((ending for ending in pairs if form.endswith(ending)), "")
            return form.removesuffix(ending) + pairs[ending] if ending else None
        return self.form(found.lemma, f"{found.slot.split('.')[0]}.{person}")

    @cached_property
    def _all(self) -> tuple[tuple[str, Analysis], ...]:
        slots = {slot for own in self._inflection.data.classes.values() for slot in own.forms}
        return tuple(
            (form, Analysis(lemma, slot))
            for lemma in sorted(self._inflection.lemmas)
            for slot in sorted(slots)
            if (form := self._inflection.form(lemma, slot))
        )

    @cached_property
    def _finite(self) -> dict[str, tuple[Analysis, ...]]:
        return _grouped((form, found) for form, found in self._all if found.slot.split(".")[0] not in _NONFINITE)

    @cached_property
    def _nonfinite(self) -> dict[str, tuple[Analysis, ...]]:
        return _grouped((form, found) for form, found in self._all if found.slot in _NONFINITE)

    @cached_property
    def _masculine(self) -> str:
        participles = [form[-1] for form, found in self._all if found.slot == "participle"]
        return max(set(participles), key=participles.count)

    @cached_property
    def _imperatives(self) -> dict[str, tuple[str, ...]]:
        found = _grouped((form, found) for form, found in self._all if found.slot == "imperative.2s")
        return {form: tuple(one.lemma for one in readings) for form, readings in found.items()}

    @cached_property
    def _hosts(self) -> dict[str, tuple[str, str]]:
        kinds = {"infinitive": "infinitive", "gerund": "gerund", "imperative.2s": "imperative"}
        hosts: dict[str, tuple[str, str]] = {}
        for form, found in self._all:
            if found.slot in kinds:
                stem = _host_of(form) if found.slot == "infinitive" else form
                hosts.setdefault(stem, (kinds[found.slot], found.lemma))
        return hosts

    @cached_property
    def _joined(self) -> dict[str, str]:
        return {spaced: joined for joined, spaced in self._chains.items()}


def _host_of(infinitive: str) -> str:
    short = infinitive[:-1]
    return short[:-1] if short[-1:] == short[-2:-1] else short


def _grouped(pairs: Iterator[tuple[str, Analysis]]) -> dict[str, tuple[Analysis, ...]]:
    found: dict[str, list[Analysis]] = {}
    for form, analysis in pairs:
        found.setdefault(form, []).append(analysis)
    return {form: tuple(readings) for form, readings in found.items()}
