"""Typed values of placeholders, to be written the way the customer's locale writes them; knows no locale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from mannerly.model.errors import InvalidInput

# More digits than any amount or count has; beyond them a decimal cannot be written out exactly.
_MOST_DIGITS = 24


def _require_writable(value: Decimal) -> None:
    if not value.is_finite() or value.adjusted() >= _MOST_DIGITS or -int(value.as_tuple().exponent) > _MOST_DIGITS:
        raise InvalidInput("The number is not finite or has too many digits.", remedy="Send a plain number.")


@dataclass(frozen=True, kw_only=True)
class Money:
    """An amount in a currency (ISO 4217, upper case)."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not (len(self.currency) == 3 and self.currency.isascii() and self.currency.isupper()):
            raise InvalidInput("The currency is not a three-letter ISO 4217 code.", remedy="Use a code such as EUR.")
        _require_writable(self.amount)


@dataclass(frozen=True, kw_only=True)
class CalendarDate:
    """A day; `has_year` is false where the text gave no year, `has_weekday` true where it gave the weekday."""

    day: date
    has_year: bool = True
    has_weekday: bool = False


@dataclass(frozen=True, kw_only=True)
class ClockTime:
    """A time of day as read on a clock, without a zone."""

    at: time


@dataclass(frozen=True, kw_only=True)
class Instant:
    """A point on the time line, timezone-aware; written in the customer's zone."""

    at: datetime

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise InvalidInput("The instant has no time zone.", remedy="Send a UTC timestamp.")


@dataclass(frozen=True, kw_only=True)
class Number:
    """A plain number; `fraction_digits` keeps the precision of the source text."""

    value: Decimal

    def __post_init__(self) -> None:
        _require_writable(self.value)


@dataclass(frozen=True, kw_only=True)
class Percent:
    """A percentage, 12.5 for 12.5 %."""

    value: Decimal

    def __post_init__(self) -> None:
        _require_writable(self.value)


@dataclass(frozen=True, kw_only=True)
class Phone:
    """A phone number in E.164 form."""

    e164: str


@dataclass(frozen=True, kw_only=True)
class Text:
    """Text to be inserted byte for byte (a product name, a plan)."""

    value: str


@dataclass(frozen=True, kw_only=True)
class Url:
    """A link to be inserted byte for byte."""

    value: str


Value = Money | CalendarDate | ClockTime | Instant | Number | Percent | Phone | Text | Url
