"""German between Sie and du: finds every place that shows the form of address and brings it to the other one."""

from __future__ import annotations

from mannerly.adapt.register.engine import Doubt, Engine, Evidence, Plan, Wish
from mannerly.adapt.register.german.clauses import Clauses, Grammar
from mannerly.adapt.register.german.formal import FormalReading
from mannerly.adapt.register.german.informal import InformalReading
from mannerly.adapt.register.german.to_formal import ToFormal
from mannerly.adapt.register.german.to_informal import ToInformal
from mannerly.adapt.register.german.verbs import GermanVerbs
from mannerly.adapt.register.text import Text
from mannerly.language.register import RegisterData
from mannerly.model.facts import Register

_UNSURE = "The word may mean the reader or other people."


class German:
    """The engine: pure functions over tables that are built once."""

    def __init__(self, data: RegisterData) -> None:
        """Use these data."""
        self._grammar = Grammar(data, GermanVerbs(data))
        self._formal = data.defaults[Register.FORMAL.value]
        self._informal = data.defaults[Register.INFORMAL.value]
        self._rules = f"{data.rules[0].id.rpartition('.')[0]}." if data.rules else ""

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every place that shows how the reader is addressed."""
        clauses = Clauses(text, self._grammar)
        informal = InformalReading(clauses)
        formal = FormalReading(clauses, familiar=informal.addressed)
        polite = (*formal.pronouns, *formal.datives, *formal.possessives)
        familiar = (
            *informal.subjects, *informal.accusatives, *informal.datives, *informal.plural_objects,
            *informal.possessives, *informal.plural_subjects, *informal.verbs, *informal.requests,
            *informal.contractions,
        )  # fmt: skip
        found = [(self._formal, i) for i in polite] + [(self._informal, i) for i in set(familiar)]
        words = text.words
        return tuple(
            Evidence(level, words[i].start, words[i].end) for level, i in sorted(found, key=lambda pair: pair[1])
        )

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes that bring the text to the level."""
        clauses = Clauses(text, self._grammar)
        informal = InformalReading(clauses)
        others = informal.addressed or wish.addressed is False
        formal = FormalReading(clauses, familiar=others)
        if wish.level == self._formal:
            return Plan(changes=ToFormal(clauses, informal, self._rules).changes)
        changes = ToInformal(clauses, formal, self._rules).changes
        unsure = () if others else formal.unsure
        words = text.words
        doubts = tuple(Doubt(words[i].start, words[i].end, _UNSURE) for i in unsure)
        return Plan(changes=changes, doubts=doubts)


def build(data: RegisterData) -> Engine:
    """Return the engine of a German locale."""
    return German(data)
