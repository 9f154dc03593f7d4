"""Who is addressed: the request's facts, completed by the name a salutation gives; decides no wording."""

from __future__ import annotations

import re
from dataclasses import replace

from mannerly.language.address import Address
from mannerly.language.library import LanguageLibrary
from mannerly.language.patterns import compiled
from mannerly.language.tags import parse_tag
from mannerly.model.context import Context
from mannerly.model.draft import Draft, Finding, Role, Segment, Severity
from mannerly.model.facts import Customer, Gender, ReplyFacts
from mannerly.model.spans import Span, SpanKind, is_marker, unwrapped

_REPEATED = re.compile(r"([!?\uff01])\1+$")


class MeetCustomer:
    """Step: set `facts`; a name found in the salutation becomes a protected span like one the request gave."""

    def __init__(self, library: LanguageLibrary) -> None:
        """Use the salutation patterns of a language library."""
        self._library = library

    def __call__(self, draft: Draft, context: Context) -> Draft:
        """Return the draft with facts about the customer."""
        facts = context.request.facts
        first = draft.segments[0] if draft.segments else None
        if facts.customer.names or first is None or first.role is not Role.SALUTATION or not draft.source_language:
            return replace(draft, facts=facts)
        tag = parse_tag(draft.source_language)
        if not self._library.supports(tag):
            return replace(draft, facts=facts)
        source = self._library.get(tag).address
        core = unwrapped(first.source, draft.spans)[1]
        name = captured_name(_without_marks(core, draft.spans), source)
        if len(name) == 1 and is_marker(name):
            # "Hi {name},": the placeholder stands where the locale puts a name.
            met = replace(facts, customer=replace(facts.customer, display_name=name))
            return replace(draft, facts=met)
        if not name:
            return replace(draft, facts=facts).noting(findings=_unclear(first, source))
        met = replace(facts, customer=named(facts.customer, name, source))
        return _protected(replace(draft, facts=met), met)


def captured_name(salutation: str, source: Address) -> str:
    """Return the name that a masked salutation gives, "" for none.

    Args:
        salutation: the source salutation.
        source: address data of its language.
    """
    for pattern in source.recognise.salutation:
        match = compiled(pattern, ignore_case=True).fullmatch(salutation.strip())
        if match and "name" in match.groupdict():
            name = (match["name"] or "").strip(" ,:!.")
            return name if _is_name(name, source) else ""
    return ""


def _is_name(name: str, source: Address) -> bool:
    """A name has no brackets, and no lower-case word ("hi all", "Anna and Tom") but titles and particles."""
    if len(name) == 1 and is_marker(name):
        return True
    courtesies = {title for titles in source.courtesy_titles.values() for title in titles}
    lower = {word for word in name.split() if word[0].islower()} - courtesies - set(source.name_particles)
    return bool(name) and name.isprintable() and not lower and not any(char in "()[]{}<>/" for char in name)


def _without_marks(text: str, spans: tuple[Span, ...]) -> str:
    """Return a masked text without markup and emoji, which may stand around a name."""
    dropped = {span.marker for span in spans if span.kind in (SpanKind.MARKUP, SpanKind.EMOJI)}
    plain = " ".join("".join(char for char in text if char not in dropped).split())
    return _REPEATED.sub(r"\1", plain)


def _unclear(segment: Segment, source: Address) -> tuple[Finding, ...]:
    """Say so when a salutation holds more than its opening words and no name could be made of it."""
    texts = [
        match["name"].strip(" ,:!.")
        for pattern in source.recognise.salutation
        if (match := compiled(pattern, ignore_case=True).fullmatch(segment.source.strip()))
        and match.groupdict().get("name")
    ]
    if not any(texts):
        return ()
    return (
        Finding(
            code="read.salutation_unclear",
            severity=Severity.ADVICE,
            message="Whom the salutation addresses is not clear, so the polite opening for anybody was written.",
            remedy="Send the customer's name.",
            segment=0,
        ),
    )


def named(customer: Customer, name: str, source: Address) -> Customer:
    """Return the customer with a name as a salutation gives it; a courtesy title tells gender and family name."""
    first, _, rest = name.partition(" ")
    for gender, courtesies in source.courtesy_titles.items():
        if first.rstrip(".") in courtesies and rest:
            known = customer.gender if customer.gender is not Gender.UNKNOWN else Gender(gender)
            return replace(customer, family_name=rest, gender=known)
    return replace(customer, display_name=name) if rest else replace(customer, given_name=name)


def _protected(draft: Draft, facts: ReplyFacts) -> Draft:
    first, *rest = draft.segments
    spans, source = list(draft.spans), first.source
    for name in facts.customer.names:
        if name in source:
            span = Span(index=len(spans), kind=SpanKind.CUSTOMER_NAME, original=name)
            spans.append(span)
            source = source.replace(name, span.marker, 1)
    return replace(draft, spans=tuple(spans), segments=(replace(first, source=source, text=source), *rest))
