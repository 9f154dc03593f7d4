"""Who is addressed: facts of the request, completed by the name a source salutation gives; decides no wording."""

from __future__ import annotations

from dataclasses import replace

import regex

from mannerly.language.address import Address
from mannerly.model.facts import Customer, Gender, ReplyFacts


def with_salutation_name(facts: ReplyFacts, salutation: str, source: Address) -> ReplyFacts:
    """Return the facts with the customer's name from a salutation, where the request gave none.

    Args:
        facts: the request's facts; any name in them wins.
        salutation: the source salutation, unmasked.
        source: address data of the salutation's language.
    """
    if facts.customer.names:
        return facts
    name = _captured(salutation, source)
    return replace(facts, customer=_named(facts.customer, name, source)) if name else facts


def _captured(salutation: str, source: Address) -> str:
    for pattern in source.recognise.salutation:
        match = regex.fullmatch(pattern, salutation.strip(), regex.IGNORECASE)
        if match and "name" in match.groupdict():
            name = (match["name"] or "").strip(" ,:!.")
            # A lower-case word after a greeting ("hi all") is not a name, but a courtesy title may come first.
            courtesies = {title for titles in source.courtesy_titles.values() for title in titles}
            is_name = name and (not name[0].islower() or name.split()[0] in courtesies)
            return name if is_name else ""
    return ""


def _named(customer: Customer, name: str, source: Address) -> Customer:
    first, _, rest = name.partition(" ")
    for gender, courtesies in source.courtesy_titles.items():
        if first.rstrip(".") in courtesies and rest:
            known = customer.gender if customer.gender is not Gender.UNKNOWN else Gender(gender)
            return replace(customer, family_name=rest, gender=known)
    return replace(customer, display_name=name) if rest else replace(customer, given_name=name)
