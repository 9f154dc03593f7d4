"""Sees to it that every call ends: own deadline where the caller brings none, the longest one where it is longer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mannerly.api.call import current
from mannerly.api.interceptors.around import Around, Context
from mannerly.model.errors import DeadlineTooShort

REMEDY = "Set a longer deadline or send a shorter reply."


class Deadlines(Around):
    """Fourth interceptor.

    Args:
        default_s: seconds for a call without a deadline, above 0.
        longest_s: most seconds for any call.
    """

    def __init__(self, *, default_s: float, longest_s: float) -> None:
        self._default_s = default_s
        self._longest_s = longest_s

    @asynccontextmanager
    async def around(self, method: str, context: Context, *, streams: bool) -> AsyncIterator[None]:
        """Set the call's deadline; end unary calls at it. Streams keep the caller's: their items have one each."""
        left = context.time_remaining()
        call = current()
        if streams:
            call.deadline_at = float("inf") if left is None else time.monotonic() + left
            yield
            return
        seconds = min(self._default_s if left is None else left, self._longest_s)
        call.deadline_at = time.monotonic() + seconds
        try:
            async with asyncio.timeout(seconds) as limit:
                yield
        except TimeoutError as error:
            if limit.expired():
                raise DeadlineTooShort(remedy=REMEDY) from error
            raise
