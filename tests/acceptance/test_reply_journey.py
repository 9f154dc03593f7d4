"""A reply from the agent's text to the localised answer, through a real server with real packs."""

from datetime import date
from decimal import Decimal

import grpc
import pytest

from mannerly.client import CallFailed
from mannerly.model.facts import Agent, Channel, Customer, Gender, Register, ReplyFacts
from mannerly.model.request import Overrides, ReplyRequest
from mannerly.model.variables import CalendarDate, Money
from mannerly.v1 import finding_pb2, locale_pb2, reply_pb2

COMPLAINT = """Hi Anna,

Thank you for your message. We are sorry about your experience. Please send us a photo of the damage. \
Your order #48213 is expected to arrive on {shipped}. You will receive a refund of {amount}. \
You can track your parcel here: https://example.com/t/48213?x=1&y=2

Best regards,
Tom Baker"""
LOCALES = [
    "de-DE", "de-CH", "fr-FR", "fr-CA", "es-ES", "es-MX", "it-IT", "pt-BR", "pt-PT", "nl-NL", "pl-PL", "ru-RU", "ja-JP",
    "ko-KR", "vi-VN", "th-TH", "zh-CN", "zh-TW", "hi-IN", "id-ID", "tr-TR", "ar-AE",
]  # fmt: skip


def complaint(locale, **fields):
    return ReplyRequest(
        text=COMPLAINT,
        target=locale,
        source="en-US",
        facts=ReplyFacts(
            customer=Customer(given_name="Anna", family_name="Berg", gender=Gender.FEMALE),
            agent=Agent(name="Tom Baker"),
            channel=Channel.EMAIL,
        ),
        variables={
            "shipped": CalendarDate(day=date(2026, 12, 3)),
            "amount": Money(amount=Decimal("24.90"), currency="EUR"),
        },
        **fields,
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_a_reply_of_approved_sentences_is_ready_in_every_locale(client, locale):
    """Salutation, sentences, values and closing are the locale's; names, numbers and links keep their bytes."""
    reply = client.localise(complaint(locale))
    assert reply.ready_to_send, [finding.message for finding in reply.findings]
    assert reply.locale == locale
    for kept in ("#48213", "https://example.com/t/48213?x=1&y=2", "Tom Baker"):
        assert reply.text.count(kept) == 1
    assert "{" not in reply.text
    assert "Thank you" not in reply.text
    assert {segment.provenance.origin for segment in reply.segments} <= {
        reply_pb2.ORIGIN_PHRASE,
        reply_pb2.ORIGIN_LOCALE,
        reply_pb2.ORIGIN_KEPT,
    }
    assert all(edit.rule_id and edit.reason for edit in reply.edits)
    assert f"mannerly:{reply.signature.service_version}" in reply.signature.text


def test_direction_is_told(client):
    """Arabic runs from right to left."""
    assert client.localise(complaint("ar-AE")).direction == locale_pb2.DIRECTION_RTL
    assert client.localise(complaint("de-DE")).direction == locale_pb2.DIRECTION_LTR


def test_a_free_sentence_goes_through_the_installed_pack(client):
    """Provenance names the pack, the signature its hash."""
    reply = client.localise(ReplyRequest(text="We have sent you a new parcel.", target="de-DE", source="en"))
    (segment,) = reply.segments
    assert segment.provenance.origin == reply_pb2.ORIGIN_PACK
    assert list(segment.provenance.packs) == ["translate-en_de 1.0"]
    assert len(reply.signature.packs[0].sha256) == 64
    assert "Paket" in reply.text
    assert reply.ready_to_send


def test_same_input_and_signature_give_the_same_bytes(client):
    """Twice the same request, twice the same answer."""
    first, second = client.localise(complaint("de-DE")), client.localise(complaint("de-DE"))
    assert first.SerializeToString(deterministic=True) == second.SerializeToString(deterministic=True)


def test_an_override_changes_the_register(client):
    """The request wins over the profile."""
    reply = client.localise(complaint("de-DE", overrides=Overrides(register=Register.INFORMAL)))
    assert "deine" in reply.text.lower()
    assert "Ihre" not in reply.text


def test_a_pair_without_pack_leaves_the_sentence_out_and_says_what_to_install(client):
    """Phrases are still used, the source is never passed off as a translation."""
    text = "Thank you for your patience. The purple gadget hums at night."
    reply = client.localise(ReplyRequest(text=text, target="ko-KR", source="en"))
    assert not reply.ready_to_send
    assert "gadget" not in reply.text
    blocking = [finding for finding in reply.findings if finding.severity == finding_pb2.SEVERITY_BLOCKING]
    assert any("mannerly packs fetch en-ko" in finding.remedy for finding in blocking)


def test_preview_shows_locales_side_by_side_with_a_way_back(client):
    """Raw translation, adapted text, and the text translated back."""
    requests = [
        ReplyRequest(text="Thank you for your patience.", target=t, source="en") for t in ("de-DE", "ja-JP", "fr-FR")
    ]
    previews = client.preview(requests)
    assert [preview.reply.locale for preview in previews] == ["de-DE", "ja-JP", "fr-FR"]
    assert all(preview.raw_translation for preview in previews)
    assert previews[0].back_translation == "Thank you for your patience."


def test_a_stream_answers_each_item_and_survives_a_bad_one(client):
    """One malformed locale does not end the stream."""
    items = [
        (str(n), ReplyRequest(text="Thank you for your patience.", target=t)) for n, t in enumerate(["de", "??", "fr"])
    ]
    answers = dict(client.stream(items))
    assert set(answers) == {"0", "1", "2"}
    assert isinstance(answers["1"], CallFailed)
    assert answers["1"].code is grpc.StatusCode.INVALID_ARGUMENT
    assert answers["0"].text == "Vielen Dank für Ihre Geduld."


def test_the_language_is_detected_and_named(client):
    """And a wrong guess would be a finding, not a silence."""
    reply = client.localise(
        ReplyRequest(text="Vielen Dank für Ihre Geduld. Ihre Bestellung wurde versandt.", target="fr-FR")
    )
    assert reply.source_language == "de"
    assert "patience" in reply.text
    short = client.localise(ReplyRequest(text="OK!", target="fr-FR"))
    assert any(finding.code == "read.language_uncertain" for finding in short.findings)


def test_the_service_tells_what_it_can_do(client):
    """Locales, packs, pairs, and that nothing must be fetched."""
    assert {"de", "de-CH", "ja", "ar-AE", "zh-TW", "pt-PT"} <= {info.tag for info in client.locales()}
    assert {pack.source_language for pack in client.packs()} == {"en", "de"}
    support = client.pair_support("es", "de")
    assert support.route == locale_pb2.ROUTE_NONE
    support = client.pair_support("de", "es")
    assert support.route == locale_pb2.ROUTE_PIVOT
    report = client.verify_offline()
    assert report.ok, report.problems
    assert all(file.sha256 for file in report.files)
