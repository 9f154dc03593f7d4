"""How packs are run, in one frozen value."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from mannerly.translate.batcher import BatcherLimits
from mannerly.translate.decoding import Decoding
from mannerly.translate.guards import GuardLimits


@dataclass(frozen=True, kw_only=True)
class PackSettings:
    """Settings of the pack translator.

    Args:
        decoding: how packs search.
        retry: how they search once more when a guard does not believe the translation.
        limits: how queues behave.
        guards: when a translation counts as broken.
        cache_size: sentences remembered over all packs.
        inter_threads: batches of one pack that run at the same time, 0 for one on each core of this process.
        intra_threads: cores per batch; more batches on one core each do more than one batch on all cores.
    """

    decoding: Decoding = field(default_factory=Decoding)
    retry: Decoding = field(
        default_factory=lambda: Decoding(beam_size=5, no_repeat_ngram_size=3, repetition_penalty=1.2)
    )
    limits: BatcherLimits = field(default_factory=BatcherLimits)
    guards: GuardLimits = field(default_factory=GuardLimits)
    cache_size: int = 10_000
    inter_threads: int = 0
    intra_threads: int = 1

    @property
    def workers(self) -> int:
        """Batches of one pack that run at the same time, 1 or more."""
        if self.inter_threads:
            return self.inter_threads
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
