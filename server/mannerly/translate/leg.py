"""Masked sentences through one pack, with guards, retries and span recovery; knows no pivot and no edges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from mannerly.model.context import Deadline
from mannerly.model.draft import Finding
from mannerly.translate import pack_findings
from mannerly.translate.alignment import align
from mannerly.translate.batcher import Batcher
from mannerly.translate.decoding import Decoding, Outcome, TooLong
from mannerly.translate.edges import has_words
from mannerly.translate.guards import Attempt, Fault, GuardLimits, faults_of
from mannerly.translate.masking import Shape, Shielded, SpansBroken, runs_in, shield, unshield

_CUT_OFF = Fault(code="loop", reason="The pack did not come to an end.")
# Hypotheses asked for when the first has another form of address; 8 cost 1.15 times the time of 1.
_WIDE_BEAM = 8
_LESS_LIKELY = 0.15  # nats per piece that a translation may be less likely than the best one
Prefers = Callable[[str], bool]
_PUNCTUATION = ".!?,;:\u3002\uff0c"


def anything(_text: str) -> bool:
    """Prefer no translation to another."""
    return True


@dataclass(frozen=True, kw_only=True)
class LegResult:
    """One sentence after one pack: `text` is "" exactly when a finding blocks."""

    text: str = ""
    score: float = 0.0
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Verdict:
    """What became of one attempt: a text, and what speaks against it."""

    text: str = ""
    score: float = 0.0
    problem: SpansBroken | TooLong | None = None
    faults: tuple[Fault, ...] = ()
    advice: tuple[Finding, ...] = ()

    @property
    def usable(self) -> bool:
        return self.problem is None and all(fault.weak for fault in self.faults)

    @property
    def rank(self) -> int:
        """0 unusable, 1 usable with a doubt, 2 flawless."""
        return self.usable + (self.usable and not self.faults)

    def result(self) -> LegResult:
        faults = tuple(map(pack_findings.faulty, self.faults))
        if self.usable:
            return LegResult(text=self.text, score=self.score, findings=self.advice + faults)
        if isinstance(self.problem, TooLong):
            return LegResult(findings=(pack_findings.too_long(self.problem),))
        return LegResult(findings=faults[:1] if self.problem is None else (pack_findings.spans_lost(),))


@dataclass(kw_only=True)
class Leg:
    """Translates through one pack.

    Args:
        batcher: the pack's queue.
        source: tag of the source language, for guards.
        target: tag of the target language.
        decoding: how the pack searches at first.
        retry: how it searches after a guard spoke up.
        guards: when a translation counts as broken.
        prefers: tells whether a translation has the form of address asked for; where not, the pack is asked for
            others, and the best of those that have it is taken.
    """

    batcher: Batcher
    source: str
    target: str
    decoding: Decoding
    retry: Decoding
    guards: GuardLimits = field(default_factory=GuardLimits)
    prefers: Prefers = anything

    def translate(self, texts: Sequence[str], deadline: Deadline) -> list[LegResult]:
        """Translate masked sentences; all that need the same treatment go to the engine together.

        Raises:
            QueueFull, DeadlineTooShort, Cancelled, PackError: as Batcher.translate.
        """
        verdicts = self._attempt(list(dict.fromkeys(texts)), Shape.BRACES, self.decoding, deadline)
        faulty = [text for text, verdict in verdicts.items() if verdict.problem is None and verdict.faults]
        broken = [text for text, verdict in verdicts.items() if isinstance(verdict.problem, SpansBroken)]
        _improve(verdicts, self._attempt(faulty, Shape.BRACES, self.retry, deadline))
        for attempt in (self._brackets, self._attention, self._pieces):
            broken = [text for text in broken if not verdicts[text].usable]
            _improve(verdicts, attempt(broken, deadline))
        self._prefer(verdicts, deadline)
        results = {text: verdict.result() for text, verdict in verdicts.items()}
        return [results[text] for text in texts]

    def _brackets(self, texts: Sequence[str], deadline: Deadline) -> dict[str, _Verdict]:
        return self._attempt(texts, Shape.BRACKETS, self.decoding, deadline)

    def _attempt(
        self, texts: Sequence[str], shape: Shape, decoding: Decoding, deadline: Deadline
    ) -> dict[str, _Verdict]:
        if not texts:
            return {}
        shielded = [shield(text, shape) for text in texts]
        outcomes = self.batcher.translate([one.text for one in shielded], decoding, deadline)
        return {text: self._judge(text, *pair) for text, pair in _paired(texts, shielded, outcomes)}

    def _prefer(self, verdicts: dict[str, _Verdict], deadline: Deadline) -> None:
        """Replace translations in another form of address by one of the next best that is nearly as likely."""
        texts = [text for text, verdict in verdicts.items() if verdict.usable and not self.prefers(verdict.text)]
        if not texts:
            return
        shielded = [shield(text, Shape.BRACES) for text in texts]
        decoding = replace(self.decoding, beam_size=_WIDE_BEAM, hypotheses=_WIDE_BEAM)
        outcomes = self.batcher.translate([one.text for one in shielded], decoding, deadline)
        for text, (shape, outcome) in _paired(texts, shielded, outcomes):
            found = () if isinstance(outcome, TooLong) else (outcome, *outcome.others)
            judged = (self._judge(text, shape, one) for one in found)
            verdicts[text] = next((other for other in judged if self._is_better(other, verdicts[text])), verdicts[text])

    def _is_better(self, other: _Verdict, verdict: _Verdict) -> bool:
        likely = other.score >= verdict.score - _LESS_LIKELY
        return likely and other.rank >= verdict.rank and self.prefers(other.text)

    def _attention(self, texts: Sequence[str], deadline: Deadline) -> dict[str, _Verdict]:
        """Put spans back where the model looked at them."""
        if not texts:
            return {}
        shielded = [shield(text, Shape.BRACES) for text in texts]
        decoding = replace(self.decoding, attention=True)
        outcomes = self.batcher.translate([one.text for one in shielded], decoding, deadline)
        return {
            text: replace(self._judge(text, *pair, by_attention=True), advice=(pack_findings.aligned(),))
            for text, pair in _paired(texts, shielded, outcomes)
        }

    def _judge(self, text: str, shielded: Shielded, outcome: Outcome, *, by_attention: bool = False) -> _Verdict:
        if isinstance(outcome, TooLong):
            return _Verdict(problem=outcome)
        if not outcome.finished:
            return _Verdict(faults=(_CUT_OFF,))
        masked = align(outcome, shielded) if by_attention else unshield(outcome.text, shielded)
        if isinstance(masked, SpansBroken):
            return _Verdict(problem=masked)
        return _Verdict(text=masked, score=outcome.score, faults=self._faults(text, masked))

    def _faults(self, source: str, text: str) -> tuple[Fault, ...]:
        languages = {"source_language": self.source, "target_language": self.target}
        return faults_of(Attempt(source=source, text=text, **languages), self.guards)

    def _pieces(self, texts: Sequence[str], deadline: Deadline) -> dict[str, _Verdict]:
        """Translate what stands between the spans, and leave the spans where they are."""
        parts = {text: _between_spans(text) for text in texts}
        wanted = dict.fromkeys(part for pieces in parts.values() for part in pieces if has_words(part))
        verdicts = self._attempt(list(wanted), Shape.BRACES, self.decoding, deadline)
        return {text: _join(pieces, verdicts) for text, pieces in parts.items()}


def _paired(
    texts: Sequence[str], shielded: Sequence[Shielded], outcomes: Sequence[Outcome]
) -> Iterator[tuple[str, tuple[Shielded, Outcome]]]:
    return zip(texts, zip(shielded, outcomes, strict=True), strict=True)


def _improve(verdicts: dict[str, _Verdict], later: dict[str, _Verdict]) -> None:
    """Take a later verdict only where it is better, so that a failure is told as it was met first."""
    for text, verdict in later.items():
        if verdict.rank > verdicts[text].rank:
            verdicts[text] = verdict


def _between_spans(text: str) -> list[str]:
    """Cut a masked text into spans, white space and the words between; the parts join to the text."""
    parts, start = [], 0
    for begin, end in [*runs_in(text), (len(text), len(text))]:
        words = text[start:begin]
        core = words.strip()
        at = words.find(core) if core else len(words)
        parts += [words[:at], core, words[at + len(core) :], text[begin:end]]
        start = end
    return [part for part in parts if part]


def _join(parts: Sequence[str], verdicts: dict[str, _Verdict]) -> _Verdict:
    """Put translated parts together in the order of the source."""
    made: list[str] = []
    score = 0.0
    for part in parts:
        verdict = verdicts.get(part)
        if verdict is not None and not verdict.usable:
            return _Verdict(problem=SpansBroken.LOST)
        made.append(_punctuated_as(part, verdict.text) if verdict else part)
        score = min(score, verdict.score if verdict else 0.0)
    return _Verdict(text="".join(made), score=score, advice=(pack_findings.pieced(),))


def _punctuated_as(source: str, text: str) -> str:
    """Drop the full stop that models add to a fragment."""
    return text if source[-1] in _PUNCTUATION else text.rstrip(_PUNCTUATION)
