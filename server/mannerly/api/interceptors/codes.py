"""Tells with which code a call ended; knows no error table."""

from __future__ import annotations

import asyncio

import grpc

from mannerly.api.interceptors.around import Context

_NAMES = {code.value[0]: code.name for code in grpc.StatusCode}


def code_name(context: Context, error: BaseException | None) -> str:
    """Return the name of the status code, such as "OK".

    Args:
        context: gRPC's context of the call.
        error: what left the handler, None when it returned.
    """
    if isinstance(error, asyncio.CancelledError):
        left = context.time_remaining()
        return "DEADLINE_EXCEEDED" if left is not None and left <= 0 else "CANCELLED"
    code = context.code()
    number = code.value[0] if isinstance(code, grpc.StatusCode) else int(code or 0)
    if error is not None and number == 0:
        return "UNKNOWN"
    return _NAMES.get(number, "UNKNOWN")
