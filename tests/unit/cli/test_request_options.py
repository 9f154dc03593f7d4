"""Command-line options that become a request."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from mannerly.cli.request_options import one_line, pairs, read_text, typed_variables
from mannerly.model.errors import InvalidInput
from mannerly.model.variables import CalendarDate, ClockTime, Instant, Money, Number, Percent, Phone, Text, Url


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("money:24.90 EUR", Money(amount=Decimal("24.90"), currency="EUR")),
        ("date:2026-12-03", CalendarDate(day=date(2026, 12, 3))),
        ("time:14:30", ClockTime(at=time(14, 30))),
        ("instant:2026-12-03T14:30:00Z", Instant(at=datetime(2026, 12, 3, 14, 30, tzinfo=UTC))),
        ("instant:2026-12-03T14:30:00", Instant(at=datetime(2026, 12, 3, 14, 30, tzinfo=UTC))),
        ("number:-1234.50", Number(value=Decimal("-1234.50"))),
        ("percent:0", Percent(value=Decimal(0))),
        ("phone:+4930123456", Phone(e164="+4930123456")),
        ("text:a=b: c", Text(value="a=b: c")),
        ("url:https://example.com/?a=b", Url(value="https://example.com/?a=b")),
    ],
)
def test_a_variable_has_its_type(written, value):
    """Everything behind the first colon is the value."""
    assert typed_variables([f"name={written}"]) == {"name": value}


@pytest.mark.parametrize(
    "written",
    [
        "24.90",
        "cash:24.90 EUR",
        "money:24.90",
        "money:24.90 eur",
        "money:NaN EUR",
        "money:1e40 EUR",
        "money:twelve EUR",
        "date:2026-02-30",
        "date:tomorrow",
        "time:25:00",
        "instant:soon",
        "number:NaN",
        "number:Infinity",
        "number:1e99999",
        "percent:",
        "phone:030 123456",
        "text:a\nb",
        "url:" + "x" * 3000,
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_name(written):
    """The error names the variable and shows the form, and never the value."""
    with pytest.raises(InvalidInput) as caught:
        typed_variables([f"total={written}"])
    assert caught.value.field == "variables.total"
    assert caught.value.remedy.startswith("Write ")
    assert "tomorrow" not in str(caught.value)


@pytest.mark.parametrize("option", ["", "total", "=x"])
def test_options_are_name_and_value(option):
    """Both sides of an equals sign; the value may be empty and may hold further ones."""
    with pytest.raises(InvalidInput) as caught:
        pairs([option], "glossary")
    assert caught.value.field == "glossary"
    assert pairs(["a=b=c", "d="], "glossary") == {"a": "b=c", "d": ""}


def test_a_file_keeps_its_bytes_but_for_the_last_line_end(tmp_path):
    """Byte order mark and final line end belong to the file, not to the reply."""
    file = tmp_path / "a.txt"
    for content, text in ((b"a\r\n\tb \r\n", "a\r\n\tb "), (b"\xef\xbb\xbfa\n\n", "a\n"), (b"a", "a")):
        file.write_bytes(content)
        assert read_text("", file) == text


def test_a_file_that_is_no_reply_is_refused(tmp_path):
    """Not there, a folder, not UTF-8, or beside a text."""
    (tmp_path / "latin").write_bytes(b"\xe9")
    for text, name, field in (("", "none", "file"), ("", "", "file"), ("", "latin", "text"), ("a", "latin", "text")):
        with pytest.raises(InvalidInput) as caught:
            read_text(text, tmp_path / name)
        assert caught.value.field == field
        assert caught.value.remedy


@pytest.mark.parametrize("value", ["A\nB", "A\x00", "A\u2028B", "x" * 201])
def test_what_is_known_about_people_is_one_short_line(value):
    """The same limits as through the API; the error names the option."""
    one_line(given_name="Ana María", title="")
    with pytest.raises(InvalidInput) as caught:
        one_line(given_name=value)
    assert caught.value.field == "given-name"
