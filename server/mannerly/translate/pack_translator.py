"""Masked sentences into another language through installed packs; never raises for a missing or broken pack."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from mannerly.model.context import Deadline
from mannerly.model.draft import Finding, Origin, Provenance
from mannerly.model.errors import PackError, ServiceClosing
from mannerly.model.spans import Span
from mannerly.translate import pack_findings
from mannerly.translate.batcher import Batcher
from mannerly.translate.codes import main_code, same_language
from mannerly.translate.edges import Trimmed, trim
from mannerly.translate.engine import Engine
from mannerly.translate.installed_pack import InstalledPack
from mannerly.translate.leg import Leg, LegResult, Prefers, anything
from mannerly.translate.masking import compare_spans
from mannerly.translate.pack_result import PackResult
from mannerly.translate.pack_settings import PackSettings
from mannerly.translate.packs import PIVOT, PackStore
from mannerly.translate.sentence_cache import SentenceCache


@dataclass(frozen=True, kw_only=True)
class PackCapability:
    """What installed packs can do for a pair.

    Args:
        packs: label of each pack on the way; empty when there is none.
        pivot: language gone through, "" for a direct pack or none.
        remedy: how to get what is missing, "" when nothing is.
    """

    packs: tuple[str, ...] = ()
    pivot: str = ""
    remedy: str = ""

    @property
    def available(self) -> bool:
        """True when the pair can be translated."""
        return bool(self.packs)


class PackTranslator:
    """Owns the engines and queues of all packs in use; safe to call from several threads."""

    def __init__(self, store: PackStore, settings: PackSettings | None = None) -> None:
        """Use the packs of a store; each is loaded when it is first needed, or by warm_up."""
        self._store = store
        self._settings = settings or PackSettings()
        self._cache = SentenceCache(self._settings.cache_size)
        self._lock = threading.Lock()
        self._closed = False
        self._batchers: dict[InstalledPack, Batcher] = {}
        self._routes: dict[tuple[str, str], tuple[InstalledPack, ...]] = {}

    def translate(
        self,
        texts: Sequence[str],
        source: str,
        target: str,
        deadline: Deadline,
        spans: Sequence[Span] = (),
        prefers: Prefers = anything,
    ) -> list[PackResult]:
        """Translate masked sentences.

        Args:
            texts: masked sentences, one marker character per protected span.
            source: tag of their language.
            target: tag of the language wanted.
            deadline: of the caller.
            spans: what the markers stand for, so that emoji and markup at the edges are kept out of the sentence.
            prefers: tells whether a masked translation has the form of address asked for.

        Returns:
            One result per text, in order; a text without translation has a blocking finding.

        Raises:
            QueueFull: too many sentences wait already.
            DeadlineTooShort: the deadline passed first.
            Cancelled: the caller went away.
            ServiceClosing: the service is closing.
        """
        trimmed = [trim(text, spans) for text in texts]
        cores = [unicodedata.normalize("NFC", part.core) for part in trimmed]
        wanted = [core for part, core in zip(trimmed, cores, strict=True) if part.has_words]
        made = dict(zip(wanted, self._translate_cores(wanted, source, target, deadline, prefers), strict=True))
        return [_glue(text, part, made.get(core)) for text, part, core in zip(texts, trimmed, cores, strict=True)]

    def capabilities(self, source: str, target: str) -> PackCapability:
        """Tell which packs a pair would use, or what to do to get some."""
        route = self._route(source, target)
        if not route:
            return PackCapability(remedy=self.missing_remedy(source, target))
        pivot = PIVOT if len(route) > 1 else ""
        return PackCapability(packs=tuple(pack.label for pack in route), pivot=pivot)

    def missing_remedy(self, source: str, target: str) -> str:
        """Return the commands that would install what a pair lacks, both legs where it has to go through English."""
        legs = [(source, target)]
        if not same_language(source, PIVOT) and not same_language(target, PIVOT):
            legs = [leg for leg in ((source, PIVOT), (PIVOT, target)) if self._store.find(*leg) is None]
        commands = " and ".join(f"`mannerly packs fetch {main_code(one)}-{main_code(two)}`" for one, two in legs)
        return f"Run {commands}, or `mannerly packs add FILE` where there is no network."

    def signature(self, source: str, target: str) -> tuple[str, ...]:
        """Return what decides the bytes of a translation: each pack with version and digest, and how it decodes."""
        label = self._settings.decoding.label
        return tuple(f"{pack.label} sha256:{pack.sha256} {label}" for pack in self._route(source, target))

    @property
    def loaded(self) -> tuple[str, ...]:
        """Labels of the packs in memory."""
        with self._lock:
            batchers = list(self._batchers.values())
        return tuple(sorted(batcher.engine.pack.label for batcher in batchers if batcher.engine.loaded))

    def used(self, labels: Sequence[str]) -> tuple[InstalledPack, ...]:
        """Return the packs in memory that carry these labels, in that order: what translated, not what lies on disk."""
        with self._lock:
            by_label = {pack.label: pack for pack in self._batchers}
        return tuple(by_label[label] for label in labels if label in by_label)

    def warm_up(self) -> tuple[Finding, ...]:
        """Load all packs that any pair would use, and return what could not be loaded."""
        best = {pack.pair: pack for pack in reversed(self._store.list())}
        findings = []
        for pack in best.values():
            try:
                self._batcher(pack).engine.load()
            except PackError as error:
                findings.append(pack_findings.broken_pack(error.message, error.remedy))
        return tuple(findings)

    def refresh(self) -> None:
        """Look at the packages folder again, after packs were added or removed."""
        with self._lock:
            self._routes.clear()

    def close(self) -> None:
        """Turn away who waits and free all models."""
        with self._lock:
            self._closed = True
            batchers, self._batchers = list(self._batchers.values()), {}
        for batcher in batchers:
            batcher.close()

    def _translate_cores(
        self, cores: Sequence[str], source: str, target: str, deadline: Deadline, prefers: Prefers
    ) -> list[PackResult]:
        route = self._route(source, target)
        if not cores:
            return []
        if not route:
            return [_failed(pack_findings.no_pack(source, target, self.missing_remedy(source, target)))] * len(cores)
        stops = [source, *([PIVOT] * (len(route) - 1)), target]
        current = [LegResult(text=core) for core in cores]
        for pack, start, end in zip(route, stops, stops[1:], strict=False):
            # English between two packs has one form of address.
            wish = prefers if end == target else anything
            current = self._through(pack, (start, end), current, deadline, wish)
        provenance = Provenance(
            origin=Origin.PACK,
            packs=tuple(pack.label for pack in route),
            pivot=PIVOT if len(route) > 1 else "",
        )
        return [
            PackResult(text=one.text, provenance=provenance, score=one.score, findings=one.findings)
            if one.text and compare_spans(core, one.text) is None
            else _failed(*(one.findings or (pack_findings.spans_lost(),)))
            for core, one in zip(cores, current, strict=True)
        ]

    def _through(
        self,
        pack: InstalledPack,
        pair: tuple[str, str],
        current: Sequence[LegResult],
        deadline: Deadline,
        prefers: Prefers,
    ) -> list[LegResult]:
        settings = self._settings
        open_texts = [one.text for one in current if one.text]
        try:
            leg = Leg(
                batcher=self._batcher(pack),
                source=pair[0],
                target=pair[1],
                decoding=settings.decoding,
                retry=settings.retry,
                guards=settings.guards,
                prefers=prefers,
            )
            made = dict(zip(open_texts, leg.translate(open_texts, deadline), strict=True)) if open_texts else {}
        except PackError as error:
            finding = pack_findings.broken_pack(error.message, error.remedy)
            made = dict.fromkeys(open_texts, LegResult(findings=(finding,)))
        return [_after(one, made[one.text]) if one.text else one for one in current]

    def _route(self, source: str, target: str) -> tuple[InstalledPack, ...]:
        with self._lock:
            known = self._routes.get((source, target))
        if known is None:
            known = self._store.route(source, target)
            with self._lock:
                self._routes[(source, target)] = known
        return known

    def _batcher(self, pack: InstalledPack) -> Batcher:
        settings = self._settings
        with self._lock:
            if self._closed:
                raise ServiceClosing(remedy="Try again; another server, or this one restarted, will answer.")
            if pack not in self._batchers:
                engine = Engine(pack, inter_threads=settings.workers, intra_threads=settings.intra_threads)
                self._batchers[pack] = Batcher(engine, self._cache, settings.limits)
            return self._batchers[pack]


def _after(before: LegResult, leg: LegResult) -> LegResult:
    findings = tuple(dict.fromkeys(before.findings + leg.findings))
    return LegResult(text=leg.text, score=min(before.score, leg.score), findings=findings)


def _failed(*findings: Finding) -> PackResult:
    return PackResult(text="", provenance=Provenance(origin=Origin.NONE), findings=findings)


def _glue(masked: str, part: Trimmed, result: PackResult | None) -> PackResult:
    """Put what was cut off back around the translation."""
    if result is None:
        return PackResult(text=masked, provenance=Provenance(origin=Origin.KEPT))
    if not result.text:
        return result
    return PackResult(
        text=f"{part.before}{result.text}{part.after}",
        provenance=result.provenance,
        score=result.score,
        findings=result.findings,
    )
