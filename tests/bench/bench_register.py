"""Measure the register engines on contrastive sentences, both ways.

    python tests/bench/bench_register.py --data FOLDER [--language de] [--part dev|held|all] [--misses 20]

FOLDER holds en-XX.jsonl with the keys formal, informal, formal_annotated, informal_annotated (CoCoA-MT and the IWSLT
formality tracks in one shape). Per language and direction it prints, over the pairs that differ:

any   the output has at least one phrase that the annotators marked for the level asked for, and none of the other
all   it has every such phrase, and none of the other
EM    it is the reference, character for character
keep  text already at the level comes back unchanged (all rows, both levels)
ms    milliseconds a sentence

"dev" is the half to read while writing rules, "held" the other half (by a hash of the English sentence): its misses
are never shown. Phrases are matched as in the published scorer with four corrections: NFC; doubled anusvara made one;
word boundaries (none in Japanese, on the left only in Korean); marked phrases blanked out longest first before the
other level is looked for.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from mannerly.bootstrap import Mannerly
from mannerly.register_desk import RegisterDesk, RegisterWish
from mannerly.settings import Settings

LOCALES = {
    "de": "de-DE", "es": "es-ES", "fr": "fr-FR", "hi": "hi-IN", "it": "it-IT", "ja": "ja-JP", "ko": "ko-KR",
    "nl": "nl-NL", "pt": "pt-PT", "ru": "ru-RU", "vi": "vi-VN",
}  # fmt: skip
LEVELS = ("formal", "informal")
MARKED = re.compile(r"\[F\](.*?)\[/F\]")


@dataclass
class Score:
    """Counts of one language and direction."""

    pairs: int = 0
    any: int = 0
    all: int = 0
    exact: int = 0
    rows: int = 0
    kept: int = 0
    seconds: float = 0.0
    misses: list[tuple[str, str, str]] = field(default_factory=list)
    harmed: list[tuple[str, str]] = field(default_factory=list)

    def line(self) -> str:
        """The figures as one row."""
        n = max(self.pairs, 1)
        ms = 1000 * self.seconds / max(self.rows + self.pairs, 1)
        return (
            f"{self.pairs:5d} {self.any / n:6.3f} {self.all / n:6.3f} {self.exact / n:6.3f} "
            f"{self.kept / max(self.rows, 1):6.3f} {ms:6.2f}"
        )


def main() -> None:
    """Run the measurement and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--language", choices=sorted(LOCALES))
    parser.add_argument("--part", choices=("dev", "held", "all"), default="all")
    parser.add_argument("--misses", type=int, default=0)
    chosen = parser.parse_args()
    desk = RegisterDesk(Mannerly(Settings()).registers)
    sys.stdout.write("language   to          n    any    all     EM   keep     ms\n")
    for language in [chosen.language] if chosen.language else sorted(LOCALES):
        path = chosen.data / f"en-{language}.jsonl"
        if not path.is_file():
            sys.stdout.write(f"{language}: {path.name} is not there\n")
            continue
        rows = [row for row in map(json.loads, path.open(encoding="utf-8")) if chosen.part in ("all", part(row))]
        desk.rewrite("x", RegisterWish(locale=LOCALES[language], to="formal"))  # loads what loads once
        for to in LEVELS:
            score = measure(desk, rows, language, to)
            sys.stdout.write(f"{language:10s} {to:8s} {score.line()}\n")
            show(score, chosen.misses if chosen.part == "dev" else 0)


def part(row: dict[str, str]) -> str:
    """Tell which half a row belongs to."""
    return "dev" if hashlib.sha256(row["source"].strip().encode()).digest()[0] % 2 else "held"


def measure(desk: RegisterDesk, rows: Iterable[dict[str, str]], language: str, to: str) -> Score:
    """Score one direction."""
    score, other = Score(), LEVELS[to == LEVELS[0]]
    wish = RegisterWish(locale=LOCALES[language], to=to)
    for row in rows:
        wanted, given = normal(row[to]), normal(row[other])
        begun = time.perf_counter()
        kept = desk.rewrite(wanted, wish).text
        score.rows += 1
        score.kept += kept == wanted
        if kept != wanted:
            score.harmed.append((wanted, kept))
        if wanted != given:
            got = desk.rewrite(given, wish).text
            judge(score, got, given, wanted, marked(row, to), marked(row, other), language)
        score.seconds += time.perf_counter() - begun
    return score


def judge(score: Score, got: str, given: str, wanted: str, target: list[str], others: list[str], language: str) -> None:
    """Add one output to the score."""
    found, rest = [], got
    for phrase in sorted(set(target), key=len, reverse=True):
        pattern = bounded(phrase, language)
        if pattern.search(rest):
            found.append(phrase)
            rest = pattern.sub("\0", rest)
    mixed = any(bounded(phrase, language).search(rest) for phrase in set(others) - set(target))
    score.pairs += 1
    score.any += bool(found) and not mixed
    score.all += len(found) == len(set(target)) and not mixed
    score.exact += got == wanted
    if got != wanted:
        score.misses.append((given, got, wanted))


def bounded(phrase: str, language: str) -> re.Pattern[str]:
    """A marked phrase as a pattern with the language's word boundaries."""
    left = "" if language == "ja" else r"(?<!\w)"
    right = "" if language in ("ja", "ko") else r"(?!\w)"
    return re.compile(left + re.escape(phrase) + right)


def marked(row: dict[str, str], level: str) -> list[str]:
    """The marked phrases of a row."""
    return [normal(phrase) for phrase in MARKED.findall(row[f"{level}_annotated"]) if phrase.strip()]


def normal(text: str) -> str:
    """NFC, without white space at the ends; a doubled anusvara, which no Hindi word has, is one."""
    return unicodedata.normalize("NFC", text).strip().replace("\u0902\u0902", "\u0902")


def show(score: Score, limit: int) -> None:
    """Print misses: given, got, wanted; then what was changed though it was right."""
    for given, got, wanted in score.misses[:limit]:
        sys.stdout.write(f"    given  {given}\n    got    {got}\n    wanted {wanted}\n\n")
    for wanted, got in score.harmed[:limit]:
        sys.stdout.write(f"    right  {wanted}\n    got    {got}\n\n")


if __name__ == "__main__":
    main()
