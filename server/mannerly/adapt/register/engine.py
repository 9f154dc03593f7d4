"""What a language's register engine takes and gives; knows no language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from mannerly.adapt.register.text import Change, Text
from mannerly.model.facts import Agent, Customer


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the text that shows a level.

    Args:
        level: id of the level.
        start: its first code point.
        end: the code point after it.
        also: levels at which the place is right as well: a polite verb that no honorific could replace.
    """

    level: str
    start: int
    end: int
    also: frozenset[str] = frozenset()

    def fits(self, accepted: frozenset[str]) -> bool:
        """Tell whether the place is right at one of these levels."""
        return self.level in accepted or not self.also.isdisjoint(accepted)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that may have to change, left alone because the engine is not sure."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, kw_only=True)
class Wish:
    """The level asked for and what is known of the people.

    Args:
        level: id of a level of the language.
        accepts: levels that are right already: the one asked for; all of its register when only a register was asked.
        customer: who is addressed.
        agent: who writes.
        pair: name of the address pair the style profile chose (Vietnamese), "" for the language's own choice.
        addressed: from the source text, where it tells: True when it speaks to the customer and of nobody else, so that
            a form with no other subject is the customer's; False when it speaks of others and not to the customer.
    """

    level: str
    accepts: frozenset[str]
    customer: Customer = field(default_factory=Customer)
    agent: Agent = field(default_factory=Agent)
    pair: str = ""
    addressed: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What an engine would do to a text; empty when nothing has to change."""

    changes: tuple[Change, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class MissingLibrary(Exception):
    """The engine needs a library that is not installed.

    Args:
        extra: the extra of this package that brings it.
    """

    def __init__(self, extra: str) -> None:
        """Name the extra to install."""
        super().__init__(extra)
        self.extra = extra


@runtime_checkable
class MindsPeople(Protocol):
    """An engine in whose language a text at the right level can still be wrong for the people in question."""

    def is_at_odds(self, text: Text, wish: Wish) -> bool:
        """Tell whether the text does not go with what is known of customer or agent: a particle of the other gender."""
        ...


class Engine(Protocol):
    """One language: finds levels and plans changes; pure functions of their arguments, safe in any thread."""

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every place that shows how the customer is addressed, quoted words and spans left out."""
        ...

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes that bring the text to the level; changes never touch spans or quoted words."""
        ...
