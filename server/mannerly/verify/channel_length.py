"""Checks the length that a channel carries: SMS parts and social posts; knows no style."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from mannerly.model.draft import Finding, Severity
from mannerly.model.facts import Channel
from mannerly.verify.reading import Reading

_SOCIAL_LIMIT = 280
# GSM 03.38 default alphabet beyond ASCII, and the ASCII characters it lacks or sends as two.
_GSM_EXTRA = frozenset(
    "\u00a3\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\u00d8\u00f8\u00c5\u00e5\u0394\u03a6\u0393\u039b\u03a9\u03a0\u03a8"
    "\u03a3\u0398\u039e\u00c6\u00e6\u00df\u00c9\u00a4\u00a1\u00c4\u00d6\u00d1\u00dc\u00a7\u00bf\u00e4\u00f6\u00f1\u00fc\u00e0"
)
_GSM_TWICE = frozenset("^{}\\[~]|\u20ac")
_NOT_GSM = frozenset("`\t")
_GSM_SINGLE, _GSM_PART = 160, 153
_UCS_SINGLE, _UCS_PART = 70, 67


def check_length(reading: Reading) -> Iterator[Finding]:
    """Yield advice when an SMS needs several parts or a social post is too long."""
    text, channel = reading.draft.text, reading.context.request.facts.channel
    if channel is Channel.SMS and (parts := sms_parts(text)) > 1:
        yield _advice("verify.sms_length", f"The text needs {parts} SMS parts.")
    elif channel is Channel.SOCIAL and len(text) > _SOCIAL_LIMIT:
        yield _advice("verify.social_length", f"The text has {len(text)} characters; {_SOCIAL_LIMIT} fit in one post.")


def sms_parts(text: str) -> int:
    """Return how many SMS parts a text takes: 160 (153) septets, or 70 (67) UTF-16 units outside the GSM alphabet."""
    if all(map(_is_gsm, set(text))):
        length, single, part = len(text) + sum(map(text.count, _GSM_TWICE)), _GSM_SINGLE, _GSM_PART
    else:
        length, single, part = len(text.encode("utf-16-le")) // 2, _UCS_SINGLE, _UCS_PART
    return 1 if length <= single else ceil(length / part)


def _is_gsm(char: str) -> bool:
    return (char.isascii() and char not in _NOT_GSM) or char in _GSM_EXTRA or char in _GSM_TWICE


def _advice(code: str, message: str) -> Finding:
    return Finding(code=code, severity=Severity.ADVICE, message=message, remedy="Shorten the reply.")
