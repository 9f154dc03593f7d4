"""Serves metrics over HTTP on an address of its own; must not answer anything else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, start_http_server

from mannerly.listen_address import parse_address
from mannerly.model.errors import SettingsError


@contextmanager
def metrics_endpoint(listen: str, registry: CollectorRegistry) -> Iterator[int]:
    """Serve metrics while the context is open.

    Args:
        listen: `port` or `host:port`, loopback where no host is given; "" serves nothing.
        registry: what to serve.

    Yields:
        The port, 0 when nothing is served.

    Raises:
        SettingsError: the address cannot be used.
    """
    if not listen:
        yield 0
        return
    address = parse_address(listen, default_host="127.0.0.1")
    try:
        server, thread = start_http_server(address.port, addr=address.host, registry=registry)
    except OSError as error:
        remedy = "Choose a free port."
        raise SettingsError("The metrics address is not usable.", field="metrics_listen", remedy=remedy) from error
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
