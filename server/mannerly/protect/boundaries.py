"""Where a word ends, for scripts with and without spaces between words; knows no language."""

from __future__ import annotations

import unicodedata

# Scripts that write words without spaces: Thai, Lao, Myanmar, Khmer, Hangul (particles follow directly), Kana, Han.
_RANGES = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1100, 0x11FF),
    (0x1780, 0x17FF),
    (0x3005, 0x3007),
    (0x3040, 0x30FF),
    (0x3130, 0x318F),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x20000, 0x3FFFF),
)

SPACELESS = "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES)  # for use inside a character class
LETTER = r"[^\W\d_]"
WORD = rf"[^\W_{SPACELESS}]"
STARTS = rf"(?<!{WORD})"
ENDS = rf"(?!{WORD})"
SPACE = "[ \u00a0\u202f]"


def is_spaceless(char: str) -> bool:
    """Tell whether a character belongs to a script that writes words without spaces."""
    code = ord(char)
    return code > 0x0DFF and any(first <= code <= last for first, last in _RANGES)


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Tell whether no letter, digit or combining mark continues text[start:end] on either side."""
    if end < len(text) and unicodedata.category(text[end])[0] == "M":
        return False
    return not (start > 0 and _joined(text[start - 1], text[start])) and not (
        end < len(text) and _joined(text[end - 1], text[end])
    )


def _joined(left: str, right: str) -> bool:
    return _continues(left) and _continues(right)


def _continues(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM" and not is_spaceless(char)


def lowered(text: str) -> str:
    """Return the text in lower case with every character at its old position."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)
