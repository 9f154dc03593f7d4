"""The draft of a reply and what is said about it; steps take one and return a new one, nobody changes one in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from mannerly.model.facts import ReplyFacts
from mannerly.model.spans import Span, unmask


class Origin(StrEnum):
    """Where the current text of a segment came from."""

    NONE = "none"  # nothing could translate it: no text to show
    SOURCE = "source"  # source and target language are the same: the text itself
    PHRASE = "phrase"  # an approved phrase
    PACK = "pack"  # a translation pack
    LOCALE = "locale"  # written from locale data: salutation, closing
    KEPT = "kept"  # needs no translation: names, codes, blank lines


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Which asset produced a segment.

    Args:
        origin: the kind of asset.
        phrase_id: id of the approved phrase, "" otherwise.
        packs: "name version" of each pack used, in order; two for a pivot.
        pivot: language code pivoted through, "" for a direct translation.
        rule_id: id of the locale row that wrote it, "" otherwise.
    """

    origin: Origin
    phrase_id: str = ""
    packs: tuple[str, ...] = ()
    pivot: str = ""
    rule_id: str = ""


class Role(StrEnum):
    """What a segment does in the reply."""

    BODY = "body"
    SALUTATION = "salutation"
    CLOSING = "closing"
    SIGNATURE = "signature"  # name and company lines below the closing


@dataclass(frozen=True, kw_only=True)
class Segment:
    """One sentence (or salutation, closing, signature line), masked.

    Args:
        source: masked source text, without surrounding white space.
        glue: the white space (and nothing else) that follows it in the source.
        text: masked current text; equals `source` until translate has run.
        role: what it does.
        provenance: which asset produced `text`.
        score: mean log-probability per target token for a pack, 1.0 for an approved phrase, None where not scored.
        absorbed: indexes of spans that an approved phrase writes out in words ("two days" by a dual).
    """

    source: str
    glue: str = ""
    text: str = ""
    role: Role = Role.BODY
    provenance: Provenance = Provenance(origin=Origin.NONE)
    score: float | None = None
    absorbed: tuple[int, ...] = ()


# Set by translate, read by adapt: the phrase exists only in the register not asked for.
OTHER_REGISTER = "phrase.other_register"


class Severity(StrEnum):
    """Two classes only: something is false or broken, or something could be said better."""

    BLOCKING = "blocking"
    ADVICE = "advice"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing the agent should know.

    Args:
        code: stable dotted lower-case id, such as "verify.number_changed".
        severity: blocking findings make the reply not ready.
        message: one English sentence for the agent.
        remedy: what to do about it.
        segment: index of the segment, None for the whole reply.
        span: (start, end) in code points of the localised text, None where it cannot be located.
    """

    code: str
    severity: Severity
    message: str
    remedy: str
    segment: int | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, kw_only=True)
class Edit:
    """One explained change; before and after may hold markers, which the reply flow unmasks at the end."""

    step: str
    rule_id: str
    before: str
    after: str
    reason: str
    segment: int | None = None


class Feature(StrEnum):
    """What a caller can ask for."""

    TRANSLATION = "translation"
    REGISTER = "register"
    DIRECTNESS = "directness"
    IDIOM = "idiom"
    HONORIFIC = "honorific"
    SALUTATION = "salutation"
    CLOSING = "closing"
    FORMAT = "format"
    PUNCTUATION = "punctuation"


class FeatureOutcome(StrEnum):
    """How far a feature was carried out."""

    APPLIED = "applied"
    PARTIAL = "partial"
    UNSUPPORTED = "unsupported"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, kw_only=True)
class AppliedStatus:
    """What became of one feature, and why."""

    feature: Feature
    outcome: FeatureOutcome
    reason: str


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A reply on its way through the steps.

    Args:
        original: the request's text, never changed.
        masked: `original` with one marker per protected span; "" before protect.
        source_language: language of the text, with its script where that is not the usual one ("zh-Hant"); "" unknown.
        lead: white space before the first segment.
        segments: see Segment; `lead` + each `source` + `glue`, unmasked, is `original` again.
        spans: protected spans by index.
        facts: the request's facts, completed by what the text itself says about the customer.
        text: the finished localised text; "" before restore.
    """

    original: str
    masked: str = ""
    source_language: str = ""
    lead: str = ""
    segments: tuple[Segment, ...] = ()
    spans: tuple[Span, ...] = ()
    facts: ReplyFacts = field(default_factory=ReplyFacts)
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    applied: tuple[AppliedStatus, ...] = ()
    text: str = ""

    def with_segments(self, change: Callable[[Segment], Segment]) -> Draft:
        """Return a draft whose segments went through `change`."""
        return replace(self, segments=tuple(change(segment) for segment in self.segments))

    def opened_with(self, segment: Segment) -> Draft:
        """Return a draft with a segment put in front; what is said about the others moves along."""

        def moved(index: int | None) -> int | None:
            return None if index is None else index + 1

        return replace(
            self,
            segments=(segment, *self.segments),
            findings=tuple(replace(finding, segment=moved(finding.segment)) for finding in self.findings),
            edits=tuple(replace(edit, segment=moved(edit.segment)) for edit in self.edits),
        )

    def noting(
        self,
        *,
        edits: tuple[Edit, ...] = (),
        findings: tuple[Finding, ...] = (),
        applied: tuple[AppliedStatus, ...] = (),
    ) -> Draft:
        """Return a draft with edits, findings and statuses added at the end."""
        return replace(
            self,
            edits=self.edits + edits,
            findings=self.findings + findings,
            applied=self.applied + applied,
        )

    def source_of(self, segment: Segment) -> str:
        """Return the segment's source text with the original bytes back in place."""
        return unmask(segment.source, self.spans, original=True)

    @property
    def ready_to_send(self) -> bool:
        """True exactly when no finding blocks."""
        return all(finding.severity is not Severity.BLOCKING for finding in self.findings)
