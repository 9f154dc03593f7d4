"""The client for asyncio programs; must not hold rules."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

import grpc

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


class AsyncClient:
    """Calls one server from asyncio; an async context manager that closes the channel.

    Every method raises CallFailed, and takes `timeout` in seconds to use instead of the connection's.

    Args:
        connection: where the server is; this machine by default.
    """

    def __init__(self, connection: Connection | None = None) -> None:
        self._connection = connection or Connection()
        credentials, options = self._connection.credentials(), self._connection.options()
        target = self._connection.target
        self._channel = (
            grpc.aio.insecure_channel(target, options=options)
            if credentials is None
            else grpc.aio.secure_channel(target, credentials, options=options)
        )
        self._replies = reply_service_pb2_grpc.ReplyServiceStub(self._channel)
        self._languages = language_service_pb2_grpc.LanguageServiceStub(self._channel)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the channel."""
        await self._channel.close()

    async def localise(self, request: ReplyRequest, *, timeout: float | None = None) -> reply_pb2.LocalisedReply:
        """Localise one reply."""
        return (await self._call(self._replies.LocaliseReply, localise_message(request), timeout)).reply

    async def preview(
        self, requests: Sequence[ReplyRequest], *, timeout: float | None = None
    ) -> list[wire.ReplyPreview]:
        """Preview one reply for several targets: the requests differ in target, profile and overrides only."""
        answer = await self._call(self._replies.PreviewReply, preview_message(requests), timeout)
        return list(answer.previews)

    async def stream(
        self, items: AsyncIterable[tuple[str, ReplyRequest]], *, timeout: float | None = None
    ) -> AsyncIterator[tuple[str, reply_pb2.LocalisedReply | CallFailed]]:
        """Localise many replies; yields each item's id with its reply or why there is none, in any order.

        Without `timeout` the stream may last; the server limits each item.
        """

        async def messages() -> AsyncIterator[wire.StreamLocaliseRepliesRequest]:
            async for item_id, request in items:
                yield item_message(item_id, request)

        answers = self._replies.StreamLocaliseReplies(messages(), timeout=timeout, metadata=self._connection.metadata())
        try:
            async for answer in answers:
                yield item_result(answer)
        except grpc.RpcError as error:
            raise from_call(error) from error
        finally:
            answers.cancel()

    async def locales(self, *, timeout: float | None = None) -> AsyncIterator[locale_pb2.Locale]:
        """List every locale, page by page."""
        token = ""
        while True:
            request = language_service_pb2.ListLocalesRequest(page_token=token)
            answer = await self._call(self._languages.ListLocales, request, timeout)
            for locale in answer.locales:
                yield locale
            if not (token := answer.next_page_token):
                return

    async def locale(self, tag: str, *, timeout: float | None = None) -> locale_pb2.Locale:
        """Return one locale by its BCP-47 tag in any case."""
        request = language_service_pb2.GetLocaleRequest(name=f"locales/{tag}")
        return await self._call(self._languages.GetLocale, request, timeout)

    async def packs(self, *, timeout: float | None = None) -> AsyncIterator[pack_pb2.Pack]:
        """List every pack, page by page."""
        token = ""
        while True:
            request = language_service_pb2.ListPacksRequest(page_token=token)
            answer = await self._call(self._languages.ListPacks, request, timeout)
            for pack in answer.packs:
                yield pack
            if not (token := answer.next_page_token):
                return

    async def pair_support(self, source: str, target: str, *, timeout: float | None = None) -> locale_pb2.PairSupport:
        """Return what can be done for one pair."""
        request = language_service_pb2.GetPairSupportRequest(source_locale=source, target_locale=target)
        return await self._call(self._languages.GetPairSupport, request, timeout)

    async def verify_offline(self, *, timeout: float = 600.0) -> language_service_pb2.VerifyOfflineResponse:
        """Check every model and data file of the server."""
        return await self._call(self._languages.VerifyOffline, language_service_pb2.VerifyOfflineRequest(), timeout)

    async def _call(
        self,
        method: Callable[..., Awaitable[T]],
        request: Any,  # noqa: ANN401 - any message
        timeout: float | None,
    ) -> T:
        try:
            return await method(
                request, timeout=timeout or self._connection.timeout, metadata=self._connection.metadata()
            )
        except grpc.RpcError as error:
            raise from_call(error) from error
