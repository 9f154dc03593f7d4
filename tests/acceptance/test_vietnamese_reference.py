"""The public answer to a complaint about a faulty product, in Vietnamese, as a friendly brand and as a bank."""

import re

import pytest

from mannerly.bootstrap import Mannerly
from mannerly.client import Client, Connection
from mannerly.language.tags import parse_tag
from mannerly.model.context import Deadline
from mannerly.model.facts import Agent, Channel, Customer, Gender, ReplyFacts, Situation
from mannerly.model.request import ReplyRequest
from mannerly.settings import Settings
from mannerly.v1 import facts_pb2, reply_pb2

# In this order a Vietnamese reader expects it: apology, regret, what to send, what happens next, thanks.
PHRASES = [
    "apology.experience",
    "apology.regret_inconvenience",
    "private.send_dm_details_order",
    "private.will_dm_exchange",
    "thanks.thanks_feedback_improve",
]
# What each of the five sentences must speak of, whatever its exact words.
TOPICS = ["xin lỗi", "rất tiếc|bất tiện", "mã đơn hàng", "liên hệ .*tin nhắn riêng .*đổi", "[Cc]ảm ơn .*góp ý"]
FRIENDLY = r"\b(bạn|mình|nhé)\b"
RESPECTFUL = r"\b(quý khách|anh/chị|anh|chị|kính|vui lòng)\b"


@pytest.fixture(scope="module")
def english(data_dir):
    """The reply as the agent writes it, from the approved English phrases."""
    book = Mannerly(Settings(data_dir=data_dir)).library.get(parse_tag("en")).phrasebook
    by_id = {phrase.id: phrase.source[-1] for phrase in book.phrases.values()}
    return "Hi Lan,\n\n" + " ".join(by_id[phrase_id] for phrase_id in PHRASES)


def request(text, channel, *, profile="", signed=False, gender=Gender.UNKNOWN):
    return ReplyRequest(
        text=text + ("\n\nBest regards,\nNorthwind" if signed else ""),
        target="vi-VN",
        source="en-US",
        profile=profile,
        facts=ReplyFacts(
            customer=Customer(given_name="Lan", gender=gender),
            agent=Agent(company="Northwind") if signed else Agent(),
            channel=channel,
            situation=Situation.COMPLAINT,
        ),
    )


@pytest.fixture(scope="module")
def answer(server):
    """Return a function that asks the server."""
    with Client(Connection(target=server, timeout=60)) as client:
        yield client.localise


def sentences(reply):
    return [segment.text for segment in reply.segments if segment.role == reply_pb2.SEGMENT_ROLE_BODY]


def assert_structure(reply):
    """Salutation, then the five approved sentences in order, each about what it should be about."""
    assert reply.ready_to_send, [finding.message for finding in reply.findings]
    assert reply.segments[0].role == reply_pb2.SEGMENT_ROLE_SALUTATION
    body = [segment for segment in reply.segments if segment.role == reply_pb2.SEGMENT_ROLE_BODY]
    assert [segment.provenance.phrase_id for segment in body] == PHRASES
    for topic, sentence in zip(TOPICS, sentences(reply), strict=True):
        assert re.search(topic, sentence), (topic, sentence)
        assert sentence[0].isupper()
        assert sentence[-1] in ".!"
    assert "\n\n" in reply.text
    assert not re.search(r"[{}\U000f0000-\U000ffffd]|\b(Please|Thank|sorry)\b", reply.text)


def words(pattern, text):
    return re.findall(pattern, text, re.IGNORECASE)


def test_in_public_a_brand_is_a_friend(answer, english):
    """Chào bạn, bạn and chúng tôi throughout, nothing of a letter."""
    reply = answer(request(english, Channel.SOCIAL))
    assert_structure(reply)
    assert reply.register == facts_pb2.REGISTER_INFORMAL
    assert reply.text.startswith("Chào bạn Lan")
    assert words(FRIENDLY, reply.text)
    assert not words(RESPECTFUL, reply.text)
    assert all("bạn" in sentence.lower() for sentence in sentences(reply))
    assert sum("chúng tôi" in sentence.lower() for sentence in sentences(reply)) >= 4
    assert "Trân trọng" not in reply.text


@pytest.mark.parametrize(
    ("profile", "gender", "opening", "you"),
    [
        pytest.param("", Gender.UNKNOWN, "Kính gửi anh/chị Lan,", "anh/chị", id="gender not known"),
        pytest.param("", Gender.FEMALE, "Kính gửi chị Lan,", "chị", id="to a woman"),
        pytest.param("", Gender.MALE, "Kính gửi anh Lan,", "anh", id="to a man"),
        pytest.param("vi-VN-x-bank", Gender.FEMALE, "Kính gửi Quý khách Lan,", "quý khách", id="bank"),
    ],
)
def test_an_e_mail_is_respectful_with_one_form_of_address(answer, english, profile, gender, opening, you):
    """Kính gửi, one term for the customer in every sentence, Trân trọng; never bạn."""
    reply = answer(request(english, Channel.EMAIL, profile=profile, signed=True, gender=gender))
    assert_structure(reply)
    assert reply.register == facts_pb2.REGISTER_FORMAL
    assert reply.text.startswith(f"{opening}\n\n")
    assert reply.text.endswith("Trân trọng,\nNorthwind")
    assert not words(FRIENDLY, reply.text)
    assert {term.lower() for term in words(r"quý khách|anh/chị|\b(?:anh|chị|bạn)\b", reply.text)} == {you}
    assert all(you in sentence.lower() for sentence in sentences(reply))
    assert reply.signature.style_profile == (profile or "vi")


def test_a_bank_does_not_become_a_friend_in_public(answer, english):
    """The profile's register holds on every channel."""
    reply = answer(request(english, Channel.SOCIAL, profile="vi-VN-x-bank"))
    assert_structure(reply)
    assert reply.text.startswith("Kính chào Quý khách Lan")
    assert not words(FRIENDLY, reply.text)


def test_both_doors_give_the_same_words(answer, english, run_command, data_dir, tmp_path):
    """`mannerly localise` and the server agree to the byte."""
    flow = Mannerly(Settings(data_dir=data_dir)).replies
    for asked in (
        request(english, Channel.SOCIAL),
        request(english, Channel.EMAIL, signed=True),
        request(english, Channel.EMAIL, profile="vi-VN-x-bank", signed=True),
    ):
        assert flow.localise(asked, Deadline()).draft.text == answer(asked).text
    options = ("--to", "vi-VN", "--from", "en-US", "--channel", "social", "--given-name", "Lan")
    done = run_command("localise", *options, data_dir=data_dir, stdin=english)
    assert done.returncode == 0
    assert done.stdout.decode() == answer(request(english, Channel.SOCIAL)).text + "\n"
