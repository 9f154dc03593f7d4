"""Spanish verb forms with the pronouns written to them, read and made; knows no sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from mannerly.adapt.register.inflection import Inflection
from mannerly.adapt.register.spanish.accents import Accents
from mannerly.language.register import RegisterData

_BEFORE_PRONOUNS = {"inf", "ger", "imp.2s", "imp.2v", "imp.2p", "sub.3s", "sub.3p"}
_READ_ONLY = {"2c": "2s"}
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word as a verb.

    Args:
        lemma: infinitive.
        tense: "pres", "imp", "inf" and so on.
        person: "1s", "2s", "2v", "3s", "1p", "2p", "3p"; "" for infinitive, gerund and participle.
        pronouns: what is written to its end.
    """

    lemma: str
    tense: str
    person: str = ""
    pronouns: str = ""

    @property
    def finite(self) -> bool:
        """Whether it has a person."""
        return bool(self.person)


class SpanishVerbs:
    """All verb forms of the data, and the open classes for verbs that are not listed."""

    def __init__(self, data: RegisterData) -> None:
        """Build the tables once."""
        self._inflection = Inflection(data.verbs)
        self._accents = Accents(data)
        self._enclitics = tuple(sorted(data.words["enclitics"].split(), key=len, reverse=True))
        self._classes = data.maps["open_class"]
        self._no_verbs = frozenset(data.words["not_verbs"].split())
        self._no_infinitives = frozenset(data.words["not_infinitives"].split())
        self._dropped = data.maps["dropped"]
        self._never = {person: tuple(pronouns.split()) for person, pronouns in data.maps["never_joined"].items()}
        self._inflection.read("")
        self._hosts = self._carriers()

    def read(self, word: str) -> tuple[VerbForm, ...]:
        """Return every reading of a lower-case word, the plain ones before those with pronouns."""
        if word in self._no_verbs:
            return ()
        plain = tuple(_form(found.lemma, found.slot) for found in self._inflection.read(word))
        return plain or self._with_pronouns(word) or self._unlisted(word)

    def write(self, form: VerbForm) -> str | None:
        """Return the spelling of a form, None where the data has none."""
        spelled = self._spelled(form)
        if spelled is None or not form.pronouns:
            return spelled
        drops = form.tense == "imp" and form.person == "2p" and form.pronouns in self._dropped
        return self._accents.joined(spelled, form.pronouns, int(drops))

    def _spelled(self, form: VerbForm) -> str | None:
        own = "" if form.person == "2v" and form.tense == "sub" else form.person
        for person in (own, "2s" if form.person == "2v" else "") if form.person else ("",):
            if form.person and not person:
                continue
            slot = f"{form.tense}.{person}" if person else form.tense
            found = self._inflection.form(form.lemma, slot)
            if found is None and form.lemma not in self._inflection.lemmas:
                found = self._regular(form.lemma, slot)
            if found:
                return found
        return None

    def _regular(self, lemma: str, slot: str) -> str | None:
        return self._inflection.regular(lemma, self._classes.get(self._accents.bare(lemma[-2:]), "ar"), slot)

    def _carriers(self) -> dict[str, tuple[VerbForm, ...]]:
        """Forms that can carry pronouns, by their spelling without accents."""
        hosts: dict[str, list[VerbForm]] = {}
        for lemma in self._inflection.lemmas:
            for slot in _BEFORE_PRONOUNS:
                spelled = self._inflection.form(lemma, slot)
                if not spelled:
                    continue
                form = _form(lemma, slot)
                hosts.setdefault(self._accents.bare(spelled), []).append(form)
                if slot == "imp.2p":
                    hosts.setdefault(self._accents.bare(spelled[:-1]), []).append(form)
        return {spelled: tuple(forms) for spelled, forms in hosts.items()}

    def _with_pronouns(self, word: str) -> tuple[VerbForm, ...]:
        found = list[VerbForm]()
        for pronouns in self._enclitics:
            if not word.endswith(pronouns) or len(word) < len(pronouns) + 2:
                continue
            for host in self._hosts.get(self._accents.bare(word.removesuffix(pronouns)), ()):
                form = replace(host, pronouns=pronouns)
                if not pronouns.startswith(self._never.get(host.person, ())) and self.write(form) == word:
                    found.append(form)
        return tuple(found)

    def _unlisted(self, word: str) -> tuple[VerbForm, ...]:
        """Read infinitives and gerunds with pronouns, and endings that only verbs have."""
        for pronouns in self._enclitics:
            single = word.endswith(pronouns) and pronouns not in self._dropped
            host = self._accents.bare(word.removesuffix(pronouns)) if single else ""
            if len(host) > _SHORTEST and host[-2:] in self._classes and word not in self._no_infinitives:
                form = VerbForm(host, "inf", pronouns=pronouns)
                if self.write(form) == word:
                    return (form,)
        return tuple(
            VerbForm(word.removesuffix(ending) + verb_class, *slot.split("."))
            for verb_class, ending, slot in self._open_endings
            if len(word) > len(ending) + _SHORTEST and word.endswith(ending) and word not in self._no_infinitives
        )[:1]

    @cached_property
    def _open_endings(self) -> tuple[tuple[str, str, str], ...]:
        """Endings of the first conjugation that show a second person and are hardly ever anything else."""
        forms = self._inflection.data.classes["ar"].forms
        slots = ("pret.2p", "pret.2s", "cond.2s", "impf.2s", "fut.2s")
        return tuple(("ar", forms[slot], slot) for slot in slots)


def _form(lemma: str, slot: str) -> VerbForm:
    tense, _, person = slot.partition(".")
    return VerbForm(lemma, tense, _READ_ONLY.get(person, person))
