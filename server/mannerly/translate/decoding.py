"""How a pack decodes, as a value that caches and signatures can hold; knows no engine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Decoding:
    """Settings of one search.

    Args:
        beam_size: hypotheses kept at each step, 1 to 16; 1 is greedy. CTranslate2 stops at the first finished
            hypothesis that leads, so wide beams favour short translations, which drop words.
        no_repeat_ngram_size: length in pieces of sequences that may not come twice, 0 for no such rule.
        repetition_penalty: above 1 makes pieces that were used less likely.
        attention: True to learn where each target piece looked in the source.
        hypotheses: translations returned, best first, 1 to beam_size.
    """

    beam_size: int = 2
    no_repeat_ngram_size: int = 0
    repetition_penalty: float = 1.0
    attention: bool = False
    hypotheses: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.beam_size <= 16:
            raise ValueError("beam_size must be 1 to 16")
        if not 1 <= self.hypotheses <= self.beam_size:
            raise ValueError("hypotheses must be 1 to beam_size")

    @property
    def label(self) -> str:
        """What a signature shows."""
        return f"beam={self.beam_size}"


@dataclass(frozen=True, kw_only=True)
class Hypothesis:
    """What a pack made of one text.

    Args:
        text: the decoded text.
        source_tokens: pieces of the source, without end mark.
        tokens: pieces of the translation.
        score: mean natural log-probability per piece, at most 0.
        finished: False where the length limit cut it off, which only loops reach.
        attention: for each piece of `tokens` the weights over `source_tokens` (and perhaps the end mark); empty
            unless asked for.
        others: the next best translations, best first.
    """

    text: str
    source_tokens: tuple[str, ...]
    tokens: tuple[str, ...]
    score: float
    finished: bool = True
    attention: tuple[tuple[float, ...], ...] = ()
    others: tuple[Hypothesis, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TooLong:
    """A text that the engine refuses, because it is longer than what models are trained on.

    Args:
        tokens: pieces it has.
        limit: pieces it may have.
    """

    tokens: int
    limit: int


Outcome = Hypothesis | TooLong
