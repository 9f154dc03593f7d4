"""German verb forms of the polite plural, of du and of ihr, made from language data; knows no sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from mannerly.adapt.register.inflection import Inflection
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData

_PREFIX_LENGTHS = range(2, 12)
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Plural:
    """A form of the third person plural: its infinitive and whether it is of the present."""

    lemma: str
    present: bool


@dataclass(frozen=True, slots=True)
class Second:
    """A form of the second person: the polite form that stands for it, and whether it can be nothing else."""

    plural: str
    sure: bool


class GermanVerbs:
    """Every verb of the data, its prefixed verbs, and regular forms of verbs that the data do not list."""

    def __init__(self, data: RegisterData) -> None:
        """Use these data."""
        self._inflection = Inflection(data.verbs)
        self._irregular = data.verbs.irregular
        self._weak = tuple(data.words["weak"].split())
        self._short = frozenset(data.words["short_imperative"].split())
        self._short_always = frozenset(data.words["short_with_prefix"].split())
        self._not = frozenset(data.words["no_verbs"].split())
        self._inseparable = frozenset(data.words["inseparable"].split())
        self.separable = frozenset(data.words["separable"].split())
        self._classes = tuple(
            (name.removeprefix("class_"), compiled(pattern))
            for name, pattern in data.patterns.items()
            if name.startswith("class_")
        )
        self._open = compiled(data.patterns["open_class"])
        self._never = frozenset(data.words["never_imperative"].split()) - frozenset(data.words["wishing"].split())
        self._mark = data.words["infinitive_mark"]
        self._spelling = data.maps.get("spelling", {})

    def plural(self, form: str) -> Plural | None:
        """Read a form of the third person plural, None when no verb of the data has it."""
        if form in self._not:
            return None
        split = self._split(form, self._plurals)
        if split is None:
            return self._open_plural(form)
        prefix, found = split[0], self._plurals[split[1]]
        return Plural(prefix + found.lemma, found.present)

    def _open_plural(self, form: str) -> Plural | None:
        """Read a plural form of a verb that is not listed but of an open class."""
        plain = self._inflection.data.classes["plain"]
        lemma = form if self._open.search(form) else form.removesuffix(plain.forms["past.3p"]) + plain.ending
        return Plural(lemma, form == lemma) if self._open.search(lemma) else None

    def like_plural(self, form: str) -> bool:
        """Tell whether a word of unknown meaning has the ending of a plural verb."""
        known = form in self._plurals
        return known or (len(form) > 4 and form not in self._not and self._class(form) != "")

    def singular(self, form: str) -> bool:
        """Tell whether a form is one of the first or third person singular."""
        return form not in self._not and self._split(form, self._singulars) is not None

    def parted(self, form: str) -> bool:
        """Tell whether a form has a prefix that a main clause would part from it, so that it stands last."""
        split = self._split(form, self._plurals)
        outer = (prefix for prefix in self.separable - self._inseparable if split and split[0].startswith(prefix))
        return any(split is not None and split[0][len(prefix) :] in self._inseparable | {""} for prefix in outer)

    def with_mark(self, form: str) -> str:
        """Return the infinitive in which the infinitive mark is included ("an-zu-melden"), else ""."""
        for length in _PREFIX_LENGTHS:
            rest = form[length:]
            if form[:length] in self.separable and rest.startswith(self._mark):
                found = self.plural(rest.removeprefix(self._mark))
                if found and found.present:
                    return form[:length] + found.lemma
        return ""

    def to_du(self, form: str) -> str:
        """Return the du form of a polite plural form of any verb."""
        split = self._split(form, self._own_du)
        if split:
            return split[0] + self._own_du[split[1]]
        return self._spelled(self._regular(form, "present.2s") or form)

    def to_ihr(self, form: str) -> str:
        """Return the form of the familiar plural of a polite plural form of any verb."""
        split = self._split(form, self._own_ihr)
        if split:
            return split[0] + self._own_ihr[split[1]]
        return self._spelled(self._regular(form, "present.2p") or form)

    def to_imperative(self, form: str) -> str:
        """Return the imperative to one reader of the verb of a polite plural form."""
        found = self.plural(form)
        lemma = found.lemma if found else form
        split = self._split(lemma, self._own_imperative)
        if split:
            return split[0] + self._own_imperative[split[1]]
        if lemma in self._irregular or self._base(lemma) in self._short_always:
            return self._spelled(self._regular(lemma, "imperative.short") or lemma)
        slot = "imperative.short" if lemma in self._short else "imperative.2s"
        return self._spelled(self._regular(lemma, slot) or lemma)

    def second(self, form: str) -> Second | None:
        """Read a form of du, None when no verb of the data has it."""
        return self._read(form, self._seconds)

    def guessed_second(self, form: str) -> str:
        """Return the polite form of a du form of a verb that the data do not list, "" when it is none."""
        if form in self._not:
            return ""
        for ending, plural in self._du_endings:
            if form.endswith(ending) and len(form) > len(ending) + 1:
                return form.removesuffix(ending) + plural
        return ""

    def second_plural(self, form: str) -> Second | None:
        """Read a form of the familiar plural, None when no verb of the data has it."""
        return self._read(form, self._second_plurals)

    def imperative(self, form: str) -> str:
        """Return the polite form of an imperative to one reader, "" when it is none."""
        found = self._split(form, self._imperatives, self._inseparable)
        if found:
            return self._spelled(found[0] + self._imperatives[found[1]])
        plain = self._inflection.data.classes["plain"]
        lemma = form.removesuffix(plain.forms["imperative.2s"]) + plain.ending
        return lemma if self._open.search(lemma) else ""

    def first_person_lemma(self, form: str) -> str:
        """Return the infinitive of a first person singular of the present, "" when the ending shows it is none."""
        plain = self._inflection.data.classes["plain"]
        ending = plain.forms["imperative.2s"]
        return form.removesuffix(ending) + plain.ending if form.endswith(ending) else ""

    def first_person(self, form: str) -> bool:
        """Tell whether an imperative has the ending that the first person singular has too."""
        return form.endswith(self._inflection.data.classes["plain"].forms["imperative.2s"])

    def _read(self, form: str, table: Mapping[str, str]) -> Second | None:
        split = None if form in self._not else self._split(form, table)
        if split is None:
            return self._open_second(form) if table is self._seconds else None
        sure = split[1] not in self._singulars and self._split(form, self._singulars) is None
        return Second(self._spelled(split[0] + table[split[1]]), sure)

    def _open_second(self, form: str) -> Second | None:
        lemma = self.guessed_second(form)
        return Second(lemma, sure=True) if lemma and self._open.search(lemma) else None

    def _split(
        self, form: str, table: Mapping[str, object] | Iterable[str], prefixes: frozenset[str] | None = None
    ) -> tuple[str, str] | None:
        """Return the prefix and the base form that the table has, None when it has none."""
        if form in table:
            return "", form
        for length in _PREFIX_LENGTHS:
            head, rest = form[:length], form[length:]
            if len(rest) < 2:
                return None
            if head not in (prefixes or self._prefixes):
                continue
            if rest in table:
                return head, rest
            inner = self._split(rest, table, self._inseparable) if prefixes is None else None
            if inner:
                return head + inner[0], inner[1]
        return None

    def _base(self, lemma: str) -> str:
        split = self._split(lemma, self._lemmas)
        return split[1] if split else lemma

    def _class(self, form: str) -> str:
        return next((name for name, pattern in self._classes if pattern.search(form)), "")

    def _regular(self, form: str, slot: str) -> str:
        name = self._class(form)
        return (self._inflection.regular(form, name, slot) or "") if name else ""

    def _spelled(self, form: str) -> str:
        for old, new in self._spelling.items():
            form = form.replace(old, new)
        return form

    def _both(self, table: dict[str, _Value]) -> dict[str, _Value]:
        """Return a table that finds its forms in both spellings."""
        return {**{self._spelled(form): value for form, value in table.items()}, **table}

    @cached_property
    def _prefixes(self) -> frozenset[str]:
        return self._inseparable | self.separable

    @cached_property
    def _lemmas(self) -> tuple[str, ...]:
        return (*self._weak, *self._irregular)

    @cached_property
    def _tenses(self) -> dict[str, tuple[str, ...]]:
        """The plural forms of each lemma, the present first."""
        found: dict[str, tuple[str, ...]] = {}
        for lemma in self._lemmas:
            own = self._irregular.get(lemma, {})
            past = own.get("past.3p") or self._regular(lemma, "past.3p")
            more = (own.get("subjunctive.3p", ""), own.get("imperative.3p", ""))
            found[lemma] = (own.get("present.3p", lemma), *filter(None, (past, *more)))
        return found

    @cached_property
    def _plurals(self) -> dict[str, Plural]:
        table = dict[str, Plural]()
        for lemma, forms in self._tenses.items():
            for form in reversed(forms):
                if form not in table or form == lemma:
                    table[form] = Plural(lemma, form == forms[0])
            table.setdefault(lemma, Plural(lemma, present=True))
        return self._both(table)

    @cached_property
    def _own_du(self) -> dict[str, str]:
        table = dict[str, str]()
        for lemma, own in self._irregular.items():
            if "present.2s" in own:
                table[self._tenses[lemma][0]] = self._spelled(own["present.2s"])
            if "past.2s" in own:
                table[own["past.3p"]] = self._spelled(own["past.2s"])
        return self._both(table)

    @cached_property
    def _own_ihr(self) -> dict[str, str]:
        own = {lemma: slots["present.2p"] for lemma, slots in self._irregular.items() if "present.2p" in slots}
        return self._both({self._tenses[lemma][0]: form for lemma, form in own.items()} | own)

    @cached_property
    def _own_imperative(self) -> dict[str, str]:
        table = {
            lemma: self._spelled(own["imperative.2s"])
            for lemma, own in self._irregular.items()
            if "imperative.2s" in own
        }
        return self._both(table)

    @cached_property
    def _singulars(self) -> frozenset[str]:
        found = set[str]()
        for lemma, forms in self._tenses.items():
            own = self._irregular.get(lemma, {})
            found.add(own.get("present.3s") or self._third(lemma, own.get("present.2s", "")))
            found.update(form[:-1] for form in forms)
            found.add(own.get("past.3s") or self._past_singular(lemma, own.get("past.3p", "")))
        found.discard("")
        return frozenset(found | {self._spelled(form) for form in found})

    def _third(self, lemma: str, second: str) -> str:
        if second and self._class(lemma) != "sibilant":
            return second[:-2] + second[-1:]
        return second or self._regular(lemma, "present.3s")

    def _past_singular(self, lemma: str, plural: str) -> str:
        weak_ending = self._inflection.data.classes["plain"].forms["past.3p"]
        return "" if plural.endswith(weak_ending) and self._class(lemma) != "dental" else plural[:-2]

    @cached_property
    def _seconds(self) -> dict[str, str]:
        table = dict[str, str]()
        for forms in self._tenses.values():
            for form in reversed(forms):
                table[self.to_du(form)] = form
        for lemma, own in self._irregular.items():
            if "past.3p" in own:
                table.setdefault(self._regular(own["past.3p"], "present.2s"), own["past.3p"])
            if "present.2s" in own:
                table[own["present.2s"]] = self._tenses[lemma][0]
        return self._both(table)

    @cached_property
    def _second_plurals(self) -> dict[str, str]:
        table = dict[str, str]()
        for lemma, forms in self._tenses.items():
            own = self._irregular.get(lemma, {})
            for form in forms[1:]:
                table[self._regular(form, "present.2p")] = form
            table[own.get("present.2p") or self._regular(lemma, "present.2p")] = forms[0]
        return self._both(table)

    @cached_property
    def _imperatives(self) -> dict[str, str]:
        table = dict[str, str]()
        for lemma in self._lemmas:
            if lemma in self._never:
                continue
            own = self._irregular.get(lemma, {})
            polite = own.get("imperative.3p", lemma)
            forms = {own.get("imperative.2s", ""), self._regular(lemma, "imperative.short")}
            if not self._changes_vowel(own):
                forms.add(self._regular(lemma, "imperative.2s"))
            else:
                forms.discard(self._regular(lemma, "imperative.short"))
            if own and self._class(lemma) == "dental":
                forms.add(lemma[:-2])
            for form in filter(None, forms):
                table.setdefault(form, polite)
        return self._both(table)

    def _changes_vowel(self, own: Mapping[str, str]) -> bool:
        second, request = own.get("present.2s", ""), own.get("imperative.2s", "")
        return bool(request) and second.startswith(request[:3])

    @cached_property
    def _du_endings(self) -> tuple[tuple[str, str], ...]:
        """Endings of du with those of the polite plural, longest first."""
        pairs = set[tuple[str, str]]()
        for name, _ in self._classes:
            own = self._inflection.data.classes[name]
            if own.forms["present.2s"] != own.forms["present.3s"]:
                pairs.add((own.forms["present.2s"], own.ending))
        return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
