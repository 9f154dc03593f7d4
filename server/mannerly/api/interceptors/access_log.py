"""Gives each call an id and writes one line when it ends; must never see a message."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import structlog

from mannerly.api.access import HEALTH
from mannerly.api.call import Call, enter
from mannerly.api.interceptors.around import Around, Context
from mannerly.api.interceptors.codes import code_name
from mannerly.observe.actions import Action

REQUEST_ID = "x-request-id"
_USABLE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)


class AccessLog(Around):
    """Outermost interceptor.

    Args:
        new_id: makes a request id where the caller sends none that is usable.
        clock: monotonic clock in seconds.
    """

    def __init__(self, *, new_id: Callable[[], str], clock: Callable[[], float] = time.monotonic) -> None:
        self._new_id = new_id
        self._clock = clock

    @asynccontextmanager
    async def around(self, method: str, context: Context, *, streams: bool) -> AsyncIterator[None]:
        """Enter the call, return its id in the trailers, log its end."""
        call = Call(request_id=self._id(context), method=method, started=self._clock())
        enter(call)
        structlog.contextvars.bind_contextvars(request_id=call.request_id)
        context.set_trailing_metadata(((REQUEST_ID, call.request_id),))
        error: BaseException | None = None
        try:
            yield
        except BaseException as caught:
            error = caught
            raise
        finally:
            self._write(call, code_name(context, error))

    def _id(self, context: Context) -> str:
        for key, value in context.invocation_metadata() or ():
            if key == REQUEST_ID and isinstance(value, str) and _USABLE_ID.fullmatch(value):
                return value
        return self._new_id()

    def _write(self, call: Call, code: str) -> None:
        principal = call.principal
        # Load balancers ask for health every second: worth a line only to who looks for it.
        log = structlog.get_logger()
        write = log.debug if call.method.startswith(HEALTH) else log.info
        write(
            "call finished",
            action=Action.RPC_FINISHED.value,
            method=call.method,
            code=code,
            reason=call.reason,
            seconds=round(self._clock() - call.started, 6),
            caller=principal.name if principal else "",
            role=principal.role.value if principal else "",
        )
