"""Reads and rewrites the level of a text in any language, and makes sure nothing else changed; knows no language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from mannerly.adapt.register.engine import Doubt, Engine, Evidence, MindsPeople, MissingLibrary, Wish
from mannerly.adapt.register.engines import Engines
from mannerly.adapt.register.text import Change, Text, applied
from mannerly.language.register import RegisterData
from mannerly.model.context import Context
from mannerly.model.errors import InvalidInput
from mannerly.model.facts import Register
from mannerly.model.spans import markers_in

_LEFT = "A form of another level is left."
_UNSAFE = "The change would touch a protected value."


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The level of a text.

    Args:
        level: id of the level; "" when nothing shows one or several are shown.
        levels: every level that something shows, most evidence first.
        evidence: where.
        coverage: share of the sentences that show a level, 0 to 1.
    """

    level: str = ""
    levels: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    coverage: float = 0.0


@dataclass(frozen=True, kw_only=True)
class RuledChange:
    """One change with its explanation."""

    rule: str
    before: str
    after: str
    why: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Rewritten:
    """A text brought to a level.

    Args:
        text: the text; equal to the one given where nothing had to change or nothing was sure.
        changes: what was changed, in order.
        doubts: places of the new text that were left alone though they may have to change.
        reading: the level of the text as given.
    """

    text: str
    changes: tuple[RuledChange, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    reading: Reading = field(default_factory=Reading)


class Registers:
    """The register engines of all languages behind one door."""

    def __init__(self, engines: Engines, is_foreign: Callable[[Text], bool] = lambda _text: False) -> None:
        """Use these engines; a text that is foreign is in none of their languages and stays as it is."""
        self._engines = engines
        self._is_foreign = is_foreign

    def missing(self, locale: str) -> str | None:
        """Return None where the locale has an engine, the extra to install where it lacks a library, else ""."""
        engine = self._engines.get(locale)
        if isinstance(engine, MissingLibrary):
            return engine.extra
        return "" if engine is None else None

    def meant(self, locale: str, wanted: str) -> tuple[str, frozenset[str]]:
        """Return the level that a register or level id means in general, and the levels that are right already.

        Raises:
            InvalidInput: the language has no such level.
        """
        data = self._engines.data(locale)
        if wanted in data.defaults:
            return data.defaults[wanted], data.levels_of(Register(wanted))
        if data.level(wanted) is None:
            known = ", ".join((*data.defaults, *(level.id for level in data.levels))) or "none"
            raise InvalidInput(
                "The language has no level of that name.", field="level", remedy=f"Levels of {locale}: {known}."
            )
        return wanted, frozenset({wanted})

    def wanted(self, context: Context) -> tuple[str, frozenset[str]]:
        """Return the level that a reply shall have, and the levels that are right already."""
        data = self._engines.data(context.locale)
        level = context.level or data.service.get(context.register.value, "")
        if level:
            return level, frozenset({level})
        return self.meant(context.locale, context.register.value) if data.defaults else ("", frozenset())

    def read(self, text: str, locale: str) -> Reading:
        """Return the level of a masked text; nothing where the locale has no engine."""
        engine = self._engines.get(locale)
        if engine is None or isinstance(engine, MissingLibrary):
            return Reading()
        view = Text(text)
        return Reading() if self._is_foreign(view) else _read(engine, view)

    def rewrite(self, text: str, locale: str, wish: Wish) -> Rewritten:
        """Return a masked text at the level of the wish; unchanged where the locale has no engine."""
        engine = self._engines.get(locale)
        if engine is None or isinstance(engine, MissingLibrary):
            return Rewritten(text=text)
        view = Text(text)
        if self._is_foreign(view):
            return Rewritten(text=text)
        reading = _read(engine, view)
        is_right = all(found.fits(wish.accepts) for found in reading.evidence)
        if is_right and not wish.addressed and not _is_at_odds(engine, view, wish):
            return Rewritten(text=text, reading=reading)
        plan = engine.plan(view, wish)
        new = applied(text, plan.changes)
        if Counter(markers_in(new)) != Counter(markers_in(text)):
            return Rewritten(text=text, doubts=(Doubt(0, len(text), _UNSAFE),), reading=reading)
        left = (
            ()
            if wish.addressed is False
            else tuple(
                Doubt(found.start, found.end, _LEFT)
                for found in engine.evidence(Text(new))
                if not found.fits(wish.accepts)
            )
        )
        doubts = tuple(_moved(doubt, plan.changes) for doubt in plan.doubts)
        return Rewritten(
            text=new,
            changes=_explained(text, plan.changes, self._engines.data(locale)),
            doubts=(*doubts, *(doubt for doubt in left if not _within(doubt, doubts))),
            reading=reading,
        )


def _is_at_odds(engine: Engine, view: Text, wish: Wish) -> bool:
    return isinstance(engine, MindsPeople) and engine.is_at_odds(view, wish)


def _read(engine: Engine, view: Text) -> Reading:
    evidence = engine.evidence(view)
    levels = tuple(level for level, _ in Counter(found.level for found in evidence).most_common())
    starts = [run[0].start for run in view.sentences]
    shown = {sum(start <= found.start for start in starts) for found in evidence}
    return Reading(
        level=levels[0] if len(levels) == 1 else "",
        levels=levels,
        evidence=evidence,
        coverage=len(shown) / len(starts) if starts else 0.0,
    )


def _explained(raw: str, changes: tuple[Change, ...], data: RegisterData) -> tuple[RuledChange, ...]:
    why = {rule.id: rule.why for rule in data.rules}
    return tuple(
        RuledChange(
            rule=change.rule,
            before=raw[change.start : change.end],
            after=change.after,
            why=why[change.rule],
            start=change.start,
            end=change.end,
        )
        for change in sorted(changes, key=lambda change: change.start)
    )


def _moved(doubt: Doubt, changes: tuple[Change, ...]) -> Doubt:
    shift = sum(len(change.after) - (change.end - change.start) for change in changes if change.end <= doubt.start)
    return Doubt(doubt.start + shift, doubt.end + shift, doubt.why)


def _within(doubt: Doubt, others: tuple[Doubt, ...]) -> bool:
    return any(other.start <= doubt.start and doubt.end <= other.end for other in others)
