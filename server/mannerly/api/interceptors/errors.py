"""Turns exceptions into statuses by the table in mannerly.api.errors; must not let unknown text out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import grpc
import structlog
from grpc_status import rpc_status

from mannerly.api.call import current
from mannerly.api.errors import reason_of, row_of, status_of
from mannerly.api.interceptors.access_log import REQUEST_ID
from mannerly.api.interceptors.around import Around, Context
from mannerly.model.errors import MannerlyError
from mannerly.observe.actions import Action
from mannerly.observe.logs import where


class Errors(Around):
    """Third interceptor: everything inside it may raise."""

    @asynccontextmanager
    async def around(self, method: str, context: Context, *, streams: bool) -> AsyncIterator[None]:
        """Abort the call with the status of what was raised."""
        try:
            yield
        except (grpc.aio.AbortError, asyncio.CancelledError):
            raise
        except Exception as error:
            call = current()
            call.reason = reason_of(error)
            log_failure(error)
            status = rpc_status.to_status(status_of(error, call.request_id))
            trailers = (*status.trailing_metadata, (REQUEST_ID, call.request_id))
            await context.abort(status.code, status.details, trailers)


def log_failure(error: Exception) -> None:
    """Log what the operator must know: strangers by class and place, our own errors of the server by message."""
    logger = structlog.get_logger()
    if not isinstance(error, MannerlyError):
        logger.error("unforeseen error", action=Action.RPC_FAILED.value, error=type(error).__name__, where=where(error))
    elif not row_of(error).shows_text:
        logger.error("call failed", action=Action.RPC_FAILED.value, error=error.reason, detail=str(error))
