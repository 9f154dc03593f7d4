"""Step: a sentence is an approved phrase, else goes to a pack, else stays empty; engines never mix in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from mannerly.language.library import Language, LanguageLibrary
from mannerly.language.tags import parse_tag
from mannerly.model.context import Context, Deadline
from mannerly.model.draft import (
    OTHER_REGISTER,
    AppliedStatus,
    Draft,
    Feature,
    FeatureOutcome,
    Finding,
    Origin,
    Provenance,
    Role,
    Segment,
    Severity,
)
from mannerly.model.spans import Span, is_marker
from mannerly.translate.leg import Prefers, anything
from mannerly.translate.pack_result import PackResult
from mannerly.translate.phrases import PhraseTranslator


class TranslatesTexts(Protocol):
    """What the step needs of the packs."""

    def translate(
        self,
        texts: Sequence[str],
        source: str,
        target: str,
        deadline: Deadline,
        spans: Sequence[Span] = (),
        prefers: Prefers = anything,
    ) -> list[PackResult]:
        """Translate masked sentences; a sentence that cannot be translated has an empty text and a blocking finding."""
        ...


class Translate:
    """Step: source text to target text."""

    def __init__(
        self,
        library: LanguageLibrary,
        phrases: PhraseTranslator,
        packs: TranslatesTexts,
        is_at_level: Callable[[str, Context], bool] = lambda _text, _context: True,
    ) -> None:
        """Use approved phrases of a language library before packs, and of what packs offer what is at the level."""
        self._is_at_level = is_at_level
        self._library = library
        self._phrases = phrases
        self._packs = packs

    def __call__(self, draft: Draft, context: Context) -> Draft:
        """Return the draft with every body segment translated, or left empty with a blocking finding."""
        target_tag = parse_tag(context.locale)
        source_tag = parse_tag(draft.source_language) if draft.source_language else None
        if source_tag and source_tag.written_language == target_tag.written_language:
            return _unchanged(draft)
        target = self._library.get(target_tag)
        source = self._library.get(source_tag) if source_tag and self._library.supports(source_tag) else None
        draft = self._by_phrases(draft, source, target, context)
        draft = self._by_packs(draft, str(target_tag), context)
        return draft.noting(applied=(_status(draft),))

    def _by_phrases(self, draft: Draft, source: Language | None, target: Language, context: Context) -> Draft:
        segments: list[Segment] = []
        findings: list[Finding] = []
        for index, segment in enumerate(draft.segments):
            if segment.role is Role.SIGNATURE or not _has_words(segment.source):
                segments.append(_kept(segment))
                continue
            found = None
            if segment.role is Role.BODY and source is not None:
                found = self._phrases.translate(segment, draft, source, target, context)
            if found and not found.in_register:
                findings.append(_other_register(index, context))
            segments.append(found.segment if found else segment)
        return replace(draft, segments=tuple(segments)).noting(findings=tuple(findings))

    def _by_packs(self, draft: Draft, target: str, context: Context) -> Draft:
        open_indexes = [
            index
            for index, segment in enumerate(draft.segments)
            if segment.role is Role.BODY and segment.provenance.origin is Origin.NONE
        ]
        if not open_indexes:
            return draft
        texts = [draft.segments[index].source for index in open_indexes]
        results = self._packs.translate(
            texts,
            draft.source_language,
            target,
            context.deadline,
            draft.spans,
            lambda text: self._is_at_level(text, context),
        )
        segments = list(draft.segments)
        findings: list[Finding] = []
        for index, result in zip(open_indexes, results, strict=True):
            segments[index] = replace(
                segments[index], text=result.text, provenance=result.provenance, score=result.score
            )
            findings += [replace(finding, segment=index) for finding in result.findings]
        return replace(draft, segments=tuple(segments)).noting(findings=tuple(findings))


def _unchanged(draft: Draft) -> Draft:
    same = Provenance(origin=Origin.SOURCE)
    status = AppliedStatus(
        feature=Feature.TRANSLATION,
        outcome=FeatureOutcome.NOT_NEEDED,
        reason="The reply is in the customer's language.",
    )
    return draft.with_segments(lambda segment: replace(segment, text=segment.source, provenance=same)).noting(
        applied=(status,)
    )


def _has_words(masked: str) -> bool:
    return any(char.isalpha() and not is_marker(char) for char in masked)


def _kept(segment: Segment) -> Segment:
    return replace(segment, text=segment.source, provenance=Provenance(origin=Origin.KEPT))


def _other_register(index: int, context: Context) -> Finding:
    return Finding(
        code=OTHER_REGISTER,
        severity=Severity.ADVICE,
        message=f"The approved phrase exists, but not in {context.register.value} register.",
        remedy="Read the sentence, or add the phrase in this register to the phrasebook.",
        segment=index,
    )


def _status(draft: Draft) -> AppliedStatus:
    body = [segment.provenance.origin for segment in draft.segments if segment.role is Role.BODY]
    phrases, packs, missing = (body.count(origin) for origin in (Origin.PHRASE, Origin.PACK, Origin.NONE))
    reason = f"{phrases} approved phrases, {packs} sentences by packs, {missing} not translated."
    if missing:
        outcome = FeatureOutcome.PARTIAL if phrases or packs else FeatureOutcome.UNSUPPORTED
    else:
        outcome = FeatureOutcome.APPLIED if phrases or packs else FeatureOutcome.NOT_NEEDED
    return AppliedStatus(feature=Feature.TRANSLATION, outcome=outcome, reason=reason)
