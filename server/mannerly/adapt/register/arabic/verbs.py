"""Arabic verb forms of the second person, read with what is written onto them; knows no sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mannerly.adapt.register.arabic.spelling import Spelling, pattern
from mannerly.adapt.register.inflection import Inflection
from mannerly.language.register import RegisterData

PLURAL, MALE, FEMALE = "mp", "ms", "fs"
_SLOTS = (
    "i.ms", "i.mp", "i.mpb", "i.fs", "j.ms", "j.mp", "j.mpb", "j.fs",
    "c.ms", "c.mp", "c.mpb", "c.fs", "p.ms", "p.mp",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One reading of a word as a verb.

    Args:
        lemma: the verb as the data write it, "" for one that they do not list.
        verb: the verb without marks, alif alike.
        mood: i present, j jussive or subjunctive, c imperative, p past.
        person: mp, ms or fs.
        core: the form itself.
        conjunction: a particle "and" or "so" written before it.
        lead: a particle of the future or of purpose written before it.
        suffix: an object pronoun written after it.
    """

    lemma: str
    verb: str = ""
    mood: str
    person: str
    core: str
    conjunction: str = ""
    lead: str = ""
    suffix: str = ""


class ArabicVerbs:
    """Every verb form that can address a reader, both ways."""

    def __init__(self, data: RegisterData, spelling: Spelling) -> None:
        """Build the tables of these data."""
        self._spelling = spelling
        self._inflection = Inflection(data.verbs)
        self._edges = pattern(data, "verb_edges")
        self._free = tuple(data.maps["joined_endings"].items())
        self._open = {mood: pattern(data, f"open_{mood}") for mood in "ijpc"}
        self._ends = data.maps["verb_endings"]
        self._never = spelling.folded(data.words["no_verb"])
        self._table: dict[str, list[tuple[str, str]]] = {}
        self._keys = {lemma: spelling.fold(spelling.bare(lemma)) for lemma in self._inflection.lemmas}
        rare = spelling.folded(data.words["rare_verbs"])
        for lemma in sorted(self._keys, key=lambda lemma: (self._keys[lemma] in rare, lemma)):
            self._enter(lemma)

    def _enter(self, lemma: str) -> None:
        for slot in _SLOTS:
            if form := self._inflection.form(lemma, slot):
                key = self._spelling.bare(form)
                found = self._table.setdefault(key, [])
                if (lemma, slot[:4]) not in found:
                    found.append((lemma, slot[:4]))

    def knows(self, form: str) -> bool:
        """Tell whether a form without particles is listed."""
        return form in self._table

    def reads(self, bare: str) -> bool:
        """Tell whether a word, with or without an object pronoun, is a listed form."""
        return any(core in self._table for core, _ in self._cores(bare))

    def read(self, bare: str) -> tuple[Form, ...]:
        """Return every reading of a word without marks."""
        fold = self._spelling.fold(bare)
        if fold in self._never or self._spelling.without_and(fold) in self._never:
            return ()
        listed = tuple(self._listed(bare))
        return listed or tuple(self._unlisted(bare))

    def _listed(self, bare: str) -> Iterator[Form]:
        for conjunction, lead, rest in self._parts(bare):
            for core, suffix in self._cores(rest):
                for lemma, slot in () if core in self._never else self._table.get(core, ()):
                    mood, person = slot.split(".")
                    if not lead or mood in "ij":
                        yield Form(
                            lemma=lemma, verb=self._keys[lemma], mood=mood, person=person, core=core,
                            conjunction=conjunction, lead=lead, suffix=suffix,
                        )  # fmt: skip

    def _unlisted(self, bare: str) -> Iterator[Form]:
        for conjunction, lead, rest in self._parts(bare):
            for core, suffix in self._cores(rest):
                for mood, shape in self._open.items():
                    if (not lead or mood in "ij") and core not in self._never and shape.fullmatch(core):
                        yield Form(
                            lemma="", mood=mood, person=PLURAL, core=core,
                            conjunction=conjunction, lead=lead, suffix=suffix,
                        )  # fmt: skip
                        return

    def _parts(self, bare: str) -> Iterator[tuple[str, str, str]]:
        yield "", "", bare
        match = self._edges.match(bare)
        if match and match.end():
            conjunction, lead = match["conjunction"] or "", match["lead"] or ""
            if conjunction and lead:
                yield conjunction, "", bare[len(conjunction) :]
            yield conjunction, lead, bare[match.end() :]

    def _cores(self, rest: str) -> Iterator[tuple[str, str]]:
        yield rest, ""
        for suffix in self._ends["objects"].split():
            if rest.endswith(suffix) and len(rest) > len(suffix) + 1:
                stem = rest.removesuffix(suffix)
                if not stem.endswith(tuple(free for free, _ in self._free)):
                    yield stem, suffix
                for free, joined in self._free:
                    if stem.endswith(joined):
                        yield stem.removesuffix(joined) + free, suffix

    def written(self, form: Form, mood: str, person: str) -> str | None:
        """Return the word with the verb in another person, None when it is not known."""
        core = self._core(form, mood, person)
        if not core:
            return None
        if form.suffix:
            for free, joined in self._free:
                if core.endswith(free):
                    core = core.removesuffix(free) + joined
                    break
        return form.conjunction + form.lead + core + form.suffix

    def _core(self, form: Form, mood: str, person: str) -> str | None:
        if form.lemma:
            return self._spelling.bare(self._inflection.form(form.lemma, f"{mood}.{person}") or "")
        stem = form.core.removesuffix(self._ends[f"{form.mood}.{form.person}"])
        return stem + self._ends[f"{mood}.{person}"] if f"{mood}.{person}" in self._ends else None
