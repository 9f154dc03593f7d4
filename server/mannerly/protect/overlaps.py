"""Decides which of several overlapping candidates becomes a span; knows no recogniser."""

from __future__ import annotations

from collections.abc import Iterable

from mannerly.model.spans import SpanKind
from mannerly.protect.candidate import Candidate

# Most specific first; decides between candidates of equal length.
_ORDER = (
    SpanKind.PLACEHOLDER,
    SpanKind.MARKUP,
    SpanKind.URL,
    SpanKind.EMAIL,
    SpanKind.CUSTOMER_NAME,
    SpanKind.AGENT_NAME,
    SpanKind.COMPANY,
    SpanKind.TERM,
    SpanKind.TEXT,
    SpanKind.DATE,
    SpanKind.INSTANT,
    SpanKind.TIME,
    SpanKind.MONEY,
    SpanKind.PERCENT,
    SpanKind.PHONE,
    SpanKind.ORDER,
    SpanKind.HASHTAG,
    SpanKind.HANDLE,
    SpanKind.VERSION,
    SpanKind.CODE,
    SpanKind.NUMBER,
    SpanKind.EMOJI,
    SpanKind.PRIVATE_USE,
)
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
# Around a placeholder with a value these keep their other parts; anything else would be torn apart.
_DIVISIBLE = frozenset({SpanKind.URL, SpanKind.EMAIL, SpanKind.MARKUP})


def resolve(candidates: Iterable[Candidate], length: int) -> list[Candidate]:
    """Choose candidates that do not overlap, in text order.

    A placeholder with a value goes first and cuts a link or tag around it into parts; then the
    longest wins; among equals the more specific kind (see `_ORDER`), then one with a value, then
    the one further left.

    Args:
        candidates: proposals of all recognisers, in any order.
        length: length of the text in code points.

    Returns:
        The winners, sorted by start, pairwise disjoint.
    """
    proposals = list(candidates)
    certain = [candidate for candidate in proposals if candidate.certain]
    if certain:
        proposals = [part for candidate in proposals for part in _cut(candidate, certain)]
    proposals.sort(key=_strength)
    taken = bytearray(length)
    winners = []
    for candidate in proposals:
        start, end = candidate.start, candidate.end
        if taken.find(1, start, end) == -1:
            taken[start:end] = b"\x01" * (end - start)
            winners.append(candidate)
    winners.sort()
    return winners


def _strength(candidate: Candidate) -> tuple[bool, int, int, bool, int]:
    return (
        not candidate.certain,
        candidate.start - candidate.end,
        _RANK[candidate.kind],
        candidate.value is None,
        candidate.start,
    )


def _cut(candidate: Candidate, certain: list[Candidate]) -> list[Candidate]:
    if candidate.certain or candidate.kind not in _DIVISIBLE:
        return [candidate]
    parts, start = [], candidate.start
    for hole in sorted(certain):
        if hole.start < candidate.end and hole.end > start:
            if hole.start > start:
                parts.append(candidate._replace(start=start, end=hole.start))
            start = max(start, hole.end)
    if start < candidate.end:
        parts.append(candidate._replace(start=start))
    return parts
