"""The register engine of Korean: reads and rewrites the speech levels hae, haeyo and hapsyo."""

from __future__ import annotations

from collections.abc import Iterator

from mannerly.adapt.register.engine import Evidence, Plan, Wish
from mannerly.adapt.register.korean.endings import HAE, HAEYO, HAPSYO, Endings, Final
from mannerly.adapt.register.korean.plain import ToPlain
from mannerly.adapt.register.korean.polite import ToPolite
from mannerly.adapt.register.korean.reading import Line, Morpheme, Reader
from mannerly.adapt.register.korean.sheet import Sheet, Spelling
from mannerly.adapt.register.korean.style import Style
from mannerly.adapt.register.korean.words import Words
from mannerly.adapt.register.text import Text
from mannerly.language.register import RegisterData


def build(data: RegisterData) -> Korean:
    """Return the engine over these data; loads the analyser."""
    return Korean(data)


class Korean:
    """Evidence and changes of one line."""

    def __init__(self, data: RegisterData) -> None:
        """Build every table once."""
        self._reader = Reader(data)
        self._spelling = Spelling(data, self._reader)
        self._endings, self._words = Endings(data), Words(data)
        style = Style(data, self._endings, self._words)
        self._polite = ToPolite(style)
        self._plain = ToPlain(style, self._polite)

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every place that shows a level, in order.

        The honorific of a thing and the distant 'you' suit no reply: they show a level that no service wish accepts.
        """
        line = self._reader.read(text)
        finals = self._shown(line)
        found = [Evidence(level, *_place(line, final)) for final, level in finals]
        found += [Evidence(HAE, item.start, item.end) for item in self._words.familiar(line)]
        levels = {level for _, level in finals}
        found += [Evidence(level, item.start, item.end) for item, level in self._polite_words(line, levels)]
        things = self._polite.service.things(line, tuple(final for final, _ in finals))
        found += [Evidence(_other(levels), item.start, item.end) for item in things]
        return tuple(sorted(set(found), key=lambda evidence: (evidence.start, evidence.end)))

    def _polite_words(self, line: Line, levels: set[str]) -> Iterator[tuple[Morpheme, str]]:
        """Yield polite words with a level; a modest pronoun shows the level that the endings beside it have."""
        if levels & {HAEYO, HAPSYO} or HAE in levels:
            level = HAPSYO if HAPSYO in levels and HAEYO not in levels else HAEYO
            yield from ((item, level) for item in self._words.modest(line))
        yield from ((item, HAEYO) for item in self._words.distant(line))
        yield from ((item, HAEYO) for item in self._words.polite_fragments(line))

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes that bring the line to the level."""
        line = self._reader.read(text)
        sheet = Sheet(line, self._spelling)
        finals = tuple(final for final, level in self._shown(line) if level not in wish.accepts)
        if wish.level == HAE:
            self._plain.fill(line, finals, sheet)
        else:
            self._polite.fill(line, finals, sheet, level=wish.level, service=len(wish.accepts) == 1)
        return Plan(changes=sheet.changes())

    def _shown(self, line: Line) -> list[tuple[Final, str]]:
        """Return the finals with the level each shows here."""
        finals = self._endings.finals(line)
        sure = {final.level for final in finals if not (final.weak or final.shared)}
        polite = {HAEYO, HAPSYO} & {final.level for final in finals}
        familiar = HAE in sure or any(self._words.familiar(line))
        familiar = familiar or (not polite and any(final.firm for final in finals))
        shown = list[tuple[Final, str]]()
        for final in finals:
            if final.weak and not familiar:
                continue
            is_deferential = final.shared and HAPSYO in sure and HAEYO not in sure
            shown.append((final, HAPSYO if is_deferential else final.level))
        return shown


def _other(levels: set[str]) -> str:
    """Return the polite level that a line does not show: what suits no service level shows the other one."""
    return HAEYO if HAPSYO in levels else HAPSYO


def _place(line: Line, final: Final) -> tuple[int, int]:
    last = line.morphemes[final.ending if final.yo is None else final.yo]
    return line.morphemes[final.ending].start, last.end
