"""What is asked of the reply flow; knows no wire format.

Limits are checked here, at birth, so that no step meets input it cannot carry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from mannerly.model.errors import InvalidInput
from mannerly.model.facts import Register, ReplyFacts
from mannerly.model.variables import Value

MAX_TEXT = 10_000
MAX_TERMS = 500
MAX_TERM = 200
MAX_VARIABLES = 200


@dataclass(frozen=True, kw_only=True)
class Overrides:
    """What one request wants differently from its style profile; None and "" leave the profile's choice."""

    register: Register | None = None
    speech_level: str = ""
    add_salutation: bool | None = None
    add_closing: bool | None = None
    localise_formats: bool | None = None


@dataclass(frozen=True, kw_only=True)
class ReplyRequest:
    """One reply to localise into one locale.

    Args:
        text: the reply, 1 to 10,000 code points, no control characters but tab and line ends.
        target: BCP-47 tag of the customer's locale, as sent; the flow resolves it.
        source: BCP-47 tag of the text, "" to detect it.
        zone: IANA zone of the customer, "" when unknown: instants are then written in UTC and say so.
        facts: who writes to whom about what.
        variables: value per placeholder name, at most 200.
        glossary: source term to required target term, at most 500 of at most 200 code points.
        do_not_translate: terms kept byte for byte, same limits.
        overrides: deviations from the style profile.
        profile: id of the style profile, "" for the locale's own.
    """

    text: str
    target: str
    source: str = ""
    zone: str = ""
    facts: ReplyFacts = field(default_factory=ReplyFacts)
    variables: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    glossary: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    do_not_translate: tuple[str, ...] = ()
    overrides: Overrides = field(default_factory=Overrides)
    profile: str = ""

    def __post_init__(self) -> None:
        _check_text(self.text)
        if len(self.variables) > MAX_VARIABLES:
            raise InvalidInput(f"More than {MAX_VARIABLES} variables.", field="variables", remedy="Send fewer.")
        terms = [*self.glossary, *self.glossary.values(), *self.do_not_translate]
        if len(self.glossary) + len(self.do_not_translate) > MAX_TERMS:
            raise InvalidInput(
                f"More than {MAX_TERMS} terms.", field="glossary", remedy="Send only the terms of this reply."
            )
        for term in terms:
            if not 1 <= len(term) <= MAX_TERM or not term.strip():
                raise InvalidInput(
                    f"A term is empty or longer than {MAX_TERM} characters.",
                    field="glossary",
                    remedy="Shorten or drop it.",
                )


def _check_text(text: str) -> None:
    if not text.strip():
        raise InvalidInput("The reply is empty.", field="text", remedy="Send the text to localise.")
    if len(text) > MAX_TEXT:
        raise InvalidInput(
            f"The reply has {len(text)} characters; the limit is {MAX_TEXT}.",
            field="text",
            remedy="Split it into shorter replies.",
        )
    for position, char in enumerate(text):
        if (char < " " and char not in "\t\n\r") or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff":
            raise InvalidInput(
                f"The reply has a control character or a lone surrogate (U+{ord(char):04X}) at position {position}.",
                field="text",
                remedy="Remove it.",
            )
