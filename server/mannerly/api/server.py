"""Puts the gRPC server together; must not build what it serves (bootstrap does) nor handle signals (serve does)."""

from __future__ import annotations

import asyncio
import socket
import uuid
from collections.abc import Callable

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_health.v1.health import aio as health
from grpc_reflection.v1alpha import reflection

from mannerly.api.credentials import server_credentials
from mannerly.api.interceptors.chain import interceptors
from mannerly.api.language_servicer import LanguageServicer
from mannerly.api.ports import LanguageCatalogue, LocaliseReplies
from mannerly.api.reply_servicer import ReplyServicer
from mannerly.api.workers import Workers
from mannerly.listen_address import parse_address
from mannerly.model.errors import SettingsError
from mannerly.observe.metrics import Metrics
from mannerly.settings import Settings
from mannerly.v1 import (
    language_service_pb2,
    language_service_pb2_grpc,
    reply_service_pb2,
    reply_service_pb2_grpc,
)

SERVICES = (
    reply_service_pb2.DESCRIPTOR.services_by_name["ReplyService"].full_name,
    language_service_pb2.DESCRIPTOR.services_by_name["LanguageService"].full_name,
)
# Clients of this project ping every minute; half of that is allowed, so that clocks may differ.
MIN_PING_INTERVAL_MS = 30_000


class MannerlyServer:
    """A server that is bound to its port but does not answer yet.

    Args:
        server: gRPC's server.
        port: bound port, 0 for a Unix socket.
        checker: answers health checks.
        workers: threads that do the work.
    """

    def __init__(self, server: grpc.aio.Server, *, port: int, checker: health.HealthServicer, workers: Workers) -> None:
        self.port = port
        self._server = server
        self._checker = checker
        self._workers = workers

    async def start(self) -> None:
        """Answer calls; health says NOT_SERVING until `mark_ready`."""
        for name in ("", *SERVICES):
            await self._checker.set(name, health_pb2.HealthCheckResponse.NOT_SERVING)
        await self._server.start()

    async def mark_ready(self) -> None:
        """Say SERVING for the server and each service."""
        for name in ("", *SERVICES):
            await self._checker.set(name, health_pb2.HealthCheckResponse.SERVING)

    async def drain(self, *, notice: float, grace: float) -> None:
        """Say NOT_SERVING, wait, refuse new calls, let running ones finish, stop.

        Args:
            notice: seconds between saying it and refusing, for load balancers to notice.
            grace: seconds that running calls get; then they end as UNAVAILABLE.
        """
        await self._checker.enter_graceful_shutdown()
        await asyncio.sleep(notice)
        await self._server.stop(grace)
        self._workers.close()


def build_server(
    settings: Settings,
    *,
    replies: LocaliseReplies,
    catalogue: LanguageCatalogue,
    metrics: Metrics | None = None,
    new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
) -> MannerlyServer:
    """Bind the port and register every service; call it inside a running event loop.

    Args:
        settings: address, limits and security.
        replies: localises replies.
        catalogue: knows what is installed.
        metrics: where calls are counted; new ones when None.
        new_id: makes request ids.

    Returns:
        The server, bound and not started.

    Raises:
        SettingsError: the address is taken, or a file named by a setting is not valid.
    """
    metrics = metrics or Metrics()
    workers = Workers(threads=settings.workers, waiting=settings.max_waiting_replies)
    metrics.watch_queue("replies", workers.waiting)
    server = grpc.aio.server(
        interceptors=interceptors(settings, metrics, new_id),
        options=_options(settings),
        maximum_concurrent_rpcs=settings.max_concurrent_rpcs,
    )
    servicer = ReplyServicer(
        replies,
        workers,
        metrics,
        stream_items=settings.stream_items,
        item_seconds=settings.default_deadline_seconds,
    )
    reply_service_pb2_grpc.add_ReplyServiceServicer_to_server(servicer, server)
    language_service_pb2_grpc.add_LanguageServiceServicer_to_server(LanguageServicer(catalogue, workers), server)
    checker = health.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(checker, server)
    if settings.reflection:
        names = (*SERVICES, health_pb2.DESCRIPTOR.services_by_name["Health"].full_name, reflection.SERVICE_NAME)
        reflection.enable_server_reflection(names, server)
    return MannerlyServer(server, port=_bind(server, settings), checker=checker, workers=workers)


def _options(settings: Settings) -> list[tuple[str, int]]:
    return [
        ("grpc.so_reuseport", 0),  # or a second server would take half of the calls, silently
        ("grpc.max_receive_message_length", settings.max_message_bytes),
        ("grpc.max_send_message_length", settings.max_message_bytes),
        ("grpc.http2.min_recv_ping_interval_without_data_ms", MIN_PING_INTERVAL_MS),
        ("grpc.keepalive_permit_without_calls", 1),
    ]


def _bind(server: grpc.aio.Server, settings: Settings) -> int:
    address = parse_address(settings.listen)
    if address.path and _answers(address.path):
        raise _taken()
    credentials = server_credentials(settings)
    try:
        if credentials is None:
            port = server.add_insecure_port(settings.listen)
        else:
            port = server.add_secure_port(settings.listen, credentials)
    except RuntimeError as error:
        raise _taken() from error
    return 0 if address.path else port


def _answers(path: str) -> bool:
    # gRPC would unlink a live socket without a word.
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(path)
        except OSError:
            return False
    return True


def _taken() -> SettingsError:
    remedy = "Stop the other server, or choose another address, certificate or key."
    return SettingsError("The server cannot listen on its address.", field="listen", remedy=remedy)
