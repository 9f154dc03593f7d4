"""Cutting a masked text into segments."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mannerly.model.context import Context
from mannerly.model.draft import Draft, Origin, Provenance, Role
from mannerly.model.facts import Customer, Register, ReplyFacts
from mannerly.model.request import ReplyRequest
from mannerly.model.spans import markers_in
from mannerly.protect import Protect, Restore
from mannerly.read import Split

TURNS = Path(__file__).parents[4] / "shared" / "data" / "replies" / "service_turns.en.txt"
GREETING = re.compile(r"(?:Hi|Dear|Hallo)\s[^\s,]+,?(?=\s|$)")
FAREWELL = re.compile(r"(?:Best regards|Cheers|Viele Gr)\b.{0,20}$", re.DOTALL)


def greeting_length(text: str, _language: str) -> int:
    """Recognise the greetings of these tests."""
    match = GREETING.match(text)
    return match.end() if match else 0


SPLIT = Split(salutation_prefix=greeting_length, is_closing=lambda line, _language: FAREWELL.match(line) is not None)


def context(text: str, **options: Any) -> Context:
    """Return the surroundings of a reply."""
    request = ReplyRequest(text=text, target="de-DE", **options)
    return Context(request=request, locale="de-DE", register=Register.FORMAL)


def split(text: str, language: str = "en", **options: Any) -> Draft:
    """Return the draft after protect and split."""
    surroundings = context(text, **options)
    return SPLIT(Protect()(Draft(original=text, source_language=language), surroundings), surroundings)


def sources(draft: Draft) -> list[str]:
    """Return the segments with their original bytes."""
    return [draft.source_of(segment) for segment in draft.segments]


def assert_exact(draft: Draft) -> None:
    """Check that segments lose nothing and that white space is glue."""
    assert draft.lead + "".join(part.source + part.glue for part in draft.segments) == draft.masked
    assert draft.lead.strip() == ""
    for segment in draft.segments:
        assert segment.source == segment.source.strip() != ""
        assert segment.glue.strip() == ""
        assert segment.text == segment.source


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("One. Two! Three?", "en", ["One.", "Two!", "Three?"], id="plain"),
        pytest.param("a line\r\nanother\r\r\n\u2028third", "en", ["a line", "another", "third"], id="line-ends"),
        pytest.param("See No. 5 or Fig. 3. Ok.", "en", ["See No. 5 or Fig. 3.", "Ok."], id="abbreviations"),
        pytest.param(
            "Call Mr. {name}. {name} knows.", "en", ["Call Mr. {name}.", "{name} knows."], id="title-before-marker"
        ),
        pytest.param("Tel. 030 901820 is ours.", "en", ["Tel. 030 901820 is ours."], id="label-before-marker"),
        pytest.param("Version 2.3.1 is out. Get it.", "en", ["Version 2.3.1 is out.", "Get it."], id="version"),
        pytest.param("We close at 5 p.m. See you.", "en", ["We close at 5 p.m.", "See you."], id="time-ends-sentence"),
        pytest.param('He said "Go." Then left.', "en", ['He said "Go."', "Then left."], id="quote-stays"),
        pytest.param("Now **stop.** Then go.", "en", ["Now **stop.**", "Then go."], id="emphasis-stays"),
        pytest.param("Thanks! \U0001f60a We ship.", "en", ["Thanks! \U0001f60a", "We ship."], id="emoji-stays"),
        pytest.param("Nr. 5 vom 3. Mai 2026. Gut.", "de", ["Nr. 5 vom 3. Mai 2026.", "Gut."], id="german"),
        pytest.param(
            "発送しました。明日届きます！はい？ええ",
            "ja",
            ["発送しました。", "明日届きます！", "はい？", "ええ"],
            id="japanese",
        ),
        pytest.param("你好。谢谢！", "zh", ["你好。", "谢谢！"], id="chinese"),
        pytest.param("本日発送。次です。", "en", ["本日発送。", "次です。"], id="full-width-in-any-language"),
        pytest.param("نعم؟ شكرا. تم", "ar", ["نعم؟", "شكرا.", "تم"], id="arabic"),
        pytest.param("नमस्ते। धन्यवाद।", "hi", ["नमस्ते।", "धन्यवाद।"], id="hindi"),
        pytest.param("- one\n- two", "en", ["- one", "- two"], id="list"),
        pytest.param("\u200bzero\u200d width", "en", ["\u200bzero\u200d width"], id="zero-width"),
        pytest.param("One. Two.", "xx", ["One.", "Two."], id="unknown-language"),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, language, expected):
    """Abbreviations, quotes, marks and emoji do not tear sentences apart."""
    draft = split(text, language)
    assert sources(draft) == expected
    assert_exact(draft)


def test_thai_is_cut_at_spaces_between_long_runs_but_not_around_values():
    """Thai has no full stop; an amount stays with its words."""
    text = "สวัสดีค่ะคุณสมชายที่เคารพอย่างสูง ขอบคุณที่ติดต่อเราในวันนี้ค่ะ ยอดเงิน 500 บาท"
    draft = split(text, "th")
    assert len(draft.segments) >= 2
    assert any("ยอดเงิน 500 บาท" in source for source in sources(draft))
    assert_exact(draft)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Hi Anna,\n\nIt shipped.\n\nBest regards,\nTom\nAcme\nwww.acme.example",
            ["salutation", "body", "closing", "signature", "signature", "signature"],
            id="letter",
        ),
        pytest.param("Hi Anna, it shipped. Best regards, Tom", ["salutation", "body", "closing"], id="one-line"),
        pytest.param("\n  Hi Anna, yes", ["salutation", "body"], id="indented"),
        pytest.param("Hi Anna,", ["salutation"], id="only-a-salutation"),
        pytest.param("It shipped. Hi Anna, yes.", ["body", "body"], id="greeting-in-the-middle"),
        pytest.param("Best regards, we said.", ["body"], id="first-line-is-no-closing"),
        pytest.param("It shipped.\nCheers\n" + "x" * 61, ["body", "body", "body"], id="long-line-is-no-signature"),
        pytest.param(
            "Ok.\nCheers\nTom\nAcme\nBerlin\nGermany",
            ["body", "closing", "signature", "signature", "signature", "body"],
            id="three-lines-at-most",
        ),
        pytest.param("Ok.\nCheers\nTom\nP.S. Call us.", ["body", "closing", "signature", "body"], id="postscript"),
    ],
)
def test_salutation_closing_and_signature_are_told_apart(text, expected):
    """The first segment may greet, a late line may close, short lines after it sign."""
    draft = split(text)
    assert [segment.role.value for segment in draft.segments] == expected
    assert_exact(draft)


def test_a_name_behind_a_marker_is_still_a_salutation():
    """The prefix is looked for in masked text, where a name is one character."""
    draft = split("Hi Anna, it shipped.", facts=ReplyFacts(customer=Customer(given_name="Anna")))
    assert sources(draft)[0] == "Hi Anna,"
    assert draft.segments[0].role is Role.SALUTATION


def test_a_splitter_that_loses_text_is_not_believed():
    """The line then stays whole."""
    careless = Split(splitter=lambda _t, _l: ["x"], salutation_prefix=lambda _t, _l: 0, is_closing=lambda _t, _l: False)
    assert [s.source for s in careless(Draft(original="a b", masked="a b"), context("a b")).segments] == ["a b"]


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=120),
    st.sampled_from(["en", "de", "ja", "th", "ar", "hi", ""]),
)
def test_joining_the_segments_gives_the_text_again(text, language):
    """No character of any script is lost or moved."""
    assert_exact(SPLIT(Draft(original=text, masked=text, source_language=language), context("x")))


@settings(max_examples=200, deadline=None)
@given(
    st.text("aA .!?\u3002\uff01\u2026\"')\u201d\r\n\t\u00a0\u2028\u3000\u0e01\U000f0000\U000f0001\u0301", max_size=60)
)
def test_joining_sentences_full_of_ends_gives_the_text_again(text):
    """Terminators, quotes, spaces and markers in any order are no exception."""
    for language in ("en", "th"):
        assert_exact(SPLIT(Draft(original=text, masked=text, source_language=language), context("x")))


@pytest.mark.skipif(not TURNS.exists(), reason="the real service turns are not part of the project")
def test_real_service_turns_come_back_byte_for_byte():
    """Protect, split and restore lose nothing of 5,000 real turns, and every span is in one segment once."""
    for turn in TURNS.read_text(encoding="utf-8").splitlines():
        draft = split(turn)
        assert_exact(draft)
        counted = Counter(marker for segment in draft.segments for marker in markers_in(segment.source))
        assert counted == Counter(span.marker for span in draft.spans)
        kept = draft.with_segments(lambda segment: replace(segment, provenance=Provenance(origin=Origin.SOURCE)))
        assert Restore()(kept, context(turn)).text == turn


def test_a_link_after_a_colon_ends_its_sentence():
    """Nobody writes a full stop behind a link; a link inside a sentence cuts nothing."""
    draft = split("Track it here: https://example.com/t The link is valid today. See https://example.com/B For more.")
    assert sources(draft) == [
        "Track it here: https://example.com/t",
        "The link is valid today.",
        "See https://example.com/B For more.",
    ]
    assert_exact(draft)


@pytest.mark.parametrize(
    "text", ["B\u00a0.", "See J\u3000. Then", "a\uff01\u3000\u3002\u3000B\u3000.\t1a'\uff1f", "D\u2003.\u00e9"]
)
def test_no_white_space_makes_the_splitter_panic(text):
    """A capital, a wide space and a full stop; the panic would print the text."""
    assert_exact(split(text))
