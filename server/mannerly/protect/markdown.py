"""Finds Markdown marks on lines and links; emphasis lives in `emphasis`; must not know how a page looks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mannerly.model.spans import SpanKind
from mannerly.protect.candidate import Candidate

_LINE_MARK = re.compile(
    r"^[ \t]{0,12}(?:(?P<rule>(?:-[ \t]?){3,}+|(?:\*[ \t]?){3,}+|(?:_[ \t]?){3,}+|={3,}+)[ \t]*$"
    r"|(?P<heading>#{1,6})(?=[ \t])|(?P<quote>>(?:[ \t]?>)*+)"
    r"|(?P<bullet>[-*+\u2022\u25aa\u25cf\u2013]|\d{1,3}[.)])(?=[ \t])(?P<task>[ \t]\[[ xX]\](?=[ \t]))?)",
    re.MULTILINE,
)
_LINK = re.compile(
    r"(?P<open>!?\[)(?P<text>[^\[\]\n]{0,300})(?P<close>\]\([^()\s]{1,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?\))"
)
_REFERENCE = re.compile(r"(?P<open>!?\[)(?P<text>[^\[\]\n]{1,300})(?P<close>\]\[[^\[\]\n]{0,80}\])")
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\[\]\n]{1,80}\]:[ \t]+\S+$", re.MULTILINE)
_TABLE_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_TABLE_RULE = re.compile(r"[ \t|:-]+")
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()#+\-.!|>~]")
_TICKS = re.compile(r"`+")
_FENCE = re.compile(r"^[ \t]{0,3}(```+|~~~+)", re.MULTILINE)


def find_markdown(text: str) -> Iterator[Candidate]:
    """Yield headings, quotes, bullets, rules, table bars, links, code and escapes, each mark a span of its own."""
    for match in _LINE_MARK.finditer(text):
        for group in ("rule", "heading", "quote", "bullet"):
            if match[group] is not None:
                yield Candidate(match.start(group), match.end(), SpanKind.MARKUP)
    if "[" in text:
        for pattern in (_LINK, _REFERENCE):
            for match in pattern.finditer(text):
                yield Candidate(*match.span("open"), SpanKind.MARKUP)
                yield Candidate(*match.span("close"), SpanKind.MARKUP)
        for match in _DEFINITION.finditer(text):
            yield Candidate(match.start(), match.end(), SpanKind.MARKUP)
    if "\\" in text:
        for match in _ESCAPE.finditer(text):
            yield Candidate(match.start(), match.end(), SpanKind.MARKUP)
    if "|" in text:
        yield from _tables(text)


def _tables(text: str) -> Iterator[Candidate]:
    for row in _TABLE_ROW.finditer(text):
        if _TABLE_RULE.fullmatch(row[0]):
            yield Candidate(row.start(), row.end(), SpanKind.MARKUP)
            continue
        for position in range(row.start(), row.end()):
            if text[position] == "|":
                yield Candidate(position, position + 1, SpanKind.MARKUP)


def find_code(text: str) -> Iterator[Candidate]:
    """Yield fenced blocks and code spans (a run of backticks up to the next run of the same length)."""
    fences = list(_FENCE.finditer(text)) if "```" in text or "~~~" in text else []
    inside = 0
    for opening, closing in zip(fences[::2], fences[1::2], strict=False):
        yield Candidate(opening.start(1), closing.end(), SpanKind.MARKUP)
        inside = closing.end()
    runs = [match.span() for match in _TICKS.finditer(text, inside)]
    latest: dict[int, int] = {}
    blocked = inside
    for start, end in runs:
        opening_at = latest.get(end - start, -1)
        if opening_at >= blocked:
            yield Candidate(opening_at, end, SpanKind.MARKUP)
            blocked = end
        else:
            latest[end - start] = start
