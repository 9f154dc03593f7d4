"""Masking and restoring as steps."""

import time
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mannerly.model.context import Context
from mannerly.model.draft import Draft, Edit, Origin, Provenance, Segment
from mannerly.model.facts import Register
from mannerly.model.request import ReplyRequest
from mannerly.model.spans import FIRST_MARKER, Span, SpanKind, markers_in, unmask
from mannerly.model.variables import Money
from mannerly.protect import Protect, Restore

NASTY = [
    pytest.param("Hi\r\n\r\n{a} [b](c)\r\n", id="crlf"),
    pytest.param("שלום {name}, ההזמנה #48213 \u200fב-5.5.2026", id="rtl"),
    pytest.param("e\u0301 5\u0308 \u200b7\u200d8 \ufeff9", id="combining-and-zero-width"),
    pytest.param("[[[{{{((<a>))}}}]]]", id="nested-brackets"),
    pytest.param("\U000f0000\U000f0001 \ue000 \U0010fffd", id="private-use"),
    pytest.param("\u0661\u0662:\u0663\u0660 \uff11\uff12\uff05", id="other-digits"),
]


def context(text: str, **options: Any) -> Context:
    """Return the surroundings of a reply."""
    request = ReplyRequest(text=text, target="de-DE", **options)
    return Context(request=request, locale="de-DE", register=Register.FORMAL)


def protected(text: str, language: str = "en", **options: Any) -> Draft:
    """Return the masked draft."""
    return Protect()(Draft(original=text, source_language=language), context(text, **options))


def assert_intact(draft: Draft) -> None:
    """Check that masking lost and doubled nothing."""
    assert unmask(draft.masked, draft.spans, original=True) == draft.original
    assert markers_in(draft.masked) == [span.marker for span in draft.spans]
    assert [span.index for span in draft.spans] == list(range(len(draft.spans)))


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("language", ["en", "he", "ja", ""])
def test_masking_can_be_undone(text, language):
    """The original comes back byte for byte, one marker per span."""
    assert_intact(protected(text, language))


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200).filter(str.strip),
    st.sampled_from(["en", "de", "ja", "ar", "th", ""]),
)
def test_masking_any_text_can_be_undone(text, language):
    """No text of any script breaks the round trip."""
    assert_intact(protected(text, language))


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        "aZ09 .,:;-+/#@%$*_`<>{}[]()|!?'\"&=~\\\n\u20ac\u0663\u5e74\u6708\u65e5\U0001f600\U000f0000", min_size=1
    ).filter(str.strip)
)
def test_masking_machine_text_can_be_undone(text):
    """Texts made of the characters that recognisers look for are no exception."""
    assert_intact(protected(text))


@pytest.mark.parametrize(
    "unit",
    [
        *("*", "`", "` ", "<a ", '<a "', "<!--", "{", "{{a", "[a](", "a@", "a.", "1", "1.", "1 ", "1-", "_a", "#a"),
        *("http://", "www.", ":a_", "%(a", "May 1 ", "5 p.m. ", "AB12 ", "|", "| a |\n", "&a", "- ", "A-", "1,"),
        *("https://a.b/)))", "+1 415 ", "{a,plural,", "$1 ", "2026-05-03 ", "{name_1} ", "<code>", "\U000f0000"),
        *("\U0001f469\u200d", "\u0915\u094d", "\U0001f1e9"),
    ],
)
def test_ten_thousand_hostile_characters_take_a_moment(unit):
    """No pattern runs away; the slowest takes a fraction of a second."""
    text = (unit * 10_000)[:10_000]
    start = time.perf_counter()
    assert_intact(protected(text if text.strip() else "x"))
    assert time.perf_counter() - start < 3


def test_a_thousand_placeholders_are_a_thousand_spans():
    """Each placeholder is a span of its own."""
    assert len(protected("{name_1} " * 1000).spans) == 1000


def test_a_segment_that_nothing_translated_leaves_no_text():
    """The source sentence never reaches the customer as if it were a translation."""
    segments = (
        Segment(source="One.", text="Eins.", glue=" ", provenance=Provenance(origin=Origin.PACK)),
        Segment(source="Two.", text="Two.", glue="\r\n"),
        Segment(source="Three.", text="Drei.", provenance=Provenance(origin=Origin.PACK)),
    )
    draft = Draft(original="One. Two.\r\nThree.", lead=" ", segments=segments)
    assert Restore()(draft, context("x")).text == " Eins. \r\nDrei."


def test_lost_doubled_and_invented_markers_do_no_harm():
    """Restore writes what is there; verify judges it."""
    span = Span(
        index=0, kind=SpanKind.MONEY, original="$5", value=Money(amount=Decimal(5), currency="USD"), rendered="5 $"
    )
    text = f"{span.marker} {span.marker} {chr(FIRST_MARKER + 9)}."
    segment = Segment(source=span.marker, text=text, provenance=Provenance(origin=Origin.PACK))
    edit = Edit(step="format", rule_id="f.1", before=span.marker, after=f"a {span.marker}", reason="r")
    draft = Draft(original="$5", segments=(segment,), spans=(span,), edits=(edit,))
    restored = Restore()(draft, context("x"))
    assert restored.text == "5 $ 5 $ ."
    assert (restored.edits[0].before, restored.edits[0].after) == ("5 $", "a 5 $")


def test_a_glossary_target_is_what_restore_writes():
    """The required term stands in the text."""
    draft = protected("Your voucher.", glossary={"voucher": "Gutschein"})
    segment = Segment(source=draft.masked, text=draft.masked, provenance=Provenance(origin=Origin.SOURCE))
    assert Restore()(replace(draft, segments=(segment,)), context("x")).text == "Your Gutschein."
