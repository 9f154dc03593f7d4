"""The client for ordinary programs; must not hold rules."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc

from mannerly.client.channel import Connection
from mannerly.client.errors import CallFailed, from_call
from mannerly.client.messages import item_message, item_result, localise_message, preview_message
from mannerly.model.request import ReplyRequest
from mannerly.v1 import (
    language_service_pb2,
    language_service_pb2_grpc,
    locale_pb2,
    pack_pb2,
    reply_pb2,
    reply_service_pb2_grpc,
)
from mannerly.v1 import reply_service_pb2 as wire

T = TypeVar("T")
_POLL_SECONDS = 0.1


class Client:
    """Calls one server; a context manager that closes the channel.

    Every method raises CallFailed, and takes `timeout` in seconds to use instead of the connection's.

    Args:
        connection: where the server is; this machine by default.
    """

    def __init__(self, connection: Connection | None = None) -> None:
        self._connection = connection or Connection()
        credentials, options = self._connection.credentials(), self._connection.options()
        target = self._connection.target
        self._channel = (
            grpc.insecure_channel(target, options=options)
            if credentials is None
            else grpc.secure_channel(target, credentials, options=options)
        )
        self._replies = reply_service_pb2_grpc.ReplyServiceStub(self._channel)
        self._languages = language_service_pb2_grpc.LanguageServiceStub(self._channel)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the channel."""
        self._channel.close()

    def wait_until_ready(self, seconds: float) -> None:
        """Wait until the server says SERVING.

        Args:
            seconds: longest time to wait, above 0.

        Raises:
            CallFailed: it did not within that time.
        """
        health: Any = health_pb2_grpc.HealthStub(self._channel)  # the package has no types
        ends = time.monotonic() + seconds
        while True:
            try:
                answer = health.Check(health_pb2.HealthCheckRequest(), timeout=1.0, wait_for_ready=True)
                if answer.status == health_pb2.HealthCheckResponse.SERVING:
                    return
            except grpc.RpcError as error:
                if time.monotonic() > ends:
                    raise from_call(error) from error
            if time.monotonic() > ends:
                raise CallFailed("The server is not ready.", code=grpc.StatusCode.UNAVAILABLE)
            time.sleep(_POLL_SECONDS)

    def localise(self, request: ReplyRequest, *, timeout: float | None = None) -> reply_pb2.LocalisedReply:
        """Localise one reply."""
        return self._call(self._replies.LocaliseReply, localise_message(request), timeout).reply

    def preview(self, requests: Sequence[ReplyRequest], *, timeout: float | None = None) -> list[wire.ReplyPreview]:
        """Preview one reply for several targets: the requests differ in target, profile and overrides only."""
        return list(self._call(self._replies.PreviewReply, preview_message(requests), timeout).previews)

    def stream(
        self, items: Iterable[tuple[str, ReplyRequest]], *, timeout: float | None = None
    ) -> Iterator[tuple[str, reply_pb2.LocalisedReply | CallFailed]]:
        """Localise many replies; yields each item's id with its reply or why there is none, in any order.

        Without `timeout` the stream may last; the server limits each item.
        """
        messages = (item_message(item_id, request) for item_id, request in items)
        answers = self._replies.StreamLocaliseReplies(messages, timeout=timeout, metadata=self._connection.metadata())
        try:
            for answer in answers:
                yield item_result(answer)
        except grpc.RpcError as error:
            raise from_call(error) from error
        finally:
            answers.cancel()

    def locales(self, *, timeout: float | None = None) -> Iterator[locale_pb2.Locale]:
        """List every locale, page by page."""
        token = ""
        while True:
            request = language_service_pb2.ListLocalesRequest(page_token=token)
            answer = self._call(self._languages.ListLocales, request, timeout)
            yield from answer.locales
            if not (token := answer.next_page_token):
                return

    def locale(self, tag: str, *, timeout: float | None = None) -> locale_pb2.Locale:
        """Return one locale by its BCP-47 tag in any case."""
        request = language_service_pb2.GetLocaleRequest(name=f"locales/{tag}")
        return self._call(self._languages.GetLocale, request, timeout)

    def packs(self, *, timeout: float | None = None) -> Iterator[pack_pb2.Pack]:
        """List every pack, page by page."""
        token = ""
        while True:
            request = language_service_pb2.ListPacksRequest(page_token=token)
            answer = self._call(self._languages.ListPacks, request, timeout)
            yield from answer.packs
            if not (token := answer.next_page_token):
                return

    def pair_support(self, source: str, target: str, *, timeout: float | None = None) -> locale_pb2.PairSupport:
        """Return what can be done for one pair."""
        request = language_service_pb2.GetPairSupportRequest(source_locale=source, target_locale=target)
        return self._call(self._languages.GetPairSupport, request, timeout)

    def verify_offline(self, *, timeout: float = 600.0) -> language_service_pb2.VerifyOfflineResponse:
        """Check every model and data file of the server."""
        return self._call(self._languages.VerifyOffline, language_service_pb2.VerifyOfflineRequest(), timeout)

    def _call(self, method: Callable[..., T], request: Any, timeout: float | None) -> T:  # noqa: ANN401 - any message
        try:
            return method(request, timeout=timeout or self._connection.timeout, metadata=self._connection.metadata())
        except grpc.RpcError as error:
            raise from_call(error) from error
