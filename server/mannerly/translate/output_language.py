"""Which of two languages a text reads like, by py3langid from its wheel; a guess, never the only judge."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable
from typing import cast

from mannerly.translate.codes import two_letter

_OWN_CODES = {"pb": "pt", "zt": "zh", "nb": "no", "fil": "tl"}


def reads_as(text: str, language: str, other: str) -> float:
    """Return the probability (0 to 1) that a text is in one language rather than in another.

    Args:
        text: plain text of some words.
        language: tag of the language looked for.
        other: tag of the language it should be in.

    Returns:
        The probability, 0.0 when the languages are the same or the identifier does not know both.
    """
    wanted, expected = _plain(language), _plain(other)
    scores = dict(_ranker()(text))
    if wanted == expected or not {wanted, expected} <= scores.keys():
        return 0.0
    difference = float(scores[expected]) - float(scores[wanted])
    return 1 / (1 + math.exp(min(difference, 700.0)))


def _plain(tag: str) -> str:
    code = tag.lower().replace("_", "-").split("-")[0]
    return _OWN_CODES.get(code, two_letter(code))


@functools.lru_cache(maxsize=1)
def _ranker() -> Callable[[str], Iterable[tuple[str, float]]]:
    from py3langid.langid import (  # type: ignore[import-untyped]
        MODEL_FILE,
        LanguageIdentifier,
    )

    ranker = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=False).rank
    return cast("Callable[[str], Iterable[tuple[str, float]]]", ranker)
