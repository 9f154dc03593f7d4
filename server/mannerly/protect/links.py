"""Finds URLs and e-mail addresses; must not know what they point to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mannerly.model.spans import SpanKind
from mannerly.protect.boundaries import SPACELESS, WORD
from mannerly.protect.candidate import Candidate

# Characters that end a link in any script: white space, quotes, angle brackets, CJK punctuation, markers.
_STOP = '\\s<>"`\u00ab\u00bb\u201c-\u201f\u2039\u203a\u3000-\u3004\u3008-\u301f\uff01\uff08\uff09\uff0c\uff1b\uff1f'
_URL = re.compile(
    rf"(?<![^\W_{SPACELESS}])(?:(?:https?|ftp|sftp)://|(?:mailto|tel|sms):(?=[\w+])|www\.(?=\w))[^{_STOP}]+",
    re.IGNORECASE,
)
# A bare domain counts only with a well-known ending or a path: "you.American" is a missing space.
_DOMAIN = re.compile(
    r"(?<![\w.@/-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}"
    rf"(?:(?:com|org|net|edu|gov|info|biz|app|dev|io|shop|store)(?:/[^{_STOP}]*+)?|[a-z]{{2}}/[^{_STOP}]++)(?![\w-])"
)
_LOCAL = rf"(?:[^\W{SPACELESS}]|[+%-])(?:[^\W{SPACELESS}]|[+%'-])*+"
_EMAIL = re.compile(
    rf"(?<![.+%-])(?<![^\W{SPACELESS}]){_LOCAL}(?:\.{_LOCAL})*+@"
    rf"(?:[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++(?!\w*\.\w)|(?:[\w-]+\.)++(?:[A-Za-z]{{2,}}+|{WORD}{{2,}}+))"
)
_WITH_AT = re.compile(r"(?<!\S)[^\s@]*+@\S*")
_OPENING = {")": "(", "]": "[", "}": "{"}
_TRAILING = ".,;:!?'*_~\u2019\u2026\u3002"
_RUN_ON = re.compile(rf"(?<=[a-zA-Z0-9])[{SPACELESS}]|(?<=[a-zA-Z0-9]/)[{SPACELESS}]")


def find_links(text: str) -> Iterator[Candidate]:
    """Yield URLs and bare domains without the punctuation and brackets around them."""
    if "://" in text or "www." in text.lower() or ":" in text:
        for match in _URL.finditer(text):
            end = _end_of_link(text, match.start(), match.end())
            yield Candidate(match.start(), end, SpanKind.URL)
    if "." in text:
        for match in _DOMAIN.finditer(text):
            yield Candidate(match.start(), _end_of_link(text, match.start(), match.end()), SpanKind.URL)


def find_emails(text: str) -> Iterator[Candidate]:
    """Yield e-mail addresses, international ones included."""
    for chunk in _WITH_AT.finditer(text) if "@" in text else ():
        for match in _EMAIL.finditer(text, chunk.start(), chunk.end()):
            yield Candidate(match.start(), match.end(), SpanKind.EMAIL)


def _end_of_link(text: str, start: int, end: int) -> int:
    end = _before_run_on(text, start, end)
    while end > start:
        last = text[end - 1]
        opening = _OPENING.get(last)
        unbalanced = opening and text.count(last, start, end) > text.count(opening, start, end)
        if not unbalanced and last not in _TRAILING:
            break
        end -= 1
    return end


def _before_run_on(text: str, start: int, end: int) -> int:
    """Return where an ASCII link is followed, without a space, by words of a script that writes none."""
    host_end = text.find("/", text.find("//", start, end) + 2, end)
    if host_end < 0 or not text[start:host_end].isascii():
        host_end = start if host_end < 0 and text[start : start + 8].isascii() else max(host_end, start)
    for match in _RUN_ON.finditer(text, host_end, end):
        # A letter right after a later slash is part of the path: /wiki/<title>.
        if text[match.start() - 1] != "/" or match.start() - 1 == host_end:
            return match.start()
    return end
