"""Give each protected value the form its locale writes; must not touch values with two readings."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from mannerly.adapt.formats import LocaleFormats
from mannerly.language.library import LanguageLibrary
from mannerly.language.tags import parse_tag
from mannerly.model.context import Context
from mannerly.model.draft import AppliedStatus, Draft, Edit, Feature, FeatureOutcome, Finding, Severity
from mannerly.model.spans import Span, SpanKind
from mannerly.model.variables import Instant, Text, Url

_STEP = "formats"
_VALUE_KINDS = frozenset(
    {
        SpanKind.MONEY,
        SpanKind.DATE,
        SpanKind.TIME,
        SpanKind.INSTANT,
        SpanKind.NUMBER,
        SpanKind.PERCENT,
        SpanKind.PHONE,
        SpanKind.TEXT,
        SpanKind.URL,
    }
)


class LocaliseFormats:
    """Step: typed variables, amounts, dates, times, numbers and phones in the locale's form."""

    def __init__(self, library: LanguageLibrary) -> None:
        """Use the formats of a language library."""
        self._library = library
        self._formats = lru_cache(maxsize=128)(self._formats_of)

    def __call__(self, draft: Draft, context: Context) -> Draft:
        """Return the draft with each span's `rendered` set where the locale writes it differently."""
        formats = self._formats(context.locale)
        # Typed variables are always filled in; values found in the text keep their bytes where that was asked for.
        keeps = context.request.overrides.localise_formats is False
        same_language = keeps or draft.source_language == parse_tag(context.locale).written_language
        spans = tuple(_rendered(span, formats, context, same_language) for span in draft.spans)
        changed = [span for span in spans if span.output != span.original and span.kind in _VALUE_KINDS]
        return replace(draft, spans=spans).noting(
            edits=tuple(_edit(span, context.locale) for span in changed),
            findings=_zone_unknown(spans, context),
            applied=(_summary(spans, len(changed)),),
        )

    def _formats_of(self, locale: str) -> LocaleFormats:
        return LocaleFormats(self._library.get(parse_tag(locale)))


def _rendered(span: Span, formats: LocaleFormats, context: Context, same_language: bool) -> Span:
    if span.value is None or span.ambiguous or span.kind not in _VALUE_KINDS:
        return span
    is_variable = _variable_name(span.original) in context.request.variables
    if not is_variable and (same_language or _reads_alike_everywhere(span)):
        return span
    return replace(span, rendered=formats.write(span.value, context.request.zone))


def _variable_name(placeholder: str) -> str:
    """Return the name inside {x}, {{ x }}, ${x}, <x>, [[x]] or %(x)s."""
    inner = placeholder[2:-2] if placeholder.startswith("%(") else placeholder
    return inner.strip("{}$()<>[] ")


def _reads_alike_everywhere(span: Span) -> bool:
    """A plain run of digits may be a quantity or a name of something: it keeps its bytes."""
    return isinstance(span.value, Text | Url) or (span.kind is SpanKind.NUMBER and span.original.isdigit())


def _edit(span: Span, locale: str) -> Edit:
    return Edit(
        step=_STEP,
        rule_id=f"formats.{span.kind}",
        before=span.original,
        after=span.output,
        reason=f"Written as {locale} writes it (CLDR).",
    )


def _zone_unknown(spans: tuple[Span, ...], context: Context) -> tuple[Finding, ...]:
    if context.request.zone or not any(isinstance(span.value, Instant) for span in spans):
        return ()
    return (
        Finding(
            code="formats.zone_unknown",
            severity=Severity.ADVICE,
            message="A point in time is written in UTC because the customer's zone is not known.",
            remedy="Send zone, such as Europe/Berlin.",
        ),
    )


def _summary(spans: tuple[Span, ...], changed: int) -> AppliedStatus:
    ambiguous = sum(span.ambiguous for span in spans)
    if ambiguous:
        return _status(
            FeatureOutcome.PARTIAL, f"{changed} values written for the locale, {ambiguous} with two readings kept."
        )
    if changed:
        return _status(FeatureOutcome.APPLIED, f"{changed} values written for the locale.")
    return _status(FeatureOutcome.NOT_NEEDED, "No value is written differently in the locale.")


def _status(outcome: FeatureOutcome, reason: str) -> AppliedStatus:
    return AppliedStatus(feature=Feature.FORMAT, outcome=outcome, reason=reason)
