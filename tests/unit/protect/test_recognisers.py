"""What each recogniser protects, and what it leaves to the engine."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from mannerly.model.facts import Agent, Customer, ReplyFacts
from mannerly.model.spans import SpanKind as K
from mannerly.model.variables import (
    CalendarDate,
    ClockTime,
    Instant,
    Money,
    Number,
    Percent,
    Phone,
    Text,
    Value,
)
from mannerly.protect import find_spans
from mannerly.protect.candidate import Candidate


def money(amount: str, currency: str) -> Money:
    """Return an amount."""
    return Money(amount=Decimal(amount), currency=currency)


def day(year: int, month: int, number: int, **flags: bool) -> CalendarDate:
    """Return a date."""
    return CalendarDate(day=date(year, month, number), **flags)


def clock(hour: int, minute: int = 0) -> ClockTime:
    """Return a time of day."""
    return ClockTime(at=time(hour, minute))


def found(text: str, language: str = "en", **options: Any) -> list[tuple[str, K]]:
    """Return what is protected and as what."""
    spans = find_spans(text, language=language, **options)
    return [(text[span.start : span.end], span.kind) for span in spans]


def value_of(text: str, written: str, language: str = "en", **options: Any) -> Candidate:
    """Return the one candidate that is written like this."""
    spans = find_spans(text, language=language, **options)
    hits = [span for span in spans if text[span.start : span.end] == written]
    assert len(hits) == 1, [text[span.start : span.end] for span in spans]
    return hits[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("See https://example.com/a_(b), ok", ["https://example.com/a_(b)"], id="own-brackets-stay"),
        pytest.param("(www.example.org).", ["www.example.org"], id="outer-brackets-go"),
        pytest.param(
            "Go to \u201chttps://example.com/?a=1&b=2#c\u201d!", ["https://example.com/?a=1&b=2#c"], id="quotes"
        ),
        pytest.param("at https://b\u00fccher.example/\u00fc.", ["https://b\u00fccher.example/\u00fc"], id="idn"),
        pytest.param("詳細はhttps://example.com/helpをご覧", ["https://example.com/help"], id="kana-follows"),
        pytest.param("https://ja.example.org/wiki/日本 です", ["https://ja.example.org/wiki/日本"], id="han-in-path"),
        pytest.param("visit example.com today", ["example.com"], id="bare-domain"),
        pytest.param("3 flights found.American flies", ["3"], id="missing-space-is-no-domain"),
        pytest.param("Write to o'brien+x@mail.example.co.uk.", ["o'brien+x@mail.example.co.uk"], id="email"),
        pytest.param("連絡先support@example.comまで", ["support@example.com"], id="email-in-japanese"),
        pytest.param("راسلنا: help@example.com، شكرا", ["help@example.com"], id="email-in-arabic"),
    ],
)
def test_links_end_where_a_reader_would_end_them(text, expected):
    """Punctuation, brackets and neighbouring words stay outside."""
    assert [written for written, _ in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("ZX-99120", K.CODE, id="dashed"),
        pytest.param("1Z999AA10123456784", K.CODE, id="tracking"),
        pytest.param("DE89 3704 0044 0532 0130 00", K.CODE, id="iban-with-spaces"),
        pytest.param("550e8400-e29b-41d4-a716-446655440000", K.CODE, id="uuid"),
        pytest.param("0x1F3a", K.CODE, id="hex"),
        pytest.param("**** 4242", K.CODE, id="card-ending"),
        pytest.param("4111 1111 1111 1111", K.CODE, id="card"),
        pytest.param("48213", K.CODE, id="long-plain-number"),
        pytest.param("007", K.CODE, id="leading-zero"),
        pytest.param("invoice_2026.pdf", K.CODE, id="file-name"),
        pytest.param("#48213", K.ORDER, id="hash-number"),
        pytest.param("#A-12", K.ORDER, id="hash-code"),
        pytest.param("#love", K.HASHTAG, id="hashtag"),
        pytest.param("@acme_help", K.HANDLE, id="handle"),
        pytest.param("v2.3.1", K.VERSION, id="version"),
        pytest.param("10.4.2-beta", K.VERSION, id="version-with-suffix"),
        pytest.param("\U0001f469\u200d\U0001f469\u200d\U0001f467", K.EMOJI, id="zwj-family"),
        pytest.param("\U0001f1e9\U0001f1ea", K.EMOJI, id="flag"),
        pytest.param("1\ufe0f\u20e3", K.EMOJI, id="keycap"),
        pytest.param("\U0001f44d\U0001f3fd", K.EMOJI, id="skin-tone"),
        pytest.param("\u2764\ufe0f", K.EMOJI, id="variation-selector"),
        pytest.param(":-)", K.EMOJI, id="smiley"),
        pytest.param("+49 30 123456", K.PHONE, id="phone"),
        pytest.param("24/7", K.NUMBER, id="ratio"),
    ],
)
def test_codes_are_one_span(text, kind):
    """An identifier inside a sentence is protected whole."""
    assert found(f"Here: {text} ok.") == [(text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the 24-hour offer", id="compound"),
        pytest.param("on the 5th floor", id="ordinal"),
        pytest.param("a 100km range", id="unit"),
        pytest.param("mid-2026 plans", id="word-before"),
        pytest.param("a < b and c > d", id="comparison"),
        pytest.param("well-known and/or e.g. this", id="hyphens"),
        pytest.param("wait... what?! (yes)", id="punctuation"),
        pytest.param("a_b and 2*x", id="operators"),
        pytest.param("copyright \u00a9 us", id="sign-that-is-no-emoji"),
    ],
)
def test_words_with_digits_or_signs_stay_with_the_engine(text):
    """What a translator must see is not hidden."""
    assert [written for written, _ in found(text) if not written.isdecimal()] == []


@pytest.mark.parametrize(
    ("text", "written", "options", "value"),
    [
        pytest.param("It costs $24.90.", "$24.90", {"source": "en-US"}, money("24.90", "USD"), id="dollar-us"),
        pytest.param("It costs $24.90.", "$24.90", {"source": "en-CA"}, money("24.90", "CAD"), id="dollar-ca"),
        pytest.param("It costs $24.90.", "$24.90", {}, None, id="dollar-nowhere"),
        pytest.param("It costs $24.90.", "$24.90", {"source": "en-GB"}, None, id="dollar-in-britain"),
        pytest.param("It costs US$30.", "US$30", {}, money("30", "USD"), id="us-dollar"),
        pytest.param("It costs \u20ac1,299.00.", "\u20ac1,299.00", {}, money("1299.00", "EUR"), id="sign-before"),
        pytest.param(
            "1.299,00 \u20ac bezahlt", "1.299,00 \u20ac", {"language": "de"}, money("1299.00", "EUR"), id="german"
        ),
        pytest.param(
            "1\u202f234,50 \u20ac", "1\u202f234,50 \u20ac", {"language": "fr"}, money("1234.50", "EUR"), id="french"
        ),
        pytest.param("12,50 \u20ac", "12,50 \u20ac", {}, None, id="foreign-decimal-comma"),
        pytest.param("25 EUR", "25 EUR", {}, money("25", "EUR"), id="code-after"),
        pytest.param(
            "CHF 1\u2019200.50",
            "CHF 1\u2019200.50",
            {"language": "de", "source": "de-CH"},
            money("1200.50", "CHF"),
            id="swiss",
        ),
        pytest.param("ALL 5.00", "ALL 5.00", {}, money("5.00", "ALL"), id="rare-code-with-decimals"),
        pytest.param("15,99 z\u0142", "15,99 z\u0142", {"language": "pl"}, money("15.99", "PLN"), id="letters-as-sign"),
        pytest.param("200.000 \u20ab", "200.000 \u20ab", {"language": "vi"}, money("200000", "VND"), id="dong"),
        pytest.param("\u00a5500", "\u00a5500", {"language": "zh"}, money("500", "CNY"), id="yuan"),
        pytest.param("\uffe5500", "\uffe5500", {"language": "ja"}, money("500", "JPY"), id="yen"),
        pytest.param("\u20b91,00,000", "\u20b91,00,000", {"language": "hi"}, money("100000", "INR"), id="lakh"),
        pytest.param("-$20 today", "-$20", {"source": "en-US"}, money("-20", "USD"), id="minus"),
        pytest.param("about $5k", "$5k", {"source": "en-US"}, None, id="size-letter"),
    ],
)
def test_amounts_have_a_value_only_when_they_can_be_read_one_way(text, written, options, value):
    """A doubtful currency or number keeps its bytes."""
    span = value_of(text, written, **options)
    assert (span.kind, span.value) == (K.MONEY, value)


def test_words_in_capitals_are_no_currency():
    """ALL, TRY and TOP beside a whole number are words."""
    assert found("TRY 3 times, 5 ALL, TOP 10") == [("3", K.NUMBER), ("5", K.NUMBER), ("10", K.NUMBER)]


@pytest.mark.parametrize(
    ("text", "written", "language", "value"),
    [
        pytest.param("on 2026-05-03.", "2026-05-03", "en", day(2026, 5, 3), id="iso"),
        pytest.param("on 3 May 2026.", "3 May 2026", "en", day(2026, 5, 3), id="day-first"),
        pytest.param("on May 3rd, 2026.", "May 3rd, 2026", "en", day(2026, 5, 3), id="ordinal"),
        pytest.param("the 3rd of May", "3rd of May", "en", day(2000, 5, 3, has_year=False), id="of"),
        pytest.param("Sunday, 3 May 2026", "Sunday, 3 May 2026", "en", day(2026, 5, 3, has_weekday=True), id="weekday"),
        pytest.param("Tuesday, 3 May 2026", "3 May 2026", "en", day(2026, 5, 3), id="wrong-weekday-stays-outside"),
        pytest.param("by Sept 4.", "Sept 4", "en", day(2000, 9, 4, has_year=False), id="abbreviation"),
        pytest.param("am 3. Mai 2026 um", "3. Mai 2026", "de", day(2026, 5, 3), id="german"),
        pytest.param("am 3.5.2026.", "3.5.2026", "de", day(2026, 5, 3), id="german-digits"),
        pytest.param("le 1er mai", "1er mai", "fr", day(2000, 5, 1, has_year=False), id="french"),
        pytest.param("el 3 de mayo de 2026", "3 de mayo de 2026", "es", day(2026, 5, 3), id="spanish"),
        pytest.param("2026年5月3日に", "2026年5月3日", "ja", day(2026, 5, 3), id="japanese"),
        pytest.param("2026年5月3日下午", "2026年5月3日", "zh", day(2026, 5, 3), id="chinese"),
        pytest.param("5월 3일", "5월 3일", "ko", day(2000, 5, 3, has_year=False), id="korean"),
        pytest.param("٣ مايو ٢٠٢٦ م", "٣ مايو ٢٠٢٦", "ar", day(2026, 5, 3), id="arabic"),
        pytest.param("3 मई 2026 को", "3 मई 2026", "hi", day(2026, 5, 3), id="hindi"),
        pytest.param("ngày 3 tháng 5, 2026", "3 tháng 5, 2026", "vi", day(2026, 5, 3), id="vietnamese"),
        pytest.param("13/04/2026", "13/04/2026", "en", day(2026, 4, 13), id="one-reading"),
    ],
)
def test_dates_are_read_with_the_words_of_the_language(text, written, language, value):
    """Month and weekday names come from locale data."""
    span = value_of(text, written, language)
    assert (span.kind, span.value, span.ambiguous) == (K.DATE, value, False)


@pytest.mark.parametrize(
    ("text", "source", "value"),
    [
        pytest.param("03/04/2026", "", None, id="no-region"),
        pytest.param("03/04/2026", "en-US", day(2026, 3, 4), id="american"),
        pytest.param("03/04/2026", "en-GB", day(2026, 4, 3), id="british"),
        pytest.param("3/4/26", "en-US", None, id="two-digit-year"),
    ],
)
def test_a_numeric_date_is_ambiguous_without_a_region(text, source, value):
    """Nobody guesses whether the day or the month comes first."""
    span = value_of(text, text, source=source)
    assert (span.value, span.ambiguous) == (value, value is None)


def test_names_of_one_language_do_not_leak_into_another():
    """Reading Chinese first does not change what Korean months are called."""
    found("2026\u5e745\u67083\u65e5", "zh")
    assert found("5\uc6d4 3\uc77c", "ko") == [("5\uc6d4 3\uc77c", K.DATE)]


def test_you_have_three_in_may_is_no_date():
    """A number beside a month is not a day without a sign of it."""
    assert ("3", K.NUMBER) in found("You have 3 in May")


def test_a_day_that_no_calendar_has_is_no_date():
    """31 February keeps its parts."""
    assert K.DATE not in {kind for _, kind in found("on 31 February 2026 or 2026-02-31")}


@pytest.mark.parametrize(
    ("text", "written", "language", "value"),
    [
        pytest.param("at 14:30, ok", "14:30", "en", clock(14, 30), id="24-hour"),
        pytest.param("at 2:30 p.m. on", "2:30 p.m.", "en", clock(14, 30), id="dotted"),
        pytest.param("until 5pm", "5pm", "en", clock(17), id="glued"),
        pytest.param("until 12 AM", "12 AM", "en", clock(0), id="midnight"),
        pytest.param("We close at 5 p.m. See you", "5 p.m", "en", clock(17), id="stop-ends-the-sentence"),
        pytest.param("at 5 p.m. Monday", "5 p.m.", "en", clock(17), id="stop-before-weekday"),
        pytest.param("um 14:30 Uhr", "14:30 Uhr", "de", clock(14, 30), id="german"),
        pytest.param("\u00e0 14h30", "14h30", "fr", clock(14, 30), id="french"),
        pytest.param("午後3時30分に", "午後3時30分", "ja", clock(15, 30), id="japanese"),
        pytest.param("오후 3시 30분", "오후 3시 30분", "ko", clock(15, 30), id="korean"),
    ],
)
def test_times_are_read_with_the_words_of_the_language(text, written, language, value):
    """Halves of the day and signs come from locale data."""
    span = value_of(text, written, language)
    assert (span.kind, span.value) == (K.TIME, value)


def test_german_am_is_not_ante_meridiem():
    """Where the clock has 24 hours, a small "am" is a word."""
    assert found("10 am Montag", "de") == [("10", K.NUMBER)]


def test_an_instant_carries_its_zone():
    """An ISO timestamp is one span."""
    span = value_of("at 2026-05-03T10:00:00Z.", "2026-05-03T10:00:00Z")
    assert span.value == Instant(at=datetime(2026, 5, 3, 10, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        pytest.param("3", "en", Number(value=Decimal(3)), id="digit"),
        pytest.param("1,500", "en", Number(value=Decimal(1500)), id="grouped"),
        pytest.param("1.500", "de", Number(value=Decimal(1500)), id="grouped-german"),
        pytest.param("1.234.567", "de", Number(value=Decimal(1234567)), id="grouped-twice"),
        pytest.param("3,5", "de", Number(value=Decimal("3.5")), id="decimal-german"),
        pytest.param("3,5", "en", None, id="not-well-formed"),
        pytest.param("2026", "en", None, id="may-be-a-year"),
        pytest.param("-5", "en", Number(value=Decimal(-5)), id="minus"),
        pytest.param("٢٬٠٠٠", "ar", Number(value=Decimal(2000)), id="arabic-digits"),
        pytest.param("15%", "en", Percent(value=Decimal(15)), id="percent"),
        pytest.param("12,5 %", "de", Percent(value=Decimal("12.5")), id="percent-german"),
        pytest.param("%15", "tr", Percent(value=Decimal(15)), id="percent-turkish"),
        pytest.param("15٪", "ar", Percent(value=Decimal(15)), id="percent-arabic"),
        pytest.param("7", "xx", Number(value=Decimal(7)), id="unknown-language"),
        pytest.param("7,5", "xx", None, id="unknown-separators"),
    ],
)
def test_numbers_follow_the_separators_of_the_language(text, language, value):
    """A number that is not well formed in the source locale has no value and keeps its bytes."""
    assert value_of(f"x {text} x", text, language).value == value


def test_counters_of_scripts_without_spaces_do_not_hide_the_number():
    """3個 and 3개 hold a number."""
    assert found("3個と3개", "ja") == [("3", K.NUMBER), ("3", K.NUMBER)]


@pytest.mark.parametrize(
    ("text", "regions", "e164"),
    [
        pytest.param("Call +1 415-563-0800.", "de-DE", "+14155630800", id="international"),
        pytest.param("Call 020 7946 0958.", "en-GB", "+442079460958", id="region-of-the-target"),
        pytest.param("(030) 901820", "de-DE", "+4930901820", id="brackets"),
    ],
)
def test_phone_numbers_get_their_country_from_the_locales(text, regions, e164):
    """The value is the number in E.164 form."""
    values = [span.value for span in find_spans(text, language="en", target=regions)]
    assert values == [Phone(e164=e164)]


@pytest.mark.parametrize(
    "written",
    [
        *("{x}", "{{x}}", "{{{x}}}", "{{ x.y | f }}", "{% if x %}", "${x}", "[[x]]", "[ORDER_ID]"),
        *("%s", "%d", "%(x)s", "%1$s", "%.2f", "%name%", ":order_id", "<order_id>", "<1/>"),
        "{n, plural, one {# item} other {# items}}",
    ],
)
def test_placeholders_of_many_engines_are_protected(written):
    """A template reaches the customer's system as it was."""
    assert found(f"Hello {written} there") == [(written, K.PLACEHOLDER)]


