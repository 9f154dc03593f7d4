"""Finds HTML tags, entities and comments; must not know how a page looks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mannerly.model.spans import SpanKind
from mannerly.protect.candidate import Candidate

_TAG = re.compile(r"</?[A-Za-z][\w:-]{0,60}(?:[\s/:@](?:\"[^\"<]{0,400}\"|'[^'<]{0,400}'|[^<>\"']){0,400}+)?>")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_OPAQUE = re.compile(r"<(script|style|code|pre|kbd|samp)\b[^<>]{0,400}>", re.IGNORECASE)


def find_html(text: str) -> Iterator[Candidate]:
    """Yield tags, entities, comments, and whole elements whose content is not prose (code, script, style)."""
    if "&" in text:
        for match in _ENTITY.finditer(text):
            yield Candidate(match.start(), match.end(), SpanKind.MARKUP)
    if "<" not in text or ">" not in text:
        return
    for match in _TAG.finditer(text):
        yield Candidate(match.start(), match.end(), SpanKind.MARKUP)
    yield from _comments(text)
    yield from _opaque(text)


def _comments(text: str) -> Iterator[Candidate]:
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield Candidate(start, end + 3, SpanKind.MARKUP)
        start = text.find("<!--", end + 3)


def _opaque(text: str) -> Iterator[Candidate]:
    lower, position = text.lower(), 0
    if len(lower) != len(text):
        lower = text
    while match := _OPAQUE.search(text, position):
        closing = f"</{match[1].lower()}>"
        end = lower.find(closing, match.end())
        position = match.end()
        if end >= 0:
            position = end + len(closing)
            yield Candidate(match.start(), position, SpanKind.MARKUP)
