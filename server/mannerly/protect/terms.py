"""Finds names and terms that the request gave; knows no dictionary of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mannerly.model.facts import ReplyFacts
from mannerly.model.spans import SpanKind
from mannerly.protect.boundaries import is_spaceless, is_whole_word, lowered
from mannerly.protect.candidate import Candidate


def find_names(text: str, facts: ReplyFacts) -> Iterator[Candidate]:
    """Yield the customer's, agent's and company's names: whole words, case as given, a possessive ending outside."""
    for name, kind in _known_names(facts):
        for start in _occurrences(text, name):
            yield Candidate(start, start + len(name), kind)


def find_terms(text: str, glossary: Mapping[str, str], kept: tuple[str, ...]) -> Iterator[Candidate]:
    """Yield glossary terms with their required translation, and terms to be kept as they are.

    Args:
        text: the whole text.
        glossary: source term to target term.
        kept: terms that stay byte for byte.
    """
    if not (glossary or kept):
        return
    lower = lowered(text)
    for term, target in glossary.items():
        for start in _term_occurrences(text, lower, term):
            yield Candidate(start, start + len(term), SpanKind.TERM, rendered=target)
    for term in kept:
        for start in _term_occurrences(text, lower, term):
            yield Candidate(start, start + len(term), SpanKind.TERM)


def _known_names(facts: ReplyFacts) -> list[tuple[str, SpanKind]]:
    customer = facts.customer
    names = [(name, SpanKind.CUSTOMER_NAME) for name in customer.names]
    if customer.given_name and customer.family_name:
        given, family = customer.given_name, customer.family_name
        names += [(f"{given} {family}", SpanKind.CUSTOMER_NAME), (f"{family} {given}", SpanKind.CUSTOMER_NAME)]
    names += [(facts.agent.name, SpanKind.AGENT_NAME), (facts.agent.company, SpanKind.COMPANY)]
    return [(name, kind) for name, kind in names if _is_usable(name)]


def _is_usable(name: str) -> bool:
    """A single letter of an alphabet would hit initials and articles."""
    return bool(name.strip()) and (len(name) > 1 or is_spaceless(name))


def _term_occurrences(text: str, lower: str, term: str) -> Iterator[int]:
    if term == term.lower():
        return _occurrences(lower, term)
    return _occurrences(text, term)


def _occurrences(text: str, term: str) -> Iterator[int]:
    start = text.find(term)
    while start >= 0:
        if is_whole_word(text, start, start + len(term)):
            yield start
        start = text.find(term, start + len(term))
