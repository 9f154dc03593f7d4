"""Brings Portuguese text to the third or the second person of address; must not know where the text comes from."""

from __future__ import annotations

from dataclasses import replace

from mannerly.adapt.register.engine import Doubt, Engine, Evidence, Plan, Wish
from mannerly.adapt.register.portuguese.address import AddressReader
from mannerly.adapt.register.portuguese.clauses import clauses_of
from mannerly.adapt.register.portuguese.clitics import CliticReader
from mannerly.adapt.register.portuguese.infinitives import InfinitiveReader
from mannerly.adapt.register.portuguese.lexicon import Lexicon
from mannerly.adapt.register.portuguese.marks import Mark, Weight
from mannerly.adapt.register.portuguese.placing import Placing
from mannerly.adapt.register.portuguese.pronouns import PronounReader, Third, third_of
from mannerly.adapt.register.portuguese.verbs import VerbReader
from mannerly.adapt.register.portuguese.view import View
from mannerly.adapt.register.text import Text
from mannerly.language.register import RegisterData
from mannerly.model.facts import Gender

_SENHOR, _VOCE, _TU = "senhor", "voce", "tu"
_PLAIN = Third(names="")


def build(data: RegisterData) -> Engine:
    """Return the engine for these data."""
    return Portuguese(Lexicon(data))


class Portuguese:
    """The register engine of Portuguese; the region's policy tells how the third person names the reader."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Use this lexicon."""
        self._lexicon = lexicon
        self._shown = str(lexicon.policy["third_shows"])
        self._named = bool(lexicon.policy["third_names_reader"])
        self._easy = bool(lexicon.policy["third_takes_te"])

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every place that shows a level, quoted words and spans left out."""
        marks = self._marks(text, _PLAIN, second_wanted=True, female=False, known=False, addressed=None)
        levels = self._levels(marks)
        found = [
            Evidence(levels[index], mark.start, mark.end)
            for index, mark in enumerate(marks)
            if mark.weight is not Weight.SILENT and levels[index]
        ]
        return tuple(sorted(found, key=lambda evidence: (evidence.start, evidence.end)))

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes that bring the text to the level."""
        second_wanted = wish.level == _TU
        gender = wish.customer.gender
        third = third_of(wish.level, gender.value, polite=_SENHOR, plain=_VOCE, named=self._named)
        marks = self._marks(
            text, third, second_wanted=second_wanted, female=gender is Gender.FEMALE,
            known=gender in (Gender.FEMALE, Gender.MALE), addressed=wish.addressed,
        )  # fmt: skip
        levels = self._levels(marks)
        wrong = [mark for index, mark in enumerate(marks) if self._is_wrong(mark, levels[index], wish)]
        doubts = [Doubt(mark.start, mark.end, mark.doubt) for mark in marks if mark.doubt and mark in wrong]
        doubts += [Doubt(mark.start, mark.end, mark.doubt) for mark in marks if mark.doubt and mark.other is None]
        placing = Placing(text, self._lexicon, enclitic=not self._easy)
        return Plan(
            changes=placing.changes(wrong, third, second_wanted=second_wanted), doubts=tuple(dict.fromkeys(doubts))
        )

    def _is_wrong(self, mark: Mark, level: str, wish: Wish) -> bool:
        if mark.other is None:
            return False
        if wish.level == _TU:
            return (not mark.second and mark.weight is not Weight.STRONG) or not mark.second
        if mark.second:
            return level not in wish.accepts
        return bool(mark.level) and mark.level not in wish.accepts

    def _marks(
        self, text: Text, third: Third, *, second_wanted: bool, female: bool, known: bool, addressed: bool | None
    ) -> list[Mark]:
        lexicon = self._lexicon
        clauses = clauses_of(text, lexicon)
        address = AddressReader(text, lexicon, polite=_SENHOR, plain=_VOCE)
        told = addressed is True
        verbs = VerbReader(View(text, clauses, lexicon, address.covered(), address.subjects(), told))
        verbs.run()
        pronouns = PronounReader(text, lexicon, verbs.seconds, told=told).marks(third)
        marks = [*verbs.marks, *pronouns, *address.marks(third, second_wanted=second_wanted)]
        openers = frozenset(clause.opened_at for clause in clauses)
        plain = CliticReader(text, lexicon, verbs.seconds, verbs.thirds, openers, told=told).marks(
            feminine=female, known=known
        )
        named = lexicon.maps["named"].get(third.names, "")
        commands = self._commands(verbs, [*marks, *plain])
        marks += commands
        marks += InfinitiveReader(text, lexicon).marks()
        seconds = verbs.seconds | _indexes(text, [mark for mark in commands if mark.second])
        thirds = verbs.thirds | _indexes(text, [mark for mark in commands if not mark.second])
        clitics = CliticReader(text, lexicon, seconds, thirds, openers, told=told)
        marks += clitics.marks(feminine=female, known=known, named=named)
        if addressed is False:
            marks = [mark for mark in marks if mark.second or mark.weight is Weight.STRONG]
        return [*self._settled(marks), *([] if _has_second(marks) else verbs.doubtful)]

    def _commands(self, verbs: VerbReader, marks: list[Mark]) -> list[Mark]:
        is_second = any(mark.second and mark.weight is Weight.STRONG for mark in marks)
        is_second = is_second or any(command.weight is Weight.STRONG for command, _ in verbs.commands)
        is_third = any(not mark.second and mark.weight is not Weight.SILENT for mark in marks)
        return [
            statement if is_third and not is_second and command.weight is not Weight.STRONG else command
            for command, statement in verbs.commands
        ]

    def _settled(self, marks: list[Mark]) -> list[Mark]:
        """Leave out third persons that are somebody else's where the reader is plainly addressed in the second."""
        strong = any(not mark.second and mark.weight is Weight.STRONG for mark in marks)
        if not _has_second(marks) or strong or (self._easy and all(mark.colloquial for mark in marks if mark.second)):
            return _apart(marks)
        return _apart([mark for mark in marks if mark.second])

    def _levels(self, marks: list[Mark]) -> list[str]:
        is_second = any(mark.second and not mark.colloquial for mark in marks)
        polite = any(mark.level == _SENHOR for mark in marks)
        levels: list[str] = []
        for mark in marks:
            if mark.second:
                levels.append(_TU if is_second or not self._easy else _VOCE)
            else:
                levels.append(mark.level or (_SENHOR if polite and self._shown else self._shown))
        return [
            "" if mark.other is None and not mark.level else level for mark, level in zip(marks, levels, strict=True)
        ]


def _has_second(marks: list[Mark]) -> bool:
    return any(mark.second for mark in marks)


def _indexes(text: Text, marks: list[Mark]) -> set[int]:
    starts = {mark.start for mark in marks}
    return {word.index for word in text.words if word.start in starts}


def _apart(marks: list[Mark]) -> list[Mark]:
    """Keep the longest of marks that overlap, the first of equal ones."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return [replace(mark) for mark in sorted(kept, key=lambda mark: mark.start)]
