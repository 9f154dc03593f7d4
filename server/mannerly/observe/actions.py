"""The fixed vocabulary of log lines; knows nothing of how they are written."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """Value of the `action` key; every line of this package has one."""

    SERVER_STARTED = "server.started"
    SERVER_READY = "server.ready"
    SERVER_DRAINING = "server.draining"
    SERVER_STOPPED = "server.stopped"
    WARM_UP_FAILED = "server.warm_up_failed"
    RPC_FINISHED = "rpc.finished"
    RPC_FAILED = "rpc.failed"
    METRICS_STARTED = "metrics.started"
