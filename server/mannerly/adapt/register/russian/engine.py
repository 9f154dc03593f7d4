"""Brings Russian from vy to ty and back; the words and the reasons lie in the language's data."""

from __future__ import annotations

from functools import lru_cache

from mannerly.adapt.register.engine import Doubt, Evidence, Plan, Wish
from mannerly.adapt.register.russian.forms import Form, Lexicon, undotted
from mannerly.adapt.register.russian.person import Person
from mannerly.adapt.register.russian.reading import Reader, Site, Slot
from mannerly.adapt.register.russian.words import FORMAL, INFORMAL, NUMBER, Words
from mannerly.adapt.register.text import Change, Text, Word, like
from mannerly.language.register import RegisterData
from mannerly.model.facts import Gender

_RULE = "ru.register."
_UNCLEAR = "The clause names no subject: it may be the reader or somebody else."
# What may speak of others where no pronoun or verb of the second person stands beside it.
_NAMELESS = frozenset({Slot.PAST, Slot.PREDICATE, Slot.INSTRUMENTAL, Slot.EMPHATIC})
_TENSES = frozenset({"pres", "futr"})
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})


class Russian:
    """The register engine of Russian."""

    def __init__(self, data: RegisterData, lexicon: Lexicon) -> None:
        """Use the tables of these data and this dictionary."""
        self._words = Words(data)
        self._lexicon = lexicon
        self._reader = Reader(self._words, lexicon)
        self._person = Person(self._words, lexicon)
        self._capital = bool(data.policy.get("capital_vy", False))
        self._dots = bool(data.policy.get("yo", False))
        self._sites = lru_cache(maxsize=128)(self._reader.sites)

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every word that addresses the reader."""
        sure = (site for site in self._sites(text) if site.sure)
        return tuple(Evidence(site.level, site.word.start, site.word.end) for site in sure)

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return one change for each word of another level, and a doubt where the reader may not be meant."""
        sites = tuple(site for site in self._sites(text) if site.level not in wish.accepts)
        if wish.addressed is False and all(site.slot in _NAMELESS for site in sites):
            return Plan()
        doubts = tuple(Doubt(site.word.start, site.word.end, _UNCLEAR) for site in sites if not site.sure)
        gender = self._gender(text, wish)
        dotted = self._reader.dotted(text)
        dots = self._dots if dotted is None else dotted
        capital = self._capital or any(map(_is_courtesy_capital, self._sites(text)))
        changes = list[Change]()
        for site in sites:
            after = self._after(site, wish.level, gender) if site.sure else None
            if after is not None:
                written = _cased(site, after if dots else undotted(after), capital)
                changes.append(Change(_RULE + site.slot.value, site.word.start, site.word.end, written))
        return Plan(changes=tuple(changes), doubts=doubts)

    def _after(self, site: Site, level: str, gender: str) -> str | None:
        if site.form is not None:
            return self._lexicon.other(site.form, _wanted(site.slot, site.form, level, gender))
        key = undotted(site.word.lower)
        if site.locative:
            return self._words.map(f"locative_{site.level}").get(key)
        return self._words.map(f"{site.slot.value}_{site.level}").get(key)

    def _gender(self, text: Text, wish: Wish) -> str:
        if wish.customer.gender is Gender.FEMALE:
            return "femn"
        if wish.customer.gender is Gender.MALE:
            return "masc"
        return "femn" if self._person.is_woman(text) else "masc"


def build(data: RegisterData) -> Russian:
    """Return the engine for these data.

    Raises:
        MissingLibrary: pymorphy3 is not installed.
    """
    return Russian(data, Lexicon())


def _is_courtesy_capital(site: Site) -> bool:
    closed = site.slot in (Slot.PRONOUN, Slot.POSSESSIVE)
    return closed and site.level == FORMAL and site.word.capital and not site.word.opens


def _wanted(slot: Slot, form: Form, level: str, gender: str) -> frozenset[str]:
    number = NUMBER[level]
    sexed = {gender} if level == INFORMAL else set[str]()
    if slot is Slot.VERB:
        return frozenset({number, "2per", "indc"} | (form.marks & _TENSES))
    if slot is Slot.COMMAND:
        return frozenset({number, "impr"} | (form.marks & {"excl", "incl"}))
    if slot is Slot.PAST:
        return frozenset({number, "past", "indc"} | sexed)
    if slot is Slot.INSTRUMENTAL:
        return frozenset({number, "ablt"} | (form.marks & {"ADJF", "PRTF"}) | sexed)
    if slot is Slot.PREDICATE:
        return frozenset({number} | (form.marks & {"ADJS", "PRTS"}) | sexed)
    case = form.marks & _CASES
    return frozenset({number} | ({"gent"} if case == {"accs"} and gender == "masc" else case) | sexed)


def _cased(site: Site, after: str, capital: bool) -> str:
    word: Word = site.word
    if site.slot not in (Slot.PRONOUN, Slot.POSSESSIVE) or word.opens or (len(word.text) > 2 and word.text.isupper()):
        return like(word.text, after)
    raised = capital and site.level == INFORMAL
    return after[:1].upper() + after[1:] if raised else after
