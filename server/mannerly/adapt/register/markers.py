"""The engine of a language that has only patterns for its levels: it finds them and changes nothing."""

from __future__ import annotations

from mannerly.adapt.register.engine import Doubt, Evidence, Plan, Wish
from mannerly.adapt.register.text import Text
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData


class Markers:
    """Finds levels by the patterns of the language's data."""

    def __init__(self, data: RegisterData) -> None:
        """Use the markers of these data."""
        self._patterns = tuple(
            (level, compiled(pattern)) for level, patterns in data.markers.items() for pattern in patterns
        )

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every match outside quotation marks, in order."""
        quoted = {place for word in text.words if word.quoted for place in range(word.start, word.end)}
        found = [
            Evidence(level, match.start(), match.end())
            for level, pattern in self._patterns
            for match in pattern.finditer(text.raw)
            if match.start() not in quoted
        ]
        return tuple(sorted(found, key=lambda evidence: evidence.start))

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return doubts only: patterns find a level, they cannot rewrite it."""
        left = (found for found in self.evidence(text) if found.level not in wish.accepts)
        why = "There are no rules that rewrite this form of address."
        return Plan(doubts=tuple(Doubt(found.start, found.end, why) for found in left))
