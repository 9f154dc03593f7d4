"""Measures how much of a pack's full speed callers get: `python tests/bench/bench_translate.py [--pack FILE]`.

Full speed is one call of the engine with all sentences, sorted and batched by tokens, in the same run. A ratio of 1.0
means that queueing, guards and span handling cost nothing. Sentences are distinct, so that no cache helps.
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
from pathlib import Path

from mannerly.model.context import Deadline
from mannerly.translate.engine import Engine, bucket_of
from mannerly.translate.installed_pack import InstalledPack
from mannerly.translate.pack_settings import PackSettings
from mannerly.translate.pack_translator import PackTranslator
from mannerly.translate.packs import PackStore

FIXTURES = Path(__file__).parent.parent / "fixtures"
CALLERS = (1, 8, 32)


def distinct_sentences(count: int, column: int) -> list[str]:
    """Return distinct sentences of two clauses in a fixed order, without spans."""
    lines = (FIXTURES / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    clauses = [line.split("\t")[column] for line in lines if "{" not in line and line.count(".") == 3]
    pairs = [f"{first[:-1]}, {second}" for first, second in itertools.permutations(clauses, 2)]
    random.Random(1).shuffle(pairs)  # noqa: S311 - a fixed order, not secrecy
    return pairs[:count]


def full_speed(pack: InstalledPack, sentences: Sequence[str], settings: PackSettings) -> float:
    """Return sentences a second when the engine gets all of them at once."""
    engine = Engine(pack, inter_threads=settings.workers, intra_threads=settings.intra_threads)
    engine.translate([engine.encode(sentences[0])], settings.decoding, settings.limits.batch_tokens)
    started = time.perf_counter()
    buckets = defaultdict(list)
    for sentence in sentences:
        tokens = engine.encode(sentence)
        buckets[bucket_of(len(tokens))].append(tokens)
    for sources in buckets.values():
        engine.translate(sources, settings.decoding, settings.limits.batch_tokens)
    return len(sentences) / (time.perf_counter() - started)


def callers_speed(
    translator: PackTranslator, pack: InstalledPack, replies: Sequence[Sequence[str]], callers: int
) -> tuple[float, float, float]:
    """Return sentences a second, the median seconds of a reply and the share of sentences that blocked."""
    queue, lock = iter(replies), threading.Lock()
    seconds: list[float] = []
    blocked = 0

    def call() -> None:
        nonlocal blocked
        while True:
            with lock:
                reply = next(queue, None)
            if reply is None:
                return
            started = time.perf_counter()
            made = translator.translate(reply, pack.from_code, pack.to_code, Deadline())
            seconds.append(time.perf_counter() - started)
            blocked += sum(not one.text for one in made)

    started = time.perf_counter()
    threads = [threading.Thread(target=call) for _ in range(callers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    count = sum(map(len, replies))
    return count / (time.perf_counter() - started), sorted(seconds)[len(seconds) // 2], blocked / count


def main() -> None:
    """Measure and print one line per number of callers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, default=FIXTURES / "packs" / "translate-en_de-1_0.argosmodel")
    parser.add_argument("--sentences", type=int, default=960, help="distinct sentences per measurement")
    parser.add_argument("--per-call", type=int, default=4, help="sentences in one reply")
    parser.add_argument("--intra-threads", type=int, default=1)
    parser.add_argument("--inter-threads", type=int, default=0)
    options = parser.parse_args()
    settings = PackSettings(cache_size=0, intra_threads=options.intra_threads, inter_threads=options.inter_threads)
    with tempfile.TemporaryDirectory() as folder:
        store = PackStore(Path(folder))
        (pack,) = store.add(options.pack)
        column = {"en": 0, "de": 1, "es": 2}[pack.from_code]
        sentences = distinct_sentences(options.sentences, column)
        replies = [sentences[at : at + options.per_call] for at in range(0, len(sentences), options.per_call)]
        translator = PackTranslator(store, settings)
        translator.warm_up()
        translator.translate(replies[0], pack.from_code, pack.to_code, Deadline())
        for callers in CALLERS:
            full = full_speed(pack, sentences, settings)
            rate, median, blocked = callers_speed(translator, pack, replies, callers)
            sys.stdout.write(
                f"{pack.label}: {callers:2} callers {rate:7.1f} sentences/s, full speed {full:7.1f}, "
                f"ratio {rate / full:.2f}, median reply {median * 1000:.0f} ms, blocked {blocked:.1%}\n"
            )
        translator.close()


if __name__ == "__main__":
    main()
