"""Counts and times calls under the usual grpc_server_* names; must not take labels from the caller."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mannerly.api.interceptors.around import Around, Context
from mannerly.api.interceptors.codes import code_name
from mannerly.observe.metrics import Metrics


class Measure(Around):
    """Second interceptor.

    Args:
        metrics: where calls are counted.
    """

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    @asynccontextmanager
    async def around(self, method: str, context: Context, *, streams: bool) -> AsyncIterator[None]:
        """Count the start, the end by code, and the seconds."""
        _, service, name = method.split("/", 2)
        labels = ("stream" if streams else "unary", service, name)
        begun = time.monotonic()
        self._metrics.started.labels(*labels).inc()
        error: BaseException | None = None
        try:
            yield
        except BaseException as caught:
            error = caught
            raise
        finally:
            self._metrics.handled.labels(*labels, code_name(context, error)).inc()
            self._metrics.seconds.labels(*labels).observe(time.monotonic() - begun)
