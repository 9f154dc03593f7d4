"""Lets an interceptor be written once, as a context manager around every kind of call; knows no concern.

Whatever the handler was, the wrapped one is a coroutine that runs in the call's own task, so that cancelling
the call ends every layer in order.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, aclosing
from typing import Any

import grpc
from google.protobuf.message import DecodeError

from mannerly.model.errors import InvalidInput

Context = grpc.aio.ServicerContext[Any, Any]
Handler = Callable[[Any, Context], Any]

# Name of wrapped handlers, by which the innermost interceptor knows that the handler is the service's own.
LAYER = "mannerly_layer"


class Unreadable:
    """Stands for a message that is not valid protobuf, so that the error leaves through the error table."""

    @staticmethod
    def error() -> InvalidInput:
        """Return the error that says so."""
        return InvalidInput("The message cannot be read.", remedy="Send valid protobuf; strings must be valid UTF-8.")


class Around(grpc.aio.ServerInterceptor):
    """An interceptor that does something before, after or instead of a call."""

    def around(self, method: str, context: Context, *, streams: bool) -> AbstractAsyncContextManager[None]:
        """Return what surrounds one call.

        Args:
            method: full name of the method.
            context: gRPC's context of the call.
            streams: True when the caller or the server streams.
        """
        raise NotImplementedError

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable[grpc.RpcMethodHandler[Any, Any] | None]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> grpc.RpcMethodHandler[Any, Any] | None:
        """Wrap the handler of a call; methods that do not exist pass through."""
        handler = await continuation(handler_call_details)
        if handler is None:
            return None
        return self._wrap(handler, handler_call_details.method)

    def _wrap(self, handler: grpc.RpcMethodHandler[Any, Any], method: str) -> grpc.RpcMethodHandler[Any, Any]:
        streams = handler.request_streaming or handler.response_streaming
        inner: Handler = getattr(handler, _kind(handler))
        innermost = getattr(inner, "__name__", "") != LAYER

        async def behaviour(request: Any, context: Context) -> Any:  # noqa: ANN401 - any message
            async with self.around(method, context, streams=streams):
                if innermost and isinstance(request, Unreadable):
                    raise Unreadable.error()
                if inspect.isasyncgenfunction(inner):
                    return await _write_all(inner(request, context), context)
                return await inner(request, context)

        behaviour.__name__ = LAYER
        make = getattr(grpc, f"{_kind(handler)}_rpc_method_handler")
        wrapped: grpc.RpcMethodHandler[Any, Any] = make(
            behaviour,
            request_deserializer=_forgiving(handler.request_deserializer),
            response_serializer=handler.response_serializer,
        )
        return wrapped


async def _write_all(answers: AsyncIterator[Any], context: Context) -> None:
    async with aclosing(answers) as open_answers:  # type: ignore[type-var] # an async generator, as was just checked
        async for answer in open_answers:
            await context.write(answer)


def _kind(handler: grpc.RpcMethodHandler[Any, Any]) -> str:
    asks = "stream" if handler.request_streaming else "unary"
    answers = "stream" if handler.response_streaming else "unary"
    return f"{asks}_{answers}"


def _forgiving(deserialise: Callable[[bytes], Any] | None) -> Callable[[bytes], Any] | None:
    if deserialise is None:
        return None

    def read(data: bytes) -> Any:  # noqa: ANN401 - any message
        try:
            return deserialise(data)
        except DecodeError:
            return Unreadable()

    return read
