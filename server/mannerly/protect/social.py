"""Finds handles and hashtags; knows no network."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mannerly.model.spans import SpanKind
from mannerly.protect.candidate import Candidate

_HANDLE = re.compile(r"@(?<![\w.@/+-]@)\w(?:[\w.]{0,38}\w)?(?!@)")
_HASHTAG = re.compile(r"#(?<![\w&#/]#)(?=\w*[^\W\d_])\w{1,100}")


def find_social(text: str) -> Iterator[Candidate]:
    """Yield @handles and #hashtags (at least one letter; "#48213" is an order number)."""
    if "@" in text:
        for match in _HANDLE.finditer(text):
            yield Candidate(match.start(), match.end(), SpanKind.HANDLE)
    if "#" in text:
        for match in _HASHTAG.finditer(text):
            yield Candidate(match.start(), match.end(), SpanKind.HASHTAG)
