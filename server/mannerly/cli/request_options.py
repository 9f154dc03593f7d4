"""Command-line options to a request; must not know how a reply is localised."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from pathlib import Path

from mannerly.api.convert.limits import MAX_URL, MAX_VALUE, line
from mannerly.model.errors import InvalidInput
from mannerly.model.variables import CalendarDate, ClockTime, Instant, Money, Number, Percent, Phone, Text, Url, Value

_MAX_EXPONENT = 30  # as in the API
_E164 = re.compile(r"\+[1-9]\d{2,14}", re.ASCII)


def read_text(text: str, file: Path | None) -> str:
    """Return the reply: from --text, from --file, else from standard input; one line end at its end is not part of it.

    Raises:
        InvalidInput: there are two replies, or the file cannot be read or is not UTF-8.
    """
    if text and file:
        raise InvalidInput("There are two replies.", field="text", remedy="Give --text or --file, not both.")
    if text:
        return text
    try:
        read = (file.read_bytes() if file else sys.stdin.buffer.read()).decode("utf-8-sig")
    except OSError as error:
        raise InvalidInput("The file cannot be read.", field="file", remedy="Check its path.") from error
    except UnicodeDecodeError as error:
        raise InvalidInput("The reply is not UTF-8.", field="text", remedy="Save it as UTF-8.") from error
    return read.removesuffix("\n").removesuffix("\r")


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
    except (ValueError, InvalidOperation, InvalidInput) as error:
        raise InvalidInput(
            f"The value of {name} is not a valid {kind}.", field=f"variables.{name}", remedy=_FORMS[kind]
        ) from error


def one_line(**values: str) -> None:
    """Check what is known about people: one line each, as through the API.

    Raises:
        InvalidInput: a value is too long or has a control character; names the option.
    """
    for name, value in values.items():
        line(value, name.replace("_", "-"))


def _decimal(text: str) -> Decimal:
    value = Decimal(text)
    if not value.is_finite() or (value and abs(value.adjusted()) > _MAX_EXPONENT):
        raise ValueError
    return value


def _money(text: str) -> Money:
    amount, _, currency = text.partition(" ")
    return Money(amount=_decimal(amount), currency=currency.strip())


def _phone(text: str) -> Phone:
    if not _E164.fullmatch(text):
        raise ValueError
    return Phone(e164=text)


def _instant(text: str) -> Instant:
    at = datetime.fromisoformat(text)
    return Instant(at=at if at.tzinfo else at.replace(tzinfo=UTC))


_PARSERS: dict[str, Callable[[str], Value]] = {
    "money": _money,
    "date": lambda text: CalendarDate(day=date.fromisoformat(text)),
    "time": lambda text: ClockTime(at=time.fromisoformat(text)),
    "instant": _instant,
    "number": lambda text: Number(value=_decimal(text)),
    "percent": lambda text: Percent(value=_decimal(text)),
    "phone": _phone,
    "text": lambda text: Text(value=line(text, "variables", MAX_VALUE)),
    "url": lambda text: Url(value=line(text, "variables", MAX_URL)),
}
_FORMS = {
    "money": "Write it as money:24.90 EUR.",
    "date": "Write it as date:2026-12-03.",
    "time": "Write it as time:14:30.",
    "instant": "Write it as instant:2026-12-03T14:30:00Z.",
    "number": "Write it as number:1234.5.",
    "percent": "Write it as percent:12.5.",
    "phone": "Write it as phone:+4930123456.",
    "text": "Write it as text:anything.",
    "url": "Write it as url:https://example.com.",
}
