"""Where each segment and span stands in the finished text; judges nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mannerly.model.draft import Draft, Origin
from mannerly.model.spans import FIRST_MARKER, MAX_SPANS

_MARKER = re.compile(f"[{chr(FIRST_MARKER)}-{chr(FIRST_MARKER + MAX_SPANS)}]")


@dataclass(frozen=True, kw_only=True)
class Place:
    """One segment in the finished text.

    Args:
        start: its first code point.
        text: its text as the customer reads it.
        spans: (start, end) in the finished text per span index, first occurrence.
    """

    start: int
    text: str
    spans: dict[int, tuple[int, int]]

    @property
    def range(self) -> tuple[int, int]:
        """Start and end in the finished text."""
        return self.start, self.start + len(self.text)


def lay_out(draft: Draft) -> tuple[Place, ...]:
    """Return one place per segment, counted the way restore wrote the text."""
    places, position = list[Place](), len(draft.lead)
    for segment in draft.segments:
        masked = "" if segment.provenance.origin is Origin.NONE else segment.text
        place = _place(masked, position, draft)
        places.append(place)
        position += len(place.text) + len(segment.glue)
    return tuple(places)


def _place(masked: str, start: int, draft: Draft) -> Place:
    parts, spans, position, copied = list[str](), dict[int, tuple[int, int]](), start, 0
    for match in _MARKER.finditer(masked):
        index = ord(match[0]) - FIRST_MARKER
        output = draft.spans[index].output if index < len(draft.spans) else ""
        position += match.start() - copied
        spans.setdefault(index, (position, position + len(output)))
        parts += (masked[copied : match.start()], output)
        position += len(output)
        copied = match.end()
    return Place(start=start, text="".join((*parts, masked[copied:])), spans=spans)
