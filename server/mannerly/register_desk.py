"""Reads and rewrites the register of any text outside a reply: protects values, asks the engines, puts values back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mannerly.adapt.register.engine import Doubt, Wish
from mannerly.adapt.register.registers import Reading, Registers, Rewritten
from mannerly.model.context import Context
from mannerly.model.draft import Draft
from mannerly.model.errors import MissingCapability
from mannerly.model.facts import Agent, Customer, Register, ReplyFacts
from mannerly.model.request import ReplyRequest
from mannerly.model.spans import FIRST_MARKER, Span, is_marker, unmask
from mannerly.protect.mask import Protect


@dataclass(frozen=True, kw_only=True)
class RegisterWish:
    """What is asked for.

    Args:
        locale: BCP-47 tag of the text.
        to: "formal", "informal" or the id of a level of the language.
        customer: who is addressed.
        agent: who writes.
        pair: name of an address pair, "" for the language's own choice.
        addressed: what a source text tells, as in Wish.
    """

    locale: str
    to: str
    customer: Customer = field(default_factory=Customer)
    agent: Agent = field(default_factory=Agent)
    pair: str = ""
    addressed: bool | None = None


@dataclass(frozen=True)
class RegisterDesk:
    """Register for texts that are no reply.

    Args:
        registers: the engines.
    """

    registers: Registers

    def rewrite(self, text: str, wish: RegisterWish) -> Rewritten:
        """Return a text of 1 to 10,000 characters at the level that is asked for.

        Raises:
            InvalidInput: the language has no such level, or the text cannot be a reply.
            MissingCapability: nothing rewrites this language.
        """
        self._check(wish.locale)
        level, accepts = self.registers.meant(wish.locale, wish.to)
        masked, spans = _masked(text, wish.locale, ReplyFacts(customer=wish.customer, agent=wish.agent))
        rewritten = self.registers.rewrite(
            masked,
            wish.locale,
            Wish(
                level=level,
                accepts=accepts,
                customer=wish.customer,
                agent=wish.agent,
                pair=wish.pair,
                addressed=wish.addressed,
            ),
        )
        changes = tuple(
            replace(change, before=_unmasked(change.before, spans), after=_unmasked(change.after, spans))
            for change in rewritten.changes
        )
        doubts = tuple(
            Doubt(*_place(rewritten.text, doubt.start, doubt.end, spans), doubt.why) for doubt in rewritten.doubts
        )
        return replace(rewritten, text=_unmasked(rewritten.text, spans), changes=changes, doubts=doubts)

    def read(self, text: str, locale: str) -> Reading:
        """Return the level of a text of 1 to 10,000 characters; errors as in rewrite."""
        self._check(locale)
        masked, spans = _masked(text, locale, ReplyFacts())
        reading = self.registers.read(masked, locale)
        evidence = tuple(
            replace(found, start=start, end=end)
            for found in reading.evidence
            for start, end in (_place(masked, found.start, found.end, spans),)
        )
        return replace(reading, evidence=evidence)

    def _check(self, locale: str) -> None:
        missing = self.registers.missing(locale)
        if missing is not None:
            remedy = f'Install "mannerly[{missing}]".' if missing else "`mannerly locales` lists what is there."
            raise MissingCapability("Nothing here rewrites the register of this language.", remedy=remedy)


def _masked(text: str, locale: str, facts: ReplyFacts) -> tuple[str, tuple[Span, ...]]:
    request = ReplyRequest(text=text, target=locale, source=locale, facts=facts)
    context = Context(request=request, locale=locale, register=Register.UNKNOWN)
    draft = Protect()(Draft(original=text), context)
    return draft.masked, draft.spans


def _unmasked(text: str, spans: tuple[Span, ...]) -> str:
    return unmask(text, spans, original=True)


def _place(masked: str, start: int, end: int, spans: tuple[Span, ...]) -> tuple[int, int]:
    """Return where a range of the masked text lies in the unmasked one."""

    def width(text: str) -> int:
        return sum(len(spans[ord(char) - FIRST_MARKER].original) if is_marker(char) else 1 for char in text)

    first = width(masked[:start])
    return first, first + width(masked[start:end])
