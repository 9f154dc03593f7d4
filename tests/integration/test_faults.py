"""Everything that can go wrong, through the real flow and a real server: named, without the text, and survived."""

import asyncio
import itertools
import json
import os
import signal
from contextlib import AsyncExitStack
from io import StringIO
from pathlib import Path

import grpc
import pytest
from google.protobuf.json_format import ParseDict
from prometheus_client import generate_latest

from mannerly.api.serve import serve
from mannerly.api.server import build_server
from mannerly.bootstrap import Mannerly
from mannerly.client import AsyncClient, CallFailed, Connection
from mannerly.client.errors import from_call
from mannerly.model.context import Deadline
from mannerly.model.errors import Cancelled, DeadlineTooShort
from mannerly.model.request import ReplyRequest
from mannerly.observe.logs import configure_logging
from mannerly.settings import Settings
from mannerly.translate.packs import PackStore
from mannerly.v1 import finding_pb2, reply_service_pb2

PACKS = Path(__file__).parents[1] / "fixtures" / "packs"
LOCALISE = "/mannerly.v1.ReplyService/LocaliseReply"
PATIENCE, GEDULD = "Thank you for your patience.", "Vielen Dank für Ihre Geduld."
# Stands for what a customer wrote: it must come up in no log, metric or error.
SECRET = "Zebra42"


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    """A data folder with good packs."""
    folder = tmp_path_factory.mktemp("data")
    for name in ("en_de", "de_en", "en_es"):
        PackStore(folder / "packs").add(next(PACKS.glob(f"translate-{name}-*")))
    return folder


@pytest.fixture(scope="module")
def mannerly(data_dir):
    """Every part, over the shipped languages."""
    built = Mannerly(Settings(data_dir=data_dir))
    yield built
    built.translator.close()


@pytest.fixture(autouse=True)
def logs():
    """Everything that is logged; checked for customers' words at the end of each test."""
    stream = StringIO()
    configure_logging("json", "debug", stream)
    yield stream
    assert SECRET not in stream.getvalue()


@pytest.fixture
async def start(mannerly):
    """Return a function that starts a server around the parts and gives a patient client of it."""
    async with AsyncExitStack() as stack:

        async def run(built=mannerly, **limits):
            settings = Settings(listen="localhost:0", **limits)
            server = build_server(settings, replies=built.replies, catalogue=built.catalogue, metrics=built.metrics)
            await server.start()
            stack.push_async_callback(server.drain, notice=0, grace=0)
            return await stack.enter_async_context(
                AsyncClient(Connection(target=f"localhost:{server.port}", timeout=60))
            )

        yield run
    assert SECRET.encode() not in generate_latest(mannerly.metrics.registry)


def ask(text, target="de-DE", source="en", **fields):
    return ReplyRequest(text=text, target=target, source=source, **fields)


def long_reply(word):
    """Sentences for a pack, each another, near the limit: a second of work or more."""
    words = ("".join(letters) for letters in itertools.product("bdfgklmn", "aeiou", "rstv"))
    text = " ".join(f"The {one}{word} parcel of {SECRET} has arrived in our shop today." for one in words)
    return text[:9_900].rpartition(".")[0] + "."


def blocking(reply):
    return {finding.code: finding for finding in reply.findings if finding.severity == finding_pb2.SEVERITY_BLOCKING}


async def is_alive(door):
    return (await door.localise(ask(PATIENCE))).text == GEDULD


def wire(reply=None, target=None):
    """A request as bytes, past the checks of the client."""
    reply, target = {"text": SECRET, "sourceLocale": "en"} | (reply or {}), {"locale": "de-DE"} | (target or {})
    return ParseDict({"reply": reply, "target": target}, reply_service_pb2.LocaliseReplyRequest()).SerializeToString()


