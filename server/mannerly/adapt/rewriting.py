"""Where register, directness and idiom rewriters plug in, and the honest status where none is installed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from mannerly.language.tags import parse_tag
from mannerly.model.context import Context
from mannerly.model.draft import (
    OTHER_REGISTER,
    AppliedStatus,
    Draft,
    Edit,
    Feature,
    FeatureOutcome,
    Origin,
    Role,
    Segment,
)

REWRITABLE = (Feature.REGISTER, Feature.DIRECTNESS, Feature.IDIOM)


@dataclass(frozen=True, kw_only=True)
class Rewrite:
    """One sentence rewritten; PARTIAL when the rewriter left something it was not sure of."""

    text: str
    outcome: FeatureOutcome
    edits: tuple[Edit, ...] = ()


class Rewriter(Protocol):
    """Brings one masked sentence of one language to what the profile asks for; never touches a marker."""

    def rewrite(self, segment: Segment, context: Context) -> Rewrite:
        """Return the sentence rewritten, unchanged where it is already right."""
        ...


class RewriteStyle:
    """Step: the installed rewriters, per feature and language."""

    def __init__(self, rewriters: Mapping[tuple[Feature, str], Rewriter]) -> None:
        """Use rewriters by feature and primary language subtag."""
        self._rewriters = rewriters

    def __call__(self, draft: Draft, context: Context) -> Draft:
        """Return the draft rewritten, with one status per feature."""
        language = parse_tag(context.locale).language
        for feature in REWRITABLE:
            rewriter = self._rewriters.get((feature, language))
            if rewriter is None:
                draft = draft.noting(applied=(_without_rewriter(feature, draft, context),))
            else:
                draft = _rewritten(draft, feature, rewriter, context)
        return draft


def _rewritten(draft: Draft, feature: Feature, rewriter: Rewriter, context: Context) -> Draft:
    segments: list[Segment] = []
    edits: list[Edit] = []
    outcomes: set[FeatureOutcome] = set()
    for segment in draft.segments:
        if segment.role is not Role.BODY or segment.provenance.origin not in (Origin.PACK, Origin.SOURCE):
            segments.append(segment)
            continue
        rewrite = rewriter.rewrite(segment, context)
        segments.append(replace(segment, text=rewrite.text))
        edits += rewrite.edits
        outcomes.add(rewrite.outcome)
    outcome = next(
        (o for o in (FeatureOutcome.PARTIAL, FeatureOutcome.APPLIED) if o in outcomes), FeatureOutcome.NOT_NEEDED
    )
    status = AppliedStatus(feature=feature, outcome=outcome, reason=f"{len(edits)} changes.")
    return replace(draft, segments=tuple(segments)).noting(edits=tuple(edits), applied=(status,))


def _without_rewriter(feature: Feature, draft: Draft, context: Context) -> AppliedStatus:
    if feature is not Feature.REGISTER:
        return AppliedStatus(
            feature=feature,
            outcome=FeatureOutcome.UNSUPPORTED,
            reason=f"There are no {feature} rules for {context.locale}.",
        )
    body = [segment.provenance.origin for segment in draft.segments if segment.role is Role.BODY]
    sure = sum(origin is Origin.PHRASE for origin in body)
    unsure = sum(origin in (Origin.PACK, Origin.SOURCE) for origin in body)
    other = sum(finding.code == OTHER_REGISTER for finding in draft.findings)
    wanted = context.register.value
    if not sure and not unsure:
        return AppliedStatus(
            feature=feature, outcome=FeatureOutcome.NOT_NEEDED, reason="No sentence addresses the customer."
        )
    if not sure:
        reason = f"There are no register rules for {context.locale}; read the text for {wanted} address."
        return AppliedStatus(feature=feature, outcome=FeatureOutcome.UNSUPPORTED, reason=reason)
    if unsure or other:
        reason = f"{sure - other} approved sentences are {wanted}; {unsure + other} others were not brought to it."
        return AppliedStatus(feature=feature, outcome=FeatureOutcome.PARTIAL, reason=reason)
    return AppliedStatus(feature=feature, outcome=FeatureOutcome.APPLIED, reason=f"Approved sentences, {wanted}.")
