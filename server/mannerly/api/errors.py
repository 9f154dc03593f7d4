"""The one table from exceptions to gRPC codes, and the status built from it; must not let unknown text out."""

from __future__ import annotations

from dataclasses import dataclass

import grpc
from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped] # no py.typed

from mannerly.model import errors

DOMAIN = "mannerly"
# Status details travel as trailers, which clients refuse beyond 8 KiB; every part of a status is cut to this.
MAX_PART_BYTES = 600


class Unauthenticated(errors.MannerlyError):
    """The call carries no valid credentials."""

    reason = "UNAUTHENTICATED"


class PermissionDenied(errors.MannerlyError):
    """The role of the caller may not call this method."""

    reason = "PERMISSION_DENIED"


@dataclass(frozen=True, kw_only=True)
class Row:
    """How one class of exceptions leaves the server.

    Args:
        code: gRPC status code.
        shows_text: False where the message is for the operator (it may name files): callers get the class's docstring.
    """

    code: grpc.StatusCode
    shows_text: bool = True


TABLE: dict[type[errors.MannerlyError], Row] = {
    errors.MannerlyError: Row(code=grpc.StatusCode.INTERNAL, shows_text=False),
    errors.InvalidInput: Row(code=grpc.StatusCode.INVALID_ARGUMENT),
    errors.UnknownLocale: Row(code=grpc.StatusCode.INVALID_ARGUMENT),
    errors.NotFound: Row(code=grpc.StatusCode.NOT_FOUND),
    errors.LanguageDataError: Row(code=grpc.StatusCode.FAILED_PRECONDITION, shows_text=False),
    errors.PackError: Row(code=grpc.StatusCode.FAILED_PRECONDITION, shows_text=False),
    errors.PackMissing: Row(code=grpc.StatusCode.FAILED_PRECONDITION),
    errors.MissingCapability: Row(code=grpc.StatusCode.FAILED_PRECONDITION),
    errors.NoOpenTime: Row(code=grpc.StatusCode.FAILED_PRECONDITION),
    errors.QueueFull: Row(code=grpc.StatusCode.RESOURCE_EXHAUSTED),
    errors.DeadlineTooShort: Row(code=grpc.StatusCode.DEADLINE_EXCEEDED),
    errors.ServiceClosing: Row(code=grpc.StatusCode.UNAVAILABLE),
    errors.Cancelled: Row(code=grpc.StatusCode.CANCELLED),
    errors.SettingsError: Row(code=grpc.StatusCode.FAILED_PRECONDITION, shows_text=False),
    Unauthenticated: Row(code=grpc.StatusCode.UNAUTHENTICATED),
    PermissionDenied: Row(code=grpc.StatusCode.PERMISSION_DENIED),
}
INTERNAL = Row(code=grpc.StatusCode.INTERNAL, shows_text=False)


def row_of(error: Exception) -> Row:
    """Return the row of an exception: its class's own, or that of its nearest base; INTERNAL for strangers."""
    return next((TABLE[kind] for kind in type(error).__mro__ if kind in TABLE), INTERNAL)


def reason_of(error: Exception) -> str:
    """Return the ErrorInfo reason of an exception."""
    return error.reason if isinstance(error, errors.MannerlyError) else "INTERNAL"


def status_of(error: Exception, request_id: str) -> status_pb2.Status:
    """Return the status that a caller sees.

    Args:
        error: what went wrong.
        request_id: id of the call, for the operator to find it in the log.

    Returns:
        Code, message and at most 8 KiB of details: ErrorInfo always, BadRequest and RetryInfo where they fit.
    """
    row = row_of(error)
    message = _public_message(error, row, request_id)
    field = _cut(error.field) if isinstance(error, errors.MannerlyError) else ""
    remedy = _cut(error.remedy) if isinstance(error, errors.MannerlyError) and row.shows_text else ""
    metadata = {"request_id": request_id, "field": field, "remedy": remedy}
    info = error_details_pb2.ErrorInfo(
        reason=reason_of(error), domain=DOMAIN, metadata={key: value for key, value in metadata.items() if value}
    )
    status = status_pb2.Status(code=row.code.value[0], message=message)
    _add(status, info)
    if isinstance(error, errors.InvalidInput):
        violation = error_details_pb2.BadRequest.FieldViolation(
            field=field, description=f"{message} {remedy}".strip(), reason=error.reason
        )
        _add(status, error_details_pb2.BadRequest(field_violations=[violation]))
    if isinstance(error, errors.QueueFull):
        delay = Duration()
        delay.FromMilliseconds(max(1, round(error.retry_after_s * 1000)))
        _add(status, error_details_pb2.RetryInfo(retry_delay=delay))
    return status


def _public_message(error: Exception, row: Row, request_id: str) -> str:
    if isinstance(error, errors.MannerlyError) and type(error) is not errors.MannerlyError:
        return _cut(error.message if row.shows_text else (type(error).__doc__ or "").strip().splitlines()[0])
    return f"Something unforeseen happened. Tell the operator the request id {request_id}."


def _add(status: status_pb2.Status, detail: Message) -> None:
    status.details.add().Pack(detail)


def _cut(text: str) -> str:
    return text.encode("utf-8", "replace")[:MAX_PART_BYTES].decode("utf-8", "ignore")
