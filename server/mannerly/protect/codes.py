"""Finds order numbers, tracking numbers, versions and other codes; knows no carrier and no company."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mannerly.model.spans import SpanKind
from mannerly.protect.amounts import parse_amount
from mannerly.protect.boundaries import ENDS, STARTS
from mannerly.protect.candidate import Candidate
from mannerly.protect.source_formats import SourceFormats

_ORDER = re.compile(rf"#(?<![\w#&/]#)(?:\d++(?:-\d++)*+|[A-Z0-9]++(?:-[A-Z0-9]++)*+(?<=\d)){ENDS}")
_CHUNK = re.compile(r"(?<!\S)(?=\S*\d)\S+")  # narrows the search for tokens, which is slow
_TOKEN = re.compile(
    rf"{STARTS}(?<![A-Za-z0-9][-_/.])(?=[A-Za-z0-9])[A-Za-z\-_/.]*+\d[A-Za-z0-9]*+(?:[-_/.][A-Za-z0-9]++)*+{ENDS}"
)
_VERSION = re.compile(
    rf"(?=[vV\d]){STARTS}(?<!\d[.,])(?:[vV]\d++(?:\.\d++)*+|\d++(?:\.\d++){{2,}}+)(?:-[a-z]++\.?\d*+)?+{ENDS}"
)
_GROUPED = re.compile(rf"(?=\d){STARTS}(?:\d++(?:-\d++)++|\d{{4}}(?: \d{{4}}){{2,}}+(?: \d{{1,3}})?+){ENDS}")
_MASKED = re.compile(rf"(?<![\w*\u2022])(?:[*xX\u2022]{{3,4}}[ -]?+){{1,4}}+\d{{2,4}}{ENDS}")
_IBAN = re.compile(rf"(?=[A-Z]{{2}}\d){STARTS}[A-Z]{{2}}\d{{2}}(?: ?[A-Z0-9]{{4}}){{2,7}}(?: ?[A-Z0-9]{{1,3}})?{ENDS}")
# Digits and a short run of letters are an ordinal or a unit (5th, 30min, 12GB), which the engine translates.
_MEASURE = re.compile(r"\d{1,4}(?:[a-z]{1,4}|[A-Z]{2}|[kMG][A-Za-z]{1,2})")
_CAPITALISED = re.compile(r"[A-Z][a-z]+")
_SHORTEST_LOWER = 6
_FEWEST_GROUPED = 6


def find_codes(text: str) -> Iterator[Candidate]:
    """Yield codes of letters and digits, UUIDs, IBANs, card endings and digit groups."""
    for chunk in _CHUNK.finditer(text):
        for match in _TOKEN.finditer(text, chunk.start(), chunk.end()):
            if _is_code(match[0]):
                yield Candidate(match.start(), match.end(), SpanKind.CODE)
    for match in _GROUPED.finditer(text):
        if sum(map(str.isdecimal, match[0])) >= _FEWEST_GROUPED:
            yield Candidate(match.start(), match.end(), SpanKind.CODE)
    for match in _MASKED.finditer(text):
        yield Candidate(match.start(), match.end(), SpanKind.CODE)
    for match in _IBAN.finditer(text):
        if _is_iban(match[0].replace(" ", "")):
            yield Candidate(match.start(), match.end(), SpanKind.CODE)


def find_orders(text: str) -> Iterator[Candidate]:
    """Yield numbers written with a hash sign."""
    if "#" in text:
        for match in _ORDER.finditer(text):
            yield Candidate(match.start(), match.end(), SpanKind.ORDER)


def find_versions(text: str, formats: SourceFormats) -> Iterator[Candidate]:
    """Yield version numbers (v2, v2.3.1, 2.3.1-beta) that are no grouped number of the source locale."""
    for match in _VERSION.finditer(text):
        if parse_amount(match[0], formats) is None:
            yield Candidate(match.start(), match.end(), SpanKind.VERSION)


def _is_code(token: str) -> bool:
    """Tell whether a token of letters and digits is an identifier rather than a word or a measure."""
    if token.isalpha() or token.isdecimal() or not any(map(str.isdecimal, token)):
        return False
    if _MEASURE.fullmatch(token):
        return False
    if "_" in token:
        return True
    parts = re.split(r"[-/.]", token)
    mixed = [part for part in parts if not part.isalpha() and not part.isdecimal() and not _MEASURE.fullmatch(part)]
    if len(parts) == 1:
        return any(map(str.isupper, token)) or len(token) >= _SHORTEST_LOWER
    if mixed:
        return True
    letters = [part for part in parts if part.isalpha()]
    return bool(letters) and all(part.isupper() for part in letters)


def _is_iban(text: str) -> bool:
    """Check the two check digits (ISO 13616, modulo 97)."""
    digits = "".join(str(int(char, 36)) for char in text[4:] + text[:4])
    return int(digits) % 97 == 1
