"""Finds the endings that close Korean clauses and turns each into the other speech levels; knows no word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mannerly.adapt.register.korean.reading import Line, Morpheme, Part
from mannerly.adapt.register.korean.sheet import TEXT
from mannerly.language.register import RegisterData

HAE, HAEYO, HAPSYO = "hae", "haeyo", "hapsyo"
_PREDICATES = frozenset({"VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"})
_ACTIONS = frozenset({"VV", "VX", "XSV"})
_COPULAS = frozenset({"VCP", "VCN"})
_FULL_STOPS = frozenset(".?!\u2026")


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a stem: tense and honorific suffixes, the ending, and words after it."""

    suffixes: tuple[str, ...]
    ending: str
    extra: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The tail as morphemes."""
        text = ((self.extra, TEXT),) if self.extra else ()
        return (*((suffix, "EP") for suffix in self.suffixes), (self.ending, "EF"), *text)


@dataclass(frozen=True, slots=True)
class Final:
    """A predicate that closes a clause.

    Args:
        stem: index of the stem's morpheme.
        ending: index of the ending.
        yo: index of a polite particle that stands by itself after the ending, None for none.
        tail: suffixes and ending, the particle included.
        level: speech level of the ending.
        mark: the mark after it, "" for none.
        weak: True where the form may also be a connective.
        firm: True where a weak ending still shows its level when nothing in the line shows another.
        shared: True where the ending is as much at home in either polite level.
    """

    stem: int
    ending: int
    yo: int | None
    tail: Tail
    level: str
    mark: str
    weak: bool = False
    firm: bool = False
    shared: bool = False

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return self.mark == "?"


class Endings:
    """The endings of the three levels."""

    def __init__(self, data: RegisterData) -> None:
        """Take the tables of the data apart."""
        words, maps = data.words, data.maps
        self.yo, self.honorific = words["yo"], frozenset(words["subject_honorific"].split())
        self.honorific_suffix = words["subject_honorific"].split()[0]
        self._future, self._promise = words["will"], words["promise_ending"]
        self.plain, self.polite, self.order_ending = (
            words["plain_ending"], words["polite_ending"], words["order_ending"],
        )  # fmt: skip
        self._hae, self._fragments = set(words["hae_endings"].split()), set(words["hae_fragments"].split())
        self._joining = set(words["hae_before_comma"].split())
        self._unmistakable = set(words["hae_unmistakable"].split())
        self._before_comma = set(words["hae_sure_before_comma"].split())
        self._because, self._causes = set(words["because"].split()), set(words["hae_causes"].split())
        self._polite_short, self._reports = set(words["haeyo_short"].split()), set(words["hae_reports"].split())
        self._stating = frozenset(words["stating_stems"].split())
        self._hapsyo, self._shared = set(words["hapsyo_endings"].split()), set(words["shared_endings"].split())
        self._orders, self._asking = set(words["hae_orders"].split()), set(words["hae_questions"].split())
        self._exclaiming, self._together = set(words["hae_statements"].split()), set(words["together"].split())
        self._hae_haeyo, self._haeyo_hae = maps["hae_haeyo"], maps["haeyo_hae"]
        self._set_phrases = data.phrases["no_clause_end"]
        self._haeyo_hapsyo, self._haeyo_hapsyo_ask = maps["haeyo_hapsyo"], maps["haeyo_hapsyo_question"]
        self._expected = maps["expectation"]
        self._hapsyo_haeyo = maps["hapsyo_haeyo"]
        self._but, self._contrasts = words["but"], frozenset(words["hapsyo_but"].split())
        self._try = words["try"]
        self._exists = frozenset(words["exists"].split())
        self._wonder = words["wonder_ending"]

    def finals(self, line: Line) -> tuple[Final, ...]:
        """Return every clause-closing predicate outside quotation marks, in order."""
        return tuple(self._finals(line))

    def _finals(self, line: Line) -> Iterator[Final]:
        for morpheme in line.morphemes:
            if morpheme.tag not in {"EF", "EC"} or morpheme.quoted:
                continue
            found = self._final(line, morpheme)
            if found is not None:
                yield found

    def _final(self, line: Line, ending: Morpheme) -> Final | None:
        stem, suffixes = _stem(line, ending.index)
        if stem is None or self._is_set_phrase(line, ending):
            return None
        yo = self._particle(line, ending.index)
        mark = line.mark_after(ending.index if yo is None else yo)
        is_last = (ending.index if yo is None else yo) + 1 >= len(line.morphemes)
        tail = Tail(suffixes, ending.form + (self.yo if yo is not None else ""))
        level, weak = self._level(tail.ending, ending.tag, mark, is_last=is_last)
        if mark == "," and tail.ending in self._causes and self._explains(line, stem):
            level, weak = HAE, True
        if not level:
            return None
        if tail.ending in self._orders and line.morphemes[stem].tag not in _ACTIONS:
            return None
        firm = (mark != "," and (bool(mark) or is_last)) or tail.ending in self._before_comma
        return Final(
            stem,
            ending.index,
            yo,
            tail,
            level,
            mark,
            weak=weak,
            firm=firm,
            shared=tail.ending in self._shared,
        )

    def _explains(self, line: Line, stem: int) -> bool:
        """Tell whether a clause of cause closes the sentence before a comma: it opened with 'because'."""
        sentence = line.sentences[line.morphemes[stem].sentence]
        return any(item.form in self._because for item in sentence)

    def _is_set_phrase(self, line: Line, ending: Morpheme) -> bool:
        return line.mark_after(ending.index) == "," and line.raw[: ending.end].endswith(self._set_phrases)

    def _particle(self, line: Line, index: int) -> int | None:
        after = line.at(index + 1)
        is_yo = after is not None and after.form == self.yo and line.is_tight(index + 1)
        return index + 1 if is_yo else None

    def _level(self, ending: str, tag: str, mark: str, *, is_last: bool) -> tuple[str, bool]:
        ends, closes = mark in _FULL_STOPS, mark in _FULL_STOPS or mark == ")"
        if ending in self._hapsyo:
            return HAPSYO, False
        if (ending.endswith(self.yo) and len(ending) > 1) or ending in self._polite_short:
            return HAEYO, False
        if ending in self._unmistakable:
            return HAE, not closes
        if ending in self._fragments:
            return (HAE, True) if ends or (is_last and ending in self._reports) else ("", False)
        if ending not in self._hae:
            return "", False
        if closes:
            return (HAE, False) if ends or ending in self._joining else ("", False)
        if mark == ",":
            return (HAE, True) if ending in self._joining else ("", False)
        if is_last:
            return (HAE, True) if mark == "" else ("", False)
        return (HAE, True) if tag == "EF" and ending in self._joining else ("", False)

    def joins(self, final: Final) -> Tail | None:
        """Return the plain connective for a deferential 'but' inside a sentence, None for another ending."""
        if final.mark != "," or final.tail.ending not in self._contrasts:
            return None
        return replace(final.tail, ending=self._but)

    def to_haeyo(self, tail: Tail, stem: Part, *, lively: bool) -> Tail:
        """Return a tail of either other level in haeyo; `lively`: a plain statement exclaims."""
        ending = tail.ending
        if ending in self._hapsyo:
            wanted = self._hapsyo_haeyo[ending]
            return replace(tail, ending=self._polite(stem, tail) if wanted == self.polite else wanted)
        if ending in self._orders:
            return Tail((self.honorific_suffix,), self.polite)
        if ending in self._asking:
            wonders = not tail.suffixes and (_tag(stem) in _ACTIONS or stem[0] in self._exists)
            return replace(tail, ending=self._wonder if wonders else self._polite(stem, tail))
        if ending in self._exclaiming:
            if lively and not tail.suffixes and stem[0] not in self._stating:
                return replace(tail, ending=self._hae_haeyo["statement"])
            return replace(tail, ending=self._polite(stem, tail))
        if ending in self._together:
            return replace(tail, ending=self._hae_haeyo["let_me"] if stem[0] == self._try else self.polite)
        return replace(tail, ending=self._hae_haeyo.get(ending, ending + self.yo))

    def _polite(self, stem: Part, tail: Tail) -> str:
        return self._hae_haeyo["copula"] if _tag(stem) in _COPULAS and not tail.suffixes else self.polite

    def to_hae(self, tail: Tail, stem: Part) -> Tail:
        """Return a haeyo tail in hae."""
        ending = self._haeyo_hae.get(tail.ending, tail.ending.removesuffix(self.yo))
        if tail.ending == self._wonder and (stem[0] in self._exists or tail.suffixes or _tag(stem) not in _ACTIONS):
            ending = self.plain
        if ending == self.plain and _tag(stem) in _COPULAS and not tail.suffixes:
            ending = self._haeyo_hae["copula"]
        return replace(tail, ending=ending)

    def to_hapsyo(self, tail: Tail, *, asks: bool, orders: bool) -> Tail | None:
        """Return a haeyo tail in hapsyo, None where the ending is left as it is."""
        if orders:
            return replace(tail, ending=self.order_ending)
        table = {**self._haeyo_hapsyo, **(self._haeyo_hapsyo_ask if asks else {})}
        wanted = table.get(tail.ending)
        if wanted is None:
            return None
        form, _, extra = wanted.partition(" ")
        *more, ending = form.split("+")
        return Tail((*tail.suffixes, *more), ending, f" {extra}" if extra else "")

    def promise(self, tail: Tail) -> Tail:
        """Return a tail with the suffix of will as the promise of haeyo."""
        kept = tuple(form for form in tail.suffixes if form != self._future)
        return Tail(kept, self._promise)

    def expectation(self, tail: Tail, *, plain: bool) -> Tail:
        """Return a tail with the suffix of will as what somebody else is going to do, in haeyo or in hae."""
        kept = tuple(form for form in tail.suffixes if form != self._future)
        form, _, extra = self._expected["plain" if plain else "polite"].partition(" ")
        return Tail(kept, form, f" {extra}")

    def wills(self, tail: Tail) -> bool:
        """Tell whether the suffix of will stands in a tail."""
        return self._future in tail.suffixes

    def without_honorific(self, tail: Tail) -> Tail:
        """Return a tail without the subject honorific."""
        return replace(tail, suffixes=tuple(form for form in tail.suffixes if form not in self.honorific))

    def with_honorific(self, tail: Tail) -> Tail:
        """Return a tail with the subject honorific."""
        return replace(
            self.without_honorific(tail), suffixes=(self.honorific_suffix, *self.without_honorific(tail).suffixes)
        )

    def is_honorific(self, tail: Tail) -> bool:
        """Tell whether a tail honours the subject."""
        return any(form in self.honorific for form in tail.suffixes)


def _stem(line: Line, index: int) -> tuple[int | None, tuple[str, ...]]:
    suffixes: list[str] = []
    place = index - 1
    while place >= 0 and line.morphemes[place].tag == "EP":
        suffixes.insert(0, line.morphemes[place].form)
        place -= 1
    joined = bool(suffixes) and place >= 0 and line.morphemes[place].tag == "EC"
    if place < 0 or not (joined or line.morphemes[place].tag in _PREDICATES):
        return None, ()
    return place, tuple(suffixes)


def _tag(part: Part) -> str:
    return part[1].split("-")[0]
