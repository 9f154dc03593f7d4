"""Reads a Korean line as morphemes with places, by Kiwi; knows no level and no word of the language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from threading import Lock
from typing import Any

from mannerly.adapt.register.engine import MissingLibrary
from mannerly.adapt.register.text import Kind, Text
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData

_STAND_IN = "X"
_CACHED_LINES = 512

Part = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Morpheme:
    """One morpheme: base form, tag, place; contracted neighbours share code points.

    Args:
        form: base form, endings in jamo where they merge with the stem.
        tag: part of speech without the mark of irregular conjugation.
        full_tag: part of speech as the analyser gave it, for joining.
        start: first code point.
        end: code point after the last; equal to start for a dropped copula.
        index: position in the line.
        sentence: number of the sentence, counted by closing marks.
        quoted: True inside quotation marks.
    """

    form: str
    tag: str
    full_tag: str
    start: int
    end: int
    index: int
    sentence: int
    quoted: bool

    @property
    def part(self) -> Part:
        """Form and tag, as the joiner takes them."""
        return (self.form, self.full_tag)


@dataclass(frozen=True)
class Line:
    """A text and its morphemes."""

    raw: str
    morphemes: tuple[Morpheme, ...]

    def at(self, index: int) -> Morpheme | None:
        """Return the morpheme at an index, None outside the line."""
        return self.morphemes[index] if 0 <= index < len(self.morphemes) else None

    def is_tight(self, index: int) -> bool:
        """Tell whether a morpheme follows its left neighbour without white space."""
        left = self.at(index - 1)
        return left is not None and left.end >= self.morphemes[index].start

    def is_contracted(self, index: int) -> bool:
        """Tell whether a morpheme shares code points with its left neighbour, or is a dropped copula after it."""
        left = self.at(index - 1)
        return left is not None and left.end > self.morphemes[index].start

    def mark_after(self, index: int) -> str:
        """Return the mark after a morpheme: itself, a full stop for a bracket or an ellipsis, "" for none."""
        found = self.at(index + 1)
        if found is None or found.tag not in _MARKS:
            return ""
        return _OTHER_ENDS.get(found.tag, found.form[:1])

    def clause(self, index: int) -> tuple[Morpheme, ...]:
        """Return the morphemes before an index, back to the last mark."""
        start = index
        while start > 0 and self.morphemes[start - 1].tag not in _MARKS:
            start -= 1
        return self.morphemes[start:index]

    @cached_property
    def sentences(self) -> dict[int, tuple[Morpheme, ...]]:
        """The morphemes of every sentence."""
        found: dict[int, list[Morpheme]] = {}
        for morpheme in self.morphemes:
            found.setdefault(morpheme.sentence, []).append(morpheme)
        return {number: tuple(run) for number, run in found.items()}


_OTHER_ENDS = {"SSC": ")", "SSO": "(", "SS": "(", "SE": ")"}
_MARKS = frozenset({"SF", "SP", "SE", "SSO", "SSC", "SS"})


class Reader:
    """One analyser for all threads; it also joins morphemes to words."""

    def __init__(self, data: RegisterData) -> None:
        """Load the analyser and teach it the words that it splits wrongly.

        Raises:
            MissingLibrary: kiwipiepy is not installed.
        """
        try:
            from kiwipiepy import Kiwi  # type: ignore[import-untyped, unused-ignore]
        except ImportError as error:
            raise MissingLibrary("korean") from error
        self._kiwi: Any = Kiwi(num_workers=1)
        self._lock = Lock()
        self._honorific, self._polite = data.words["subject_honorific"].split()[0], data.words["polite_ending"]
        self._merged = dict.fromkeys(data.words["merged_honorific"].split())
        self._repairs = _repairs(data)
        self._named = compiled(data.patterns["quoted_name"])
        self._quoting, self._say = frozenset(data.words["quoting"].split()), data.words["do"]
        self._read = lru_cache(maxsize=_CACHED_LINES)(self._analysed)

    def read(self, text: Text) -> Line:
        """Return the morphemes of a text; a protected span reads as a foreign noun."""
        return self._read(text)

    def join(self, parts: tuple[Part, ...]) -> str:
        """Return morphemes as one word, contracted and with the right variants."""
        with self._lock:
            return str(self._kiwi.join(parts))

    def _analysed(self, text: Text) -> Line:
        masked = list(text.raw)
        for word in text.words:
            if word.kind is Kind.SPAN:
                masked[word.start] = _STAND_IN
        quoted = {place for word in text.words if word.quoted for place in range(word.start, word.end)}
        for name in self._named.finditer(text.raw):
            quoted |= set(range(name.start(), name.end()))
        with self._lock:
            tokens = self._kiwi.tokenize("".join(masked))
        found = [(token.form, str(token.tag), token.start, token.start + token.len) for token in tokens]
        line, sentence = list[Morpheme](), 0
        for form, tag, start, end in self._split(self._repaired(found)):
            plain = tag.split("-")[0]
            line.append(Morpheme(form, plain, tag, start, end, len(line), sentence, start in quoted))
            sentence += plain == "SF"
        return Line(text.raw, self._marked(line))

    def _marked(self, line: list[Morpheme]) -> tuple[Morpheme, ...]:
        """Mark as quoted what a quoting word after a comma or question mark reports without quotation marks."""
        reported = set[int]()
        for item in line[1:]:
            before = line[item.index - 1]
            if before.form in {",", "?"} and item.end > before.end and self._reports(line, item):
                reported |= set(_reported(line, before))
        return tuple(replace(item, quoted=item.quoted or item.index in reported) for item in line)

    def _reports(self, line: list[Morpheme], item: Morpheme) -> bool:
        after = line[item.index + 1] if item.index + 1 < len(line) else None
        if item.form in self._quoting:
            return item.tag != "NNG"
        return item.form == self._say and after is not None and after.tag == "ETM"

    def _split(self, found: list[tuple[str, str, int, int]]) -> list[tuple[str, str, int, int]]:
        """Give the honorific suffix a morpheme of its own where the analyser merged it with the ending."""
        split = list[tuple[str, str, int, int]]()
        for form, tag, start, end in found:
            if form in self._merged and tag in {"EF", "EC"}:
                split.append((self._honorific, "EP", start, end))
                split.append((self._polite, "EF", start, end))
            else:
                split.append((form, tag, start, end))
        return split

    def _repaired(self, found: list[tuple[str, str, int, int]]) -> list[tuple[str, str, int, int]]:
        """Replace runs of morphemes that the data names by the right ones, which share the run's place."""
        fixed, index = list[tuple[str, str, int, int]](), 0
        while index < len(found):
            for wrong, right in self._repairs:
                run = found[index : index + len(wrong)]
                if tuple((form, tag.split("-")[0]) for form, tag, _, _ in run) == wrong and _is_one_word(run):
                    start, end = run[0][2], run[-1][3]
                    fixed += [(form, tag, start, end) for form, tag in right]
                    index += len(wrong)
                    break
            else:
                fixed.append(found[index])
                index += 1
        return fixed


def _reported(line: list[Morpheme], mark: Morpheme) -> range:
    """Indexes of the reported words that end at a mark; the reporter at the head of the sentence is none of them."""
    start = mark.index
    while start > 0 and line[start - 1].tag != "SF" and not (mark.form == "?" and line[start - 1].tag == "SP"):
        start -= 1
    for item in line[start : start + 2]:
        if item.tag == "NP" and line[item.index + 1].tag in {"JKS", "JX"}:
            return range(item.index + 2, mark.index + 1)
    return range(start, mark.index + 1)


def _is_one_word(run: list[tuple[str, str, int, int]]) -> bool:
    return all(later[2] <= earlier[3] for earlier, later in pairwise(run))


def _repairs(data: RegisterData) -> tuple[tuple[tuple[Part, ...], tuple[Part, ...]], ...]:
    return tuple((_parts(wrong), _parts(right)) for wrong, right in data.maps["misread"].items())


def _parts(written: str) -> tuple[Part, ...]:
    """Read "form/TAG form/TAG"."""
    return tuple((form, tag) for form, tag in (piece.rsplit("/", 1) for piece in written.split()))
