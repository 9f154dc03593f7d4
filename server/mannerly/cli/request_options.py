"""Command-line options to a request; must not know how a reply is localised."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from pathlib import Path

from mannerly.model.errors import InvalidInput
from mannerly.model.variables import CalendarDate, ClockTime, Instant, Money, Number, Percent, Text, Url, Value


def read_text(text: str, file: Path | None) -> str:
    """Return the reply: from --text, from --file, else from standard input.

    Raises:
        InvalidInput: the file cannot be read or is not UTF-8.
    """
    if text:
        return text
    try:
        return file.read_text(encoding="utf-8") if file else sys.stdin.buffer.read().decode("utf-8").removesuffix("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput("The reply cannot be read as UTF-8.", field="text", remedy="Check the file.") from error


def pairs(options: Iterable[str], field: str) -> Mapping[str, str]:
    """Return name=value options as a mapping.

    Raises:
        InvalidInput: an option has no "=".
    """
    found = {}
    for option in options:
        name, equals, value = option.partition("=")
        if not (name and equals):
            raise InvalidInput("An option is not of the form name=value.", field=field, remedy="Write name=value.")
        found[name] = value
    return found


def typed_variables(options: Iterable[str]) -> Mapping[str, Value]:
    """Return --var options as typed values.

    Args:
        options: such as "total=money:24.90 EUR", "day=date:2026-12-03", "at=instant:2026-12-03T14:30:00Z".

    Raises:
        InvalidInput: the type is not known or the value does not fit it.
    """
    return {name: _typed(name, value) for name, value in pairs(options, "variables").items()}


def _typed(name: str, written: str) -> Value:
    kind, colon, value = written.partition(":")
    if not colon or kind not in _PARSERS:
        raise InvalidInput(
            f"The variable {name} has no known type.",
            field=f"variables.{name}",
            remedy=f"Write {name}=TYPE:VALUE with one of {', '.join(_PARSERS)}.",
        )
    try:
        return _PARSERS[kind](value)
    except (ValueError, InvalidOperation) as error:
        raise InvalidInput(
            f"The value of {name} is not a valid {kind}.", field=f"variables.{name}", remedy=_FORMS[kind]
        ) from error


def _money(text: str) -> Money:
    amount, _, currency = text.partition(" ")
    return Money(amount=Decimal(amount), currency=currency.strip())


def _instant(text: str) -> Instant:
    at = datetime.fromisoformat(text)
    return Instant(at=at if at.tzinfo else at.replace(tzinfo=UTC))


_PARSERS: dict[str, Callable[[str], Value]] = {
    "money": _money,
    "date": lambda text: CalendarDate(day=date.fromisoformat(text)),
    "time": lambda text: ClockTime(at=time.fromisoformat(text)),
    "instant": _instant,
    "number": lambda text: Number(value=Decimal(text)),
    "percent": lambda text: Percent(value=Decimal(text)),
    "text": lambda text: Text(value=text),
    "url": lambda text: Url(value=text),
}
_FORMS = {
    "money": "Write it as money:24.90 EUR.",
    "date": "Write it as date:2026-12-03.",
    "time": "Write it as time:14:30.",
    "instant": "Write it as instant:2026-12-03T14:30:00Z.",
    "number": "Write it as number:1234.5.",
    "percent": "Write it as percent:12.5.",
    "text": "Write it as text:anything.",
    "url": "Write it as url:https://example.com.",
}
