"""Write typed values as a locale writes them inside a sentence (Babel, CLDR); must not look for values in text."""

from __future__ import annotations

import datetime
import re
from copy import copy
from datetime import tzinfo
from decimal import Decimal

import phonenumbers
import pytz
from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import NumberPattern, format_currency, format_decimal, get_currency_precision

from mannerly.language.library import Language
from mannerly.model.variables import CalendarDate, ClockTime, Instant, Money, Number, Percent, Phone, Text, Url, Value

# The day field of a CLDR pattern, outside quoted text.
_DAY = re.compile(r"(?<![a-zA-Z'])d(?![a-zA-Z'])")
_LENGTHS = frozenset({"short", "medium", "long", "full"})


class LocaleFormats:
    """One locale's way to write values."""

    def __init__(self, language: Language) -> None:
        """Use the language's formats.yaml and its Babel locale."""
        self._formats = language.formats
        self._babel: Locale = language.tag.babel
        self._region = language.tag.likely_region

    def write(self, value: Value, zone: str = "") -> str:
        """Return the value as the locale writes it.

        Args:
            value: what to write.
            zone: IANA zone of the customer; "" writes instants in UTC.
        """
        match value:
            case Money():
                return self.money(value)
            case CalendarDate():
                return self.date(value)
            case ClockTime():
                return self.time(value)
            case Instant():
                return self.instant(value, zone)
            case Number():
                return self.number(value)
            case Percent():
                return self.percent(value)
            case Phone():
                return self.phone(value)
            case Text() | Url():
                return value.value

    def date(self, value: CalendarDate) -> str:
        """Return a day, with weekday or without year where the source said so."""
        formats = self._formats
        if value.has_weekday:
            shown = formats.date_with_weekday
            if not value.has_year:
                shown = shown.replace(formats.date, formats.date_without_year)
            return self._day(value.day, shown)
        return self._day(value.day, formats.date if value.has_year else formats.date_without_year)

    def time(self, value: ClockTime) -> str:
        """Return a time of day."""
        return self._digits(str(format_time(value.at, self._formats.time, locale=self._babel)))

    def instant(self, value: Instant, zone: str) -> str:
        """Return date and time in the zone; without a zone, in UTC and saying so."""
        try:
            local = value.at.astimezone(_zone(zone))
        except OverflowError:
            local = value.at  # the first and last days of the calendar have no other zone
        clock = self.time(ClockTime(at=local.time().replace(second=0, microsecond=0)))
        text = self._formats.date_time.format(date=self._day(local.date(), self._formats.date), time=clock)
        return text if zone else f"{text} (UTC)"

    def money(self, value: Money) -> str:
        """Return an amount; one that does not fit the currency's own number of decimals keeps all of them."""
        digits = max(0, -int(value.amount.as_tuple().exponent))
        own = self._formats.money_patterns.get(value.currency)
        if own and value.amount == value.amount.to_integral_value():
            number = format_decimal(value.amount, "#,##0", locale=self._babel)
            return own.replace("#", str(number))
        exact = digits > get_currency_precision(value.currency)
        text = format_currency(
            value.amount,
            value.currency,
            locale=self._babel,
            format_type=self._formats.money,
            currency_digits=not exact,
            decimal_quantization=not exact,
            numbering_system=self._formats.numbering,
        )
        return str(text)

    def number(self, value: Number) -> str:
        """Return a number with the digits after the point that it came with."""
        return self._applied(self._babel.decimal_formats[None], value.value)

    def percent(self, value: Percent) -> str:
        """Return a percentage with the digits after the point that it came with."""
        return self._applied(self._babel.percent_formats[None], value.value / 100, value.value)

    def phone(self, value: Phone) -> str:
        """Return a phone number, national within the customer's own region where the locale prefers that."""
        try:
            number = phonenumbers.parse(value.e164)
        except phonenumbers.NumberParseException:
            return value.e164  # outside every numbering plan: nothing to group
        at_home = phonenumbers.region_code_for_number(number) == self._region
        national = at_home and self._formats.phone == "national_at_home"
        style = phonenumbers.PhoneNumberFormat.NATIONAL if national else phonenumbers.PhoneNumberFormat.INTERNATIONAL
        return str(phonenumbers.format_number(number, style))

    def _applied(self, pattern: NumberPattern, amount: Decimal, precise_as: Decimal | None = None) -> str:
        places = max(0, -int((amount if precise_as is None else precise_as).as_tuple().exponent))
        exact = copy(pattern)
        exact.frac_prec = (places, places)
        return str(exact.apply(amount, self._babel, numbering_system=self._formats.numbering))

    def _day(self, day: datetime.date, pattern: str) -> str:
        if self._formats.year_offset and pattern not in _LENGTHS:
            # Only the year number changes: the Buddhist Era shares the Gregorian months and days.
            pattern = pattern.replace("y", f"'{day.year + self._formats.year_offset}'", 1)
        if self._formats.first_of_month and day.day == 1 and pattern not in _LENGTHS:
            pattern = _DAY.sub(f"'{self._formats.first_of_month}'", pattern, count=1)
        return self._digits(str(format_date(day, pattern, locale=self._babel)))

    def _digits(self, text: str) -> str:
        """Babel writes dates in ASCII digits; a locale with its own digits gets them here."""
        if self._formats.numbering == "latn":
            return text
        zero = str(format_decimal(0, locale=self._babel, numbering_system="default"))
        own = {ord("0") + step: chr(ord(zero) + step) for step in range(10)}
        return text.translate(own)


def _zone(name: str) -> tzinfo:
    return pytz.timezone(name) if name else pytz.utc
