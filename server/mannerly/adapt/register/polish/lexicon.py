"""Reads and inflects single Polish words by tables and endings; knows no sentence and no level."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mannerly.adapt.register.inflection import Inflection
from mannerly.adapt.register.polish.words import BOTH, MAN, WOMAN, Words, ending_of, exchanged
from mannerly.language.register import Verbs

SECOND = frozenset({"s2", "l2m", "l2f", "c2m", "c2f"})
_PAST = {"lm", "lf", "lp"}
_LEAST = 4
_SHORTEST = 3
_CONDITIONAL = {"clm": "lm", "clf": "lf", "clp": "lp", "c2m": "lm", "c2f": "lf"}


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a verb form.

    Args:
        lemma: its infinitive, "" for a verb that no table has.
        slot: inf, imp, s2, s3, p3; lm, lf, lp, l2m, l2f in the past; clm, clf, clp, c2m, c2f in the conditional.
    """

    lemma: str
    slot: str


class Lexicon:
    """The words of the tables, and guesses for others.

    Args:
        words: closed words and endings.
        verbs: verbs and nouns by class.
    """

    def __init__(self, words: Words, verbs: Verbs) -> None:
        """Use these tables."""
        self._words = words
        self._inflection = Inflection(verbs)
        self.verbs = lru_cache(maxsize=16384)(self._verbs)
        self.nouns = lru_cache(maxsize=16384)(self._nouns)
        self._closed = frozenset().union(*(words.of(name) for name in ("small", "between", "adverbs")))
        self._closed |= words.map("prepositions").keys()
        self._predicatives = dict(self._listed_predicatives())

    def having(self, key: str, *slots: str) -> Form | None:
        """Return the first reading of a word that has one of these slots."""
        return next((form for form in self.verbs(key) if form.slot in slots), None)

    def is_verb(self, key: str) -> bool:
        """Tell whether the word is a verb form of the tables, or one of the first person, or a past of things."""
        return bool(self.verbs(key)) or self.is_first(key) or self.is_of_things(key)

    def is_first(self, key: str) -> bool:
        """Tell whether a verb speaks in the first person."""
        if self.nouns(key) or key in self._words.of("small"):
            return False
        return any(self._has_third(key, table) for table in ("first_from", "first_from_more")) or (
            len(key) > _LEAST and key.endswith(self._words.ordered("first_endings"))
        )

    def _has_third(self, key: str, table: str) -> bool:
        for suffix, value in self._words.map(table).items():
            ending, _, slot = value.partition(" ")
            stem = key.removesuffix(suffix) + ending
            if key.endswith(suffix) and any(form.slot == slot for form in self._tabled(stem)):
                return True
        return False

    def is_of_things(self, key: str) -> bool:
        """Tell whether a past has a thing or several things for its subject."""
        if self.nouns(key):
            return False
        stem = exchanged(self._words.map("things_from"), key)
        return stem is not None and any(form.slot == "lf" for form in self._tabled(stem) or self._past(stem))

    def guessed(self, key: str, *slots: str) -> Form | None:
        """Return a reading by ending, for a word that stands where a verb must stand."""
        found = self.having(key, *slots)
        if found is not None or key in self._words.of("small") or self.nouns(key):
            return found
        for slot in slots:
            if any(ending in key[-4:] and key.endswith(ending) for ending in self._words.ordered(f"ends_{slot}")):
                return Form("", slot)
        return None

    def other(self, key: str, form: Form, target: str) -> str | None:
        """Return another form of the same verb, None where it is not known."""
        source, ending = form.slot, ""
        if source in _CONDITIONAL:
            key = key.removesuffix(self._words.text("conditional_ty")).removesuffix(self._words.text("conditional"))
            source = _CONDITIONAL[source]
        if target in _CONDITIONAL:
            ending = self._words.text("conditional_ty" if target in SECOND else "conditional")
            target = _CONDITIONAL[target]
        if source == target:
            return key + ending
        found = self._listed(form.lemma, target) if form.lemma else None
        if found is None and not form.lemma:
            found = exchanged(self._words.map(f"guess_{source}_{target}"), key)
        return found + ending if found else None

    def lemma_in(self, key: str, name: str) -> bool:
        """Tell whether some reading of a word is of a verb in a list."""
        return any(form.lemma in self._words.of(name) for form in self.verbs(key))

    def lemmas_of(self, key: str) -> frozenset[str]:
        """Return the dictionary forms of a noun or verb form."""
        return frozenset(found.lemma for found in self._inflection.read(key))

    def adjectives(self, key: str) -> frozenset[str]:
        """Return the slots that an adjective with this ending can have, whether or not the word is one."""
        if len(key) < _SHORTEST or key in self._words.of("small"):
            return frozenset()
        ending = ending_of(self._words.map("adjective_endings"), key)
        return self._words.slots("adjective_endings", ending) if ending else frozenset()

    def guessed_nouns(self, key: str) -> frozenset[str]:
        """Return the slots of a noun by its ending."""
        if key in self._words.of("small") or self.is_verb(key) or len(key) < _SHORTEST or self.predicative(key):
            return frozenset()
        ending = ending_of(self._words.map("noun_endings"), key)
        return self._words.slots("noun_endings", ending) if ending else frozenset()

    def loose_nouns(self, key: str, *, governed: bool) -> frozenset[str]:
        """Return the slots of a word that no table has and that cannot be but a noun, by its ending."""
        adverb = key in self._closed or key.endswith(self._words.ordered("adverb_endings"))
        if adverb or len(key) < _SHORTEST or self.is_verb(key) or key in self._predicatives:
            return frozenset()
        found = frozenset[str]()
        for table in ("loose_endings", "governed_endings") if governed else ("loose_endings",):
            ending = ending_of(self._words.map(table), key)
            found |= self._words.slots(table, ending) if ending else frozenset()
        return found

    def predicative(self, key: str) -> tuple[str, str] | None:
        """Return the form for a man and the gender of a predicate adjective or participle."""
        if key in self._predicatives:
            return self._predicatives[key]
        for gender in (MAN, WOMAN, BOTH):
            table = self._words.map(f"participle_{gender if gender != BOTH else 'v'}")
            base = exchanged(table, key) if len(key) > 5 else None
            if base is not None:
                return base, gender
        return None

    def agreeing(self, base: str, gender: str) -> str | None:
        """Return a predicate adjective in the form for a gender, from the form for a man."""
        if gender == MAN:
            return base
        kind = "f" if gender == WOMAN else "v"
        own = self._words.map(f"adjective_own_{kind}").get(base)
        return own or exchanged(self._words.map(f"adjective_{kind}"), base)

    def _verbs(self, key: str) -> tuple[Form, ...]:
        found = self._tabled(key)
        found += self._endings_of_ty(key)
        if not found and key not in self._words.of("never_verbs"):
            found = self._guesses(key)
        return found

    def _tabled(self, key: str) -> tuple[Form, ...]:
        return tuple(Form(read.lemma, read.slot) for read in self._inflection.read(key) if "." not in read.slot)

    def _endings_of_ty(self, key: str) -> tuple[Form, ...]:
        found = list[Form]()
        for suffix, slots in (
            ("l_ending", {"lm": "l2m"}),
            ("l_ending_f", {"lf": "l2f"}),
            ("conditional_ty", {"lm": "c2m", "lf": "c2f"}),
            ("conditional", {"lm": "clm", "lf": "clf", "lp": "clp"}),
        ):
            ending = self._words.text(suffix)
            if key.endswith(ending):
                stem = key.removesuffix(ending)
                readings = self._tabled(stem) or self._past(stem)
                found += (Form(form.lemma, slots[form.slot]) for form in readings if form.slot in slots)
        return tuple(found)

    def _past(self, key: str) -> tuple[Form, ...]:
        return tuple(
            Form("", slot)
            for slot in sorted(_PAST)
            for ending in self._words.ordered(f"ends_{slot}")
            if key.endswith(ending) and len(key) > len(ending) + 1
        )

    def _guesses(self, key: str) -> tuple[Form, ...]:
        for slot in ("l2m", "l2f", "s2"):
            if any(key.endswith(ending) for ending in self._words.ordered(f"ends_{slot}")) and len(key) > 4:
                return (Form("", slot),)
        return ()

    def _nouns(self, key: str) -> frozenset[str]:
        return frozenset(read.slot for read in self._inflection.read(key) if "." in read.slot)

    def _listed(self, lemma: str, target: str) -> str | None:
        found = self._inflection.form(lemma, target)
        if found:
            return found
        if target == "l2m" and (base := self._inflection.form(lemma, "lm")):
            return base + self._words.text("l_ending")
        if target == "l2f" and (base := self._inflection.form(lemma, "lf")):
            return base + self._words.text("l_ending_f")
        return None

    def _listed_predicatives(self) -> list[tuple[str, tuple[str, str]]]:
        bases = (*self._words.ordered("predicatives"), *self._words.map("adjective_own_v"))
        return [
            (form, (base, gender))
            for base in reversed(bases)
            for gender in (BOTH, WOMAN, MAN)
            if (form := self.agreeing(base, gender))
        ]
