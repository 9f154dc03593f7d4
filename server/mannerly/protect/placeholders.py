"""Finds template placeholders of the usual engines; knows no template's meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mannerly.model.spans import SpanKind
from mannerly.model.variables import (
    CalendarDate,
    ClockTime,
    Instant,
    Money,
    Number,
    Percent,
    Phone,
    Text,
    Url,
    Value,
)
from mannerly.protect.candidate import Candidate

_BRACES = re.compile(r"\{\{\{[^{}\n]{1,200}\}\}\}|\{\{[^{}\n]{1,200}\}\}|\{%[^{}\n]{1,200}%\}|\$?\{[^{}\n]{1,120}\}")
_SQUARE = re.compile(r"\[\[[^\[\]\n]{1,120}\]\]|\[[A-Z][A-Z0-9_]+\](?!\()")
_PERCENT = re.compile(
    r"(?<![\w%])(?:%\(\w{1,60}\)[#0 +-]?\d*(?:\.\d+)?[a-zA-Z]"
    r"|%(?:\d+\$)?[sdif@](?!\w)|%\.?\d*[dfs](?!\w)|%[A-Za-z_]\w{0,60}%(?!\w))"
)
_COLON = re.compile(r"(?<![\w:/.]):[a-z]+(?:_[a-z0-9]+)++(?![\w:])")
_TAG = re.compile(r"</?[a-z]\w*(?:_\w+)++/?>|</?\d+/?>")
_ICU = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal|number|date|time|choice)\s*[,}]")
_NAME = re.compile(r"\w+(?:\.\w+)*")
_ICU_LIMIT = 2000

_KINDS: dict[type, SpanKind] = {
    Money: SpanKind.MONEY,
    CalendarDate: SpanKind.DATE,
    ClockTime: SpanKind.TIME,
    Instant: SpanKind.INSTANT,
    Number: SpanKind.NUMBER,
    Percent: SpanKind.PERCENT,
    Phone: SpanKind.PHONE,
    Text: SpanKind.TEXT,
    Url: SpanKind.URL,
}


def find_placeholders(text: str, variables: Mapping[str, Value]) -> Iterator[Candidate]:
    """Yield placeholders; one whose name the caller gave a value for takes that value's kind.

    Args:
        text: the whole text.
        variables: value per placeholder name.
    """
    for pattern, sign in ((_BRACES, "{"), (_SQUARE, "["), (_PERCENT, "%"), (_COLON, ":"), (_TAG, "<")):
        if sign in text:
            for match in pattern.finditer(text):
                yield _candidate(match.start(), match.end(), match[0], variables)
    if "{" in text:
        yield from _messages(text)


def _candidate(start: int, end: int, written: str, variables: Mapping[str, Value]) -> Candidate:
    name = _NAME.search(written)
    value = variables.get(name[0]) if name else None
    if value is None:
        return Candidate(start, end, SpanKind.PLACEHOLDER)
    rendered = value.value if isinstance(value, (Text, Url)) else ""
    return Candidate(start, end, _KINDS[type(value)], value, rendered, certain=True)


def _messages(text: str) -> Iterator[Candidate]:
    """Yield ICU messages with their nested braces."""
    for match in _ICU.finditer(text):
        depth = 0
        for position in range(match.start(), min(len(text), match.start() + _ICU_LIMIT)):
            depth += (text[position] == "{") - (text[position] == "}")
            if depth == 0:
                yield Candidate(match.start(), position + 1, SpanKind.PLACEHOLDER)
                break
