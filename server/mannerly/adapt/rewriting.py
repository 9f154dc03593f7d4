"""Where directness and idiom rewriters plug in, and the honest status where none is installed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from mannerly.language.tags import parse_tag
from mannerly.model.context import Context
from mannerly.model.draft import (
    AppliedStatus,
    Draft,
    Edit,
    Feature,
    FeatureOutcome,
    Origin,
    Role,
    Segment,
)

REWRITABLE = (Feature.DIRECTNESS, Feature.IDIOM)


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
                draft = draft.noting(applied=(_without_rewriter(feature, context),))
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


def _without_rewriter(feature: Feature, context: Context) -> AppliedStatus:
    return AppliedStatus(
        feature=feature,
        outcome=FeatureOutcome.UNSUPPORTED,
        reason=f"There are no {feature} rules for {context.locale}.",
    )
