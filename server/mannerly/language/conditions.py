"""When a row of address data applies; must not know which language the row is in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from pydantic import Field

from mannerly.language.yaml_reader import DataModel
from mannerly.model.facts import AgeBand, Channel, Gender, Register, Relationship, ReplyFacts, TimeOfDay


class When(DataModel):
    """A conjunction of facts; a fact left out does not matter."""

    formality: Register | None = Field(default=None, alias="register")
    gender: Gender | None = None
    has_title: bool | None = None
    agent_gender: Gender | None = None
    is_bot: bool | None = None
    channel: tuple[Channel, ...] = ()
    time_of_day: tuple[TimeOfDay, ...] = ()
    age_band: AgeBand | None = None
    relationship: tuple[Relationship, ...] = ()
    pair: str = ""

    def holds(self, facts: ReplyFacts, register: Register, pair: str = "") -> bool:
        """Tell whether the row applies.

        Args:
            facts: what is known about customer and agent.
            register: formality of the reply.
            pair: address pair the style profile chose, "" for none.
        """
        customer, agent = facts.customer, facts.agent
        return (
            self.formality in (None, register)
            and self.gender in (None, customer.gender)
            and self.has_title in (None, bool(customer.title))
            and self.agent_gender in (None, agent.gender)
            and self.is_bot in (None, agent.is_bot)
            and (not self.channel or facts.channel in self.channel)
            and (not self.time_of_day or facts.time_of_day in self.time_of_day)
            and self.age_band in (None, customer.age_band)
            and (not self.relationship or customer.relationship in self.relationship)
            and self.pair in ("", pair)
        )

    @property
    def is_open(self) -> bool:
        """True when the row asks for nothing."""
        return self == When()


class _HasWhen(Protocol):
    @property
    def when(self) -> When: ...


RowT = TypeVar("RowT", bound=_HasWhen)


def rows_that_hold(rows: Iterable[RowT], facts: ReplyFacts, register: Register, pair: str = "") -> Iterable[RowT]:
    """Yield the rows that apply, in file order."""
    return (row for row in rows if row.when.holds(facts, register, pair))
