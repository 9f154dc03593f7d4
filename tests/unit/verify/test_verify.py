"""The second look at a finished text."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mannerly.model.context import Context
from mannerly.model.draft import Draft, Finding, Origin, Provenance, Segment, Severity
from mannerly.model.facts import Channel, Register, ReplyFacts
from mannerly.model.request import ReplyRequest
from mannerly.model.spans import FIRST_MARKER, Span, SpanKind
from mannerly.model.variables import CalendarDate, Money
from mannerly.protect import Restore
from mannerly.verify import Verify
from mannerly.verify.channel_length import sms_parts
from mannerly.verify.engine_faults import loops

A, B, STRAY = chr(FIRST_MARKER), chr(FIRST_MARKER + 1), chr(FIRST_MARKER + 7)
ORDER = Span(index=0, kind=SpanKind.CODE, original="ZX-99120")
LINK = Span(index=1, kind=SpanKind.URL, original="https://example.com/a")


def surroundings(locale: str = "de-DE", channel: Channel = Channel.EMAIL) -> Context:
    """Return the surroundings of a reply."""
    request = ReplyRequest(text="x", target=locale, facts=ReplyFacts(channel=channel))
    return Context(request=request, locale=locale, register=Register.FORMAL)


def segment(source: str, text: str, origin: Origin = Origin.PACK, glue: str = "") -> Segment:
    """Return a finished segment."""
    return Segment(source=source, text=text, glue=glue, provenance=Provenance(origin=origin))


def checked(
    *segments: Segment, spans: tuple[Span, ...] = (ORDER, LINK), context: Context | None = None, **checks: Any
) -> Draft:
    """Return the draft after restore and verify."""
    context = context or surroundings()
    draft = Draft(original="x", source_language="en", lead=" ", segments=segments, spans=spans)
    return Verify(**checks)(Restore()(draft, context), context)


def codes(*segments: Segment, **options: Any) -> list[str]:
    """Return the codes of the findings."""
    return [finding.code for finding in checked(*segments, **options).findings]


def test_a_good_translation_has_no_findings():
    """Silence means that nothing was found."""
    good = segment(f"Your order {A} is here: {B}.", f"Ihre Bestellung {A} ist da: {B}.")
    assert checked(good).findings == ()


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param(f"Order {A} came.", "Die Bestellung kam an.", ["verify.span_lost"], id="lost"),
        pytest.param(f"Order {A} came.", f"Bestellung {A} {A} kam.", ["verify.span_doubled"], id="doubled"),
        pytest.param("It came today.", f"Es kam heute {A}.", ["verify.span_invented"], id="invented"),
        pytest.param("It came today.", f"Es kam heute {STRAY}.", ["verify.span_invented"], id="stray"),
        pytest.param(f"{A} and {A}", f"{A} und", ["verify.span_lost"], id="one-of-two"),
        pytest.param(f"See {A}, {B}.", f"Siehe {B}, {A}.", [], id="order-is-free"),
        pytest.param("The 24-hour offer", "Das 12-Stunden-Angebot", ["verify.number_changed"], id="digits"),
        pytest.param("The 24-hour offer", "Das Angebot rund um die Uhr", ["verify.number_changed"], id="digits-lost"),
        pytest.param("It takes two days", "Es dauert 2 Tage", ["verify.number_word"], id="word-as-digit"),
        pytest.param("The 24-hour offer", "العرض لمدة ٢٤ ساعة", ["verify.wrong_script"], id="same-digits-other-script"),
        pytest.param("We sent it today.", "We sent it today.", ["verify.copied_source"], id="copied"),
        pytest.param(
            "We sent it to you today.", "Wir We sent it to you heute.", ["verify.copied_source"], id="copied-in-part"
        ),
        pytest.param("OK", "OK", [], id="same-word-in-both"),
        pytest.param("We are here.", "Wir sind wir sind wir sind hier.", ["verify.loop"], id="loop"),
        pytest.param(
            "Yes.", "Ja, und das ist noch lange nicht alles, was wir dazu sagen.", ["verify.runaway"], id="runaway"
        ),
        pytest.param("We are here.", "Мы здесь сегодня.", ["verify.wrong_script"], id="script"),
        pytest.param(
            "One two (three).", "Eins zwei  (drei.", ["verify.double_space", "verify.brackets"], id="typography"
        ),
        pytest.param("We ship it.", "   ", ["verify.untranslated"], id="blank"),
    ],
)
def test_faults_of_one_sentence_are_found(source, text, expected):
    """Each kind of damage has its code."""
    assert codes(segment(source, text)) == expected


@pytest.mark.parametrize(
    ("locale", "text", "wrong"),
    [
        ("ja-JP", "ご注文は発送済みです", False),
        ("ja-JP", "Your order is here", True),
        ("ko-KR", "주문이 발송되었습니다", False),
        ("zh-TW", "您的訂單已寄出", False),
        ("zh-CN", "Ваш заказ", True),
        ("sr-Latn-RS", "Ваша поруџбина", True),
        ("sr-RS", "Ваша поруџбина", False),
        ("hi-IN", "आपका ऑर्डर", False),
        ("th-TH", "คำสั่งซื้อของคุณ", False),
        ("vi-VN", "Đơn hàng của bạn", False),
        ("ja-JP", "iPhoneをご注文です", False),
    ],
)
def test_the_script_is_that_of_the_locale(locale, text, wrong):
    """Brand names in Latin letters are fine as long as most letters fit."""
    found = codes(segment("Your order has left today", text), context=surroundings(locale))
    assert ("verify.wrong_script" in found) is wrong


def test_an_untranslated_sentence_blocks_once():
    """A finding of the translate step on the same sentence is enough."""
    context = surroundings()
    draft = Draft(original="x", source_language="en", segments=(segment("One.", "One.", Origin.NONE),))
    [finding] = Verify()(draft, context).findings
    assert (finding.code, finding.severity, finding.segment) == ("verify.untranslated", Severity.BLOCKING, 0)
    known = Finding(code="translate.no_pack", severity=Severity.BLOCKING, message="m", remedy="r", segment=0)
    assert Verify()(replace(draft, findings=(known,)), context).findings == (known,)


def test_verifying_twice_says_nothing_new():
    """Findings are deterministic and never doubled."""
    context = surroundings()
    once = checked(segment(f"Order {A}.", "Bestellung."), segment("The 24-hour offer", "Das 12h Angebot"))
    assert Verify()(once, context).findings == once.findings
    assert not once.ready_to_send


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("It is not here.", "Es ist hier.", ["verify.negation_lost"]),
        ("It is here.", "Es ist nicht hier.", ["verify.negation_added"]),
        ("It is not here.", "Es ist nicht hier.", []),
    ],
)
def test_a_denial_must_stay_a_denial(source, text, expected):
    """The words for it come from outside."""

    def is_negated(sentence: str, language: str) -> bool | None:
        return re.search({"en": r"\bnot\b", "de": r"\bnicht\b"}[language], sentence) is not None

    assert codes(segment(source, text), is_negated=is_negated) == expected
    assert codes(segment(source, text), is_negated=lambda _t, language: None if language == "de" else True) == []


def test_locale_text_may_change_names_but_not_facts():
    """A salutation from locale data drops the given name; an order number stays."""
    name = Span(index=0, kind=SpanKind.CUSTOMER_NAME, original="Anna")
    assert codes(segment(f"Hi {A},", "Guten Tag,", Origin.LOCALE), spans=(name,)) == []
    assert codes(segment(f"Hi {A},", "Guten Tag,", Origin.LOCALE)) == ["verify.span_lost"]


def test_text_in_its_own_language_is_not_judged_as_a_translation():
    """English to English is no copy."""
    same = segment("We sent it today.", "We sent it today.", Origin.SOURCE)
    assert codes(same, context=surroundings("en-GB")) == []


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        pytest.param(
            Span(index=0, kind=SpanKind.URL, original="https://a.example", rendered="https://b.example"),
            ["verify.span_changed"],
            id="changed-link",
        ),
        pytest.param(
            Span(index=0, kind=SpanKind.MONEY, original="{total}", value=Money(amount=Decimal(5), currency="EUR")),
            ["verify.variable_unfilled"],
            id="unfilled-variable",
        ),
        pytest.param(
            Span(
                index=0,
                kind=SpanKind.MONEY,
                original="{total}",
                rendered="5,00 \u20ac",
                value=Money(amount=Decimal(5), currency="EUR"),
            ),
            [],
            id="filled-variable",
        ),
        pytest.param(
            Span(index=0, kind=SpanKind.MONEY, original="$5", value=Money(amount=Decimal(5), currency="USD")),
            [],
            id="amount-as-written",
        ),
        pytest.param(
            Span(index=0, kind=SpanKind.DATE, original="03/04/2026", ambiguous=True),
            ["verify.ambiguous_date"],
            id="ambiguous-date",
        ),
        pytest.param(
            Span(index=0, kind=SpanKind.DATE, original="May 3", value=CalendarDate(day=date(2026, 5, 3))),
            [],
            id="clear-date",
        ),
        pytest.param(Span(index=0, kind=SpanKind.TERM, original="voucher", rendered="Gutschein"), [], id="term"),
    ],
)
def test_what_stands_for_a_span_is_checked(span, expected):
    """Links are exact, variables are filled, doubtful dates are pointed out."""
    assert codes(segment(f"Here: {A}.", f"Hier: {A}."), spans=(span,)) == expected


@pytest.mark.parametrize(
    ("span", "code"),
    [
        (LINK, "verify.span_changed"),
        (Span(index=1, kind=SpanKind.TERM, original="voucher", rendered="Gutschein"), "verify.term_missing"),
    ],
)
def test_bytes_that_later_steps_broke_are_missed(span, code):
    """The finished text itself is searched, not only the markers."""
    context = surroundings()
    draft = Draft(original="x", source_language="en", segments=(segment(B, B),), spans=(ORDER, span))
    broken = replace(Restore()(draft, context), text="something else")
    assert [finding.code for finding in Verify()(broken, context).findings] == [code]


def test_findings_point_into_the_finished_text():
    """Offsets are code points of what the customer reads, emoji and lead included."""
    doubtful = Span(index=0, kind=SpanKind.DATE, original="03/04/2026", ambiguous=True)
    draft = checked(
        segment("Hi \U0001f600!", "Hallo \U0001f600!", glue="\r\n"), segment(f"On {A}.", f"Am {A}."), spans=(doubtful,)
    )
    [finding] = draft.findings
    assert finding.span is not None
    assert draft.text[slice(*finding.span)] == "03/04/2026"


def test_findings_hold_no_customer_text():
    """Messages name the kind of a value, never the value."""
    draft = checked(segment(f"Order {A} for Anna is not here.", "Anna Anna Anna Anna  (hier 99"))
    assert draft.findings
    for finding in draft.findings:
        assert not {"Anna", "ZX-99120", "99"} & set(re.findall(r"[\w-]+", finding.message + finding.remedy))


@pytest.mark.parametrize(
    ("terms", "text", "hit"),
    [
        (("billig",), "Das ist Billig!", True),
        (("billig",), "Das ist billigend.", False),
        (("格安",), "この格安商品です", True),
        ((), "Das ist billig.", False),
    ],
)
def test_forbidden_terms_block_as_whole_words(terms, text, hit):
    """The style profile's list is passed in."""
    draft = checked(segment("That is it.", text, Origin.KEPT), forbidden_terms=lambda _context: terms)
    assert [f.severity for f in draft.findings if f.code == "verify.forbidden_term"] == [Severity.BLOCKING] * hit


