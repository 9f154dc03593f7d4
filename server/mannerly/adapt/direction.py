"""Isolate left-to-right spans inside right-to-left text (Unicode UAX 9, section 2.4.2); must not alter a span."""

from __future__ import annotations

from dataclasses import replace

import regex

from mannerly.language.tags import parse_tag
from mannerly.model.context import Context
from mannerly.model.draft import Draft, Origin, Segment
from mannerly.model.spans import Span, SpanKind, is_marker

LEFT_TO_RIGHT_ISOLATE = "\u2066"
POP_DIRECTIONAL_ISOLATE = "\u2069"
# Names keep their order by themselves; an isolate round one part would turn "Anna Berg" round.
_NAMES = (SpanKind.CUSTOMER_NAME, SpanKind.AGENT_NAME, SpanKind.COMPANY)
_LEFT_ALONE = frozenset({SpanKind.MARKUP, SpanKind.EMOJI, SpanKind.PRIVATE_USE, *_NAMES})
# Letters of a right-to-left script, or a plain number, keep their order without help.
_NEEDS_NO_HELP = regex.compile(r"[\d\s]*|.*[\p{Arabic}\p{Hebrew}\p{Syriac}\p{Thaana}].*", regex.DOTALL)


class IsolateDirection:
    """Step: directional isolates around codes, links and other left-to-right spans."""

    def __call__(self, draft: Draft, context: Context) -> Draft:
        """Return the draft with isolates, for right-to-left locales only."""
        if not parse_tag(context.locale).is_right_to_left:
            return draft
        isolate = frozenset(span.marker for span in draft.spans if _needs_isolate(span))
        return draft.with_segments(lambda segment: _isolated(segment, isolate))


def _needs_isolate(span: Span) -> bool:
    return span.kind not in _LEFT_ALONE and not _NEEDS_NO_HELP.fullmatch(span.output)


def _isolated(segment: Segment, isolate: frozenset[str]) -> Segment:
    if segment.provenance.origin in (Origin.NONE, Origin.KEPT, Origin.SOURCE):
        return segment
    return replace(segment, text="".join(_wrapped(char) if char in isolate else char for char in segment.text))


def _wrapped(char: str) -> str:
    assert is_marker(char)  # noqa: S101 - only markers are listed for isolation
    return LEFT_TO_RIGHT_ISOLATE + char + POP_DIRECTIONAL_ISOLATE
