"""What a step may know besides the draft; must not hold services or files, only values resolved for this reply."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from mannerly.model.errors import Cancelled, DeadlineTooShort
from mannerly.model.facts import Register
from mannerly.model.request import ReplyRequest


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """When the caller stops waiting.

    Args:
        at: reading of `clock` in seconds at which the call ends; infinity for none.
        clock: monotonic clock in seconds.
        cancelled: tells whether the caller went away.
    """

    at: float = float("inf")
    clock: Callable[[], float] = time.monotonic
    cancelled: Callable[[], bool] = lambda: False

    def remaining(self) -> float:
        """Return the seconds left, never negative."""
        return max(0.0, self.at - self.clock())

    def check(self) -> None:
        """Raise Cancelled or DeadlineTooShort when going on is pointless."""
        if self.cancelled():
            raise Cancelled
        if self.remaining() <= 0:
            raise DeadlineTooShort(remedy="Set a longer deadline or send a shorter reply.")


@dataclass(frozen=True, kw_only=True)
class Context:
    """One reply's surroundings.

    Args:
        request: what was asked.
        locale: canonical BCP-47 tag of the target, such as "pt-BR".
        register: formality the text shall have, from overrides or the style profile.
        level: id of the level of address, "" for the one that the register means towards a customer.
        profile: id of the style profile in force.
        profile_revision: its revision.
        address_pair: name of the address pair the style profile chose, "" for the language's own choice.
        forbidden_terms: terms that must not reach the customer.
        add_salutation: write a salutation where the source has none.
        add_closing: write a closing where the source has none.
        deadline: checked between steps and before each batch.
    """

    request: ReplyRequest
    locale: str
    register: Register
    level: str = ""
    profile: str = ""
    profile_revision: str = ""
    address_pair: str = ""
    forbidden_terms: tuple[str, ...] = ()
    add_salutation: bool = False
    add_closing: bool = False
    deadline: Deadline = field(default_factory=Deadline)
