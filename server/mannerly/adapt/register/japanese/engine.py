"""The register engine of Japanese: reads plain, polite and honorific style and rewrites between them."""

from __future__ import annotations

from mannerly.adapt.register.engine import Doubt, Evidence, Plan, Wish
from mannerly.adapt.register.japanese.common import Direction, Grammar, chained
from mannerly.adapt.register.japanese.honorific import ToHonorific
from mannerly.adapt.register.japanese.modest import ToModest
from mannerly.adapt.register.japanese.plain import ToPlain
from mannerly.adapt.register.japanese.polite import ToPolite
from mannerly.adapt.register.japanese.reading import Reader
from mannerly.adapt.register.text import Change, Text, applied
from mannerly.language.register import RegisterData

_PLAIN, _POLITE, _HONORIFIC = "kudaketa", "teineigo", "sonkeigo"
_PREFIX = "ja.register"


def build(data: RegisterData) -> Japanese:
    """Return the engine over these data."""
    return Japanese(data)


class Japanese:
    """Evidence and changes of one line."""

    def __init__(self, data: RegisterData) -> None:
        """Build every table once."""
        grammar = Grammar(data)
        self._reader = Reader(data)
        self._polite = ToPolite(grammar)
        self._plain = ToPlain(grammar)
        self._honorific = ToHonorific(grammar)
        self._modest = ToModest(grammar)

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every place that shows a level, in order.

        A polite predicate that needs no honorific is right beside honorifics too: it counts as their level there.
        """
        line = self._reader.read(text)
        plain, polite = self._polite.edits(line), self._plain.edits(line)
        raised, lowered = self._honorific.edits(line), self._modest.edits(line)
        found = [Evidence(_PLAIN, edit.start, edit.end) for edit in plain.shown(alone=not polite.strong)]
        found += [Evidence(_HONORIFIC, edit.start, edit.end) for edit in lowered.strong]
        if polite.strong or not plain.strong:
            found += [Evidence(_POLITE, edit.start, edit.end) for edit in raised.strong]
        found += [Evidence(_POLITE, doubt.start, doubt.end) for doubt in raised.doubts]
        neutral = _HONORIFIC if lowered.strong and not raised.strong and not raised.doubts else _POLITE
        special = (*lowered.strong, *raised.strong)
        found += [
            Evidence(neutral, edit.start, edit.end, frozenset({_HONORIFIC}))
            for edit in polite.shown(alone=not plain.strong)
            if not any(other.start < edit.end and edit.start < other.end for other in special)
        ]
        return tuple(sorted(found, key=lambda evidence: (evidence.start, evidence.end)))

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes to the wished level, by way of the polite style."""
        raw, changes, doubts = text.raw, tuple[Change, ...](), tuple[Doubt, ...]()
        for step in self._steps(wish):
            edits = step.edits(self._reader.read(Text(raw)))
            new = tuple(edit.change(_PREFIX) for edit in edits.found)
            changes, raw = chained(text.raw, changes, new), applied(raw, new)
            doubts = edits.doubts
        return Plan(changes=changes, doubts=doubts)

    def _steps(self, wish: Wish) -> tuple[Direction, ...]:
        if wish.level == _PLAIN:
            return (self._modest, self._plain)
        if wish.level == _HONORIFIC:
            return (self._polite, self._honorific)
        return (self._polite,) if _HONORIFIC in wish.accepts else (self._polite, self._modest)