@pytest.mark.parametrize("text", ["100%discount", "ratio :name here", "50% of", "a 5% drop"])
def test_percent_signs_and_colons_in_prose_are_no_placeholders(text):
    """Only clear tokens count."""
    assert K.PLACEHOLDER not in {kind for _, kind in found(text)}


def test_a_variable_gives_its_placeholder_kind_and_value():
    """Text is filled in at once; other types wait for the locale's format; links are cut around them."""
    variables: dict[str, Value] = {"total": money("5", "EUR"), "plan": Text(value="Pro"), "id": Text(value="77")}
    text = "{total} {{plan}} https://example.com/{id}/x {other}"
    spans = find_spans(text, language="en", variables=variables)
    assert [(text[s.start : s.end], s.kind, s.rendered) for s in spans] == [
        ("{total}", K.MONEY, ""),
        ("{{plan}}", K.TEXT, "Pro"),
        ("https://example.com/", K.URL, ""),
        ("{id}", K.TEXT, "77"),
        ("/x", K.URL, ""),
        ("{other}", K.PLACEHOLDER, ""),
    ]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        pytest.param("# Title", ["#"], id="heading"),
        pytest.param("- one\n* two\n1. three", ["-", "*", "1."], id="bullets"),
        pytest.param("- [x] done", ["- [x]"], id="task"),
        pytest.param("> quoted", [">"], id="quote"),
        pytest.param("**a** and *b* and ~~c~~", ["**", "**", "*", "*", "~~", "~~"], id="emphasis"),
        pytest.param("snake_case_name", [], id="underscores-inside-words"),
        pytest.param("a ** b", [], id="lone-stars"),
        pytest.param("see [text](https://x.example/a_(b))", ["[", "](https://x.example/a_(b))"], id="link"),
        pytest.param("![alt](u)", ["![", "](u)"], id="image"),
        pytest.param("use `a*b` or ``x`y``", ["`a*b`", "``x`y``"], id="code-spans"),
        pytest.param("```py\nx = 1\n```", ["```py\nx = 1\n```"], id="fence"),
        pytest.param("|a|b|\n|---|---|", ["|", "|", "|", "|---|---|"], id="table"),
        pytest.param('<p class="x>y">Hi</p>&nbsp;<br/>', ['<p class="x>y">', "</p>", "&nbsp;", "<br/>"], id="html"),
        pytest.param("<!-- a --> <code>x = 1</code>", ["<!-- a -->", "<code>x = 1</code>"], id="opaque-html"),
    ],
)
def test_marks_are_protected_and_the_words_between_them_are_not(text, marks):
    """A link's text can be translated, its target cannot."""
    assert [written for written, kind in found(text) if kind is K.MARKUP] == marks


