"""Runs every recogniser over a text and settles overlaps; must not change the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mannerly.model.facts import ReplyFacts
from mannerly.model.variables import Value
from mannerly.protect.candidate import Candidate
from mannerly.protect.codes import find_codes, find_orders, find_versions
from mannerly.protect.dates import find_dates
from mannerly.protect.emoji import find_emoji
from mannerly.protect.emphasis import find_emphasis
from mannerly.protect.html import find_html
from mannerly.protect.links import find_emails, find_links
from mannerly.protect.markdown import find_code, find_markdown
from mannerly.protect.money import find_money
from mannerly.protect.numbers import find_numbers
from mannerly.protect.numeric_dates import find_numeric_dates
from mannerly.protect.overlaps import resolve
from mannerly.protect.phones import find_phones
from mannerly.protect.placeholders import find_placeholders
from mannerly.protect.private_use import find_private_use
from mannerly.protect.social import find_social
from mannerly.protect.source_formats import SourceFormats, source_formats
from mannerly.protect.terms import find_names, find_terms
from mannerly.protect.times import find_times


def find_spans(
    text: str,
    *,
    language: str = "",
    source: str = "",
    target: str = "",
    facts: ReplyFacts | None = None,
    variables: Mapping[str, Value] | None = None,
    glossary: Mapping[str, str] | None = None,
    do_not_translate: tuple[str, ...] = (),
) -> list[Candidate]:
    """Return what must be protected, in text order, without overlaps.

    Args:
        text: the source text.
        language: primary language of the text, "" when not known.
        source: BCP-47 tag the caller sent for the text; its region decides what "$" and 03/04 mean.
        target: BCP-47 tag of the customer's locale; its region helps with phone numbers.
        facts: names to protect.
        variables: value per placeholder name.
        glossary: source term to target term.
        do_not_translate: terms to keep.

    Returns:
        Winners of `overlaps.resolve`.
    """
    formats = source_formats(language, source)
    candidates = [
        *_machine_text(text, variables or {}),
        *_values(text, formats, _regions(formats, target)),
        *find_names(text, facts or ReplyFacts()),
        *find_terms(text, glossary or {}, do_not_translate),
    ]
    return resolve(candidates, len(text))


def _machine_text(text: str, variables: Mapping[str, Value]) -> Iterator[Candidate]:
    yield from find_private_use(text)
    yield from find_placeholders(text, variables)
    yield from find_links(text)
    yield from find_emails(text)
    yield from find_social(text)
    yield from find_code(text)
    yield from find_markdown(text)
    yield from find_emphasis(text)
    yield from find_html(text)
    yield from find_emoji(text)


def _values(text: str, formats: SourceFormats, regions: tuple[str, ...]) -> Iterator[Candidate]:
    yield from find_orders(text)
    if not any(map(str.isdecimal, text)):
        return
    yield from find_numeric_dates(text, formats)
    yield from find_dates(text, formats)
    yield from find_times(text, formats)
    yield from find_money(text, formats, regions)
    yield from find_phones(text, regions)
    yield from find_codes(text)
    yield from find_versions(text, formats)
    yield from find_numbers(text, formats)


def _regions(formats: SourceFormats, target: str) -> tuple[str, ...]:
    """Return regions of target and source, the more certain ones first."""
    there = source_formats(target.replace("_", "-").split("-")[0], target)
    found = (formats.region, there.region, there.likely_region, formats.likely_region)
    return tuple(dict.fromkeys(region for region in found if region))
