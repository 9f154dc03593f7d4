"""French verb forms of the second persons and the way from one to the other; must not know sentences."""

from __future__ import annotations

from enum import Enum

from mannerly.adapt.register.inflection import Analysis, Inflection
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData, Verbs

_TU, _VOUS = "2s", "2p"
_SECOND = "+"  # a second spelling of a slot
_LONGEST_ENDING = 6
_SHORTEST = 3


class Mood(Enum):
    """How a form is used; the value is the order in which its tenses are tried."""

    FINITE = ("pres", "impf", "fut", "cond", "past", "subj", "imp")
    SUBJUNCTIVE = ("subj", "pres", "impf", "fut", "cond", "past", "imp")
    IMPERATIVE = ("imp", "pres", "subj", "fut", "impf", "cond", "past")


class FrenchVerbs:
    """The conjugation of the data, and regular endings for what it does not list."""

    def __init__(self, data: RegisterData, not_verbs: frozenset[str], not_infinitives: frozenset[str]) -> None:
        """Conjugate every verb of the data once."""
        self._inflection = Inflection(_with_regular(data))
        self._endings = {_VOUS: data.maps["endings_2p"], _TU: data.maps["endings_2s"]}
        self._spelling = tuple((compiled(pattern), name) for pattern, name in data.maps["spelling"].items())
        self._vous_ends = tuple(data.words["vous_ends"].split())
        self._infinitive_ends = tuple(data.words["infinitive_ends"].split())
        self._not_verbs, self._not_infinitives = not_verbs, not_infinitives

    def is_vous(self, form: str) -> bool:
        """Whether a lower-case word can be a form with vous."""
        if self._read(form, _VOUS):
            return True
        return len(form) > _SHORTEST and form.endswith(self._vous_ends) and form not in self._not_verbs

    def is_tu(self, form: str) -> bool:
        """Whether a lower-case word is a listed form with tu or an imperative to one person."""
        return bool(self._read(form, _TU))

    def is_order(self, form: str) -> bool:
        """Whether a lower-case word can be an imperative to one person."""
        return any(_tense(found) == Mood.IMPERATIVE.value[0] for found in self._read(form, _TU))

    def is_statement(self, form: str) -> bool:
        """Whether a lower-case word can be a form with tu that is no imperative."""
        return any(_tense(found) != Mood.IMPERATIVE.value[0] for found in self._read(form, _TU))

    def lemmas(self, form: str) -> frozenset[str]:
        """Return the infinitives a form can belong to."""
        return frozenset(found.lemma for person in (_VOUS, _TU) for found in self._read(form, person))

    def to_tu(self, form: str, mood: Mood) -> str | None:
        """Return the form with tu of a form with vous."""
        return self._turned(form, mood, _VOUS, _TU)

    def to_vous(self, form: str, mood: Mood) -> str | None:
        """Return the form with vous of a form with tu."""
        return self._turned(form, mood, _TU, _VOUS)

    def is_infinitive(self, word: str) -> bool:
        """Whether a lower-case word is an infinitive, by the lists or by its ending."""
        if word in self._inflection.lemmas:
            return True
        return len(word) > _SHORTEST and word.endswith(self._infinitive_ends) and word not in self._not_infinitives

    def order(self, infinitive: str) -> str | None:
        """Return the imperative to one person of an infinitive."""
        return self._of(infinitive, "imp.2s")

    def future(self, infinitive: str) -> str | None:
        """Return the future with tu of an infinitive."""
        return self._of(infinitive, "fut.2s")

    def _of(self, infinitive: str, slot: str) -> str | None:
        if infinitive in self._inflection.lemmas:
            return self._inflection.form(infinitive, slot)
        name = next((name for pattern, name in self._spelling if pattern.search(infinitive)), "")
        return self._inflection.regular(infinitive, name, slot) if name else None

    def _read(self, form: str, person: str) -> list[Analysis]:
        readings = self._inflection.read(form)
        return [found for found in readings if found.slot.rstrip(_SECOND).endswith(person)] if readings else []

    def _turned(self, form: str, mood: Mood, person: str, other: str) -> str | None:
        readings = self._read(form, person)
        found = [
            turned
            for tense in mood.value
            for one in readings
            if _tense(one) == tense and (turned := self._other(one, other))
        ]
        return found[0] if found else self._by_ending(form, person)

    def _other(self, found: Analysis, person: str) -> str | None:
        """Return the other person of a reading, in the same spelling where there are two."""
        slot = f"{_tense(found)}.{person}"
        second = self._inflection.form(found.lemma, slot + _SECOND) if found.slot.endswith(_SECOND) else None
        return second or self._inflection.form(found.lemma, slot)

    def _by_ending(self, form: str, person: str) -> str | None:
        for size in range(min(_LONGEST_ENDING, len(form) - 2), 1, -1):
            if form[-size:] in self._endings[person]:
                return form[:-size] + self._endings[person][form[-size:]]
        return None


def _tense(found: Analysis) -> str:
    return found.slot.split(".")[0]


def _with_regular(data: RegisterData) -> Verbs:
    """Add the verbs of the first group to the class that their spelling means."""
    members = {name: lemmas.split() for name, lemmas in data.verbs.members.items()}
    listed = {lemma for lemmas in members.values() for lemma in lemmas} | set(data.verbs.irregular)
    spelling = [(compiled(pattern), name) for pattern, name in data.maps["spelling"].items()]
    for lemma in data.words["verbs_er"].split():
        if lemma not in listed:
            name = next(name for pattern, name in spelling if pattern.search(lemma))
            members.setdefault(name, []).append(lemma)
    return data.verbs.model_copy(update={"members": {name: " ".join(lemmas) for name, lemmas in members.items()}})
