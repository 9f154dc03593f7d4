"""Pairs Markdown emphasis marks (CommonMark's flanking rules, simplified); knows no other mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mannerly.model.spans import SpanKind
from mannerly.protect.candidate import Candidate

_RUN = re.compile(r"\*{1,3}(?!\*)|_{1,3}(?!_)|~~(?!~)|\n[ \t]*\n")


def find_emphasis(text: str) -> Iterator[Candidate]:
    """Yield both marks of each pair of `*`, `**`, `***`, `_`, `__`, `___` or `~~` inside one paragraph.

    A mark opens when something follows it and no word precedes it, and closes the other way round;
    marks without a partner are plain text.
    """
    if not ("*" in text or "_" in text or "~~" in text):
        return
    waiting: dict[str, tuple[int, int]] = {}
    for match in _RUN.finditer(text):
        mark, start, end = match[0], match.start(), match.end()
        if mark[0] == "\n":
            waiting.clear()
            continue
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if before == mark[0]:  # the tail of a longer run
            continue
        if mark in waiting and not before.isspace() and _closes(mark, after):
            yield Candidate(*waiting.pop(mark), SpanKind.MARKUP)
            yield Candidate(start, end, SpanKind.MARKUP)
        elif not after.isspace() and _opens(mark, before):
            waiting[mark] = (start, end)


def _opens(mark: str, before: str) -> bool:
    return not before.isalnum() or (mark[0] == "*" and not before.isascii())


def _closes(mark: str, after: str) -> bool:
    return mark[0] != "_" or not after.isalnum()
