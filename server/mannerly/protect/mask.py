"""The protect step: hides every span behind one marker before anything else sees the text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mannerly.model.context import Context
from mannerly.model.draft import Draft
from mannerly.model.spans import Span
from mannerly.protect.candidate import Candidate
from mannerly.protect.finder import find_spans


@dataclass(frozen=True, kw_only=True)
class Protect:
    """Set `masked` and `spans` from `original`."""

    def __call__(self, draft: Draft, context: Context) -> Draft:
        """Return the draft with its text masked.

        Args:
            draft: `original` and `source_language` are read.
            context: names, terms, variables and locales come from its request.
        """
        request = context.request
        found = find_spans(
            draft.original,
            language=(draft.source_language or request.source.replace("_", "-")).split("-")[0].lower(),
            source=request.source,
            target=context.locale or request.target,
            facts=request.facts,
            variables=request.variables,
            glossary=request.glossary,
            do_not_translate=request.do_not_translate,
        )
        masked, spans = mask(draft.original, found)
        return replace(draft, masked=masked, spans=spans)


def mask(text: str, found: list[Candidate]) -> tuple[str, tuple[Span, ...]]:
    """Return the text with one marker per candidate, and the spans behind them.

    Args:
        text: the source text.
        found: disjoint candidates in text order.
    """
    parts, spans, position = list[str](), list[Span](), 0
    for index, candidate in enumerate(found):
        span = Span(
            index=index,
            kind=candidate.kind,
            original=text[candidate.start : candidate.end],
            value=candidate.value,
            rendered=candidate.rendered,
            ambiguous=candidate.ambiguous,
        )
        parts += (text[position : candidate.start], span.marker)
        spans.append(span)
        position = candidate.end
    return "".join((*parts, text[position:])), tuple(spans)
