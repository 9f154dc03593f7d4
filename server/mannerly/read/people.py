"""Who is addressed: the request's facts, completed by the name a salutation gives; decides no wording."""

from __future__ import annotations

from dataclasses import replace

from mannerly.language.address import Address
from mannerly.language.library import LanguageLibrary
from mannerly.language.patterns import compiled
from mannerly.language.tags import parse_tag
from mannerly.model.context import Context
from mannerly.model.draft import Draft, Role
from mannerly.model.facts import Customer, Gender, ReplyFacts
from mannerly.model.spans import Span, SpanKind, unwrapped


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
        name = captured_name(unwrapped(first.source, draft.spans)[1], source)
        if not name:
            return replace(draft, facts=facts)
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
            # A lower-case word after a greeting ("hi all") is not a name, but a courtesy title may come first.
            courtesies = {title for titles in source.courtesy_titles.values() for title in titles}
            is_name = name and name.isprintable() and (not name[0].islower() or name.split()[0] in courtesies)
            return name if is_name else ""
    return ""


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
