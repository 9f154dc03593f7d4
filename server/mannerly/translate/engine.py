"""One loaded pack: pieces in, pieces out through CTranslate2; knows no queue, no spans and no guards."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from mannerly.model.errors import PackError
from mannerly.translate.decoding import Decoding, Hypothesis, Outcome, TooLong
from mannerly.translate.installed_pack import InstalledPack

MAX_INPUT = 400
# Each text decodes to at most LIMITS[bucket] pieces, where its bucket is the first that holds its length. A call
# never mixes buckets, so the limit does not depend on what else is in the call.
# Positions end at 512 in the official packs.
BUCKETS = (48, 128, MAX_INPUT)
LIMITS = {48: 112, 128: 272, MAX_INPUT: 500}
_WORD_START = "\u2581"  # SentencePiece writes a space so
_BYTE_PIECE = re.compile(r"<0x([0-9A-F]{2})>")
_REMEDY = "Check the packs with `mannerly packs verify` and install this one again."


class _Result(Protocol):
    """What CTranslate2 returns for one text."""

    hypotheses: list[list[str]]
    scores: list[float]
    attention: list[list[list[float]]] | None


class Engine:
    """A pack that loads itself at the first use; safe to call from several threads."""

    def __init__(self, pack: InstalledPack, *, inter_threads: int = 1, intra_threads: int = 1) -> None:
        """Describe the engine.

        Args:
            pack: the pack to load.
            inter_threads: calls that run at the same time, 1 or more.
            intra_threads: cores per call, 0 for CTranslate2's own choice.
        """
        self.pack = pack
        self.inter_threads = inter_threads
        self._intra_threads = intra_threads
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any] | None = None

    @property
    def loaded(self) -> bool:
        """True once the model is in memory."""
        return self._loaded is not None

    def load(self) -> None:
        """Load the model unless it is there already.

        Raises:
            PackError: the model or its pieces are damaged.
        """
        self._parts()

    def close(self) -> None:
        """Free the model's memory; the next use would load it again."""
        with self._lock:
            self._loaded = None

    def encode(self, text: str) -> tuple[str, ...]:
        """Return the pieces of a text, normalised to NFC first."""
        pieces, _ = self._parts()
        return tuple(pieces.encode(unicodedata.normalize("NFC", text), out_type=str))

    def translate(self, sources: Sequence[tuple[str, ...]], decoding: Decoding, batch_tokens: int) -> list[Outcome]:
        """Translate encoded texts of one bucket in one call.

        Args:
            sources: pieces of each text, see encode; all of the same `bucket_of`.
            decoding: how to search.
            batch_tokens: source pieces that are computed at the same time.

        Raises:
            PackError: the engine failed.
        """
        buckets = {bucket_of(len(source)) for source in sources}
        if None in buckets:
            return [TooLong(tokens=len(source), limit=MAX_INPUT) for source in sources]
        if len(buckets) != 1:
            raise ValueError("texts of different buckets in one call")
        limit = LIMITS[buckets.pop() or 0]
        results = self._run(sources, decoding, batch_tokens, limit)
        return [self._best(source, result, limit) for source, result in zip(sources, results, strict=True)]

    def _run(
        self, sources: Sequence[tuple[str, ...]], decoding: Decoding, batch_tokens: int, limit: int
    ) -> list[_Result]:
        _, translator = self._parts()
        prefix = [[self.pack.target_prefix]] * len(sources) if self.pack.target_prefix else None
        try:
            results: list[_Result] = translator.translate_batch(
                [list(source) for source in sources],
                prefix,
                max_batch_size=batch_tokens,
                batch_type="tokens",
                beam_size=decoding.beam_size,
                num_hypotheses=decoding.hypotheses,
                no_repeat_ngram_size=decoding.no_repeat_ngram_size,
                repetition_penalty=decoding.repetition_penalty,
                disable_unk=True,
                max_input_length=0,
                max_decoding_length=limit,
                return_scores=True,
                return_attention=decoding.attention,
            )
        except RuntimeError as error:
            raise PackError("The pack could not translate.", remedy=_REMEDY) from error
        return results

    def _best(self, source: tuple[str, ...], result: _Result, limit: int) -> Hypothesis:
        best, *others = (self._hypothesis(source, result, limit, rank) for rank in range(len(result.hypotheses)))
        return replace(best, others=tuple(others))

    def _hypothesis(self, source: tuple[str, ...], result: _Result, limit: int, rank: int) -> Hypothesis:
        tokens = tuple(result.hypotheses[rank])
        skip = 1 if self.pack.target_prefix and tokens[:1] == (self.pack.target_prefix,) else 0
        return Hypothesis(
            text=decode(tokens[skip:]),
            source_tokens=source,
            tokens=tokens[skip:],
            score=float(result.scores[rank]),
            finished=len(tokens) < limit,
            attention=tuple(map(tuple, result.attention[rank][skip:])) if result.attention else (),
        )

    def _parts(self) -> tuple[Any, Any]:
        loaded = self._loaded
        if loaded is None:
            with self._lock:
                loaded = self._loaded = self._loaded or self._open()
        return loaded

    def _open(self) -> tuple[Any, Any]:
        import ctranslate2  # type: ignore[import-untyped]
        import sentencepiece

        try:
            pieces = sentencepiece.SentencePieceProcessor(model_file=str(self.pack.path / "sentencepiece.model"))
            translator = ctranslate2.Translator(
                str(self.pack.path / "model"),
                device="cpu",
                compute_type="int8",
                inter_threads=self.inter_threads,
                intra_threads=self._intra_threads,
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise PackError(f"{self.pack.label} cannot be loaded.", remedy=_REMEDY) from error
        return pieces, translator


def bucket_of(length: int) -> int | None:
    """Return the bucket of a text by its number of pieces, None when it is too long to translate."""
    return next((bucket for bucket in BUCKETS if length <= bucket), None)


def decode(tokens: Sequence[str]) -> str:
    """Join pieces to text; unlike Argos' own, it keeps underscores."""
    data = b"".join(
        bytes([int(match[1], 16)]) if (match := _BYTE_PIECE.fullmatch(token)) else token.encode("utf-8")
        for token in tokens
    )
    return unicodedata.normalize("NFC", data.decode("utf-8", "replace").replace(_WORD_START, " ").strip())


def check_loads(pack: InstalledPack) -> None:
    """Load a pack once and let it decode one word.

    Raises:
        PackError: it cannot be loaded or does not translate.
    """
    engine = Engine(pack, intra_threads=1)
    engine.translate([engine.encode("a")], Decoding(beam_size=1), 64)
