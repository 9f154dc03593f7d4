"""Protected spans: what no engine may touch, hidden behind one private-use character each; knows no language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mannerly.model.variables import Value

# Supplementary Private Use Area-A: 65,534 code points that no language uses. A span is one such
# character in every masked text, so that rules and splitters see one opaque letter-like character.
FIRST_MARKER = 0xF0000
MAX_SPANS = 0xFFFD


class SpanKind(StrEnum):
    """What a protected span is; phrasebook slots accept spans by kind."""

    URL = "url"
    EMAIL = "email"
    PHONE = "phone"
    CODE = "code"
    ORDER = "order"
    MONEY = "money"
    DATE = "date"
    TIME = "time"
    INSTANT = "instant"
    NUMBER = "number"
    PERCENT = "percent"
    VERSION = "version"
    PLACEHOLDER = "placeholder"
    MARKUP = "markup"
    HANDLE = "handle"
    HASHTAG = "hashtag"
    EMOJI = "emoji"
    CUSTOMER_NAME = "customer_name"
    AGENT_NAME = "agent_name"
    COMPANY = "company"
    TERM = "term"
    TEXT = "text"
    PRIVATE_USE = "private_use"


@dataclass(frozen=True, kw_only=True)
class Span:
    """One protected span.

    Args:
        index: position in Draft.spans; the marker is chr(FIRST_MARKER + index).
        kind: what it is.
        original: the bytes as they stood in the source text.
        value: the typed value when the text or a variable gave one, else None.
        rendered: what stands in the localised text; equal to `original` unless a locale format or
            a glossary target applies.
        ambiguous: True where the text allows two readings (03/04/2026); such a span keeps its bytes.
    """

    index: int
    kind: SpanKind
    original: str
    value: Value | None = None
    rendered: str = ""
    ambiguous: bool = False

    @property
    def marker(self) -> str:
        """The one character that stands for this span in masked text."""
        return chr(FIRST_MARKER + self.index)

    @property
    def output(self) -> str:
        """What restore writes."""
        return self.rendered or self.original


def is_marker(char: str) -> bool:
    """Tell whether a character stands for a protected span."""
    return FIRST_MARKER <= ord(char) <= FIRST_MARKER + MAX_SPANS


def markers_in(text: str) -> list[str]:
    """Return the span markers of a masked text in order, repeats kept."""
    return [char for char in text if ord(char) >= FIRST_MARKER and is_marker(char)]


def unmask(text: str, spans: tuple[Span, ...], *, original: bool = False) -> str:
    """Replace each marker by its span's output, or by its original bytes."""
    return "".join(
        (spans[ord(char) - FIRST_MARKER].original if original else spans[ord(char) - FIRST_MARKER].output)
        if is_marker(char)
        else char
        for char in text
    )


# What may stand around a sentence without being part of it.
_WRAPPERS = frozenset({SpanKind.EMOJI, SpanKind.MARKUP})


def unwrapped(masked: str, spans: tuple[Span, ...]) -> tuple[str, str, str]:
    """Split off emoji and markup around a masked text, with the white space beside them.

    Args:
        masked: a sentence or a line.
        spans: all spans of the draft.

    Returns:
        What stands before, the text itself, what stands after; joined they are `masked`.
    """

    def is_wrapper(char: str) -> bool:
        index = ord(char) - FIRST_MARKER
        return char.isspace() or (0 <= index < len(spans) and spans[index].kind in _WRAPPERS)

    start, end = 0, len(masked)
    while start < end and is_wrapper(masked[start]):
        start += 1
    while end > start and is_wrapper(masked[end - 1]):
        end -= 1
    return masked[:start], masked[start:end], masked[end:]
