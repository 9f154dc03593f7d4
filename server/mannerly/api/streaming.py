"""Works on the items of a stream side by side, with a bound; knows no message."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def side_by_side(items: AsyncIterator[T], work: Callable[[T], Awaitable[R]], *, limit: int) -> AsyncIterator[R]:
    """Yield results as they are ready.

    The next item is read only while fewer than `limit` are in work, and nothing goes on while the reader of the
    results is slow; so memory is bounded by `limit` items and one read ahead.

    Args:
        items: the stream; its errors end the results.
        work: makes a result of an item; must not raise for a bad item.
        limit: items in work at the same time, at least 1.
    """
    running: set[asyncio.Task[R]] = set()
    reading: asyncio.Task[T] | None = asyncio.ensure_future(_next(items))
    try:
        while running or reading is not None:
            waits: set[asyncio.Task[Any]] = {*running}
            if reading is not None and len(running) < limit:
                waits.add(reading)
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            if reading in waits and reading.done():
                try:
                    running.add(asyncio.ensure_future(_await(work(reading.result()))))
                    reading = asyncio.ensure_future(_next(items))
                except StopAsyncIteration:
                    reading = None
            for task in [task for task in running if task.done()]:
                running.discard(task)
                yield task.result()
    finally:
        left: list[asyncio.Task[Any]] = [*running, *([reading] if reading is not None else [])]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


async def _next(items: AsyncIterator[T]) -> T:
    return await anext(items)


async def _await(work: Awaitable[R]) -> R:
    return await work
