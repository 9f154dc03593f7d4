"""Too much, too long, or no longer wanted: refusal, deadlines and cancelling."""

from __future__ import annotations

import asyncio
from io import StringIO
from typing import Any

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc

from mannerly.client import CallFailed
from mannerly.model.request import ReplyRequest
from mannerly.v1 import reply_pb2, reply_service_pb2


def ask(text: str = "hello", target: str = "pt-BR", **values) -> ReplyRequest:
    """A request."""
    return ReplyRequest(text=text, target=target, **values)


def message(**reply) -> bytes:
    """A request with these fields of the reply."""
    return reply_service_pb2.LocaliseReplyRequest(
        reply=reply_pb2.Reply(**reply), target=reply_pb2.Target(locale="de")
    ).SerializeToString()


async def test_a_full_queue_says_when_to_come_back(start) -> None:
    """RESOURCE_EXHAUSTED with RetryInfo, at once, and the server serves again afterwards."""
    running = await start(workers=1, max_waiting_replies=1)
    async with running.client() as door:
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
    async with running.client() as door:
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
    async with running.client() as door:
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
        await running.raw_call(message(text="endless"), timeout=None)

    assert caught.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED
    assert running.details(caught.value)["ErrorInfo"].reason == "DEADLINE_TOO_SHORT"


async def test_a_deadline_beyond_the_longest_is_cut(start) -> None:
    """A caller cannot hold a worker for ever."""
    running = await start(default_deadline_seconds=0.2, max_deadline_seconds=0.2)
    with pytest.raises(grpc.aio.AioRpcError) as caught:
        await running.raw_call(message(text="endless"), timeout=60)

    assert running.details(caught.value)["ErrorInfo"].reason == "DEADLINE_TOO_SHORT"


async def test_cancelling_stops_the_work(start, logs: StringIO) -> None:
    """The thread sees that the caller went away, and the log says CANCELLED."""
    running = await start()
    async with running.client() as door:
        call = asyncio.ensure_future(door.localise(ask("endless")))
        await asyncio.to_thread(running.replies.entered.acquire)
        call.cancel()
        await _until(lambda: running.replies.stopped_by)
        assert (await door.localise(ask())).text == "HELLO"

    assert running.replies.stopped_by == ["Cancelled"]
    assert '"CANCELLED"' in logs.getvalue()


async def test_slow_work_does_not_delay_health(start) -> None:
    """The loop stays free while all workers are busy."""
    running = await start(workers=1)
    async with running.client() as door, grpc.aio.insecure_channel(running.target) as channel:
        held = asyncio.ensure_future(door.localise(ask("wait")))
        await asyncio.to_thread(running.replies.entered.acquire)
        stub: Any = health_pb2_grpc.HealthStub(channel)
        answer = await stub.Check(health_pb2.HealthCheckRequest(), timeout=2)
        running.replies.gate.set()
        await held

    assert answer.status == health_pb2.HealthCheckResponse.SERVING


async def _until(done) -> None:
    async with asyncio.timeout(10):
        while not done():
            await asyncio.sleep(0.01)
