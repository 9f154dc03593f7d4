"""Checks what stands in place of spans: exact bytes, filled variables, required terms, undecided dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mannerly.model.draft import Finding, Origin, Severity
from mannerly.model.spans import FIRST_MARKER, Span, SpanKind, markers_in
from mannerly.verify.reading import Reading

_EXACT = frozenset({SpanKind.PLACEHOLDER, SpanKind.URL, SpanKind.EMAIL})


def check_span_text(reading: Reading) -> Iterator[Finding]:
    """Yield findings on spans that are in the text: changed, unfilled, without the required term, ambiguous."""
    spans = reading.draft.spans
    expected = Counter[str]()
    for index, segment, place in reading.segments():
        if segment.provenance.origin is Origin.NONE:
            continue
        for marker in dict.fromkeys(markers_in(segment.text)):
            position = ord(marker) - FIRST_MARKER
            if position < len(spans):
                span = spans[position]
                expected[span.output] += 1
                where = place.spans[position]
                problem = _problem(span, reading.draft.text.count(span.output) < expected[span.output])
                if problem:
                    code, severity, message, remedy = problem
                    yield Finding(
                        code=code, severity=severity, message=message, remedy=remedy, segment=index, span=where
                    )


def _problem(span: Span, is_missing: bool) -> tuple[str, Severity, str, str] | None:
    kind = span.kind.value.replace("_", " ")
    if span.value is not None and _is_placeholder(span):
        return (
            "verify.variable_unfilled",
            Severity.BLOCKING,
            f"A variable of type {kind} was not written into the text.",
            "Check the variable's type, or write its value into the reply.",
        )
    if span.kind in _EXACT and (is_missing or (span.value is None and span.output != span.original)):
        return (
            "verify.span_changed",
            Severity.BLOCKING,
            f"A {kind} is not byte for byte the same as in the reply.",
            "Put it back as it was.",
        )
    if span.kind is SpanKind.TERM and is_missing:
        return (
            "verify.term_missing",
            Severity.BLOCKING,
            "A required term is missing from the text.",
            "Put the term of the glossary in.",
        )
    if span.ambiguous and span.kind is SpanKind.DATE:
        return (
            "verify.ambiguous_date",
            Severity.ADVICE,
            "A date can be read in two ways and was left as it is.",
            "Send it as a variable of type date, or write the month as a word.",
        )
    return None


def _is_placeholder(span: Span) -> bool:
    """Tell whether a span with a value would still show its template name to the customer."""
    return span.output == span.original and span.original[:1] in "{[%$:<" and not span.original[-1:].isdecimal()
