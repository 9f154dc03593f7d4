"""Values are written as the locale writes them, and only when their reading is sure."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from mannerly.adapt.formats import LocaleFormats
from mannerly.language.tags import parse_tag
from mannerly.model.draft import Feature, FeatureOutcome
from mannerly.model.request import Overrides
from mannerly.model.variables import CalendarDate, ClockTime, Instant, Money, Number, Percent, Phone, Url


@pytest.fixture
def written(mannerly):
    """Write a value for a locale."""

    def write(value, locale, zone=""):
        return LocaleFormats(mannerly.library.get(parse_tag(locale))).write(value, zone)

    return write


@pytest.mark.parametrize(
    ("value", "locale", "expected"),
    [
        pytest.param(Money(amount=Decimal("1234.5"), currency="EUR"), "de", "1.234,50\u00a0€", id="money"),
        pytest.param(Money(amount=Decimal("500"), currency="JPY"), "ja", "500円", id="yen have no decimals"),
        pytest.param(Money(amount=Decimal("0.005"), currency="EUR"), "de", "0,005\u00a0€", id="no amount is rounded"),
        pytest.param(Money(amount=Decimal("-5"), currency="EUR"), "de", "-5,00\u00a0€", id="negative"),
        pytest.param(CalendarDate(day=date(2026, 12, 3)), "de", "3. Dezember 2026", id="date"),
        pytest.param(CalendarDate(day=date(2026, 12, 3), has_year=False), "de", "3. Dezember", id="date without year"),
        pytest.param(CalendarDate(day=date(2026, 12, 3)), "th", "3 ธันวาคม 2569", id="Buddhist Era"),
        pytest.param(ClockTime(at=time(14, 30)), "de", "14:30 Uhr", id="time"),
        pytest.param(Number(value=Decimal("1234567.50")), "de", "1.234.567,50", id="number keeps its digits"),
        pytest.param(Number(value=Decimal("1234567")), "hi", "12,34,567", id="Indian grouping"),
        pytest.param(Percent(value=Decimal("12.5")), "de", "12,5\u00a0%", id="percent"),
        pytest.param(Percent(value=Decimal("12.5")), "tr", "%12,5", id="Turkish percent"),
        pytest.param(Phone(e164="+4930901820"), "fr", "+49 30 901820", id="phone"),
        pytest.param(
            Url(value="https://example.com/?a=1"), "ar", "https://example.com/?a=1", id="links are never written anew"
        ),
    ],
)
def test_a_value_is_written_as_the_locale_writes_it(written, value, locale, expected):
    """CLDR, through Babel and the language's formats.yaml."""
    assert written(value, locale) == expected


def test_an_instant_is_written_in_the_customers_zone(written):
    """With the zone's own offset on that day."""
    instant = Instant(at=datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    assert written(instant, "de", "Europe/Berlin") == "2. Juli 2026 um 00:30 Uhr"
    assert (
        written(Instant(at=datetime(2026, 12, 1, 22, 30, tzinfo=UTC)), "de", "Europe/Berlin")
        == "1. Dezember 2026 um 23:30 Uhr"
    )


def test_an_instant_without_a_zone_says_that_it_is_utc(localise):
    """And the agent is told."""
    at = {"at": Instant(at=datetime(2026, 7, 1, 22, 30, tzinfo=UTC))}
    draft = localise("Your order was shipped on {at}.", "de", variables=at).draft
    assert "22:30 Uhr (UTC)" in draft.text
    assert "formats.zone_unknown" in {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    ("text", "source", "kept"),
    [
        pytest.param("You will receive a refund of $24.90.", "en", "$24.90", id="dollar of no country"),
        pytest.param("Your order was shipped on 03/04/2026.", "en", "03/04/2026", id="two readings"),
        pytest.param("Your case number is 48213.", "en-US", "48213", id="plain digits may be a name"),
    ],
)
def test_what_has_two_readings_keeps_its_bytes(localise, text, source, kept):
    """Never a guess about money or days."""
    assert kept in localise(text, "de", source=source).draft.text


def test_an_amount_with_one_reading_is_written_for_the_locale(localise):
    """US dollars from a US source, with the change explained."""
    outcome = localise("You will receive a refund of $1,024.90.", "de", source="en-US")
    assert "1.024,90\u00a0$" in outcome.draft.text
    edit = next(edit for edit in outcome.draft.edits if edit.step == "formats")
    assert (edit.before, edit.after) == ("$1,024.90", "1.024,90\u00a0$")
    assert outcome.draft.ready_to_send


def test_a_request_may_keep_formats(localise):
    """The override leaves every byte."""
    keep = Overrides(localise_formats=False)
    outcome = localise("You will receive a refund of $1,024.90.", "de", source="en-US", overrides=keep)
    assert "$1,024.90" in outcome.draft.text
    assert next(s.outcome for s in outcome.draft.applied if s.feature is Feature.FORMAT) is FeatureOutcome.NOT_NEEDED
