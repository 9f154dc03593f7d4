"""Find the approved phrase a source sentence is; must not know which language it is translated into."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from mannerly.language.library import Language
from mannerly.language.phrasebook import COUNT, SLOT
from mannerly.model.spans import Span, SpanKind, is_marker
from mannerly.model.variables import Number
from mannerly.translate.plain_form import PlainForm

_MAX_TERM_CHOICES = 64
_CODE_LIKE = frozenset({SpanKind.ORDER, SpanKind.CODE, SpanKind.NUMBER, SpanKind.PLACEHOLDER, SpanKind.TEXT})
_ANY_TEMPLATE = SpanKind.PLACEHOLDER

# Which protected spans may fill a phrase's typed slot. A template placeholder fills any slot but
# {count}, whose number decides the grammar.
ACCEPTS: dict[str, frozenset[SpanKind]] = {
    "name": frozenset({SpanKind.CUSTOMER_NAME, _ANY_TEMPLATE, SpanKind.TEXT}),
    "agent": frozenset({SpanKind.AGENT_NAME, _ANY_TEMPLATE, SpanKind.TEXT}),
    "company": frozenset({SpanKind.COMPANY, SpanKind.TERM, _ANY_TEMPLATE, SpanKind.TEXT}),
    "order": _CODE_LIKE,
    "tracking": _CODE_LIKE,
    "code": _CODE_LIKE,
    "amount": frozenset({SpanKind.MONEY, _ANY_TEMPLATE}),
    "date": frozenset({SpanKind.DATE, SpanKind.INSTANT, _ANY_TEMPLATE}),
    "time": frozenset({SpanKind.TIME, _ANY_TEMPLATE}),
    "link": frozenset({SpanKind.URL, _ANY_TEMPLATE}),
    "email": frozenset({SpanKind.EMAIL, _ANY_TEMPLATE}),
    "phone": frozenset({SpanKind.PHONE, _ANY_TEMPLATE}),
    COUNT: frozenset({SpanKind.NUMBER}),
    "percent": frozenset({SpanKind.PERCENT, _ANY_TEMPLATE}),
    "product": frozenset({SpanKind.TERM, SpanKind.TEXT, _ANY_TEMPLATE}),
}


# A phrase's id and the slots of one of its wordings, in their order there.
_Entry = tuple[str, tuple[str, ...]]
_Entries = dict[str, list[_Entry]]


@dataclass(frozen=True, kw_only=True)
class PhraseMatch:
    """An approved phrase and the spans that fill its slots."""

    phrase_id: str
    fillers: dict[str, Span]


class PhraseIndex:
    """The wordings of one source language, by their plain forms."""

    def __init__(self, language: Language) -> None:
        """Index every register, plural form and listed other wording of the language's phrasebook."""
        self._plain = PlainForm(language.wording)
        self._by_wording: _Entries = {}
        self._by_frame: _Entries = {}
        for phrase_id, wording in _wordings(language):
            entry = (phrase_id, tuple(SLOT.findall(wording)))
            worded = self._plain.worded(wording)
            _add(self._by_wording, worded, entry)
            _add(self._by_frame, self._plain.framed(worded), entry)

    def find(self, masked: str, spans: tuple[Span, ...]) -> PhraseMatch | None:
        """Return the approved phrase that a masked sentence is, or None.

        Args:
            masked: one sentence with a marker per protected span.
            spans: all spans of the draft.
        """
        present = [spans[ord(char) - ord(spans[0].marker)] for char in masked if is_marker(char)]
        worded = self._plain.worded(masked)
        # A listed wording is the phrase itself and goes before a sentence that only says the same.
        return _fitting(self._by_wording.get(worded, ()), present) or _fitting(
            self._by_frame.get(self._plain.framed(worded), ()), present
        )

    def ambiguous_keys(self) -> dict[str, tuple[str, ...]]:
        """Return wordings that two phrases with the same slots share, for the data's own check."""
        return {
            key: tuple(phrase_id for phrase_id, _ in entries)
            for key, entries in self._by_frame.items()
            if len({slots for _, slots in entries}) < len(entries)
        }


def _add(entries: _Entries, key: str, entry: _Entry) -> None:
    known = entries.setdefault(key, [])
    if entry not in known:
        known.append(entry)


def _fitting(entries: Iterable[_Entry], present: list[Span]) -> PhraseMatch | None:
    for phrase_id, slots in entries:
        if len(slots) == len(present) and all(map(_accepts, slots, present)):
            return PhraseMatch(phrase_id=phrase_id, fillers=dict(zip(slots, present, strict=True)))
    return None


def _wordings(language: Language) -> Iterable[tuple[str, str]]:
    for phrase in language.phrasebook.phrases.values():
        for form in phrase.forms:
            for wording in _with_terms(form, language):
                yield phrase.id, wording
    for phrase_id, wordings in language.wording.also.items():
        for wording in wordings:
            yield phrase_id, wording


def _with_terms(form: str, language: Language) -> Iterable[str]:
    """Write out every form of the address terms, since a source text holds one of them."""
    names = [name for name in dict.fromkeys(SLOT.findall(form)) if name in language.address.terms]
    choices = [dict.fromkeys(row.say for row in language.address.terms[name]) for name in names]
    for chosen in itertools.islice(itertools.product(*choices), _MAX_TERM_CHOICES):
        text = form
        for name, say in zip(names, chosen, strict=True):
            text = text.replace("{" + name + "}", say)
        yield text


def _accepts(slot: str, span: Span) -> bool:
    if span.kind not in ACCEPTS[slot]:
        return False
    if slot == COUNT:
        return isinstance(span.value, Number) and span.value.value == span.value.value.to_integral_value()
    return True
