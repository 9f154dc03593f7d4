"""What is known about the call being served; interceptors fill it in, servicers read it."""

from __future__ import annotations

import time
from contextvars import ContextVar
from dataclasses import dataclass, field

from mannerly.api.access import Principal


@dataclass(kw_only=True)
class Call:
    """One call.

    Args:
        request_id: id that log, trailers and error details share.
        method: full name, "/mannerly.v1.ReplyService/LocaliseReply".
        started: monotonic seconds.
        principal: who calls; None before auth.
        deadline_at: monotonic seconds at which the caller stops waiting; infinity for streams without one.
        reason: ErrorInfo reason when the call failed, for the log.
    """

    request_id: str
    method: str
    started: float = field(default_factory=time.monotonic)
    principal: Principal | None = None
    deadline_at: float = float("inf")
    reason: str = ""


_CURRENT: ContextVar[Call] = ContextVar("mannerly_call")


def enter(call: Call) -> None:
    """Make a call the current one of this task."""
    _CURRENT.set(call)


def current() -> Call:
    """Return the call that this task serves.

    Raises:
        LookupError: no interceptor entered one.
    """
    return _CURRENT.get()
