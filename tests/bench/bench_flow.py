"""Measure the whole flow without a model: milliseconds per reply of three sentences, beside the bare phrase lookup.

    python tests/bench/bench_flow.py [--rounds 300]

The baseline of the same run is the bare phrase lookup of the same sentences, so the ratio says what everything
around it costs on this machine.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mannerly.bootstrap import Mannerly
from mannerly.language.tags import parse_tag
from mannerly.model.context import Deadline
from mannerly.model.facts import Channel, Customer, ReplyFacts
from mannerly.model.request import ReplyRequest
from mannerly.settings import Settings
from mannerly.translate.phrase_index import PhraseIndex

REPLY = "Thank you for your message. Your order #{number} has been shipped. We apologise for the delay."
LOCALES = ("de-DE", "fr-FR", "ja-JP", "ar-AE", "vi-VN", "ru-RU")


def milliseconds(work: Callable[[int], object], rounds: int) -> list[float]:
    """Return the time of each round, after a warm-up of a tenth of them."""
    for number in range(rounds // 10):
        work(number)
    taken = []
    for number in range(rounds):
        begun = time.perf_counter()
        work(number)
        taken.append((time.perf_counter() - begun) * 1000)
    return taken


def row(name: str, taken: list[float], baseline: float) -> str:
    """Return one line of the table."""
    middle = statistics.median(taken)
    late = sorted(taken)[int(0.95 * (len(taken) - 1))]
    return f"{name:<22}{middle:>9.2f}{late:>9.2f}{middle / baseline:>9.1f}"


def main() -> None:
    """Run the benchmark and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=300)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        mannerly = Mannerly(Settings(data_dir=Path(folder)))
        index = PhraseIndex(mannerly.library.get(parse_tag("en")))
        sentences = ("Thank you for your message.", "We apologise for the delay.", "Thank you for your patience.")
        baseline = statistics.median(milliseconds(lambda _: [index.find(s, ()) for s in sentences], rounds))
        lines = [f"{'reply of 3 sentences':<22}{'p50 ms':>9}{'p95 ms':>9}{'x lookup':>9}"]
        for locale in LOCALES:
            facts = ReplyFacts(customer=Customer(given_name="Kim"), channel=Channel.CHAT)

            def once(number: int, locale: str = locale, facts: ReplyFacts = facts) -> object:
                text = REPLY.format(number=10_000 + number)
                request = ReplyRequest(text=text, target=locale, source="en", facts=facts)
                return mannerly.replies.localise(request, Deadline())

            lines.append(row(locale, milliseconds(once, rounds), baseline))
        mannerly.translator.close()
    sys.stdout.write("\n".join([*lines, f"bare phrase lookup of 3 sentences: {baseline:.3f} ms"]) + "\n")


if __name__ == "__main__":
    main()
