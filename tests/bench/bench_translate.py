"""Measures how much of a pack's full speed callers get: `python tests/bench/bench_translate.py [--pack FILE]`.

Full speed is one call of the engine with all sentences, sorted and batched by tokens, in the same run. A ratio of 1.0
means that queueing, guards and span handling cost nothing. Sentences are distinct, so that no cache helps, and only
those are used that need no second try: retries of what a weak pack gets wrong are no cost of the queue. Each line is
the median of three rounds; the processor time per sentence is less shaken by other work on the machine than the rate.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from mannerly.model.context import Deadline
from mannerly.translate.decoding import Hypothesis
from mannerly.translate.engine import Engine, bucket_of
from mannerly.translate.guards import Attempt, faults_of
from mannerly.translate.installed_pack import InstalledPack
from mannerly.translate.pack_settings import PackSettings
from mannerly.translate.pack_translator import PackTranslator
from mannerly.translate.packs import PackStore

FIXTURES = Path(__file__).parent.parent / "fixtures"
CALLERS = (1, 8, 32)
ROUNDS = 3


def distinct_sentences(count: int, column: int) -> list[str]:
    """Return distinct sentences of two clauses in a fixed order, without spans."""
    lines = (FIXTURES / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    clauses = [line.split("\t")[column] for line in lines if "{" not in line and line.count(".") == 3]
    pairs = [f"{first[:-1]}, {second}" for first, second in itertools.permutations(clauses, 2)]
    random.Random(1).shuffle(pairs)  # noqa: S311 - a fixed order, not secrecy
    return pairs[:count]


def easy_sentences(pack: InstalledPack, sentences: Sequence[str], settings: PackSettings) -> list[str]:
    """Return the sentences that the pack translates well enough at the first try."""
    engine = Engine(pack, inter_threads=settings.workers)
    easy = []
    for sentence in sentences:
        (made,) = engine.translate([engine.encode(sentence)], settings.decoding, settings.limits.batch_tokens)
        if isinstance(made, Hypothesis) and made.finished:
            attempt = Attempt(
                source=sentence, text=made.text, source_language=pack.from_code, target_language=pack.to_code
            )
            easy += [] if faults_of(attempt, settings.guards) else [sentence]
    return easy


@dataclass(frozen=True, kw_only=True)
class Speed:
    """Sentences a second, processor seconds a sentence, and the median seconds of a reply."""

    rate: float
    processor: float
    reply: float = 0.0


def full_speed(pack: InstalledPack, sentences: Sequence[str], settings: PackSettings) -> Speed:
    """Measure the engine with all sentences at once."""
    engine = Engine(pack, inter_threads=settings.workers, intra_threads=settings.intra_threads)
    engine.translate([engine.encode(sentences[0])], settings.decoding, settings.limits.batch_tokens)
    started, busy = time.perf_counter(), time.process_time()
    buckets = defaultdict(list)
    for sentence in sentences:
        tokens = engine.encode(sentence)
        buckets[bucket_of(len(tokens))].append(tokens)
    for sources in buckets.values():
        engine.translate(sources, settings.decoding, settings.limits.batch_tokens)
    return Speed(
        rate=len(sentences) / (time.perf_counter() - started),
        processor=(time.process_time() - busy) / len(sentences),
    )


def callers_speed(
    translator: PackTranslator, pack: InstalledPack, replies: Sequence[Sequence[str]], callers: int
) -> Speed:
    """Measure concurrent callers, each with one reply after the other."""
    queue, lock = iter(replies), threading.Lock()
    seconds: list[float] = []

    def call() -> None:
        while True:
            with lock:
                reply = next(queue, None)
            if reply is None:
                return
            started = time.perf_counter()
            translator.translate(reply, pack.from_code, pack.to_code, Deadline())
            seconds.append(time.perf_counter() - started)

    started, busy = time.perf_counter(), time.process_time()
    threads = [threading.Thread(target=call) for _ in range(callers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    count = sum(map(len, replies))
    return Speed(
        rate=count / (time.perf_counter() - started),
        processor=(time.process_time() - busy) / count,
        reply=median(seconds),
    )


def report(pack: InstalledPack, callers: int, rounds: Sequence[tuple[Speed, Speed]]) -> str:
    """Return one line for one number of callers."""
    full, rate = median(full.rate for full, _ in rounds), median(own.rate for _, own in rounds)
    ratio = median(own.rate / full.rate for full, own in rounds)
    busy = median(full.processor / own.processor for full, own in rounds)
    reply = median(own.reply for _, own in rounds)
    return (
        f"{pack.label}: {callers:2} callers {rate:6.1f} sentences/s, full speed {full:6.1f}, ratio {ratio:.2f}, "
        f"by processor time {busy:.2f}, median reply {reply * 1000:.0f} ms\n"
    )


def main() -> None:
    """Measure and print one line per number of callers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, default=FIXTURES / "packs" / "translate-en_de-1_0.argosmodel")
    parser.add_argument("--sentences", type=int, default=960, help="distinct sentences per round")
    parser.add_argument("--per-call", type=int, default=4, help="sentences in one reply")
    parser.add_argument("--intra-threads", type=int, default=1)
    parser.add_argument("--inter-threads", type=int, default=0, help="0 for one per core")
    options = parser.parse_args()
    settings = PackSettings(cache_size=0, intra_threads=options.intra_threads, inter_threads=options.inter_threads)
    with tempfile.TemporaryDirectory() as folder:
        store = PackStore(Path(folder))
        (pack,) = store.add(options.pack)
        column = {"en": 0, "de": 1, "es": 2}[pack.from_code]
        sentences = easy_sentences(pack, distinct_sentences(options.sentences, column), settings)
        replies = [sentences[at : at + options.per_call] for at in range(0, len(sentences), options.per_call)]
        translator = PackTranslator(store, settings)
        translator.translate(replies[0], pack.from_code, pack.to_code, Deadline())
        for callers in CALLERS:
            rounds = [
                (full_speed(pack, sentences, settings), callers_speed(translator, pack, replies, callers))
                for _ in range(ROUNDS)
            ]
            sys.stdout.write(report(pack, callers, rounds))
        translator.close()


if __name__ == "__main__":
    main()
