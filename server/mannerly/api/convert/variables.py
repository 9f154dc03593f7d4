"""Converts typed variables between wire and model; knows no locale."""

from __future__ import annotations

import re
from datetime import UTC, date, time
from decimal import Decimal

from google.protobuf.timestamp_pb2 import Timestamp
from google.type import date_pb2, decimal_pb2, money_pb2, timeofday_pb2  # type: ignore[import-untyped] # no py.typed

from mannerly.api.convert.limits import MAX_NUMBER, MAX_URL, MAX_VALUE, line
from mannerly.model import variables as model
from mannerly.model.errors import InvalidInput
from mannerly.v1.variable_pb2 import CalendarDate, Variable

NANOS = 1_000_000_000
MAX_EXPONENT = 30
# A leap year, so that 29 February without a year is a day; has_year=False keeps it from being shown.
YEARLESS = 2000

_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_PHONE = re.compile(r"\+[1-9]\d{2,14}", re.ASCII)


def variable_from_wire(wire: Variable, field: str) -> model.Value:
    """Return the typed value of one variable.

    Args:
        wire: the message.
        field: dotted path for errors.

    Raises:
        InvalidInput: no kind is set, or the value is not valid; names the field.
    """
    try:
        return _value(wire, field)
    except InvalidInput as error:
        raise InvalidInput(error.message, field=error.field or field, remedy=error.remedy) from error
    except (ValueError, OverflowError) as error:
        raise InvalidInput("The date or time does not exist.", field=field, remedy="Correct it.") from error


def _value(wire: Variable, field: str) -> model.Value:
    match wire.WhichOneof("kind"):
        case "money":
            return _money(wire.money)
        case "date":
            return _date(wire.date)
        case "time":
            return model.ClockTime(at=_time(wire.time))
        case "instant":
            return model.Instant(at=wire.instant.ToDatetime(tzinfo=UTC))
        case "number":
            return model.Number(value=_decimal(wire.number.value))
        case "percent":
            return model.Percent(value=_decimal(wire.percent.value))
        case "phone":
            return model.Phone(e164=_phone(wire.phone))
        case "text":
            return model.Text(value=line(wire.text, field, MAX_VALUE))
        case "url":
            return model.Url(value=line(wire.url, field, MAX_URL))
        case _:
            raise InvalidInput("The variable has no value.", remedy="Set one kind of value.")


def _money(wire: money_pb2.Money) -> model.Money:
    if abs(wire.nanos) >= NANOS or wire.units * wire.nanos < 0:
        raise InvalidInput("Units and nanos of the amount do not agree.", remedy="Give both the same sign.")
    sign = "-" if wire.units < 0 or wire.nanos < 0 else ""
    digits = f"{abs(wire.units)}.{abs(wire.nanos):09d}".rstrip("0").rstrip(".")
    return model.Money(amount=Decimal(sign + digits), currency=wire.currency_code)


def _date(wire: CalendarDate) -> model.CalendarDate:
    has_year = wire.day.year != 0
    if wire.has_weekday and not has_year:
        raise InvalidInput("A date without a year has no weekday.", remedy="Send the year.")
    day = date(wire.day.year or YEARLESS, wire.day.month, wire.day.day)
    return model.CalendarDate(day=day, has_year=has_year, has_weekday=wire.has_weekday)


def _time(wire: timeofday_pb2.TimeOfDay) -> time:
    return time(wire.hours, wire.minutes, wire.seconds, wire.nanos // 1000)


def _decimal(text: str) -> Decimal:
    if len(text) > MAX_NUMBER or not _DECIMAL.fullmatch(text):
        raise InvalidInput("The number is not a decimal number.", remedy="Send digits such as 12.50.")
    value = Decimal(text)
    if value and abs(value.adjusted()) > MAX_EXPONENT:
        raise InvalidInput("The number is too large or too small.", remedy="Send fewer digits.")
    return value


def _phone(text: str) -> str:
    if not _PHONE.fullmatch(text):
        raise InvalidInput("The phone number is not in E.164 form.", remedy="Send it as +4930123456.")
    return text


def variable_to_wire(value: model.Value) -> Variable:
    """Return the message of one value.

    Raises:
        InvalidInput: an amount has more than nine fraction digits or does not fit 64 bits.
    """
    match value:
        case model.Money():
            return Variable(money=_wire_money(value))
        case model.CalendarDate(day=day):
            wire_day = date_pb2.Date(year=day.year if value.has_year else 0, month=day.month, day=day.day)
            return Variable(date=CalendarDate(day=wire_day, has_weekday=value.has_weekday))
        case model.ClockTime(at=at):
            return Variable(
                time=timeofday_pb2.TimeOfDay(
                    hours=at.hour, minutes=at.minute, seconds=at.second, nanos=at.microsecond * 1000
                )
            )
        case model.Instant(at=at):
            instant = Timestamp()
            instant.FromDatetime(at.astimezone(UTC))
            return Variable(instant=instant)
        case model.Number(value=number):
            return Variable(number=decimal_pb2.Decimal(value=str(number)))
        case model.Percent(value=number):
            return Variable(percent=decimal_pb2.Decimal(value=str(number)))
        case model.Phone(e164=e164):
            return Variable(phone=e164)
        case model.Text(value=text):
            return Variable(text=text)
        case model.Url(value=text):
            return Variable(url=text)


def _wire_money(value: model.Money) -> money_pb2.Money:
    units = int(value.amount)
    nanos = (value.amount - units) * NANOS
    if nanos != int(nanos) or not -(2**63) <= units < 2**63:
        raise InvalidInput("The amount has too many digits.", field="variables", remedy="Round it.")
    return money_pb2.Money(currency_code=value.currency, units=units, nanos=int(nanos))
