"""What a failed call tells its caller; knows no method."""

from __future__ import annotations

from typing import Any

import grpc
from google.protobuf.message import DecodeError
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped] # no py.typed

DETAILS = "grpc-status-details-bin"
_UNREACHABLE = "Check that the server runs, and its address, certificate and use of TLS."


class CallFailed(Exception):
    """A call did not succeed.

    Args:
        code: gRPC status code.
        message: one sentence for a person.
        reason: stable reason, a mannerly.v1.ErrorReason without its prefix; "" when the server gave none.
        field: path of the offending request field, "" when none.
        remedy: what to do, "" when nothing can be done.
        request_id: id to tell the operator, "" when the call never arrived.
        retry_after: seconds after which a retry is sensible, None where it is not.
    """

    def __init__(
        self,
        message: str,
        *,
        code: grpc.StatusCode,
        reason: str = "",
        field: str = "",
        remedy: str = "",
        request_id: str = "",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(" ".join(part for part in (message, remedy) if part))
        self.message = message
        self.code = code
        self.reason = reason
        self.field = field
        self.remedy = remedy
        self.request_id = request_id
        self.retry_after = retry_after


def from_call(error: grpc.RpcError) -> CallFailed:
    """Return the friendly form of gRPC's error."""
    code, text = error.code(), error.details() or ""
    trailers: Any = error.trailing_metadata()  # of another type in each kind of client, pairs in both
    for key, value in trailers or ():
        if key == DETAILS:
            try:
                return from_status(status_pb2.Status.FromString(value))
            except DecodeError:
                break
    remedy = _UNREACHABLE if code is grpc.StatusCode.UNAVAILABLE else ""
    return CallFailed(text or f"The call failed with {code.name}.", code=code, remedy=remedy)


def from_status(status: status_pb2.Status) -> CallFailed:
    """Return the friendly form of a status, as a stream's item carries it."""
    info, retry = error_details_pb2.ErrorInfo(), error_details_pb2.RetryInfo()
    retry_after = None
    for detail in status.details:
        detail.Unpack(info)
        if detail.Unpack(retry):
            retry_after = retry.retry_delay.ToTimedelta().total_seconds()
    return CallFailed(
        status.message,
        code=_code(status.code),
        reason=info.reason,
        field=info.metadata.get("field", ""),
        remedy=info.metadata.get("remedy", ""),
        request_id=info.metadata.get("request_id", ""),
        retry_after=retry_after,
    )


def _code(number: int) -> grpc.StatusCode:
    return next((code for code in grpc.StatusCode if code.value[0] == number), grpc.StatusCode.UNKNOWN)
