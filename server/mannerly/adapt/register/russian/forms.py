"""Reads and inflects Russian words through pymorphy3; knows no sentence and no level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from mannerly.adapt.register.engine import MissingLibrary

_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})
_UNDOTTED = str.maketrans({"\u0451": "\u0435", "\u0401": "\u0415"})
_DOTTED = "\u0451"


def undotted(word: str) -> str:
    """Return a word with the letter yo written as ye."""
    return word.translate(_UNDOTTED)


def has_dots(word: str) -> bool:
    """Tell whether the letter yo is written."""
    return _DOTTED in word.lower()


@dataclass(frozen=True, kw_only=True)
class Form:
    """One reading of a word.

    Args:
        word: the word with the letter yo where the dictionary has it.
        lemma: its dictionary form.
        marks: grammemes of OpenCorpora ("VERB", "plur", "2per").
        score: share of this reading among all readings of the word, 0 to 1.
        known: True when the word is in the dictionary, False when it was guessed from its ending.
        parse: the library's own object, for inflection.
    """

    word: str
    lemma: str
    marks: frozenset[str]
    score: float
    known: bool
    parse: Any = field(compare=False, repr=False)

    def has(self, *marks: str) -> bool:
        """Tell whether the reading has all these grammemes."""
        return self.marks.issuperset(marks)

    def gender(self) -> str:
        """Return the grammeme of its gender, "" where it has none."""
        return next((gender for gender in ("masc", "femn", "neut") if gender in self.marks), "")


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


class Lexicon:
    """All readings of a word, and other forms of the same word."""

    def __init__(self) -> None:
        """Load the dictionary.

        Raises:
            MissingLibrary: pymorphy3 or its Russian dictionary is not installed.
        """
        try:
            from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped, unused-ignore]

            self._analyzer = MorphAnalyzer(lang="ru")
        except (ImportError, ValueError) as error:
            raise MissingLibrary("russian") from error
        self._read = lru_cache(maxsize=32768)(self._readings)
        self._inflect = lru_cache(maxsize=8192)(self._inflected)

    def read(self, word: str) -> tuple[Form, ...]:
        """Return the readings of a word, likeliest first; a small letter leaves names out where it can."""
        forms = self._read(word.lower())
        if word[:1].isupper():
            return forms
        common = tuple(form for form in forms if not form.marks & _NAMES)
        return common or forms

    def other(self, form: Form, wanted: Iterable[str]) -> str | None:
        """Return the form of the same word that has these grammemes and looks most like it, None if there is none."""
        return self._inflect(form, frozenset(wanted))

    def lacks_dots(self, word: str) -> bool:
        """Tell whether the word is written with ye though the dictionary has it with yo only."""
        forms = self._read(word.lower())
        return not has_dots(word) and bool(forms) and all(form.known and has_dots(form.word) for form in forms)

    def _readings(self, word: str) -> tuple[Form, ...]:
        return tuple(
            Form(
                word=parse.word,
                lemma=undotted(parse.normal_form),
                marks=frozenset(map(str, parse.tag.grammemes)),
                score=parse.score,
                known=parse.is_known,
                parse=parse,
            )
            for parse in self._analyzer.parse(word)
        )

    def _inflected(self, form: Form, wanted: frozenset[str]) -> str | None:
        found = [parse for parse in form.parse.lexeme if wanted <= parse.tag.grammemes]
        best = min(
            found,
            key=lambda parse: (
                len(parse.tag.grammemes - form.marks - wanted),
                -_shared(parse.word, form.word),
                len(parse.word),
            ),
            default=None,
        )
        return str(best.word) if best else None
