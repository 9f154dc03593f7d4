"""Chinese: one polite pronoun and one familiar, left alone in set phrases; knows no other word of respect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from mannerly.adapt.register.engine import Evidence, Plan, Wish
from mannerly.adapt.register.text import Change, Text
from mannerly.language.register import RegisterData

_POLITE, _FAMILIAR = "nin", "ni"


@dataclass(frozen=True, kw_only=True)
class _Place:
    """A run of characters that shows a level, and what stands there at the other; "" deletes it."""

    level: str
    start: int
    end: int
    other: str
    rule: str


def build(data: RegisterData) -> Chinese:
    """Return the engine of these data."""
    return Chinese(data)


class Chinese:
    """Swaps pronouns and what goes with them, outside set phrases."""

    def __init__(self, data: RegisterData) -> None:
        """Use the tables `polite` and `familiar` of these data, and leave its `fixed` phrases alone."""
        self._tables = {_POLITE: data.maps["polite"], _FAMILIAR: data.maps["familiar"]}
        self._rules = {written: rule for rule, names in data.maps["rules"].items() for written in names.split()}
        self._fixed = frozenset(data.phrases["fixed"])
        self._opening_rule = data.maps["opening"]["rule"]
        written = self._fixed.union(*self._tables.values())
        runs = "|".join(map(regex.escape, sorted(written, key=len, reverse=True)))
        self._finder = regex.compile(f"(?P<opening>{data.patterns['opening']})|{runs}")

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every pronoun and familiar opening outside quotation marks and set phrases."""
        return tuple(Evidence(place.level, place.start, place.end) for place in self._places(text))

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return one change for each place at the other level; none of these forms is ambiguous."""
        return Plan(
            changes=tuple(
                Change(place.rule, place.start, place.end, place.other)
                for place in self._places(text)
                if place.level not in wish.accepts
            )
        )

    def _places(self, text: Text) -> Iterator[_Place]:
        quoted = {at for word in text.words if word.quoted for at in range(word.start, word.end)}
        for match in self._finder.finditer(text.raw):
            if match[0] in self._fixed or match.start() in quoted:
                continue
            if match.lastgroup == "opening":
                yield _Place(level=_FAMILIAR, start=match.start(), end=match.end(), other="", rule=self._opening_rule)
                continue
            level = _POLITE if match[0] in self._tables[_POLITE] else _FAMILIAR
            yield _Place(
                level=level,
                start=match.start(),
                end=match.end(),
                other=self._tables[level][match[0]],
                rule=self._rules[match[0]],
            )
