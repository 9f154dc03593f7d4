"""Write a source sentence in the plain form that sentences are compared by; must not know phrases."""

from __future__ import annotations

import re

import regex

from mannerly.language.patterns import compiled
from mannerly.language.phrasebook import SLOT
from mannerly.language.rules import Wording
from mannerly.model.spans import is_marker
from mannerly.translate.word_list import any_of

_SLOT_MARK = "\ufffc"
_NOISE = regex.compile(r"[\p{Po}\p{Pi}\p{Pf}--['&%@#/*?\uff1f\u061f]]", regex.VERSION1)
_QUESTION = regex.compile(r"\s*[?\uff1f\u061f]+")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2018": "'"})


class PlainForm:
    """The two plain forms of one language's sentences: as worded, and with ways of saying made equal."""

    def __init__(self, wording: Wording) -> None:
        """Compile the language's written forms and frames."""
        self._same = {_bare(written): _bare(plain) for written, plain in wording.same.items()}
        self._written = re.compile(rf"(?<!\w){any_of(self._same)}(?!\w)") if self._same else None
        self._frames = tuple((frame.words, compiled(frame.find), frame.use) for frame in wording.frames)

    def worded(self, text: str) -> str:
        """Return the key of a sentence's wording: case, marks, spacing and written forms do not matter.

        Args:
            text: a masked sentence, or a wording with named slots.
        """
        marked = "".join(_SLOT_MARK if is_marker(char) else char for char in SLOT.sub(_SLOT_MARK, text))
        plain = _bare(marked)
        return self._written.sub(lambda match: self._same[match[0]], plain) if self._written else plain

    def framed(self, worded: str) -> str:
        """Return the key of what a sentence says: the language's frames do not matter either.

        Args:
            worded: what `worded` returned.
        """
        for words, find, use in self._frames:
            if _any_in(words, worded):
                worded = find.sub(use, worded)
        return worded


def _any_in(words: tuple[str, ...], text: str) -> bool:
    # A loop: this runs for every frame of every sentence, and a generator would take most of the time.
    for word in words:
        if word in text:
            return True
    return not words


def _bare(text: str) -> str:
    text = _QUESTION.sub("?", text.casefold().translate(_APOSTROPHES))
    return " ".join(_NOISE.sub("", text).split())
