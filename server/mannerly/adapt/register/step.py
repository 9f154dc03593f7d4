"""The step that brings every sentence of a reply to the level of address; knows no language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mannerly.adapt.register.engine import Wish
from mannerly.adapt.register.registers import Registers, Rewritten
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData
from mannerly.model.context import Context
from mannerly.model.draft import (
    OTHER_REGISTER,
    AppliedStatus,
    Draft,
    Edit,
    Feature,
    FeatureOutcome,
    Finding,
    Origin,
    Role,
    Segment,
    Severity,
)

# Patterns of the source language's register data.
_SPEAKS_TO_READER, _SPEAKS_OF_OTHERS = "speaks_to_reader", "speaks_of_others"


class SetRegister:
    """Step: sentences of packs, of people, and approved ones that exist only in another register."""

    def __init__(self, registers: Registers, data_of: Callable[[str], RegisterData]) -> None:
        """Use these engines, and the register data of the source language."""
        self._registers = registers
        self._data_of = data_of

    def __call__(self, draft: Draft, context: Context) -> Draft:
        """Return the draft at the level, with a status; what was left alone is a finding."""
        missing = self._registers.missing(context.locale)
        if missing is not None:
            return draft.noting(applied=(_unsupported(draft, context, missing),))
        level, accepts = self._registers.wanted(context)
        facts, segments = draft.facts, list(draft.segments)
        edits, findings, shown = list[Edit](), list[Finding](), False
        for index in self._open(draft, level, context):
            wish = Wish(
                level=level,
                accepts=accepts,
                customer=facts.customer,
                agent=facts.agent,
                pair=context.address_pair,
                addressed=self.is_addressed(segments[index], draft.source_language),
            )
            rewritten = self._registers.rewrite(segments[index].text, context.locale, wish)
            shown = shown or bool(rewritten.reading.evidence)
            segments[index] = replace(segments[index], text=rewritten.text)
            edits += _edits(rewritten, index)
            findings += _findings(rewritten, index)
        status = _status(len(edits), len(findings), level, draft, is_shown=shown)
        return replace(draft, segments=tuple(segments)).noting(
            edits=tuple(edits), findings=tuple(findings), applied=(status,)
        )

    def _open(self, draft: Draft, level: str, context: Context) -> list[int]:
        """Indexes of the sentences that may have to change; an approved one is at the level it was approved for."""
        other = {finding.segment for finding in draft.findings if finding.code == OTHER_REGISTER}
        usual = self._registers.wanted(replace(context, level=""))[0]
        origins = {Origin.PACK, Origin.SOURCE} | (set() if level == usual else {Origin.PHRASE})
        return [
            index
            for index, segment in enumerate(draft.segments)
            if segment.role is Role.BODY and (segment.provenance.origin in origins or index in other)
        ]

    def is_addressed(self, segment: Segment, source_language: str) -> bool | None:
        """Tell whether the source of a pack's sentence speaks to the reader alone or to others alone; None: neither."""
        if segment.provenance.origin is not Origin.PACK or not source_language:
            return None
        patterns = self._data_of(source_language).patterns
        if _SPEAKS_TO_READER not in patterns:
            return None
        to_reader = compiled(patterns[_SPEAKS_TO_READER]).search(segment.source) is not None
        of_others = compiled(patterns[_SPEAKS_OF_OTHERS]).search(segment.source) is not None
        return to_reader if to_reader != of_others else None


def _edits(rewritten: Rewritten, index: int) -> list[Edit]:
    return [
        Edit(
            step="set_register",
            rule_id=change.rule,
            before=change.before,
            after=change.after,
            reason=change.why,
            segment=index,
        )
        for change in rewritten.changes
    ]


def _findings(rewritten: Rewritten, index: int) -> list[Finding]:
    return [
        Finding(
            code="register.left_alone",
            severity=Severity.ADVICE,
            message=f"Sentence {index + 1}: {doubt.why}",
            remedy="Read the sentence and put it in the wanted form of address.",
            segment=index,
        )
        for doubt in rewritten.doubts
    ]


def _status(changes: int, doubts: int, level: str, draft: Draft, *, is_shown: bool) -> AppliedStatus:
    approved = any(segment.provenance.origin is Origin.PHRASE for segment in draft.segments)
    if doubts:
        outcome, reason = FeatureOutcome.PARTIAL, f"{changes} changes to {level}; {doubts} places were left alone."
    elif changes:
        outcome, reason = FeatureOutcome.APPLIED, f"{changes} changes to {level}."
    elif approved:
        outcome, reason = FeatureOutcome.APPLIED, f"Approved sentences, {level}."
    elif is_shown:
        outcome, reason = FeatureOutcome.NOT_NEEDED, f"The text is {level} already."
    else:
        outcome, reason = FeatureOutcome.NOT_NEEDED, "No sentence addresses the customer."
    return AppliedStatus(feature=Feature.REGISTER, outcome=outcome, reason=reason)


def _unsupported(draft: Draft, context: Context, extra: str) -> AppliedStatus:
    body = [segment.provenance.origin for segment in draft.segments if segment.role is Role.BODY]
    approved = sum(origin is Origin.PHRASE for origin in body)
    open_ones = sum(origin in (Origin.PACK, Origin.SOURCE) for origin in body)
    if not open_ones:
        outcome = FeatureOutcome.APPLIED if approved else FeatureOutcome.NOT_NEEDED
        return AppliedStatus(feature=Feature.REGISTER, outcome=outcome, reason="Approved sentences only.")
    remedy = f'install "mannerly[{extra}]"' if extra else "the language has no rules for it"
    reason = f"{open_ones} sentences were not brought to {context.register.value} address: {remedy}."
    outcome = FeatureOutcome.PARTIAL if approved else FeatureOutcome.UNSUPPORTED
    return AppliedStatus(feature=Feature.REGISTER, outcome=outcome, reason=reason)
