"""Settling the source language."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from mannerly.model.context import Context
from mannerly.model.draft import Draft, Severity
from mannerly.model.facts import Register
from mannerly.model.request import ReplyRequest
from mannerly.read import DetectLanguage, LangidDetector, primary_language

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "ru", "tr", "ar", "hi", "id", "ja", "ko", "th", "vi", "zh")
DETECTOR = LangidDetector((*LANGUAGES, "xx"))
DETECT = DetectLanguage(detector=DETECTOR)


def detected(text: str, source: str = "") -> Draft:
    """Return the draft after detection."""
    request = ReplyRequest(text=text, target="de-DE", source=source)
    return DETECT(Draft(original=text), Context(request=request, locale="de-DE", register=Register.FORMAL))


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en-GB", "en"), ("PT_br", "pt"), ("zh-Hant-TW", "zh"), ("iw", "he"), ("sh", "sr"), ("und", ""), ("", "")],
)
def test_a_tag_names_its_primary_language(tag, language):
    """Region and script do not matter, deprecated codes are replaced."""
    assert primary_language(tag) == language


def test_the_named_language_wins_over_the_text():
    """What the caller says is not second-guessed where the text is translated anyway."""
    draft = detected("Das ist ganz klar ein deutscher Satz.", source="en-GB")
    assert (draft.source_language, draft.findings) == ("en", ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("We will refund you by tomorrow.", "en", id="english"),
        pytest.param("Ihr Paket ist unterwegs und kommt morgen an.", "de", id="german"),
        pytest.param("Gracias por su paciencia, estimada clienta.", "es", id="spanish"),
        pytest.param("Спасибо за ваше терпение.", "ru", id="russian"),
        pytest.param("ありがとう", "ja", id="short-japanese"),
        pytest.param("ขอบคุณ", "th", id="short-thai"),
        pytest.param(
            "Ihr Paket ist da: https://www.example.com/the/order/of/the/day ZX-99120", "de", id="links-do-not-count"
        ),
    ],
)
def test_a_clear_text_is_recognised_without_a_finding(text, language):
    """Enough letters, or a script of its own, are certain."""
    draft = detected(text)
    assert (draft.source_language, draft.findings) == (language, ())


@pytest.mark.parametrize("text", ["OK", "Hallo", "12345", "\U0001f600", "https://example.com", "{name}", "No problem"])
def test_a_short_or_wordless_text_is_uncertain(text):
    """The finding says which field settles it."""
    [finding] = detected(text).findings
    assert (finding.code, finding.severity) == ("read.language_uncertain", Severity.ADVICE)
    assert "source" in finding.remedy
    assert text not in finding.message


def test_threads_share_one_detector():
    """Concurrent first calls agree."""
    fresh = LangidDetector(LANGUAGES)
    with ThreadPoolExecutor(4) as pool:
        guesses = list(pool.map(fresh, ["Vielen Dank f\u00fcr Ihre Geduld."] * 8))
    assert {guess.language for guess in guesses} == {"de"}
    assert len(set(guesses)) == 1


def test_a_text_that_would_pass_untranslated_must_read_as_the_customers_language():
    """A wrong source tag would send the customer a text they cannot read."""
    draft = detected("Thank you for your message, we will get back to you as soon as we can.", source="de")
    assert [(finding.code, finding.severity) for finding in draft.findings] == [
        ("read.language_differs", Severity.BLOCKING)
    ]
    assert (
        detected("Vielen Dank f\u00fcr Ihre Nachricht, wir melden uns so bald wie m\u00f6glich.", source="de").findings
        == ()
    )
