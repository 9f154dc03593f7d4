"""Apply the locale's punctuation and spacing rules to what is written in its language; must not touch spans."""

from __future__ import annotations

import itertools
from dataclasses import replace

from mannerly.language.library import LanguageLibrary
from mannerly.language.rules import PatternRule
from mannerly.language.tags import parse_tag
from mannerly.model.context import Context
from mannerly.model.draft import AppliedStatus, Draft, Edit, Feature, FeatureOutcome, Origin, Role, Segment
from mannerly.model.spans import SpanKind

_STEP = "punctuation"
_LINKS = frozenset({SpanKind.URL, SpanKind.EMAIL, SpanKind.PHONE})


class Punctuate:
    """Step: punctuation rules, and the space between sentences."""

    def __init__(self, library: LanguageLibrary) -> None:
        """Use the punctuation rules of a language library."""
        self._library = library

    def __call__(self, draft: Draft, context: Context) -> Draft:
        """Return the draft punctuated as the locale does."""
        punctuation = self._library.get(parse_tag(context.locale)).punctuation
        segments: list[Segment] = []
        edits: list[Edit] = []
        for index, segment in enumerate(draft.segments):
            text, made = _punctuated(segment, punctuation.rules, index)
            segments.append(replace(segment, text=text))
            edits += made
        links = frozenset(span.marker for span in draft.spans if span.kind in _LINKS)
        spaced = _spaced(segments, punctuation.sentence_space, links)
        return replace(draft, segments=tuple(spaced)).noting(edits=tuple(edits), applied=(_status(len(edits)),))


def _punctuated(segment: Segment, rules: tuple[PatternRule, ...], index: int) -> tuple[str, list[Edit]]:
    text = segment.text
    edits: list[Edit] = []
    if segment.provenance.origin in (Origin.NONE, Origin.KEPT) or segment.role is Role.SIGNATURE:
        return text, edits
    for rule in rules:
        after = rule.apply(text)
        if after != text:
            edits.append(Edit(step=_STEP, rule_id=rule.id, before=text, after=after, reason=rule.why, segment=index))
        text = after
    return text, edits


def _spaced(segments: list[Segment], space: str, links: frozenset[str]) -> list[Segment]:
    """Put the locale's space between two sentences of a paragraph, unless the text was in the language already.

    A link that ends a sentence is always followed by a space, or the next word would become part of it.
    """
    foreign = (Origin.PHRASE, Origin.PACK, Origin.LOCALE)
    spaced = list(segments)
    for index, (segment, following) in enumerate(itertools.pairwise(segments)):
        both_foreign = segment.provenance.origin in foreign and following.provenance.origin in foreign
        if both_foreign and segment.glue in ("", " "):
            spaced[index] = replace(segment, glue=" " if segment.text[-1:] in links else space)
    return spaced


def _status(edits: int) -> AppliedStatus:
    if edits:
        return AppliedStatus(
            feature=Feature.PUNCTUATION, outcome=FeatureOutcome.APPLIED, reason=f"{edits} rules changed something."
        )
    return AppliedStatus(
        feature=Feature.PUNCTUATION, outcome=FeatureOutcome.NOT_NEEDED, reason="Punctuation was right."
    )
