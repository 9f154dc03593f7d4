"""The register engine of French: vous and tu; must not know any other language."""

from __future__ import annotations

from mannerly.adapt.register.engine import Doubt, Evidence, Plan, Wish
from mannerly.adapt.register.french.line import Spot
from mannerly.adapt.register.french.tu import tu_spots
from mannerly.adapt.register.french.verbs import FrenchVerbs
from mannerly.adapt.register.french.vous import vous_spots
from mannerly.adapt.register.french.words import Lexicon
from mannerly.adapt.register.text import Change, Text
from mannerly.language.register import RegisterData

_VOUS, _TU = "vous", "tu"
_RULES = "fr.register."
_UNSURE = "The verb or its reader is not sure."


class French:
    """Finds vous and tu and turns each into the other, with the verbs and possessives that go with them."""

    def __init__(self, data: RegisterData) -> None:
        """Read the words and conjugate the verbs of these data."""
        self._lexicon = Lexicon(data)
        self._verbs = FrenchVerbs(data, self._lexicon["not_verbs"], self._lexicon["not_infinitives"])

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every place that shows vous or tu."""
        found = [
            *(Evidence(_VOUS, spot.start, spot.end) for spot in vous_spots(text, self._lexicon, self._verbs)),
            *(Evidence(_TU, spot.start, spot.end) for spot in tu_spots(text, self._lexicon, self._verbs)),
        ]
        return tuple(sorted(found, key=lambda evidence: evidence.start))

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Turn every place of a level that is not wanted; a sentence with an unsure place is left alone."""
        spots = list[Spot]()
        if _VOUS not in wish.accepts:
            spots += vous_spots(text, self._lexicon, self._verbs)
        if _TU not in wish.accepts:
            spots += tu_spots(text, self._lexicon, self._verbs, orders=wish.addressed is not False)
        changes, doubts = list[Change](), list[Doubt]()
        for run in text.sentences:
            first, last = run[0].start, run[-1].end
            inside = [spot for spot in spots if first <= spot.start < last]
            doubts += [Doubt(spot.start, spot.end, _UNSURE) for spot in inside if spot.after is None]
            if all(spot.after is not None for spot in inside):
                changes += [Change(_RULES + spot.rule, spot.start, spot.end, spot.after or "") for spot in inside]
        return Plan(changes=tuple(changes), doubts=tuple(doubts))


def build(data: RegisterData) -> French:
    """Build the engine of French from its data."""
    return French(data)
