"""Runs a server from start to SIGTERM; must not build what it serves."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable

import structlog

from mannerly.api.ports import LanguageCatalogue, LocaliseReplies
from mannerly.api.server import MannerlyServer, build_server
from mannerly.observe.actions import Action
from mannerly.observe.endpoint import metrics_endpoint
from mannerly.observe.metrics import Metrics
from mannerly.settings import Settings


async def serve(
    settings: Settings,
    *,
    replies: LocaliseReplies,
    catalogue: LanguageCatalogue,
    warm_up: Callable[[], None] = lambda: None,
    metrics: Metrics | None = None,
    started: Callable[[int], None] = lambda _: None,
) -> None:
    """Serve until SIGTERM or SIGINT, then drain.

    Args:
        settings: everything that can be set.
        replies: localises replies.
        catalogue: knows what is installed.
        warm_up: loads what the first call would wait for; runs in a thread while health says NOT_SERVING.
        metrics: where calls are counted; pass the ones that the flow uses.
        started: gets the bound port, 0 for a Unix socket.

    Raises:
        SettingsError: an address or file cannot be used.
        Exception: whatever warm_up raised, after the server has stopped.
    """
    metrics = metrics or Metrics()
    logger = structlog.get_logger()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    with metrics_endpoint(settings.metrics_listen, metrics.registry) as metrics_port:
        server = build_server(settings, replies=replies, catalogue=catalogue, metrics=metrics)
        await server.start()
        if metrics_port:
            logger.info("metrics served", action=Action.METRICS_STARTED.value, port=metrics_port)
        logger.info("server started", action=Action.SERVER_STARTED.value, listen=settings.listen, port=server.port)
        started(server.port)
        try:
            await _until_stopped(server, warm_up, stop)
        finally:
            logger.info("server draining", action=Action.SERVER_DRAINING.value, seconds=settings.drain_seconds)
            await server.drain(notice=settings.drain_notice_seconds, grace=settings.drain_seconds)
            logger.info("server stopped", action=Action.SERVER_STOPPED.value)


async def _until_stopped(server: MannerlyServer, warm_up: Callable[[], None], stop: asyncio.Event) -> None:
    logger = structlog.get_logger()
    stopping = asyncio.ensure_future(stop.wait())
    warming = asyncio.ensure_future(asyncio.to_thread(warm_up))
    await asyncio.wait({stopping, warming}, return_when=asyncio.FIRST_COMPLETED)
    if stopping.done():
        warming.cancel()
        return
    if (error := warming.exception()) is not None:
        stopping.cancel()
        logger.error("warm-up failed", action=Action.WARM_UP_FAILED.value, error=type(error).__name__)
        raise error
    await server.mark_ready()
    logger.info("server ready", action=Action.SERVER_READY.value)
    await stopping
