"""Prometheus metrics in a registry of their own; must not take labels that a caller can invent."""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from mannerly.model.draft import Draft

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
RPC = ("grpc_type", "grpc_service", "grpc_method")


class Metrics:
    """All metrics of one process.

    Args:
        registry: where they are registered; a new one when None.
    """

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = registry or CollectorRegistry()
        self.started = Counter("grpc_server_started", "Calls started.", RPC, registry=self.registry)
        self.handled = Counter("grpc_server_handled", "Calls finished.", (*RPC, "grpc_code"), registry=self.registry)
        self.seconds = Histogram(
            "grpc_server_handling_seconds", "Seconds per call.", RPC, buckets=SECONDS, registry=self.registry
        )
        self.findings = Counter("mannerly_findings", "Findings by code.", ("code", "severity"), registry=self.registry)
        self.segments = Counter("mannerly_segments", "Segments by origin.", ("origin",), registry=self.registry)
        self.ready = Counter("mannerly_replies", "Replies by readiness.", ("ready_to_send",), registry=self.registry)
        self.step_seconds = Histogram(
            "mannerly_step_seconds", "Seconds per step of the flow.", ("step",), buckets=SECONDS, registry=self.registry
        )
        self.queue_depth = Gauge("mannerly_queue_depth", "Work that waits.", ("queue",), registry=self.registry)

    def count_reply(self, draft: Draft) -> None:
        """Count one finished reply, its findings and its segments."""
        self.ready.labels(ready_to_send=str(draft.ready_to_send).lower()).inc()
        for finding in draft.findings:
            self.findings.labels(code=finding.code, severity=finding.severity.value).inc()
        for segment in draft.segments:
            self.segments.labels(origin=segment.provenance.origin.value).inc()

    def observe_step(self, step: str, seconds: float) -> None:
        """Record how long one step of the flow took.

        Args:
            step: name of the step, such as "adapt".
            seconds: wall-clock seconds, 0 or more.
        """
        self.step_seconds.labels(step=step).observe(seconds)

    def watch_queue(self, queue: str, depth: Callable[[], float]) -> None:
        """Read the depth of a queue whenever metrics are collected."""
        self.queue_depth.labels(queue=queue).set_function(depth)
