"""A Japanese line as morphemes with features and places; knows no rule and no word of the language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from mannerly.adapt.register.engine import MissingLibrary
from mannerly.adapt.register.text import Kind, Text
from mannerly.language.register import RegisterData

_EXTRA = "japanese"
VERBAL = frozenset({
    "ichidan", "suru", "zuru", "kuru", "honorific", "godan_w", "godan_k", "godan_g", "godan_s", "godan_t", "godan_n",
    "godan_b", "godan_m", "godan_r",
})  # fmt: skip
_ADJECTIVAL = frozenset({"adjective", "tai", "rashii"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Morpheme:
    """One morpheme: as written, where, and its features by the names of the data.

    Args:
        surface: as written.
        start: first code point in the text.
        pos: part of speech ("verb", "particle" ...), "" where the data names none.
        sub: its kind ("final", "conjunctive" ...).
        kind: conjugation ("godan_k", "masu" ...).
        form: form of the conjugation ("end", "attributive" ...).
        lemma: dictionary form, in the spelling of the text.
        held: True for a protected span and inside quotation marks.
    """

    surface: str
    start: int
    pos: str
    sub: str
    kind: str
    form: str
    lemma: str
    held: bool

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.surface)

    @property
    def verbal(self) -> bool:
        """Whether it inflects like a verb."""
        return self.kind in VERBAL

    @property
    def adjectival(self) -> bool:
        """Whether it inflects like an adjective."""
        return self.kind in _ADJECTIVAL

    @property
    def closes(self) -> bool:
        """Whether its form can end a plain sentence."""
        return self.form in {"end", "attributive"}


EDGE = Morpheme(surface="", start=0, pos="edge", sub="", kind="", form="", lemma="", held=True)


@dataclass(frozen=True, slots=True)
class Line:
    """A text and its morphemes."""

    raw: str
    morphemes: tuple[Morpheme, ...]

    def at(self, index: int) -> Morpheme:
        """Return the morpheme at an index, an empty one outside the line."""
        return self.morphemes[index] if 0 <= index < len(self.morphemes) else EDGE


Tokenise = Callable[[str], Iterable[Any]]


class Reader:
    """Reads texts; one tokenizer behind a lock, since it keeps state."""

    def __init__(self, data: RegisterData) -> None:
        """Load the dictionary.

        Raises:
            MissingLibrary: the tokenizer or its dictionary is not installed.
        """
        self._maps = data.maps
        self._tokenise = _tokenizer()
        self._lock = Lock()

    def read(self, text: Text) -> Line:
        """Return the line of a text."""
        with self._lock:
            found = [
                (piece.surface(), piece.begin(), piece.part_of_speech(), piece.dictionary_form())
                for piece in self._tokenise(text.raw)
            ]
        held = _held(text)
        return Line(text.raw, tuple(self._morpheme(*piece, held) for piece in found))

    def _morpheme(
        self, surface: str, start: int, features: tuple[str, ...], lemma: str, held: frozenset[int]
    ) -> Morpheme:
        group = features[4].partition("-")[0]
        kinds, lemmas = self._maps["kinds"], self._maps["kind_of_lemma"]
        return Morpheme(
            surface=surface,
            start=start,
            pos=_feature(self._maps["pos"], features[0]),
            sub=self._maps["sub"].get(features[1], "") or self._maps["sub"].get(features[2], ""),
            kind=lemmas.get(lemma) or kinds.get(features[4]) or kinds.get(group, ""),
            form=_feature(self._maps["form"], features[5].partition("-")[0]),
            lemma=lemma,
            held=not held.isdisjoint(range(start, start + len(surface))),
        )


def _feature(names: Mapping[str, str], name: str) -> str:
    return names.get(name, "")


def _held(text: Text) -> frozenset[int]:
    return frozenset(
        place for word in text.words if word.quoted or word.kind is Kind.SPAN for place in range(word.start, word.end)
    )


def _tokenizer() -> Tokenise:
    try:
        from sudachipy import Dictionary, SplitMode  # type: ignore[import-untyped, unused-ignore]

        dictionary = Dictionary(dict="small")
    except ModuleNotFoundError:
        raise MissingLibrary(_EXTRA) from None
    tokenise: Tokenise = dictionary.tokenizer(mode=SplitMode.C).tokenize
    return tokenise
