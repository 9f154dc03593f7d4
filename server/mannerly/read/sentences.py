"""Cuts one line of masked text into sentences; knows nothing of paragraphs, salutations or spans."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec

from mannerly.model.spans import is_marker

_CLOSERS = "\"'\u2019\u201d\u00bb\u203a)\\]\u300d\u300f\uff09"
# Sentence ends that need no space after them.
_FULL_WIDTH = re.compile(rf"(?<=[\u3002\uff01\uff1f\uff61])(?![\u3002\uff01\uff1f\uff61{_CLOSERS}])")
_THAI = re.compile("[\u0e00-\u0e7f]")
_FOREIGN_SPACE = re.compile(r"[^\S \t\r\n]")
_SPACES = re.compile(r"\s+")
_WESTERN_ENDS = (".", "!", "?", "\u2026")
_ABBREVIATION = re.compile(r"(?<!\w)(?=[^\W\d_])[^\W\d_a-z][^\W\d_]{0,3}\.[ \u00a0]$")
# A space in Thai ends a clause or a sentence; between two long runs of text it is a fair place to cut.
_LONG_THAI = 20


def split_sentences(text: str, language: str) -> list[str]:
    """Return consecutive pieces of the text, one per sentence, trailing spaces included.

    Args:
        text: one line, masked.
        language: primary language of the text.

    Returns:
        Pieces whose concatenation is the text, whatever the text is.
    """
    pieces = _thai(text) if language == "th" and _THAI.search(text) else _segment(text, language)
    pieces = [part for piece in pieces for part in _FULL_WIDTH.split(piece) if part]
    if "".join(pieces) != text:
        return [text]
    return _joined_marks(pieces)


def _segment(text: str, language: str) -> list[str]:
    from sentencex import segment  # type: ignore[import-untyped, unused-ignore]

    # sentencex 1.0.32 counts bytes behind white space outside ASCII and panics ("B", no-break space, full stop), with
    # the text in the message: it sees plain spaces, and the cuts are taken over by length.
    plain = _FOREIGN_SPACE.sub(" ", text)
    pieces, start = list[str](), 0
    for piece in segment(language or "en", plain):
        pieces.append(text[start : start + len(piece)])
        start += len(piece)
    return pieces


def _thai(text: str) -> list[str]:
    if not _has_thai_model():
        return _thai_by_spaces(text)
    from pythainlp.tokenize import sent_tokenize  # type: ignore[import-not-found, unused-ignore]

    return [str(piece) for piece in sent_tokenize(text, engine="crfcut")]


def _thai_by_spaces(text: str) -> list[str]:
    pieces, start = list[str](), 0
    for match in _SPACES.finditer(text):
        ends = text[match.start() - 1 : match.start()] in _WESTERN_ENDS
        long = match.start() - start >= _LONG_THAI and _next_space(text, match.end()) - match.end() >= _LONG_THAI
        if ends or (long and _THAI.match(text, match.start() - 1) and _THAI.match(text, match.end())):
            pieces.append(text[start : match.end()])
            start = match.end()
    return [*pieces, text[start:]]


def _next_space(text: str, start: int) -> int:
    found = _SPACES.search(text, start)
    return found.start() if found else len(text)


@lru_cache(maxsize=1)
def _has_thai_model() -> bool:
    """Tell whether the extra is installed: PyThaiNLP and the CRF library its sentence model needs."""
    return find_spec("pythainlp") is not None and find_spec("pycrfsuite") is not None


def _joined_marks(pieces: list[str]) -> list[str]:
    """Undo cuts that a splitter makes because it cannot read markers.

    Markers and closing quotes right after a sentence end, without a space, belong to that sentence;
    a short capitalised word with a full stop before a marker is a title or label (Mr., Tel.).
    """
    joined = list[str]()
    for piece in pieces:
        if joined and is_marker(piece[0]) and _ABBREVIATION.search(joined[-1]):
            joined[-1] += piece
            continue
        if joined and not joined[-1][-1:].isspace():
            length = _leading_marks(piece)
            if length and (length == len(piece) or piece[length].isspace()):
                length = len(piece) - len(piece[length:].lstrip())
                joined[-1] += piece[:length]
                piece = piece[length:]
        if piece:
            joined.append(piece)
    return joined


def _leading_marks(piece: str) -> int:
    length = 0
    while length < len(piece) and (is_marker(piece[length]) or piece[length] in _CLOSERS):
        length += 1
    return length
