"""Errors leave as statuses of bounded size, and the friendly client reads them back."""

from __future__ import annotations

import grpc
import pytest
from google.rpc import error_details_pb2  # type: ignore[import-untyped] # no py.typed

from mannerly.api.errors import TABLE, reason_of, row_of, status_of
from mannerly.client.errors import from_status
from mannerly.model.errors import InvalidInput, LanguageDataError, MannerlyError, PackError, QueueFull, UnknownLocale


@pytest.mark.parametrize("kind", TABLE, ids=lambda kind: kind.__name__)
def test_each_error_reaches_the_client_with_code_and_reason(kind: type[MannerlyError]) -> None:
    """One ErrorInfo with the reason and the request id."""
    failed = from_status(status_of(kind(), "id-1"))

    assert (failed.code, failed.reason, failed.request_id) == (TABLE[kind].code, kind.reason, "id-1")
    assert failed.message


@pytest.mark.parametrize("size", [10, 10_000, 1_000_000])
@pytest.mark.parametrize("char", ["x", "\U0001f600", "\u0416"])
def test_a_status_stays_below_8_kib(size: int, char: str) -> None:
    """Even when message, field and remedy are huge, as trailers carry it."""
    status = status_of(InvalidInput(char * size, field=char * size, remedy=char * size), "i" * 64)
    trailers = len(status.SerializeToString()) * 4 / 3 + 3 * len(status.message.encode())

    assert trailers < 8192
    assert from_status(status).reason == "INVALID_INPUT"


def test_strangers_say_nothing() -> None:
    """Neither class nor text."""
    failed = from_status(status_of(ValueError("the customer wrote this"), "id-2"))

    assert (failed.code, failed.reason) == (grpc.StatusCode.INTERNAL, "INTERNAL")
    assert "customer" not in str(failed)
    assert "ValueError" not in str(failed)
    assert "id-2" in failed.message


@pytest.mark.parametrize("kind", [LanguageDataError, PackError])
def test_messages_for_the_operator_stay_on_the_server(kind: type[MannerlyError]) -> None:
    """They may name files; the caller gets the general sentence."""
    failed = from_status(status_of(kind("/srv/data/de.yaml:7 is wrong", field="x", remedy="Look at /srv."), "i"))

    assert failed.message == (kind.__doc__ or "").splitlines()[0]
    assert "/srv" not in str(failed)


def test_a_new_error_inherits_the_row_of_its_base() -> None:
    """Forgetting a row cannot leak."""

    class Odd(UnknownLocale):
        """Odd."""

    assert row_of(Odd()).code is grpc.StatusCode.INVALID_ARGUMENT
    assert reason_of(Odd()) == "UNKNOWN_LOCALE"


def test_overload_carries_its_delay() -> None:
    """RetryInfo, rounded to milliseconds, never zero."""
    assert from_status(status_of(QueueFull(retry_after_s=0.25), "i")).retry_after == 0.25
    assert from_status(status_of(QueueFull(retry_after_s=0.0), "i")).retry_after == 0.001


def test_details_come_at_most_once_each() -> None:
    """ErrorInfo and BadRequest, one of each."""
    status = status_of(UnknownLocale(field="target.locale", remedy="Ask."), "i")
    info = error_details_pb2.ErrorInfo()
    status.details[0].Unpack(info)

    assert [detail.TypeName() for detail in status.details] == ["google.rpc.ErrorInfo", "google.rpc.BadRequest"]
    assert (info.domain, info.metadata["field"]) == ("mannerly", "target.locale")
