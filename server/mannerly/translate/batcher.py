"""The queue in front of one pack: gathers texts of concurrent callers into batches; knows no spans, no guards."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass, field

from mannerly.model.context import Deadline
from mannerly.model.errors import Cancelled, DeadlineTooShort, MannerlyError, QueueFull, ServiceClosing
from mannerly.translate.decoding import Decoding, Outcome, TooLong
from mannerly.translate.engine import MAX_INPUT, Engine, bucket_of
from mannerly.translate.sentence_cache import SentenceCache

_POLL_S = 0.05  # how often a waiting caller looks whether it was cancelled


@dataclass(frozen=True, kw_only=True)
class BatcherLimits:
    """How a queue behaves.

    Args:
        pending: texts that may wait before callers are turned away.
        window_s: seconds that the oldest text waits for company while all workers are free.
        busy_window_s: the same while another worker is busy, whose callers are about to come back.
        batch_tokens: source pieces in one batch, padding included.
        least_share: texts worth a batch: fewer wait for company, more are shared with other idle workers.
    """

    pending: int = 2000
    window_s: float = 0.004
    busy_window_s: float = 0.025
    batch_tokens: int = 1024
    least_share: int = 16


@dataclass(kw_only=True)
class _Entry:
    """One text that waits, and everybody who waits for it."""

    text: str
    decoding: Decoding
    tokens: tuple[str, ...]
    since: float
    waiters: list[tuple[Future[Outcome], Deadline]] = field(default_factory=list)

    @property
    def kind(self) -> tuple[Decoding, int]:
        # Padding changes sums in the last bits, and now and then a word: a batch holds one length only, so that the
        # bytes of a text never depend on its company.
        return self.decoding, len(self.tokens)


class Batcher:
    """Owns the worker threads of one engine."""

    def __init__(
        self,
        engine: Engine,
        cache: SentenceCache,
        limits: BatcherLimits | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start the workers, one for each call that the engine runs at the same time."""
        self.engine = engine
        self._cache = cache
        self._limits = limits or BatcherLimits()
        self._clock = clock
        self._changed = threading.Condition()
        self._pending: dict[tuple[Decoding, str], _Entry] = {}
        self._running: dict[tuple[Decoding, str], _Entry] = {}
        self._rate = 20.0  # texts a second, learnt from what was done
        self._idle = engine.inter_threads
        self._closed = False
        name = f"mannerly-{engine.pack.pair}"
        count = engine.inter_threads
        self._workers = [threading.Thread(target=self._work, name=name, daemon=True) for _ in range(count)]
        for worker in self._workers:
            worker.start()

    def translate(self, texts: Sequence[str], decoding: Decoding, deadline: Deadline) -> list[Outcome]:
        """Translate texts and wait for them.

        Args:
            texts: what to translate, in NFC; repeats cost nothing.
            decoding: how to search.
            deadline: of the caller; a text that has not started by then is never translated.

        Returns:
            One outcome per text, in order.

        Raises:
            QueueFull: too much waits already.
            DeadlineTooShort: the deadline passed first.
            Cancelled: the caller went away.
            ServiceClosing: the service is closing.
            PackError: the pack cannot be loaded or failed.
        """
        deadline.check()
        futures = self._submit({text: self.engine.encode(text) for text in texts}, decoding, deadline)
        waiting = set(futures.values())
        try:
            while waiting:
                deadline.check()
                _, waiting = wait(waiting, timeout=min(_POLL_S, deadline.remaining()))
            return [futures[text].result() for text in texts]
        finally:
            for future in waiting:
                future.cancel()

    def close(self) -> None:
        """Turn away who waits, let running batches end and free the model."""
        with self._changed:
            self._closed = True
            left, self._pending = list(self._pending.values()), {}
            self._changed.notify_all()
        for entry in left:
            _fail(entry, ServiceClosing(remedy="Try again; another server, or this one restarted, will answer."))
        for worker in self._workers:
            worker.join()
        self.engine.close()

    def _submit(
        self, sources: dict[str, tuple[str, ...]], decoding: Decoding, deadline: Deadline
    ) -> dict[str, Future[Outcome]]:
        futures: dict[str, Future[Outcome]] = {text: Future() for text in sources}
        with self._changed:
            if self._closed:
                raise ServiceClosing(remedy="Try again; another server, or this one restarted, will answer.")
            if len(self._pending) >= self._limits.pending:
                raise QueueFull(retry_after_s=min(30.0, max(0.1, len(self._pending) / self._rate)))
            for text, tokens in sources.items():
                self._enter(text, tokens, decoding, (futures[text], deadline))
            self._changed.notify_all()
        return futures

    def _enter(
        self, text: str, tokens: tuple[str, ...], decoding: Decoding, waiter: tuple[Future[Outcome], Deadline]
    ) -> None:
        key = (decoding, text)
        if bucket_of(len(tokens)) is None:
            waiter[0].set_result(TooLong(tokens=len(tokens), limit=MAX_INPUT))
        elif (known := self._cache.get(self.engine.pack.sha256, decoding, text)) is not None:
            waiter[0].set_result(known)
        elif key in self._running:
            self._running[key].waiters.append(waiter)
        else:
            entry = _Entry(text=text, decoding=decoding, tokens=tokens, since=self._clock())
            self._pending.setdefault(key, entry).waiters.append(waiter)

    def _work(self) -> None:
        while batch := self._next_batch():
            started = self._clock()
            try:
                sources = [entry.tokens for entry in batch]
                outcomes = self.engine.translate(sources, batch[0].decoding, self._limits.batch_tokens)
            except Exception as error:  # a waiter must always get an answer, whatever broke
                self._finish(batch, None, error)
            else:
                self._finish(batch, outcomes, None)
                spent = max(self._clock() - started, 1e-6)
                self._rate += 0.2 * (len(batch) / spent - self._rate)

    def _next_batch(self) -> list[_Entry]:
        """Wait for a batch and mark it as running; an empty one means that the queue is closed."""
        with self._changed:
            while not self._closed:
                self._drop_hopeless()
                if not self._pending:
                    self._changed.wait()
                elif (left := self._left_to_wait()) > 0:
                    self._changed.wait(left)
                else:
                    batch = self._choose()
                    for entry in batch:
                        key = (entry.decoding, entry.text)
                        self._running[key] = self._pending.pop(key)
                    self._idle -= 1
                    return batch
        return []

    def _left_to_wait(self) -> float:
        oldest = next(iter(self._pending.values()))
        if sum(len(entry.tokens) for entry in self._pending.values()) >= self._limits.batch_tokens:
            return 0.0
        calm = self._idle == self.engine.inter_threads or len(self._pending) >= self._limits.least_share
        window = self._limits.window_s if calm else self._limits.busy_window_s
        return oldest.since + window - self._clock()

    def _choose(self) -> list[_Entry]:
        """Take the oldest text and those nearest to it in length, up to a full batch or a fair share of what waits."""
        oldest = next(iter(self._pending.values()))
        alike = [entry for entry in self._pending.values() if entry.kind == oldest.kind]
        alike.sort(key=lambda entry: abs(len(entry.tokens) - len(oldest.tokens)))
        share = max(self._limits.least_share, -(-len(alike) // self._idle))
        longest = 0
        for count, entry in enumerate(alike[:share]):
            longest = max(longest, len(entry.tokens))
            if count and longest * (count + 1) > self._limits.batch_tokens:
                return alike[:count]
        return alike[:share]

    def _drop_hopeless(self) -> None:
        for key, entry in list(self._pending.items()):
            entry.waiters = [waiter for waiter in entry.waiters if not _gave_up(*waiter)]
            if not entry.waiters:
                del self._pending[key]

    def _finish(self, batch: Sequence[_Entry], outcomes: Sequence[Outcome] | None, error: Exception | None) -> None:
        with self._changed:
            self._idle += 1
            for entry in batch:
                del self._running[(entry.decoding, entry.text)]
            if outcomes is not None:
                for entry, outcome in zip(batch, outcomes, strict=True):
                    self._cache.put(self.engine.pack.sha256, entry.decoding, entry.text, outcome)
        for index, entry in enumerate(batch):
            if outcomes is None:
                _fail(entry, error if isinstance(error, MannerlyError) else MannerlyError("The engine failed."))
                continue
            for future, _ in entry.waiters:
                if future.set_running_or_notify_cancel():
                    future.set_result(outcomes[index])


def _gave_up(future: Future[Outcome], deadline: Deadline) -> bool:
    """Answer a waiter whose time is over, and tell so."""
    try:
        deadline.check()
    except (DeadlineTooShort, Cancelled) as error:
        if future.set_running_or_notify_cancel():
            future.set_exception(error)
        return True
    return future.cancelled()


def _fail(entry: _Entry, error: MannerlyError) -> None:
    for future, _ in entry.waiters:
        if future.set_running_or_notify_cancel():
            future.set_exception(error)
