"""Streams: an answer per item, bounds, patience, and an end when the reader leaves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import grpc

from mannerly.model.request import ReplyRequest
from mannerly.v1 import reply_pb2, reply_service_pb2

SECRET = "Zebra42 never logs me"


def ask(text: str = "hello", target: str = "pt-BR", **values) -> ReplyRequest:
    """A request."""
    return ReplyRequest(text=text, target=target, **values)


async def stream_items(*pairs) -> AsyncIterator[Any]:
    """Items of a stream."""
    for pair in pairs:
        yield pair


async def test_one_bad_item_does_not_end_a_stream(start) -> None:
    """Every item gets an answer of its own under its id."""
    running = await start()
    items = [("a", ask("fine")), ("b", ask("boom " + SECRET)), ("c", ask(target="xx-XX")), ("d", ask("full"))]
    items += [("e" * 129, ask()), ("f", ask("also fine"))]
    async with running.client() as door:
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
    async with running.client() as door:
        answers = [item_id async for item_id, _ in door.stream(stream_items(*items))]

    assert sorted(answers, key=int) == [item_id for item_id, _ in items]
    assert 1 < running.replies.peak <= 3


async def test_a_stream_waits_for_a_worker_instead_of_failing(start) -> None:
    """Bulk work is patient where a single call is refused."""
    running = await start(stream_items=6, workers=1, max_waiting_replies=0)
    items = [(str(number), ask("nap please")) for number in range(6)]
    async with running.client() as door:
        answers: list[Any] = [result async for _, result in door.stream(stream_items(*items))]

    assert [answer.text for answer in answers] == ["NAP PLEASE"] * 6


async def test_cancelling_a_stream_stops_its_items(start) -> None:
    """No item goes on for a reader that left."""
    running = await start(stream_items=2)
    async with running.client() as door:

        async def read() -> None:
            async for _ in door.stream(stream_items(("a", ask("endless")), ("b", ask("endless")))):
                pass

        reading = asyncio.ensure_future(read())
        for _ in range(2):
            await asyncio.to_thread(running.replies.entered.acquire)
        reading.cancel()
        await _until(lambda: len(running.replies.stopped_by) == 2)

    assert running.replies.stopped_by == ["Cancelled", "Cancelled"]


async def _until(done) -> None:
    async with asyncio.timeout(10):
        while not done():
            await asyncio.sleep(0.01)
