"""Bad input and broken insides: named, without a leak, and the server goes on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from io import StringIO
from typing import Any

import grpc
import pytest
from prometheus_client import generate_latest

from mannerly.client import CallFailed
from mannerly.model.request import ReplyRequest
from mannerly.v1 import reply_pb2, reply_service_pb2

SECRET = "Zebra42 never logs me"
BAD_UTF8 = b"\x0a\x04\x0a\x02\xc3\x28\x12\x04\x0a\x02de"
SURROGATE = b"\x0a\x05\x0a\x03\xed\xa0\x80\x12\x04\x0a\x02de"


def ask(text: str = "hello", target: str = "pt-BR", **values) -> ReplyRequest:
    """A request."""
    return ReplyRequest(text=text, target=target, **values)


async def stream_items(*pairs) -> AsyncIterator[Any]:
    """Items of a stream."""
    for pair in pairs:
        yield pair


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
        await running.raw_call(sent)
    found = running.details(caught.value)

    assert caught.value.code() is grpc.StatusCode.INVALID_ARGUMENT
    assert found["ErrorInfo"].reason == "INVALID_INPUT"
    assert found["BadRequest"].field_violations[0].field == field
    assert found["ErrorInfo"].metadata["remedy"]
    assert await running.raw_call(message(text="still there"))


async def test_ten_thousand_characters_of_any_script_pass(start) -> None:
    """The limit counts code points."""
    running = await start()
    async with running.client() as door:
        assert len((await door.localise(ask("\U0001f600" * 10_000))).text) == 10_000


async def test_a_missing_target_is_named(start) -> None:
    """An empty locale is not guessed."""
    running = await start()
    sent = reply_service_pb2.LocaliseReplyRequest(reply=reply_pb2.Reply(text="a")).SerializeToString()
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await running.raw_call(sent)

    assert running.details(caught.value)["BadRequest"].field_violations[0].field == "target.locale"


async def test_a_message_beyond_the_limit_is_refused(start) -> None:
    """The limit of gRPC itself stands before ours."""
    running = await start(max_message_bytes=65_536)
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await running.raw_call(b"\x0a" + b"x" * 70_000)

    assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
    assert await running.raw_call(message(text="still there"))


async def test_an_unknown_exception_leaks_nothing(start, logs: StringIO) -> None:
    """The caller gets a request id; the log has place and class; nobody gets the text."""
    running = await start()
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await running.raw_call(message(text=f"boom {SECRET}"), metadata=(("x-request-id", "my-id-1"),))
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
    async with running.client() as door:
        await door.localise(ask(SECRET))
        await door.preview([ask(SECRET)])
        for text in (f"boom {SECRET}", f"full {SECRET}"):
            with pytest.raises(CallFailed):
                await door.localise(ask(text))
        async for _ in door.stream(stream_items(("a", ask(SECRET)), ("b", ask(f"boom {SECRET}")))):
            pass
    with pytest.raises(grpc.aio.AioRpcError):
        await running.raw_call(message(text=SECRET + "\x00"))
    for _ in range(100):  # a call's line is written after its answer has left
        if logs.getvalue().count("rpc.finished") >= 6:
            break
        await asyncio.sleep(0.05)

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
