"""Checks that every protected span of a segment is in its text exactly as often as in its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mannerly.model.draft import Draft, Finding, Origin, Segment, Severity
from mannerly.model.spans import FIRST_MARKER, SpanKind, markers_in
from mannerly.verify.layout import Place
from mannerly.verify.reading import Reading

# What a salutation or closing written from locale data may drop, add or reorder.
_FREE_IN_LOCALE_TEXT = frozenset(
    {SpanKind.CUSTOMER_NAME, SpanKind.AGENT_NAME, SpanKind.COMPANY, SpanKind.EMOJI, SpanKind.TEXT}
)
_REMEDY = "Rewrite the sentence, or translate it by hand."


def check_span_count(reading: Reading) -> Iterator[Finding]:
    """Yield a finding per span that a segment lost, doubled or invented."""
    for index, segment, place in reading.segments():
        origin = segment.provenance.origin
        if origin is Origin.NONE or segment.source == segment.text:
            continue
        wanted, there = Counter(markers_in(segment.source)), Counter(markers_in(segment.text))
        if wanted == there:
            continue
        for marker in sorted(wanted | there):
            if _matters(marker, segment, reading.draft):
                yield from _compare(marker, wanted[marker], there[marker], index, place, reading.draft)


def _matters(marker: str, segment: Segment, draft: Draft) -> bool:
    position = ord(marker) - FIRST_MARKER
    if segment.provenance.origin is Origin.PHRASE:
        # What an approved phrase says in words of its own, such as a dual for the number 2, is not lost.
        return position not in segment.absorbed
    if segment.provenance.origin is not Origin.LOCALE:
        return True
    return position >= len(draft.spans) or draft.spans[position].kind not in _FREE_IN_LOCALE_TEXT


def _compare(marker: str, wanted: int, there: int, index: int, place: Place, draft: Draft) -> Iterator[Finding]:
    position = ord(marker) - FIRST_MARKER
    name = draft.spans[position].kind.value.replace("_", " ") if position < len(draft.spans) else "value"
    if there < wanted:
        code, what = "verify.span_lost", "is missing from"
    elif wanted:
        code, what = "verify.span_doubled", "stands too often in"
    elif there:
        code, what = "verify.span_invented", "does not belong in"
    else:
        return
    if there != wanted:
        yield Finding(
            code=code,
            severity=Severity.BLOCKING,
            message=f"A protected {name} {what} sentence {index + 1}.",
            remedy=_REMEDY,
            segment=index,
            span=place.spans.get(position, place.range),
        )