# A lone surrogate cannot be put into a message by protobuf itself.
SURROGATE = b"\x0a\x0c\x0a\x0a" + SECRET.encode() + b"\xed\xa0\x80" + b"\x12\x04\x0a\x02de"
REFUSED = [
    pytest.param(wire(target={"locale": "xx-XX"}), "UNKNOWN_LOCALE", "target.locale", id="unknown locale"),
    pytest.param(wire(target={"locale": "de DE"}), "INVALID_INPUT", "target.locale", id="space in the tag"),
    pytest.param(wire(target={"locale": "../de"}), "INVALID_INPUT", "target.locale", id="path as a tag"),
    pytest.param(wire(target={"locale": "d"}), "INVALID_INPUT", "target.locale", id="one letter"),
    pytest.param(wire({"sourceLocale": "en--US"}), "INVALID_INPUT", "reply.source_locale", id="malformed source"),
    pytest.param(wire({"text": ""}), "INVALID_INPUT", "reply.text", id="empty"),
    pytest.param(wire({"text": " \t\r\n\u3000"}), "INVALID_INPUT", "reply.text", id="white space"),
    pytest.param(wire({"text": SECRET + "x" * 9_994}), "INVALID_INPUT", "reply.text", id="10,001 characters"),
    pytest.param(wire({"text": f"{SECRET}\x00"}), "INVALID_INPUT", "reply.text", id="NUL"),
    pytest.param(wire({"text": f"\x1b[31m{SECRET}"}), "INVALID_INPUT", "reply.text", id="escape"),
    pytest.param(wire({"text": f"{SECRET}\x9f"}), "INVALID_INPUT", "reply.text", id="C1 control"),
    pytest.param(SURROGATE, "INVALID_INPUT", "", id="lone surrogate"),
    pytest.param(wire({"timeZone": "Europe/Atlantis"}), "INVALID_INPUT", "reply.time_zone", id="unknown zone"),
    pytest.param(wire(target={"styleProfile": "nobody"}), "NOT_FOUND", "target.style_profile", id="no such profile"),
    pytest.param(wire(target={"styleProfile": "ja"}), "INVALID_INPUT", "target.style_profile", id="other's profile"),
    pytest.param(wire(target={"styleProfile": "../../de"}), "NOT_FOUND", "target.style_profile", id="path as profile"),
    pytest.param(
        wire({"variables": {f"n{n}": {"text": "a"} for n in range(201)}}),
        "INVALID_INPUT",
        "reply.variables",
        id="201 variables",
    ),
    pytest.param(wire({"glossary": {SECRET: " "}}), "INVALID_INPUT", "reply.glossary", id="empty term"),
]


@pytest.mark.parametrize(("sent", "reason", "field"), REFUSED)
async def test_a_request_that_is_not_valid_is_refused_by_name(start, sent, reason, field):
    """Code, reason, field and remedy; nothing of the text; the next call works."""
    door = await start()
    async with grpc.aio.insecure_channel(door._connection.target) as channel:
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await channel.unary_unary(LOCALISE)(sent, timeout=30)
    failed = from_call(caught.value)
    expected = grpc.StatusCode.NOT_FOUND if reason == "NOT_FOUND" else grpc.StatusCode.INVALID_ARGUMENT
    assert (failed.code, failed.reason, failed.field) == (expected, reason, field)
    assert failed.remedy
    assert SECRET not in f"{caught.value.details()} {caught.value.trailing_metadata()}"
    assert await is_alive(door)


TEN_THOUSAND = f"{PATIENCE} " * 343 + "https://example.com/" + "a" * (10_000 - 343 * 29 - 20)
PRIVATE = "\ue000 \U000f0000\U000f0001 \U0010fffd \uf8ff"
THOUSAND = " ".join(f"{{p{number}}}" for number in range(1_000))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(TEN_THOUSAND, ["https://example.com/" + "a" * 33], id="10,000 characters"),
        pytest.param("\U0001f600" * 10_000, ["\U0001f600" * 10_000], id="10,000 emoji"),
        pytest.param(f"{PRIVATE}\n{PATIENCE}", [PRIVATE], id="private use"),
        pytest.param(THOUSAND, [THOUSAND], id="1,000 placeholders"),
        pytest.param(
            "\U0001f44d\U0001f3fd \U0001f468\u200d\U0001f469\u200d\U0001f467", ["\u200d\U0001f467"], id="emoji"
        ),
        pytest.param("https://example.com/a?b=c&d=%20 a@example.com", ["b=c&d=%20 a@example.com"], id="only links"),
        pytest.param("#48213, 12345 !!! ???", ["#48213"], id="no words at all"),
    ],
)
async def test_unusual_texts_are_ready_and_keep_their_bytes(start, text, kept):
    """What needs no translation passes every step untouched and once."""
    reply = await (await start()).localise(ask(text))
    assert reply.ready_to_send, blocking(reply)
    assert [reply.text.count(part) for part in kept] == [1] * len(kept)
    assert reply.text.count(GEDULD) == text.count(PATIENCE)


