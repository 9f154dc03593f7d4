"""Guards tell babble from translations."""

from pathlib import Path

import pytest

from mannerly.model.spans import FIRST_MARKER
from mannerly.translate.guards import Attempt, GuardLimits, faults_of
from mannerly.translate.output_language import reads_as

A, B = (chr(FIRST_MARKER + index) for index in range(2))
PAIRS = Path(__file__).parent.parent / "fixtures" / "pairs.tsv"
LIMITS = GuardLimits()


def codes(source: str, text: str, source_language: str, target_language: str) -> list[str]:
    """Return the codes of all guards that speak up."""
    attempt = Attempt(source=source, text=text, source_language=source_language, target_language=target_language)
    return [fault.code for fault in faults_of(attempt, LIMITS)]


@pytest.mark.parametrize(
    ("source", "text", "target"),
    [
        pytest.param("Samsung Galaxy Tab", "Samsung Galaxy Tab", "de", id="brand-only"),
        pytest.param(f"{A} Premium", f"{A} Premium", "de", id="span-and-brand"),
        pytest.param("Yes.", "Ja, sehr gerne, das machen wir.", "de", id="short-to-polite"),
        pytest.param("Open the Galaxy app", "Galaxyアプリを開いてください", "ja", id="brand-in-kana"),
        pytest.param("Your order is late.", "ご注文が遅れています。", "ja", id="japanese"),
        pytest.param("Your parcel has been shipped today.", "您的包裹今天已经发货。", "zh-CN", id="chinese"),
        pytest.param("Your parcel has been shipped today.", "พัสดุของคุณถูกจัดส่งแล้ววันนี้", "th", id="thai"),
        pytest.param("Your parcel has been shipped today.", "오늘 소포가 발송되었습니다.", "ko", id="korean"),
        pytest.param("Your parcel has been shipped today.", "تم شحن طردك اليوم.", "ar", id="arabic"),
        pytest.param("Your parcel has been shipped.", "Kiện hàng của bạn đã được gửi đi.", "vi", id="vietnamese"),
        pytest.param("It costs 1,000.50", "Es kostet 1.000,50", "de", id="digits-with-other-marks"),
        pytest.param("Room 12 has 3 beds", "في الغرفة ١٢ توجد ٣ أسرة", "ar", id="arabic-digits"),
        pytest.param("Very, very, very good!!!!!!", "Muy, muy, muy bueno!!!!!!", "es", id="emphasis"),
        pytest.param("The code is 10101010", "Der Code ist 10101010", "de", id="digits-that-repeat"),
        pytest.param("-----", "-----", "de", id="rule"),
    ],
)
def test_good_translations_pass(source: str, text: str, target: str) -> None:
    """A guard that cries wolf costs a reply."""
    assert codes(source, text, "en", target) == []


@pytest.mark.parametrize(("column", "language"), [(1, "de"), (2, "es")])
def test_all_fixture_pairs_pass_in_both_directions(column: int, language: str) -> None:
    """Real service sentences, none of them a fault."""
    for line in PAIRS.read_text(encoding="utf-8").replace("{0}", A).replace("{1}", B).splitlines():
        english, other = line.split("\t")[0], line.split("\t")[column]
        assert codes(english, other, "en", language) == [], line
        assert codes(other, english, language, "en") == [], line


@pytest.mark.parametrize(
    ("source", "text", "target", "code"),
    [
        pytest.param("Thank you.", ".....", "de", "empty", id="dots"),
        pytest.param("Thank you.", "", "de", "empty", id="nothing"),
        pytest.param("by then", "Desesesese por ti", "es", "loop", id="syllables"),
        pytest.param("Your parcel", "Ihr Ihr Ihr Ihr Paket", "de", "loop", id="word"),
        pytest.param(
            "Your parcel", "das Paket ist das Paket ist das Paket ist das Paket ist", "de", "loop", id="words"
        ),
        pytest.param("Thank you", "ขอบขอบขอบขอบขอบ", "th", "loop", id="characters-without-spaces"),
        pytest.param("Thank you for it.", "Thank you for it.", "de", "copied", id="copied"),
        pytest.param(
            f"Thank you for {A}, my friend.", f"thank you for {A} , my friend .", "de", "copied", id="retouched"
        ),
        pytest.param(
            "We are sorry that your order arrived late.",
            "Wir sorry that your order arrived late.",
            "de",
            "copied",
            id="mostly",
        ),
        pytest.param("We regret that your order came late and broken.", "Ja.", "de", "length", id="short"),
        pytest.param("No.", " ".join(f"Wort{chr(97 + n)}" for n in range(20)), "de", "length", id="long"),
        pytest.param("Hello there", "Hello there", "ja", "script", id="english-for-japanese"),
        pytest.param("Thank you, dear customer", "Спасибо, дорогой клиент", "de", "script", id="russian-for-german"),
        pytest.param("Thank you, dear customer", "Danke, lieber Kunde", "ru", "script", id="german-for-russian"),
        pytest.param("It costs 12", "Es kostet 21", "de", "digits", id="digits"),
        pytest.param("It costs 12", "Es kostet zwölf", "de", "digits", id="digits-gone"),
        pytest.param("It is free", "Es kostet 3", "de", "digits", id="digits-invented"),
        pytest.param(
            "We send you a parcel today, dear friend.",
            "You get from us this day some package, good pal.",
            "de",
            "language",
            id="paraphrased-in-the-source-language",
        ),
    ],
)
def test_babble_is_found(source: str, text: str, target: str, code: str) -> None:
    """Each kind by its own guard."""
    assert code in codes(source, text, "en", target)


def test_the_language_of_the_output_is_a_weak_fault() -> None:
    """A guess must not block a reply."""
    text = "You get from us this day some package, good pal."
    attempt = Attempt(source="Wir senden heute.", text=text, source_language="en", target_language="de")
    assert [fault.weak for fault in faults_of(attempt, LIMITS) if fault.code == "language"] == [True]


@pytest.mark.parametrize(("one", "other"), [("en", "en"), ("en", "xx"), ("tlh", "de")])
def test_languages_that_cannot_be_told_apart_are_not_judged(one: str, other: str) -> None:
    """No certainty without knowledge of both."""
    assert reads_as("Ihre Bestellung wurde heute versandt.", one, other) == 0.0


@pytest.mark.parametrize("length", [5_000])
def test_guards_are_fast_on_hostile_text(length: int) -> None:
    """Ten thousand characters of near-repeats do not hang."""
    text = "ab" * length
    assert "loop" in codes("Hello there my friend", text, "en", "de")
    assert "loop" not in codes("Hello there my friend", "".join(chr(0x4E00 + n) for n in range(length)), "en", "zh")
