"""One stretch of text that a recogniser would like to protect; knows no recogniser."""

from __future__ import annotations

from typing import NamedTuple

from mannerly.model.spans import SpanKind
from mannerly.model.variables import Value


class Candidate(NamedTuple):
    """A proposal, to be weighed against the others by `overlaps.resolve`.

    Args:
        start: first code point.
        end: code point after the last.
        kind: what it is.
        value: the typed value when the text or a variable gives one.
        rendered: what to write instead of the original, "" for the original itself.
        ambiguous: True where the text allows two readings.
        certain: True for a placeholder the caller gave a value for: nothing may swallow it.
    """

    start: int
    end: int
    kind: SpanKind
    value: Value | None = None
    rendered: str = ""
    ambiguous: bool = False
    certain: bool = False
