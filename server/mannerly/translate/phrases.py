"""Write an approved phrase in the target language; must not know packs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from mannerly.language.library import Language
from mannerly.language.phrasebook import COUNT, SLOT, Phrase
from mannerly.language.tags import LocaleTag
from mannerly.model.context import Context
from mannerly.model.draft import Draft, Origin, Provenance, Segment
from mannerly.model.spans import Span, SpanKind, unwrapped
from mannerly.model.variables import Number
from mannerly.translate.phrase_index import PhraseIndex, PhraseMatch


@dataclass(frozen=True, kw_only=True)
class PhraseTranslation:
    """A segment written from an approved phrase; `in_register` is false where only the other register exists."""

    segment: Segment
    in_register: bool


class PhraseTranslator:
    """Approved phrases from one language into another."""

    def __init__(self) -> None:
        """Start with no index; each source language is indexed when first met."""
        self._index = lru_cache(maxsize=64)(_index)

    def translate(
        self, segment: Segment, draft: Draft, source: Language, target: Language, context: Context
    ) -> PhraseTranslation | None:
        """Return the segment as the target language's approved phrase, or None when it is not one.

        Args:
            segment: a masked body sentence.
            draft: gives spans, and facts for agreement.
            source: language of the sentence.
            target: language to write.
            context: gives the register.
        """
        lead, core, tail = unwrapped(segment.source, draft.spans)
        index = self._index(_Hashable(source))
        # A glossary term hides a word of the phrase: it is looked up with the word, and counts only where the
        # approved sentence says what the glossary asks for.
        terms = [span for span in draft.spans if span.kind is SpanKind.TERM and span.marker in core]
        match = index.find(core, draft.spans) or (index.find(_with_words(core, terms), draft.spans) if terms else None)
        if match is None:
            return None
        terms = [span for span in terms if span not in match.fillers.values()]
        wanted = target.phrasebook.find(match.phrase_id, context.register)
        phrase = wanted or target.phrasebook.in_any_register(match.phrase_id)
        if phrase is None:
            return None
        form = _form(phrase, match, target)
        text = _filled(form, match, target, draft, context)
        if any(term.output.casefold() not in text.casefold() for term in terms):
            return None
        unsaid = [span for slot, span in match.fillers.items() if "{" + slot + "}" not in form]
        absorbed = tuple(span.index for span in (*unsaid, *terms))
        provenance = Provenance(origin=Origin.PHRASE, phrase_id=phrase.id)
        return PhraseTranslation(
            segment=replace(segment, text=lead + text + tail, provenance=provenance, score=1.0, absorbed=absorbed),
            in_register=wanted is not None,
        )


class _Hashable:
    """A language as a cache key: tag and revision stand for the whole."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._key: tuple[LocaleTag, str] = (language.tag, language.revision)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashable) and self._key == other._key


def _index(source: _Hashable) -> PhraseIndex:
    return PhraseIndex(source.language)


def _with_words(masked: str, terms: list[Span]) -> str:
    for term in terms:
        masked = masked.replace(term.marker, term.original)
    return masked


def _form(phrase: Phrase, match: PhraseMatch, target: Language) -> str:
    if not phrase.is_plural:
        return phrase.forms[0]
    count = match.fillers[COUNT].value
    assert isinstance(count, Number)  # noqa: S101 - PhraseIndex fills {count} with whole numbers only
    return phrase.forms[target.phrasebook.plural_form(int(count.value))]


def _filled(form: str, match: PhraseMatch, target: Language, draft: Draft, context: Context) -> str:
    def fill(slot: str, at_start: bool) -> str:
        if slot in match.fillers:
            return match.fillers[slot].marker
        term = target.address.term(slot, draft.facts, context.register, context.address_pair)
        return term[:1].upper() + term[1:] if at_start else term

    return SLOT.sub(lambda found: fill(found[1], found.start() == 0), form)