def test_names_are_whole_words_in_their_own_case():
    """A possessive or suffix stays outside, a longer word is another word."""
    facts = ReplyFacts(
        customer=Customer(given_name="Anna", family_name="Li"), agent=Agent(name="Tom", company="Acme GmbH")
    )
    text = "Anna's order, Anna Li, Annabel, anna, Anna'n\u0131n, Tom of Acme GmbH"
    assert found(text, facts=facts) == [
        ("Anna", K.CUSTOMER_NAME),
        ("Anna Li", K.CUSTOMER_NAME),
        ("Anna", K.CUSTOMER_NAME),
        ("Tom", K.AGENT_NAME),
        ("Acme GmbH", K.COMPANY),
    ]


def test_terms_match_whole_words_and_case_only_when_they_have_capitals():
    """A glossary term brings its translation along; the longest term wins."""
    text = "Credit Card, credit cards, Pro, pro, credit"
    spans = find_spans(
        text, language="en", glossary={"credit card": "Kreditkarte", "credit": "Guthaben"}, do_not_translate=("Pro",)
    )
    assert [(text[s.start : s.end], s.rendered) for s in spans] == [
        ("Credit Card", "Kreditkarte"),
        ("credit", "Guthaben"),
        ("Pro", ""),
        ("credit", "Guthaben"),
    ]


@pytest.mark.parametrize(
    ("text", "term", "count"),
    [
        pytest.param("クーポンを使う", "クーポン", 1, id="japanese"),
        pytest.param("คูปองของคุณ", "คูปอง", 1, id="thai"),
        pytest.param("कर और करें", "कर", 1, id="combining-mark-continues-the-word"),
        pytest.param("cafe\u0301 cafe", "cafe", 1, id="combining-accent"),
        pytest.param("\u0130stanbul pro", "pro", 1, id="case-folding-keeps-positions"),
    ],
)
def test_term_boundaries_fit_the_script(text, term, count):
    """Scripts without spaces need no boundary; a combining mark belongs to its letter."""
    assert [kind for _, kind in found(text, do_not_translate=(term,))].count(K.TERM) == count


def test_private_use_characters_cannot_forge_a_marker():
    """Each of them becomes a span, also inside other spans."""
    text = "a \U000f0000 \ue000 https://example.com/\U000f0001"
    spans = find_spans(text, language="en")
    covered = {position for span in spans for position in range(span.start, span.end)}
    assert {text.index("\U000f0000"), text.index("\ue000"), text.index("\U000f0001")} <= covered
