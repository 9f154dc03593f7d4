"""What a caller gets: replies, previews, reflection, metrics, request ids."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import grpc
import pytest
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc

from mannerly.client import CallFailed
from mannerly.model.request import Overrides, ReplyRequest
from mannerly.v1 import locale_pb2, reply_pb2, reply_service_pb2, reply_service_pb2_grpc


def ask(text: str = "hello", target: str = "pt-BR", **values) -> ReplyRequest:
    """A request."""
    return ReplyRequest(text=text, target=target, **values)


async def test_a_reply_comes_back_localised(start) -> None:
    """Text, direction, provenance and signature arrive."""
    running = await start()
    async with running.client() as door:
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
    assert await running.raw_call(message) == await running.raw_call(message)


async def test_a_preview_shows_targets_side_by_side(start) -> None:
    """One column per target, in order, with raw and back-translation."""
    running = await start()
    async with running.client() as door:
        columns = await door.preview([ask(target="de"), ask(target="ar", overrides=Overrides(add_closing=True))])

    assert [column.reply.locale for column in columns] == ["de", "ar"]
    assert columns[0].raw_translation == "hello"
    assert columns[0].HasField("back_translation")


async def test_a_preview_names_the_target_that_is_wrong(start) -> None:
    """The field carries the index."""
    running = await start()
    async with running.client() as door:
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

    assert running.details(caught.value)["BadRequest"].field_violations[0].field == "targets"


async def test_metrics_have_the_usual_names(start) -> None:
    """Calls by code, findings by code, segments by origin."""
    running = await start()
    async with running.client() as door:
        await door.localise(ask("7"))
    value = running.metrics.registry.get_sample_value
    labels = {"grpc_type": "unary", "grpc_service": "mannerly.v1.ReplyService", "grpc_method": "LocaliseReply"}

    assert value("grpc_server_started_total", labels) == 1
    assert value("grpc_server_handled_total", labels | {"grpc_code": "OK"}) == 1
    assert value("grpc_server_handling_seconds_count", labels) == 1
    assert value("mannerly_findings_total", {"code": "verify.number_changed", "severity": "blocking"}) == 1
    assert value("mannerly_segments_total", {"origin": "pack"}) == 1
    assert value("mannerly_queue_depth", {"queue": "replies"}) == 0


async def stream_items(*pairs) -> AsyncIterator[Any]:
    """Items of a stream."""
    for pair in pairs:
        yield pair


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


def message(**reply) -> bytes:
    """A request with these fields of the reply."""
    return reply_service_pb2.LocaliseReplyRequest(
        reply=reply_pb2.Reply(**reply), target=reply_pb2.Target(locale="de")
    ).SerializeToString()


@pytest.mark.parametrize(
    "sent", [pytest.param("a b", id="space"), pytest.param("x" * 65, id="long"), pytest.param("", id="empty")]
)
async def test_an_unusable_request_id_is_replaced(start, sent: str) -> None:
    """Logs cannot be written by the caller."""
    running = await start()
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await running.raw_call(message(text="full"), metadata=(("x-request-id", sent),))

    assert len(dict(caught.value.trailing_metadata())["x-request-id"]) == 32