@pytest.mark.parametrize("words", ["The parcel {} has arrived.", "We have found {} in our shop."])
async def test_a_thousand_placeholders_in_a_sentence_are_all_there_or_it_blocks(start, words):
    """No half of them goes out."""
    reply = await (await start()).localise(ask(words.format(THOUSAND)))
    assert blocking(reply)
    assert reply.text == ""


async def test_line_ends_of_windows_stay(start):
    """Between sentences that change, byte for byte."""
    reply = await (await start()).localise(ask(f"{PATIENCE}\r\n\r\n{PATIENCE}\r\n"))
    assert reply.text == f"{GEDULD}\r\n\r\n{GEDULD}\r\n"


async def test_a_source_from_right_to_left_is_read(start, mannerly):
    """Approved Arabic sentences become German ones, with and without the language named."""
    arabic = (await (await start()).localise(ask(PATIENCE, "ar-AE"))).text
    assert any("\u0600" <= char <= "\u06ff" for char in arabic)
    for source in ("ar", ""):
        reply = await (await start()).localise(ask(arabic, "de-DE", source))
        assert (reply.text, reply.source_language) == (GEDULD, "ar")


async def test_a_wrong_source_language_does_not_go_out_as_a_translation(start):
    """German that is called English: what no phrase covers blocks, and no German reaches a French customer."""
    reply = await (await start()).localise(ask("Ihr Paket wurde gestern versandt. Wir melden uns.", "fr-FR", "en"))
    assert "translate.no_pack" in blocking(reply)
    assert "Paket" not in reply.text


async def test_a_missing_pack_is_a_finding_with_the_command_to_run(start):
    """The rest of the reply is there."""
    reply = await (await start()).localise(ask(f"{PATIENCE} The gadget of {SECRET} hums.", "fr-FR"))
    finding = blocking(reply)["translate.no_pack"]
    assert "mannerly packs fetch en-fr" in finding.remedy
    assert finding.segment == 1
    assert reply.text.startswith("Nous vous remercions de votre patience.")
    assert SECRET not in f"{reply.text} {finding}"


async def test_a_corrupt_pack_breaks_its_own_pair_only(start, data_dir, tmp_path):
    """The server warms up, other packs and phrases work, the finding and the report name the pack."""
    packs = tmp_path / "packs"
    for name in ("en_de", "en_es"):
        PackStore(packs).add(next(PACKS.glob(f"translate-{name}-*")))
    model = packs / "translate-en_es-1_0" / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:1000])
    (packs / "junk").mkdir()
    (packs / "junk" / "metadata.json").write_text("[]")
    built = Mannerly(Settings(data_dir=tmp_path))
    built.warm_up()
    door = await start(built)

    reply = await door.localise(ask(f"We have received your return, {SECRET}.", "es-ES"))
    assert "packs verify" in blocking(reply)["translate.pack_broken"].remedy
    assert SECRET not in reply.text
    assert (await door.localise(ask(PATIENCE, "es-ES"))).ready_to_send
    assert (await door.localise(ask("We have sent you a new parcel."))).segments[0].provenance.packs
    assert {pack.target_language async for pack in door.packs()} >= {"de"}
    report = await door.verify_offline()
    assert not report.ok
    assert {"junk", "translate-en_es-1_0"} <= {problem.partition(":")[0] for problem in report.problems}
    built.translator.close()


