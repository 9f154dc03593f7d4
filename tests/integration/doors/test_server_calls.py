"""What a caller meets: good calls, faults, and a server that goes on after each."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from io import StringIO
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped] # no py.typed
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc
from mannerly.client import AsyncClient, CallFailed, Connection
from mannerly.model.request import Overrides, ReplyRequest
from mannerly.v1 import locale_pb2, reply_pb2, reply_service_pb2, reply_service_pb2_grpc

LOCALISE = "/mannerly.v1.ReplyService/LocaliseReply"
SECRET = "Zebra42 never logs me"


def ask(text: str = "hello", target: str = "pt-BR", **values) -> ReplyRequest:
    """A request."""
    return ReplyRequest(text=text, target=target, **values)


def client(running, **values) -> AsyncClient:
    """A client of the server."""
    return AsyncClient(Connection(**({"target": running.target, "timeout": 20.0} | values)))


async def raw_call(running, message: bytes, *, timeout: float | None = 10, metadata=()) -> bytes:
    """Send bytes as they are."""
    async with grpc.aio.insecure_channel(running.target) as channel:
        call: Any = channel.unary_unary(LOCALISE)
        answer: bytes = await call(message, timeout=timeout, metadata=metadata)
        return answer


def details(error: grpc.aio.AioRpcError) -> dict[str, Any]:
    """The status details by type name."""
    status = status_pb2.Status.FromString(dict(error.trailing_metadata())["grpc-status-details-bin"])
    kinds = {
        kind.DESCRIPTOR.full_name: kind
        for kind in (error_details_pb2.ErrorInfo, error_details_pb2.BadRequest, error_details_pb2.RetryInfo)
    }
    found = {}
    for detail in status.details:
        name = detail.TypeName()
        assert name not in found
        found[name.rpartition(".")[2]] = kinds[name].FromString(detail.value)
    return found


async def test_a_reply_comes_back_localised(start) -> None:
    """Text, direction, provenance and signature arrive."""
    running = await start()
    async with client(running) as door:
        reply = await door.localise(ask("order 7 is late", "ar-EG"))

    assert (reply.text, reply.locale, reply.ready_to_send) == ("ORDER 7 IS LATE", "ar-EG", False)
    assert locale_pb2.Direction.Name(reply.direction) == "DIRECTION_RTL"
    assert reply.segments[0].provenance.packs == ["translate-en_xx 1.0"]
    assert reply.segments[0].score == -0.25
    assert (reply.findings[0].code, reply.findings[0].segment) == ("verify.number_changed", 0)
    assert reply.signature.text == "mannerly:0.1.0+pack:translate-en_xx@1.0#abababababab+beam:4"


async def test_the_same_request_gives_the_same_bytes(start) -> None:
    """Nothing of the call gets into the answer."""
    running = await start()
    message = reply_service_pb2.LocaliseReplyRequest(
        reply=reply_pb2.Reply(text="a b c", glossary={"x": "y", "a": "b"}), target=reply_pb2.Target(locale="de")
    ).SerializeToString()
    assert await raw_call(running, message) == await raw_call(running, message)


async def test_a_preview_shows_targets_side_by_side(start) -> None:
    """One column per target, in order, with raw and back-translation."""
    running = await start()
    async with client(running) as door:
        columns = await door.preview([ask(target="de"), ask(target="ar", overrides=Overrides(add_closing=True))])

    assert [column.reply.locale for column in columns] == ["de", "ar"]
    assert columns[0].raw_translation == "hello"
    assert columns[0].HasField("back_translation")


async def test_a_preview_names_the_target_that_is_wrong(start) -> None:
    """The field carries the index."""
    running = await start()
    async with client(running) as door:
        with pytest.raises(CallFailed) as caught:
            await door.preview([ask(target="de"), ask(target="xx-XX")])

    assert (caught.value.reason, caught.value.field) == ("UNKNOWN_LOCALE", "targets[1].locale")


@pytest.mark.parametrize("count", [pytest.param(0, id="none"), pytest.param(11, id="too many")])
async def test_a_preview_has_one_to_ten_targets(start, count: int) -> None:
    """Other numbers are refused."""
    running = await start()
    request = reply_service_pb2.PreviewReplyRequest(
        reply=reply_pb2.Reply(text="a"), targets=[reply_pb2.Target(locale="de")] * count
    )
    async with grpc.aio.insecure_channel(running.target) as channel:
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await reply_service_pb2_grpc.ReplyServiceStub(channel).PreviewReply(request)

    assert details(caught.value)["BadRequest"].field_violations[0].field == "targets"


async def stream_items(*pairs) -> AsyncIterator[Any]:
    """Items of a stream."""
    for pair in pairs:
        yield pair


async def test_one_bad_item_does_not_end_a_stream(start) -> None:
    """Every item gets an answer of its own under its id."""
    running = await start()
    items = [("a", ask("fine")), ("b", ask("boom " + SECRET)), ("c", ask(target="xx-XX")), ("d", ask("full"))]
    items += [("e" * 129, ask()), ("f", ask("also fine"))]
    async with client(running) as door:
        answers: dict[str, Any] = {item_id: result async for item_id, result in door.stream(stream_items(*items))}

    assert answers["a"].text == "FINE"
    assert answers["f"].text == "ALSO FINE"
    assert (answers["b"].reason, answers["b"].code) == ("INTERNAL", grpc.StatusCode.INTERNAL)
    assert SECRET not in str(answers["b"])
    assert (answers["c"].reason, answers["c"].field) == ("UNKNOWN_LOCALE", "target.locale")
    assert (answers["d"].reason, answers["d"].retry_after) == ("QUEUE_FULL", 2.5)
    assert answers["e" * 128].field == "item_id"


async def test_an_unreadable_item_does_not_end_a_stream(start) -> None:
    """Bad bytes get a status without id; the next item is served."""
    running = await start()
    good = reply_service_pb2.StreamLocaliseRepliesRequest(
        item_id="ok", reply=reply_pb2.Reply(text="hi"), target=reply_pb2.Target(locale="de")
    ).SerializeToString()
    async with grpc.aio.insecure_channel(running.target) as channel:
        call: Any = channel.stream_stream("/mannerly.v1.ReplyService/StreamLocaliseReplies")
        raw = [data async for data in call(stream_items(b"\x0a\x02\xff\xfe", good), timeout=10)]
    answers = {
        answer.item_id: answer for answer in map(reply_service_pb2.StreamLocaliseRepliesResponse.FromString, raw)
    }

    assert answers[""].error.code == grpc.StatusCode.INVALID_ARGUMENT.value[0]
    assert answers["ok"].reply.text == "HI"


async def test_a_stream_works_on_a_bounded_number_of_items(start) -> None:
    """Never more than the setting at a time, and results come in any order."""
    running = await start(stream_items=3, workers=8)
    items = [(str(number), ask("nap please")) for number in range(12)]
    async with client(running) as door:
        answers = [item_id async for item_id, _ in door.stream(stream_items(*items))]

    assert sorted(answers, key=int) == [item_id for item_id, _ in items]
    assert 1 < running.replies.peak <= 3


async def test_a_stream_waits_for_a_worker_instead_of_failing(start) -> None:
    """Bulk work is patient where a single call is refused."""
    running = await start(stream_items=6, workers=1, max_waiting_replies=0)
    items = [(str(number), ask("nap please")) for number in range(6)]
    async with client(running) as door:
        answers: list[Any] = [result async for _, result in door.stream(stream_items(*items))]

    assert [answer.text for answer in answers] == ["NAP PLEASE"] * 6


BAD_UTF8 = b"\x0a\x04\x0a\x02\xc3\x28\x12\x04\x0a\x02de"
SURROGATE = b"\x0a\x05\x0a\x03\xed\xa0\x80\x12\x04\x0a\x02de"


def message(**reply) -> bytes:
    """A request with these fields of the reply."""
    return reply_service_pb2.LocaliseReplyRequest(
        reply=reply_pb2.Reply(**reply), target=reply_pb2.Target(locale="de")
    ).SerializeToString()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        pytest.param(message(text="x" * 10_001), "reply.text", id="10,001 characters"),
        pytest.param(message(text=""), "reply.text", id="empty"),
        pytest.param(message(text=" \n\t "), "reply.text", id="blank"),
        pytest.param(message(text="a\x00b"), "reply.text", id="NUL"),
        pytest.param(message(text="a\x85b"), "reply.text", id="C1 control"),
        pytest.param(message(text="a", source_locale="x" * 36), "reply.source_locale", id="long tag"),
        pytest.param(message(text="a", glossary={"": "b"}), "reply.glossary", id="empty term"),
        pytest.param(message(text="a", variables={"n": {}}), "reply.variables.n", id="variable without value"),
        pytest.param(
            message(text="a", variables={"my secret": {"phone": "123"}}), "reply.variables", id="name that is text"
        ),
        pytest.param(
            message(text="a", facts={"customer": {"given_name": "A\nB"}}),
            "reply.facts.customer.given_name",
            id="name with line end",
        ),
        pytest.param(message(text="a", facts={"channel": 99}), "reply.facts.channel", id="enum of the future"),
        pytest.param(message(text="a", facts={"earlier_contacts": -1}), "reply.facts.earlier_contacts", id="negative"),
        pytest.param(BAD_UTF8, "", id="bad UTF-8"),
        pytest.param(SURROGATE, "", id="lone surrogate"),
        pytest.param(b"\xff\xff\xff", "", id="not protobuf"),
    ],
)
async def test_bad_input_is_refused_by_name_and_the_server_lives(start, sent: bytes, field: str) -> None:
    """INVALID_ARGUMENT with one ErrorInfo and a BadRequest that says what to do; the next call works."""
    running = await start()
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await raw_call(running, sent)
    found = details(caught.value)

    assert caught.value.code() is grpc.StatusCode.INVALID_ARGUMENT
    assert found["ErrorInfo"].reason == "INVALID_INPUT"
    assert found["BadRequest"].field_violations[0].field == field
    assert found["ErrorInfo"].metadata["remedy"]
    assert await raw_call(running, message(text="still there"))


async def test_ten_thousand_characters_of_any_script_pass(start) -> None:
    """The limit counts code points."""
    running = await start()
    async with client(running) as door:
        assert len((await door.localise(ask("\U0001f600" * 10_000))).text) == 10_000


async def test_a_missing_target_is_named(start) -> None:
    """An empty locale is not guessed."""
    running = await start()
    sent = reply_service_pb2.LocaliseReplyRequest(reply=reply_pb2.Reply(text="a")).SerializeToString()
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await raw_call(running, sent)

    assert details(caught.value)["BadRequest"].field_violations[0].field == "target.locale"


async def test_a_message_beyond_the_limit_is_refused(start) -> None:
    """The limit of gRPC itself stands before ours."""
    running = await start(max_message_bytes=65_536)
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await raw_call(running, b"\x0a" + b"x" * 70_000)

    assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
    assert await raw_call(running, message(text="still there"))


async def test_an_unknown_exception_leaks_nothing(start, logs: StringIO) -> None:
    """The caller gets a request id; the log has place and class; nobody gets the text."""
    running = await start()
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await raw_call(running, message(text=f"boom {SECRET}"), metadata=(("x-request-id", "my-id-1"),))
    trailers = dict(caught.value.trailing_metadata())

    assert caught.value.code() is grpc.StatusCode.INTERNAL
    assert "my-id-1" in (caught.value.details() or "")
    assert trailers["x-request-id"] == "my-id-1"
    assert "secret" not in f"{caught.value.details()} {trailers}".lower()
    assert "RuntimeError" in logs.getvalue()
    assert "conftest" in logs.getvalue()
    assert "Zebra42" not in logs.getvalue()


async def test_message_text_never_reaches_log_or_metrics(start, logs: StringIO) -> None:
    """Good calls, refused calls, broken calls and streams alike; one line per call."""
    running = await start()
    async with client(running) as door:
        await door.localise(ask(SECRET))
        await door.preview([ask(SECRET)])
        for text in (f"boom {SECRET}", f"full {SECRET}"):
            with pytest.raises(CallFailed):
                await door.localise(ask(text))
        async for _ in door.stream(stream_items(("a", ask(SECRET)), ("b", ask(f"boom {SECRET}")))):
            pass
    with pytest.raises(grpc.aio.AioRpcError):
        await raw_call(running, message(text=SECRET + "\x00"))
    from prometheus_client import generate_latest

    lines = [json.loads(line) for line in logs.getvalue().splitlines()]
    finished = [line for line in lines if line["action"] == "rpc.finished"]
    assert [line["code"] for line in finished] == [
        "OK",
        "OK",
        "INTERNAL",
        "RESOURCE_EXHAUSTED",
        "OK",
        "INVALID_ARGUMENT",
    ]
    assert [line["reason"] for line in finished][2:4] == ["INTERNAL", "QUEUE_FULL"]
    assert "Zebra42" not in logs.getvalue()
    assert b"Zebra42" not in generate_latest(running.metrics.registry)


async def test_metrics_have_the_usual_names(start) -> None:
    """Calls by code, findings by code, segments by origin."""
    running = await start()
    async with client(running) as door:
        await door.localise(ask("7"))
    value = running.metrics.registry.get_sample_value
    labels = {"grpc_type": "unary", "grpc_service": "mannerly.v1.ReplyService", "grpc_method": "LocaliseReply"}

    assert value("grpc_server_started_total", labels) == 1
    assert value("grpc_server_handled_total", labels | {"grpc_code": "OK"}) == 1
    assert value("grpc_server_handling_seconds_count", labels) == 1
    assert value("mannerly_findings_total", {"code": "verify.number_changed", "severity": "blocking"}) == 1
    assert value("mannerly_segments_total", {"origin": "pack"}) == 1
    assert value("mannerly_queue_depth", {"queue": "replies"}) == 0


async def test_a_full_queue_says_when_to_come_back(start) -> None:
    """RESOURCE_EXHAUSTED with RetryInfo, at once, and the server serves again afterwards."""
    running = await start(workers=1, max_waiting_replies=1)
    async with client(running) as door:
        held = [asyncio.ensure_future(door.localise(ask("wait"))) for _ in range(2)]
        await asyncio.to_thread(running.replies.entered.acquire)
        while running.metrics.registry.get_sample_value("mannerly_queue_depth", {"queue": "replies"}) != 1:
            await asyncio.sleep(0.01)
        with pytest.raises(CallFailed) as caught:
            await door.localise(ask())
        running.replies.gate.set()
        answers = await asyncio.gather(*held)
        after = await door.localise(ask())

    assert (caught.value.code, caught.value.reason) == (grpc.StatusCode.RESOURCE_EXHAUSTED, "QUEUE_FULL")
    assert caught.value.retry_after == 1.0
    assert [answer.text for answer in answers] == ["WAIT", "WAIT"]
    assert after.text == "HELLO"


async def test_too_many_calls_at_once_are_refused(start) -> None:
    """maximum_concurrent_rpcs holds."""
    running = await start(max_concurrent_rpcs=1)
    async with client(running) as door:
        held = asyncio.ensure_future(door.localise(ask("wait")))
        await asyncio.to_thread(running.replies.entered.acquire)
        with pytest.raises(CallFailed) as caught:
            await door.localise(ask())
        running.replies.gate.set()
        await held

    assert caught.value.code is grpc.StatusCode.RESOURCE_EXHAUSTED


async def test_work_stops_when_the_deadline_passes(start, logs: StringIO) -> None:
    """The caller is free at once and the thread sees it."""
    running = await start()
    async with client(running) as door:
        with pytest.raises(CallFailed) as caught:
            await door.localise(ask("endless"), timeout=0.3)
        await _until(lambda: running.replies.stopped_by)
        assert (await door.localise(ask())).text == "HELLO"

    assert caught.value.code is grpc.StatusCode.DEADLINE_EXCEEDED
    assert running.replies.stopped_by[0] in {"Cancelled", "DeadlineTooShort"}


async def test_a_call_without_deadline_gets_the_servers(start) -> None:
    """It ends with DEADLINE_EXCEEDED and our reason."""
    running = await start(default_deadline_seconds=0.2)
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await raw_call(running, message(text="endless"), timeout=None)

    assert caught.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED
    assert details(caught.value)["ErrorInfo"].reason == "DEADLINE_TOO_SHORT"


async def test_a_deadline_beyond_the_longest_is_cut(start) -> None:
    """A caller cannot hold a worker for ever."""
    running = await start(default_deadline_seconds=0.2, max_deadline_seconds=0.2)
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await raw_call(running, message(text="endless"), timeout=60)

    assert details(caught.value)["ErrorInfo"].reason == "DEADLINE_TOO_SHORT"


async def test_cancelling_stops_the_work(start, logs: StringIO) -> None:
    """The thread sees that the caller went away, and the log says CANCELLED."""
    running = await start()
    async with client(running) as door:
        call = asyncio.ensure_future(door.localise(ask("endless")))
        await asyncio.to_thread(running.replies.entered.acquire)
        call.cancel()
        await _until(lambda: running.replies.stopped_by)
        assert (await door.localise(ask())).text == "HELLO"

    assert running.replies.stopped_by == ["Cancelled"]
    assert '"CANCELLED"' in logs.getvalue()


async def test_cancelling_a_stream_stops_its_items(start) -> None:
    """No item goes on for a reader that left."""
    running = await start(stream_items=2)
    async with client(running) as door:

        async def read() -> None:
            async for _ in door.stream(stream_items(("a", ask("endless")), ("b", ask("endless")))):
                pass

        reading = asyncio.ensure_future(read())
        for _ in range(2):
            await asyncio.to_thread(running.replies.entered.acquire)
        reading.cancel()
        await _until(lambda: len(running.replies.stopped_by) == 2)

    assert running.replies.stopped_by == ["Cancelled", "Cancelled"]


async def test_slow_work_does_not_delay_health(start) -> None:
    """The loop stays free while all workers are busy."""
    running = await start(workers=1)
    async with client(running) as door, grpc.aio.insecure_channel(running.target) as channel:
        held = asyncio.ensure_future(door.localise(ask("wait")))
        await asyncio.to_thread(running.replies.entered.acquire)
        stub: Any = health_pb2_grpc.HealthStub(channel)
        answer = await stub.Check(health_pb2.HealthCheckRequest(), timeout=2)
        running.replies.gate.set()
        await held

    assert answer.status == health_pb2.HealthCheckResponse.SERVING


@pytest.mark.parametrize("on", [True, False])
async def test_reflection_follows_its_setting(start, on: bool) -> None:
    """Tools can list the services, or not."""
    running = await start(reflection=on)
    request = reflection_pb2.ServerReflectionRequest(list_services="")
    async with grpc.aio.insecure_channel(running.target) as channel:
        make: Any = reflection_pb2_grpc.ServerReflectionStub
        call = make(channel).ServerReflectionInfo(stream_items(request), timeout=10)
        if not on:
            with pytest.raises(grpc.aio.AioRpcError) as caught:
                await anext(aiter(call))
            assert caught.value.code() is grpc.StatusCode.UNIMPLEMENTED
            return
        answer = await anext(aiter(call))

    names = {service.name for service in answer.list_services_response.service}
    assert {"mannerly.v1.ReplyService", "mannerly.v1.LanguageService", "grpc.health.v1.Health"} <= names


async def test_an_unknown_method_is_unimplemented(start) -> None:
    """No interceptor gets in the way of gRPC's own answer."""
    running = await start()
    async with grpc.aio.insecure_channel(running.target) as channel:
        nothing: Any = channel.unary_unary("/mannerly.v1.ReplyService/Nothing")
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await nothing(b"")

    assert caught.value.code() is grpc.StatusCode.UNIMPLEMENTED


@pytest.mark.parametrize(
    "sent", [pytest.param("a b", id="space"), pytest.param("x" * 65, id="long"), pytest.param("", id="empty")]
)
async def test_an_unusable_request_id_is_replaced(start, sent: str) -> None:
    """Logs cannot be written by the caller."""
    running = await start()
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await raw_call(running, message(text="full"), metadata=(("x-request-id", sent),))

    assert len(dict(caught.value.trailing_metadata())["x-request-id"]) == 32


async def _until(done) -> None:
    async with asyncio.timeout(10):
        while not done():
            await asyncio.sleep(0.01)
