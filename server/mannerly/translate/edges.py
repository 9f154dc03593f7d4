"""What stands at the edges of a sentence and is no part of it: bullets, emoji, markup; knows no engine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mannerly.model.spans import FIRST_MARKER, Span, SpanKind, is_marker

# Hyphens, asterisks, bullets, dashes and numbers that open a list item, and the mark of a quoted line.
_BULLET = re.compile("(?:[-*>+\u2022\u2023\u2013\u2014\u25e6]|\\d{1,3}[.)])\\s+")
_SENTENCE_ENDS = frozenset(".!?\u2026\u3002\uff01\uff1f\u061f\u0964")
_OUTSIDE = frozenset({SpanKind.EMOJI, SpanKind.MARKUP})


@dataclass(frozen=True, kw_only=True)
class Trimmed:
    """A masked text in three parts that join to the whole; only `core` is translated."""

    before: str
    core: str
    after: str

    @property
    def has_words(self) -> bool:
        """True when the core has a letter outside spans."""
        return has_words(self.core)


def trim(masked: str, spans: Sequence[Span] = ()) -> Trimmed:
    """Cut off what models copy badly at the edges.

    Args:
        masked: masked text.
        spans: the protected spans, to tell emoji and markup from spans that are part of the sentence; without them
            only what follows the end of the sentence is cut.
    """
    start, end = 0, len(masked)
    while start < end:
        bullet = _BULLET.match(masked, start, end)
        if bullet:
            start = bullet.end()
        elif masked[start].isspace() or _is_outside(masked[start], spans):
            start += 1
        else:
            break
    while end > start and (masked[end - 1].isspace() or _is_outside(masked[end - 1], spans)):
        end -= 1
    end = _without_trailing_spans(masked, start, end)
    return Trimmed(before=masked[:start], core=masked[start:end], after=masked[end:])


def has_words(masked: str) -> bool:
    """Tell whether there is a letter outside spans."""
    return any(char.isalpha() and not is_marker(char) for char in masked)


def _is_outside(char: str, spans: Sequence[Span]) -> bool:
    index = ord(char) - FIRST_MARKER
    return is_marker(char) and index < len(spans) and spans[index].kind in _OUTSIDE


def _without_trailing_spans(masked: str, start: int, end: int) -> int:
    """Return where the sentence ends when only spans follow its final punctuation."""
    last = end
    while last > start and (masked[last - 1].isspace() or is_marker(masked[last - 1])):
        last -= 1
    return last if last > start and masked[last - 1] in _SENTENCE_ENDS else end
