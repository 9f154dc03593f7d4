"""Find the approved phrase a source sentence is; must not know which language it is translated into."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from mannerly.language.library import Language
from mannerly.language.phrasebook import COUNT, SLOT
from mannerly.model.spans import Span, SpanKind, is_marker
from mannerly.model.variables import Number

_SLOT_MARK = "\ufffc"
_NOISE = regex.compile(r"[\p{Po}\p{Pi}\p{Pf}--['&%@#/*?\uff1f\u061f]]", regex.VERSION1)
_QUESTION = regex.compile(r"\s*[?\uff1f\u061f]+")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2018": "'"})
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


@dataclass(frozen=True, kw_only=True)
class PhraseMatch:
    """An approved phrase and the spans that fill its slots."""

    phrase_id: str
    fillers: dict[str, Span]


class PhraseIndex:
    """The wordings of one source language, by their plain form."""

    def __init__(self, language: Language) -> None:
        """Index every register, plural form and listed other wording of the language's phrasebook."""
        same = {_plain(written): _plain(plain) for written, plain in language.wording.same.items()}
        self._same = same
        self._same_pattern = (
            regex.compile(r"(?<!\w)(?:" + "|".join(map(regex.escape, sorted(same, key=len, reverse=True))) + r")(?!\w)")
            if same
            else None
        )
        self._by_key: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for phrase_id, wording in _wordings(language):
            entry = (phrase_id, tuple(SLOT.findall(wording)))
            known = self._by_key.setdefault(self._key(SLOT.sub(_SLOT_MARK, wording)), [])
            if entry not in known:
                known.append(entry)

    def find(self, masked: str, spans: tuple[Span, ...]) -> PhraseMatch | None:
        """Return the approved phrase that a masked sentence is, or None.

        Args:
            masked: one sentence with a marker per protected span.
            spans: all spans of the draft.
        """
        marked = "".join(_SLOT_MARK if is_marker(char) else char for char in masked)
        present = [spans[ord(char) - ord(spans[0].marker)] for char in masked if is_marker(char)]
        for phrase_id, slots in self._by_key.get(self._key(marked), ()):
            if len(slots) == len(present) and all(map(_accepts, slots, present)):
                return PhraseMatch(phrase_id=phrase_id, fillers=dict(zip(slots, present, strict=True)))
        return None

    def ambiguous_keys(self) -> dict[str, tuple[str, ...]]:
        """Return wordings that two phrases with the same slots share, for the data's own check."""
        return {
            key: tuple(phrase_id for phrase_id, _ in entries)
            for key, entries in self._by_key.items()
            if len({slots for _, slots in entries}) < len(entries)
        }

    def _key(self, text: str) -> str:
        plain = _plain(text)
        if self._same_pattern:
            plain = self._same_pattern.sub(lambda match: self._same[match[0]], plain)
        return plain


def _plain(text: str) -> str:
    text = _QUESTION.sub("?", text.casefold().translate(_APOSTROPHES))
    return " ".join(_NOISE.sub("", text).split())


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