@pytest.mark.parametrize("places", [(), ((0, 2),), ((0, 2), (3, 5))], ids=["none", "one", "two"])
def test_each_place_of_another_level_is_a_finding_with_its_place(places):
    """The register engine says where; each place is advice of its own."""
    draft = checked(segment("Hi.", "Du da.", Origin.KEPT), other_levels=lambda _segment, _text, _reading: places)
    found = [finding for finding in draft.findings if finding.code == "verify.register_mixed"]
    assert [draft.text[slice(*finding.span)] for finding in found] == ["Du", "da"][: len(places)]
    assert {finding.severity for finding in found} <= {Severity.ADVICE}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("\u20ac" * 80, 1),
        ("\u20ac" * 81, 2),
        ("я" * 70, 1),
        ("я" * 71, 2),
        ("\U0001f600" * 35, 1),
        ("\U0001f600" * 36, 2),
        ("\u00e4" * 160, 1),
    ],
)
def test_sms_parts_follow_the_gsm_alphabet(text, parts):
    """160 septets, or 70 UTF-16 units, and a little less in each of several parts."""
    assert sms_parts(text) == parts


@pytest.mark.parametrize(
    ("channel", "length", "expected"),
    [
        (Channel.SMS, 200, ["verify.sms_length"]),
        (Channel.SOCIAL, 281, ["verify.social_length"]),
        (Channel.SOCIAL, 280, []),
        (Channel.EMAIL, 2000, []),
    ],
)
def test_the_channel_limits_the_length(channel, length, expected):
    """Advice only where the channel has a limit."""
    text = ("ab cd ef gh " * 200)[: length - 1]  # the lead is one character
    assert codes(segment("x" * length, text, Origin.KEPT), context=surroundings(channel=channel)) == expected


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("ja ja ja", False),
        ("ja ja ja ja", True),
        ("a b a b a b", True),
        ("はいはいはいはい", True),
        ("하하하", False),
        ("ha", False),
        ("", False),
        ("bye bye", False),
    ],
)
def test_loops_are_phrases_said_three_times_or_words_four_times(text, repeats):
    """Laughing and stressing are not loops."""
    assert loops(text) is repeats


CHECK: Callable[[Draft, Context], Draft] = Verify()


def test_verify_needs_no_data_to_run():
    """Every hook has a default that finds nothing."""
    context = surroundings()
    assert CHECK(Draft(original="x", source_language="en"), context).findings == ()