async def test_a_deadline_that_is_too_short_ends_the_call(start, mannerly, logs):
    """The flow says so itself, the call ends in time, and the next one works."""
    for deadline, error in (
        (Deadline(at=0, clock=lambda: 1.0), DeadlineTooShort),
        (Deadline(cancelled=lambda: True), Cancelled),
    ):
        with pytest.raises(error):
            mannerly.replies.localise(ask(PATIENCE), deadline)
    door = await start(workers=1)
    assert await is_alive(door)
    with pytest.raises(CallFailed) as caught:
        await door.localise(ask(long_reply("late")), timeout=0.1)
    assert caught.value.code is grpc.StatusCode.DEADLINE_EXCEEDED
    assert await is_alive(door)
    assert '"code": "DEADLINE_EXCEEDED"' in logs.getvalue()


async def test_a_cancelled_call_gives_its_worker_back(start, logs):
    """With one worker, the next call has to wait for it."""
    door = await start(workers=1)
    assert await is_alive(door)
    call = asyncio.ensure_future(door.localise(ask(long_reply("gone"))))
    await asyncio.sleep(0.1)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert await is_alive(door)
    assert '"code": "CANCELLED"' in logs.getvalue()


async def overloaded(door):
    """What became of eight long replies at once: how many were made, and the errors of the others."""
    results = await asyncio.gather(
        *(door.localise(ask(long_reply(f"x{number}"))) for number in range(8)), return_exceptions=True
    )
    failed = [result for result in results if isinstance(result, CallFailed)]
    assert all(isinstance(result, CallFailed) or result.segments for result in results)
    return len(results) - len(failed), failed


async def test_more_replies_than_workers_are_told_when_to_come_back(start):
    """RESOURCE_EXHAUSTED with a delay; those that had a place are answered."""
    door = await start(workers=1, max_waiting_replies=1)
    made, failed = await overloaded(door)
    assert made == 2
    assert {(error.code, error.reason) for error in failed} == {(grpc.StatusCode.RESOURCE_EXHAUSTED, "QUEUE_FULL")}
    assert all(error.retry_after > 0 and error.remedy for error in failed)
    assert await is_alive(door)


async def test_a_full_queue_of_a_pack_is_told_the_same_way(start, data_dir):
    """While one sentence may wait for the pack, other callers are turned away."""
    built = Mannerly(Settings(data_dir=data_dir, max_queue=1))
    door = await start(built, workers=8)
    assert await is_alive(door)
    made, failed = await overloaded(door)
    assert made >= 1
    assert failed
    assert {(error.code, error.reason) for error in failed} == {(grpc.StatusCode.RESOURCE_EXHAUSTED, "QUEUE_FULL")}
    assert all(error.retry_after > 0 for error in failed)
    assert await is_alive(door)
    built.translator.close()


async def test_sigterm_lets_running_calls_finish(mannerly, logs):
    """A long reply on its way is answered; then the server is gone without an error."""
    port = asyncio.get_running_loop().create_future()
    serving = asyncio.ensure_future(
        serve(
            Settings(listen="127.0.0.1:0", drain_seconds=30),
            replies=mannerly.replies,
            catalogue=mannerly.catalogue,
            started=port.set_result,
        )
    )
    target = f"127.0.0.1:{await asyncio.wait_for(port, 20)}"
    async with AsyncClient(Connection(target=target, timeout=60)) as door:
        assert await is_alive(door)
        call = asyncio.ensure_future(door.localise(ask(long_reply("last"))))
        await asyncio.sleep(0.1)
        assert not call.done()
        os.kill(os.getpid(), signal.SIGTERM)
        assert (await call).segments
    await asyncio.wait_for(serving, 30)
    lines = [json.loads(line) for line in logs.getvalue().splitlines()]
    assert [line["code"] for line in lines if line["action"] == "rpc.finished"] == ["OK", "OK"]
    assert lines[-1]["action"] == "server.stopped"
