"""Write salutation and closing as the locale's data says for these people; must not translate sentences."""

from __future__ import annotations

from dataclasses import replace

import regex

from mannerly.language.address import Address, AddressRow
from mannerly.language.library import Language, LanguageLibrary
from mannerly.language.tags import parse_tag
from mannerly.model.context import Context
from mannerly.model.draft import AppliedStatus, Draft, Edit, Feature, FeatureOutcome, Origin, Provenance, Role, Segment
from mannerly.model.facts import Agent
from mannerly.model.spans import Span, SpanKind, is_marker, unwrapped

_STEP = "address"
_NAMES = frozenset({SpanKind.CUSTOMER_NAME, SpanKind.AGENT_NAME, SpanKind.COMPANY})


class AddressCustomer:
    """Step: salutation and closing."""

    def __init__(self, library: LanguageLibrary) -> None:
        """Use the address data of a language library."""
        self._library = library

    def __call__(self, draft: Draft, context: Context) -> Draft:
        """Return the draft with the source's salutation and closing rewritten, and missing ones added where asked."""
        target = self._library.get(parse_tag(context.locale))
        writer = _Writer(draft=draft, context=context, target=target)
        return _with_honorific(writer.closed(writer.opened(draft)))


def _with_honorific(draft: Draft) -> Draft:
    """Say how the customer is named: only where the reply names or greets anybody."""
    if not any(s.role is Role.SALUTATION and s.provenance.origin is Origin.LOCALE for s in draft.segments):
        return _noted(draft, Feature.HONORIFIC, FeatureOutcome.NOT_NEEDED, "No salutation was written.")
    if not draft.facts.customer.names:
        reason = "The customer's name is not known; the salutation is the polite one for anybody."
        return _noted(draft, Feature.HONORIFIC, FeatureOutcome.PARTIAL, reason)
    reason = "Name order, title and honorific follow the locale and what is known about the customer."
    return _noted(draft, Feature.HONORIFIC, FeatureOutcome.APPLIED, reason)


