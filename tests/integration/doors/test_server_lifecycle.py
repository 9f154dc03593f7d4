"""From start to SIGTERM: health, addresses, draining, metrics over HTTP, and the catalogue through both clients."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import urllib.request
from io import StringIO
from pathlib import Path
from typing import Any

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc

from mannerly.api.serve import serve
from mannerly.api.server import SERVICES, build_server
from mannerly.client import AsyncClient, CallFailed, Client, Connection
from mannerly.model.errors import InvalidInput, SettingsError
from mannerly.model.request import ReplyRequest
from mannerly.settings import Settings

SERVING = health_pb2.HealthCheckResponse.SERVING
NOT_SERVING = health_pb2.HealthCheckResponse.NOT_SERVING
HELLO = ReplyRequest(text="hello", target="de")


async def health_of(target: str, service: str = "") -> int:
    """What health says."""
    async with grpc.aio.insecure_channel(target) as channel:
        request = health_pb2.HealthCheckRequest(service=service)
        stub: Any = health_pb2_grpc.HealthStub(channel)
        return int((await stub.Check(request, timeout=10)).status)


class Serving:
    """serve() in a task of its own."""

    def __init__(self, replies, catalogue, **options) -> None:
        self.port: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        settings = Settings(**({"listen": "127.0.0.1:0"} | options.pop("settings", {})))
        self.task = asyncio.ensure_future(
            serve(settings, replies=replies, catalogue=catalogue, started=self.port.set_result, **options)
        )

    async def target(self) -> str:
        """Where it listens."""
        both: set[asyncio.Future[Any]] = {self.port, self.task}
        await asyncio.wait(both, timeout=10, return_when=asyncio.FIRST_COMPLETED)
        return f"127.0.0.1:{self.port.result()}"


async def test_health_waits_for_the_warm_up_and_sigterm_drains(start, logs: StringIO) -> None:
    """NOT_SERVING, then SERVING per service; on SIGTERM running calls finish and new ones are refused."""
    running = await start()
    warm = threading.Event()
    serving = Serving(running.replies, running.catalogue, warm_up=lambda: warm.wait(20), settings={"drain_seconds": 15})
    target = await serving.target()
    assert [await health_of(target, name) for name in ("", *SERVICES)] == [NOT_SERVING] * 3
    warm.set()
    async with asyncio.timeout(10):
        while await health_of(target) != SERVING:
            await asyncio.sleep(0.01)
    assert [await health_of(target, name) for name in SERVICES] == [SERVING] * 2

    async with AsyncClient(Connection(target=target, timeout=20)) as door:
        held = asyncio.ensure_future(door.localise(ReplyRequest(text="wait for me", target="de")))
        await asyncio.to_thread(running.replies.entered.acquire)
        os.kill(os.getpid(), signal.SIGTERM)
        async with asyncio.timeout(10):
            while '"server.draining"' not in logs.getvalue():
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        async with AsyncClient(Connection(target=target, timeout=1)) as other:
            with pytest.raises(CallFailed) as refused:
                await other.localise(HELLO)
        running.replies.gate.set()
        assert (await held).text == "WAIT FOR ME"
    await asyncio.wait_for(serving.task, 10)

    assert refused.value.code in {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED}
    assert '"server.stopped"' in logs.getvalue()


async def test_calls_beyond_the_grace_period_are_ended(start) -> None:
    """The server stops in time whatever a caller does, and the work is told."""
    running = await start()
    serving = Serving(running.replies, running.catalogue, settings={"drain_seconds": 0.2})
    async with AsyncClient(Connection(target=await serving.target(), timeout=20)) as door:
        held = asyncio.ensure_future(door.localise(ReplyRequest(text="endless", target="de")))
        await asyncio.to_thread(running.replies.entered.acquire)
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.wait_for(serving.task, 10)
        with pytest.raises(CallFailed):
            await held
    async with asyncio.timeout(5):
        while not running.replies.stopped_by:
            await asyncio.sleep(0.01)

    assert running.replies.stopped_by == ["Cancelled"]


async def test_a_failed_warm_up_ends_the_server(start, logs: StringIO) -> None:
    """The caller of serve sees why; the log only the class."""
    running = await start()

    def broken() -> None:
        raise OSError("no such model: words of a customer")

    serving = Serving(running.replies, running.catalogue, warm_up=broken)
    with pytest.raises(OSError, match="no such model"):
        await asyncio.wait_for(serving.task, 10)

    assert '"server.warm_up_failed"' in logs.getvalue()
    assert "words of a customer" not in logs.getvalue()


async def test_sigterm_during_the_warm_up_stops_the_server(start) -> None:
    """Nobody waits for models of a server that must go."""
    running = await start()
    release = threading.Event()
    serving = Serving(
        running.replies, running.catalogue, warm_up=lambda: release.wait(10), settings={"drain_seconds": 0}
    )
    await serving.target()
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(serving.task, 5)
    release.set()

    assert serving.task.exception() is None


async def test_metrics_are_served_over_http_only_where_asked(start) -> None:
    """On loopback by default, and no longer than the server."""
    running = await start()
    with_metrics = Serving(running.replies, running.catalogue, settings={"metrics_listen": "0", "drain_seconds": 0})
    await with_metrics.target()
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(with_metrics.task, 10)

    from mannerly.observe.endpoint import metrics_endpoint

    with metrics_endpoint("0", running.metrics.registry) as port:
        page = await asyncio.to_thread(
            lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5).read()
        )
        with pytest.raises(SettingsError), metrics_endpoint(f"127.0.0.1:{port}", running.metrics.registry):
            pass
    with metrics_endpoint("", running.metrics.registry) as nowhere:
        assert nowhere == 0

    assert b"mannerly_queue_depth" in page


async def test_a_second_server_on_the_same_port_is_refused(start) -> None:
    """It would take half of the calls otherwise."""
    running = await start()
    with pytest.raises(SettingsError) as caught:
        build_server(Settings(listen=running.target), replies=running.replies, catalogue=running.catalogue)

    assert caught.value.field == "listen"
    async with AsyncClient(Connection(target=running.target)) as door:
        assert (await door.localise(HELLO)).text == "HELLO"


async def test_unix_sockets_work_and_are_not_stolen(start, tmp_path: Path) -> None:
    """A live socket is refused, one that is left over is taken."""
    listen = f"unix:{tmp_path}/s"
    running = await start(listen=listen)
    with pytest.raises(SettingsError):
        build_server(Settings(listen=listen), replies=running.replies, catalogue=running.catalogue)
    async with AsyncClient(Connection(target=listen)) as door:
        assert (await door.localise(HELLO)).text == "HELLO"
    left_over = tmp_path / "old"
    import socket

    with socket.socket(socket.AF_UNIX) as old:
        old.bind(str(left_over))
    second = await start(listen=f"unix:{left_over}")
    async with AsyncClient(Connection(target=second.target)) as door:
        assert (await door.localise(HELLO)).text == "HELLO"


async def test_the_plain_client_sees_the_catalogue(start) -> None:
    """Locales over three pages, one locale, packs, pairs, files, a stream and a preview, from an ordinary thread."""
    running = await start()

    def use() -> list[object]:
        with Client(Connection(target=running.target)) as door:
            tags = [locale.tag for locale in door.locales()]
            stream: dict[str, Any] = dict(door.stream([("1", HELLO), ("2", ReplyRequest(text="full", target="de"))]))
            return [
                tags,
                door.locale("AA-007").name,
                [pack.name for pack in door.packs()],
                list(door.pair_support("en", "de").packs),
                door.verify_offline().files[0].problem,
                stream["1"].text,
                stream["2"].retry_after,
                door.localise(HELLO).text,
                len(door.preview([HELLO])),
            ]

    tags, *rest = await asyncio.to_thread(use)
    assert tags == [f"aa-{number:03d}" for number in range(250)]
    assert rest == ["locales/aa-007", ["packs/en-de"], ["packs/en-de"], "It is gone.", "HELLO", 2.5, "HELLO", 1]


async def test_the_async_client_sees_the_catalogue(start) -> None:
    """The same from asyncio, with errors that name the field."""
    running = await start()
    async with AsyncClient(Connection(target=running.target)) as door:
        assert len([locale async for locale in door.locales()]) == 250
        assert [pack.name async for pack in door.packs()] == ["packs/en-de"]
        assert (await door.locale("aa-001")).tag == "aa-001"
        with pytest.raises(CallFailed) as unknown:
            await door.locale("zz")
        with pytest.raises(CallFailed) as pair:
            await door.pair_support("fr", "de")
        with pytest.raises(InvalidInput):
            await door.preview([HELLO, ReplyRequest(text="another", target="de")])

    assert (unknown.value.reason, unknown.value.field) == ("NOT_FOUND", "name")
    assert (pair.value.reason, pair.value.field, pair.value.remedy) == ("INVALID_INPUT", "source_locale", "Send en.")


async def test_the_client_retries_an_unreachable_server(start) -> None:
    """UNAVAILABLE is tried again until a server is there."""
    running = await start()
    port = running.server.port
    await running.server.drain(notice=0, grace=0)
    async with AsyncClient(Connection(target=f"127.0.0.1:{port}", timeout=20)) as door:
        with pytest.raises(CallFailed) as caught:
            await door.localise(HELLO, timeout=0.2)
        again = await start(listen=f"127.0.0.1:{port}")
        assert (await door.localise(HELLO)).text == "HELLO"
        assert again.server.port == port

    assert caught.value.code in {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED}
