"""Dutch word lists and verb forms for the register engine; knows no sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from mannerly.adapt.register.inflection import Inflection
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData

_PAST = "past"
_PARTICIPLE = "participle"
_VERBAL = ("present", "third", "infinitive", _PAST, _PARTICIPLE)


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a verb form: what was taken off in front, the verb, the slot of its conjugation."""

    prefix: str
    lemma: str
    slot: str

    @property
    def whole(self) -> str:
        """The infinitive with its prefix."""
        return self.prefix + self.lemma


@dataclass(frozen=True)
class Words:
    """The named tables of the data, ready to look up.

    Args:
        data: the language's register data.
    """

    data: RegisterData

    @cached_property
    def _sets(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(words.split()) for name, words in self.data.words.items()}

    def has(self, name: str, word: str | None) -> bool:
        """Tell whether a lower-case word stands in a list."""
        return word is not None and word in self._sets[name]

    def one(self, name: str) -> str:
        """Return the only word of a list."""
        return self.data.words[name]

    def map(self, name: str) -> dict[str, str]:
        """Return a table from form to form."""
        return self.data.maps[name]

    def fits(self, name: str, word: str) -> bool:
        """Tell whether a word has what a pattern looks for."""
        return compiled(self.data.patterns[name]).search(word) is not None


class DutchVerbs:
    """Reads verb forms and puts them before je or u."""

    def __init__(self, words: Words) -> None:
        """Use the conjugation of these data."""
        self._words = words
        self._table = Inflection(words.data.verbs)
        self._prefixes = tuple(sorted(words.data.words["verb_prefixes"].split(), key=len, reverse=True))
        self.read = lru_cache(maxsize=4096)(self._read)

    def is_(self, form: str, *slots: str) -> bool:
        """Tell whether a form has one of these slots, with or without a prefix."""
        return any(found.slot.startswith(slots) for found in self.read(form))

    def is_verbal(self, form: str) -> bool:
        """Tell whether a form can only be a verb after je: bare stems do not count."""
        return self.is_(form, *_VERBAL) or self._words.has("shared", form)

    def lemmas(self, form: str) -> frozenset[str]:
        """Return the verbs a form may belong to, with and without prefix."""
        return frozenset(name for found in self.read(form) for name in (found.lemma, found.whole))

    def familiar(self, form: str, *, order: bool = False) -> str | None:
        """Return the form before je for the one before u, or the order; None for no verb.

        Args:
            form: in lower case.
            order: the imperative instead.
        """
        fixed = None if order else self._words.map("inverted_formal").get(form)
        turned = self._turned(form, ("present", "third"), ("imperative", "stem") if order else ("stem",))
        return fixed or turned or self.guessed(form)

    def guessed(self, form: str) -> str | None:
        """Return the stem of a verb that is not listed, None for words that look like no verb."""
        ending = self._words.one("present_ending")
        known = self.read(form) or any(self._words.has(name, form) for name in ("nouns", "not_nouns", "subordinators"))
        return None if known or len(form) < 4 or not form.endswith(ending) else form.removesuffix(ending)

    def polite(self, form: str) -> str | None:
        """Return the form before u for the one before je, None for no verb."""
        fixed = self._words.map("inverted_informal").get(form)
        return fixed or self._turned(form, ("stem",), ("present",))

    def singular(self, form: str) -> str | None:
        """Return what u wants for a plural form, None where it is none."""
        for found in self.read(form):
            if found.slot.startswith("pasts"):
                return self._form(found, found.slot.replace("pasts", _PAST))
        return self._turned(form, ("infinitive",), ("present",))

    def plural(self, form: str) -> str | None:
        """Return what a group wants for the form that stands with u, None for no verb."""
        for found in self.read(form):
            if found.slot.startswith("past_"):
                return self._form(found, found.slot.replace(_PAST, "pasts"))
        return self._turned(form, ("present", "third"), ("infinitive",))

    def _turned(self, form: str, given: tuple[str, ...], wanted: tuple[str, ...]) -> str | None:
        readings = self.read(form)
        if any(found.slot.startswith("past_") for found in readings):
            return form
        for found in readings:
            if found.slot.startswith(given):
                return next((new for slot in wanted if (new := self._form(found, slot))), None)
        return None

    def _form(self, found: Form, slot: str) -> str | None:
        new = self._table.form(found.lemma, slot)
        return None if new is None else found.prefix + new

    def _read(self, form: str) -> tuple[Form, ...]:
        whole = self._plain("", form)
        if whole:
            return whole
        for prefix in self._prefixes:
            rest = form.removeprefix(prefix)
            if rest != form and len(rest) > 1 and (found := self._plain(prefix, rest)):
                return found
        return ()

    def _plain(self, prefix: str, form: str) -> tuple[Form, ...]:
        found = tuple(Form(prefix, reading.lemma, reading.slot) for reading in self._table.read(form))
        rest = form.removeprefix(self._words.one("participle_mark"))
        if found or rest == form:
            return found
        stems = (reading for reading in self._table.read(rest) if reading.slot.startswith(("stem", _PARTICIPLE)))
        return tuple(Form(prefix, reading.lemma, _PARTICIPLE) for reading in stems)
