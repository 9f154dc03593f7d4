"""The restore step: writes the localised text with every span's output in place; judges nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mannerly.model.context import Context
from mannerly.model.draft import Draft, Edit, Origin
from mannerly.model.spans import FIRST_MARKER, Span, is_marker


@dataclass(frozen=True, kw_only=True)
class Restore:
    """Set `text` from the segments, and unmask the edits.

    A segment that nothing could translate leaves no text behind: the source sentence must not
    reach the customer as if it were a translation. Lost, doubled and invented markers are the
    business of verify; here they do no harm.
    """

    def __call__(self, draft: Draft, _context: Context) -> Draft:
        """Return the draft with its final text."""
        parts = [draft.lead]
        for segment in draft.segments:
            if segment.provenance.origin is not Origin.NONE:
                parts += (restored(segment.text, draft.spans), segment.glue)
            elif "\n" in segment.glue:
                parts.append(segment.glue)
        edits = tuple(_restored_edit(edit, draft.spans) for edit in draft.edits)
        return replace(draft, text="".join(parts), edits=edits)


def restored(text: str, spans: tuple[Span, ...]) -> str:
    """Return the text with outputs for markers; a marker without a span becomes nothing."""
    if text.isascii():
        return text
    return "".join(_output(char, spans) if is_marker(char) else char for char in text)


def _output(marker: str, spans: tuple[Span, ...]) -> str:
    index = ord(marker) - FIRST_MARKER
    return spans[index].output if index < len(spans) else ""


def _restored_edit(edit: Edit, spans: tuple[Span, ...]) -> Edit:
    return replace(edit, before=restored(edit.before, spans), after=restored(edit.after, spans))
