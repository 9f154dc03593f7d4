"""Checks for what engines do when they fail: copies of the source, loops, runaway length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mannerly.model.draft import Finding, Origin, Severity
from mannerly.verify.layout import Place
from mannerly.verify.reading import Reading

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_COPY = 3  # words; fewer may be the same in both languages
_PARTIAL_COPY = 5  # words in a row
_LONGEST_PHRASE = 6  # words of a repeated phrase
_CHARACTER_LOOP = re.compile(r"([^\s\W]{2,12}?)\1{3,}|([^\W\d_])\2{7,}")
_RUNAWAY_FACTOR, _RUNAWAY_MARGIN = 4, 40  # characters


def check_copied(reading: Reading) -> Iterator[Finding]:
    """Yield a finding per engine-made segment that repeats its source, or five words of it in a row."""
    if not reading.is_translated:
        return
    for index, segment, place in reading.segments(Origin.PACK):
        before, after = _words(segment.source), _words(segment.text)
        copied = before == after and len(before) >= _SHORTEST_COPY
        if copied or _share_run(before, after):
            yield _finding(
                "verify.copied_source", f"Sentence {index + 1} repeats the words of the reply.", index, place
            )


def check_loops(reading: Reading) -> Iterator[Finding]:
    """Yield a finding per engine-made segment that repeats itself or is far longer than its source."""
    for index, segment, place in reading.segments(Origin.PACK):
        if loops(segment.text) and not loops(segment.source):
            yield _finding("verify.loop", f"Sentence {index + 1} repeats itself.", index, place)
        elif len(segment.text) > _RUNAWAY_FACTOR * len(segment.source) + _RUNAWAY_MARGIN:
            yield _finding("verify.runaway", f"Sentence {index + 1} is far longer than in the reply.", index, place)


def loops(text: str) -> bool:
    """Tell whether a phrase is said three times in a row, or a word or run of characters four times."""
    words = _words(text)
    for size in range(1, _LONGEST_PHRASE + 1):
        needed = size * (3 if size == 1 else 2)
        run = 0
        for position in range(size, len(words)):
            run = run + 1 if words[position] == words[position - size] else 0
            if run >= needed:
                return True
    return _CHARACTER_LOOP.search(text) is not None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _share_run(before: list[str], after: list[str]) -> bool:
    if len(before) < _PARTIAL_COPY or len(after) < _PARTIAL_COPY:
        return False
    runs = set(_runs(before))
    return any(run in runs for run in _runs(after))


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[offset:] for offset in range(_PARTIAL_COPY)), strict=False)


def _finding(code: str, message: str, index: int, place: Place) -> Finding:
    return Finding(
        code=code,
        severity=Severity.BLOCKING,
        message=message,
        remedy="Rewrite the sentence, or translate it by hand.",
        segment=index,
        span=place.range,
    )
