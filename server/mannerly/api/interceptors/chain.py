"""Puts the interceptors in their order, outermost first; the one page to read about what surrounds a call."""

from __future__ import annotations

from collections.abc import Callable

import grpc

from mannerly.api.interceptors.access_log import AccessLog
from mannerly.api.interceptors.auth import Auth
from mannerly.api.interceptors.deadline import Deadlines
from mannerly.api.interceptors.errors import Errors
from mannerly.api.interceptors.measure import Measure
from mannerly.api.tokens import read_tokens
from mannerly.observe.metrics import Metrics
from mannerly.settings import Settings


def interceptors(settings: Settings, metrics: Metrics, new_id: Callable[[], str]) -> list[grpc.aio.ServerInterceptor]:
    """Return the interceptors.

    Args:
        settings: says how long calls may take and who may call.
        metrics: where calls are counted.
        new_id: makes request ids.

    Raises:
        SettingsError: the tokens file is not valid.
    """
    tokens = None if settings.tokens_file is None else read_tokens(settings.tokens_file)
    return [
        AccessLog(new_id=new_id),
        Measure(metrics),
        Errors(),
        Deadlines(default_s=settings.default_deadline_seconds, longest_s=settings.max_deadline_seconds),
        Auth(tokens, certificates=settings.tls_client_ca is not None),
    ]
