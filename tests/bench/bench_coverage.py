"""Measure how many sentences that agents type are approved phrases, on a list that no wording was tuned on.

    python tests/bench/bench_coverage.py [--sentences FILE]

Prints the share found and every sentence that was not.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from mannerly.bootstrap import Mannerly
from mannerly.model.context import Deadline
from mannerly.model.draft import Origin, Role
from mannerly.model.facts import Agent, Channel, Customer, ReplyFacts
from mannerly.model.request import ReplyRequest
from mannerly.settings import Settings

FACTS = ReplyFacts(
    customer=Customer(given_name="Anna", family_name="Miller"),
    agent=Agent(name="Sarah", company="Acme"),
    channel=Channel.CHAT,
)


def main() -> None:
    """Run the measurement and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=Path, default=Path(__file__).with_name("agent_sentences.txt"))
    sentences = parser.parse_args().sentences.read_text(encoding="utf-8").splitlines()
    found, missed = 0, []
    with tempfile.TemporaryDirectory() as folder:
        mannerly = Mannerly(Settings(data_dir=Path(folder)))
        for sentence in sentences:
            request = ReplyRequest(text=sentence, target="de", source="en", facts=FACTS)
            segments = mannerly.replies.localise(request, Deadline()).draft.segments
            body = [segment for segment in segments if segment.role is Role.BODY]
            if all(segment.provenance.origin is Origin.PHRASE for segment in body):
                found += 1
            else:
                missed.append(sentence)
        mannerly.translator.close()
    lines = [*missed, f"{found} of {len(sentences)} are approved phrases, salutations or closings"]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
