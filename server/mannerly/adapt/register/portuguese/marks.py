"""What the Portuguese reader notes about a place in a text; decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Weight(IntEnum):
    """How much a place tells: SILENT goes along, WEAK counts where nothing speaks against it, STRONG always."""

    SILENT = 0
    WEAK = 1
    STRONG = 2


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A place that stands in the second or the third person of address.

    Args:
        second: whether it is second person.
        weight: how much it tells.
        rule: last part of the rule's id.
        start: first code point.
        end: code point after the last.
        other: what stands there in the other person; None when that is not known.
        level: level it shows whatever stands around it, "" when the text tells.
        colloquial: whether it is at home beside the third person in easy speech.
        doubt: why the place needs a look, "" when it does not.
    """

    second: bool
    weight: Weight
    rule: str
    start: int
    end: int
    other: str | None
    level: str = ""
    colloquial: bool = False
    doubt: str = ""
