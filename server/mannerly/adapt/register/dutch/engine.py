"""Dutch between u and je: finds every word that shows the form of address and brings it to the other one."""

from __future__ import annotations

from mannerly.adapt.register.dutch.courtesy import courtesies
from mannerly.adapt.register.dutch.formal import FormalReading
from mannerly.adapt.register.dutch.informal import InformalReading
from mannerly.adapt.register.dutch.line import Line
from mannerly.adapt.register.dutch.to_formal import ToFormal
from mannerly.adapt.register.dutch.to_informal import ToInformal
from mannerly.adapt.register.dutch.words import DutchVerbs, Words
from mannerly.adapt.register.engine import Engine, Evidence, Plan, Wish
from mannerly.adapt.register.text import Text
from mannerly.language.register import RegisterData
from mannerly.model.facts import Register


class Dutch:
    """The engine: pure functions over tables that are built once."""

    def __init__(self, data: RegisterData) -> None:
        """Use these data."""
        self._words = Words(data)
        self._verbs = DutchVerbs(self._words)
        self._formal = data.defaults[Register.FORMAL.value]
        self._informal = data.defaults[Register.INFORMAL.value]

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every word and phrase that shows how the reader is addressed."""
        line = Line(text, self._words, self._verbs)
        polite, familiar = courtesies(line, formal=True), courtesies(line, formal=False)
        places = [(self._formal, place) for place in polite] + [(self._informal, place) for place in familiar]
        taken = {k for _, place in places for k in place.tokens}
        found = [Evidence(level, place.start, place.end) for level, place in places]
        for level, indices in (
            (self._formal, FormalReading(line).roles), (self._informal, InformalReading(line).roles)
        ):  # fmt: skip
            found += [Evidence(level, line.tokens[i].start, line.tokens[i].end) for i in indices if i not in taken]
        return tuple(sorted(found, key=lambda evidence: evidence.start))

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes that bring the text to the level."""
        line = Line(text, self._words, self._verbs)
        if wish.level == self._formal:
            return Plan(changes=ToFormal(line).changes)
        return Plan(changes=ToInformal(line).changes)


def build(data: RegisterData) -> Engine:
    """Return the engine of a Dutch locale."""
    return Dutch(data)