class _Writer:
    """Salutation and closing of one reply."""

    def __init__(self, *, draft: Draft, context: Context, target: Language) -> None:
        self._context = context
        self._address: Address = target.address
        self._facts = draft.facts
        self._spans = draft.spans
        self._is_translated = draft.source_language != target.tag.written_language

    def opened(self, draft: Draft) -> Draft:
        """Rewrite or add the salutation."""
        first = draft.segments[0] if draft.segments else None
        if first and first.role is Role.SALUTATION:
            if not self._is_translated:
                kept = replace(first, text=first.source, provenance=Provenance(origin=Origin.SOURCE))
                return _noted(
                    _replaced(draft, 0, kept), Feature.SALUTATION, FeatureOutcome.NOT_NEEDED, "Already in the language."
                )
            row, text = self._write(self._address.salutations)
            draft = self._rewritten(draft, 0, row, text)
            return self._continued(draft)
        if not self._context.add_salutation:
            return _noted(
                draft, Feature.SALUTATION, FeatureOutcome.NOT_NEEDED, "The reply has none and the channel needs none."
            )
        row, text = self._write(self._address.salutations)
        added = replace(_added(Role.SALUTATION, row, self._masked(text, self._spans)), glue="\n\n")
        draft = draft.opened_with(added)
        return self._continued(self._explained(draft, row, "", added.text, 0, Feature.SALUTATION))

    def closed(self, draft: Draft) -> Draft:
        """Rewrite or add the closing."""
        index = next((i for i, segment in enumerate(draft.segments) if segment.role is Role.CLOSING), None)
        if index is not None:
            if not self._is_translated:
                kept = draft.segments[index]
                kept = replace(kept, text=kept.source, provenance=Provenance(origin=Origin.SOURCE))
                return _noted(
                    _replaced(draft, index, kept),
                    Feature.CLOSING,
                    FeatureOutcome.NOT_NEEDED,
                    "Already in the language.",
                )
            row, text = self._write(self._address.closings)
            return self._rewritten(draft, index, row, text.split("\n")[0])
        if not self._context.add_closing:
            return _noted(
                draft, Feature.CLOSING, FeatureOutcome.NOT_NEEDED, "The reply has none and the channel needs none."
            )
        row, text = self._write(self._address.closings)
        text = "\n".join([text.split("\n")[0], *_signature(self._facts.agent)])
        added = _added(Role.CLOSING, row, self._masked(text, self._spans))
        *before, last = draft.segments
        draft = replace(draft, segments=(*before, replace(last, glue="\n\n"), added))
        return self._explained(draft, row, "", added.text, len(before) + 1, Feature.CLOSING)

    def _write(self, rows: tuple[AddressRow, ...]) -> tuple[AddressRow, str]:
        return self._address.write(rows, self._facts, self._context.register, self._context.address_pair)

    def _rewritten(self, draft: Draft, index: int, row: AddressRow, text: str) -> Draft:
        segment = draft.segments[index]
        before, core, after = unwrapped(segment.source, self._spans)
        present = [self._spans[ord(char) - ord(self._spans[0].marker)] for char in core if is_marker(char)]
        masked = self._masked(text, tuple(span for span in present if span.kind in _NAMES))
        others = [s.marker for s in present if s.kind not in (*_NAMES, SpanKind.MARKUP) and s.marker not in masked]
        masked = before + " ".join([self._marked_up(masked, core), *others]) + after
        written = replace(
            segment,
            text=masked,
            provenance=Provenance(origin=Origin.LOCALE, rule_id=row.id),
            absorbed=tuple(span.index for span in present if span.marker not in masked),
        )
        feature = Feature.SALUTATION if segment.role is Role.SALUTATION else Feature.CLOSING
        return self._explained(_replaced(draft, index, written), row, segment.source, masked, index, feature)

    def _marked_up(self, text: str, core: str) -> str:
        """Put markup that stood round a name in the source round it again."""
        marks = {span.marker for span in self._spans if span.kind is SpanKind.MARKUP}
        for left, name, right in zip(core, core[1:], core[2:], strict=False):
            if left in marks and right in marks and name in text:
                text = text.replace(name, left + name + right, 1)
        return text

    def _masked(self, text: str, spans: tuple[Span, ...]) -> str:
        """Put each name's own marker in its place, once, so that the name is known to have survived."""
        for span in spans:
            if span.kind in _NAMES and span.marker not in text:
                text = regex.sub(_whole(span.original), span.marker, text, count=1)
        return text

    def _explained(self, draft: Draft, row: AddressRow, before: str, after: str, index: int, feature: Feature) -> Draft:
        edit = Edit(step=_STEP, rule_id=row.id, before=before, after=after, reason=row.why, segment=index)
        return _noted(draft.noting(edits=(edit,)), feature, FeatureOutcome.APPLIED, row.why)

    def _continued(self, draft: Draft) -> Draft:
        """Go on in lower case after a salutation that ends in a comma, for the words the language lists."""
        salutation, *rest = draft.segments
        if not rest or not salutation.text.endswith(",") or rest[0].provenance.origin is Origin.NONE:
            return draft
        word, space, tail = rest[0].text.partition(" ")
        if word.lower() not in self._address.lower_after_salutation or word != word.capitalize():
            # Where the language does not go on in lower case, the capital belongs on a line of its own.
            is_inline = salutation.glue == " " and word[:1].isupper()
            return _replaced(draft, 0, replace(salutation, glue="\n")) if is_inline else draft
        lowered = replace(rest[0], text=word.lower() + space + tail)
        edit = Edit(
            step=_STEP,
            rule_id=f"{self._address.language}.salutation.continues",
            before=word,
            after=word.lower(),
            reason="The sentence goes on after the comma of the salutation.",
            segment=1,
        )
        return _replaced(draft, 1, lowered).noting(edits=(edit,))


def _whole(name: str) -> str:
    """A pattern for the name as a whole word; scripts that write no spaces have no word edges to look for."""
    edge = r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Arabic}\p{Devanagari}\d]"
    return f"(?<!{edge}){regex.escape(name)}(?!{edge})"


def _replaced(draft: Draft, index: int, segment: Segment) -> Draft:
    return replace(draft, segments=(*draft.segments[:index], segment, *draft.segments[index + 1 :]))


def _added(role: Role, row: AddressRow, text: str) -> Segment:
    return Segment(source="", text=text, role=role, provenance=Provenance(origin=Origin.LOCALE, rule_id=row.id))


def _signature(agent: Agent) -> list[str]:
    return [line for line in (agent.name, agent.company) if line]


def _noted(draft: Draft, feature: Feature, outcome: FeatureOutcome, reason: str) -> Draft:
    return draft.noting(applied=(AppliedStatus(feature=feature, outcome=outcome, reason=reason),))
