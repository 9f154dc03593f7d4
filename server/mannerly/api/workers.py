"""Runs blocking work in a bounded pool of threads, off the event loop; knows nothing of the work."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

from mannerly.model.context import Deadline
from mannerly.model.errors import QueueFull

T = TypeVar("T")


class Workers:
    """A bounded pool.

    Args:
        threads: pieces of work done at the same time, at least 1.
        waiting: pieces that may wait beyond them.
        retry_after_s: delay suggested to callers who are refused, in seconds.
    """

    def __init__(self, *, threads: int, waiting: int, retry_after_s: float = 1.0) -> None:
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="mannerly")
        self._slots = asyncio.Semaphore(threads + waiting)
        self._threads = threads
        self._taken = 0
        self._retry_after_s = retry_after_s

    def waiting(self) -> int:
        """Return how many pieces wait for a thread."""
        return max(0, self._taken - self._threads)

    async def run(self, work: Callable[[Deadline], T], *, deadline_at: float, patient: bool = False) -> T:
        """Run one piece of work in a thread.

        Args:
            work: gets a deadline that also says when the caller went away.
            deadline_at: monotonic seconds at which the caller stops waiting.
            patient: wait for a slot instead of being refused.

        Returns:
            What the work returns.

        Raises:
            QueueFull: no slot is free and the caller is not patient.
        """
        if self._slots.locked() and not patient:
            raise QueueFull(retry_after_s=self._retry_after_s)
        await self._slots.acquire()
        self._taken += 1
        gone = threading.Event()
        deadline = Deadline(at=deadline_at, cancelled=gone.is_set)
        context = contextvars.copy_context()
        future = self._pool.submit(context.run, self._checked, work, deadline)
        future.add_done_callback(self._release_on(asyncio.get_running_loop()))
        try:
            return await asyncio.wrap_future(future)
        finally:
            # A thread cannot be stopped; the work sees this at its next check. No harm when it is done.
            gone.set()

    @staticmethod
    def _checked(work: Callable[[Deadline], T], deadline: Deadline) -> T:
        deadline.check()
        return work(deadline)

    def _release_on(self, loop: asyncio.AbstractEventLoop) -> Callable[[Future[T]], None]:
        def release(_: Future[T]) -> None:
            # The slot is free when the thread is, not when the caller left; the loop may be gone by then.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._release)

        return release

    def _release(self) -> None:
        self._taken -= 1
        self._slots.release()

    def close(self) -> None:
        """Take no more work and drop what waits; running work ends at its next deadline check."""
        self._pool.shutdown(wait=False, cancel_futures=True)
