"""The Spanish engine: usted, tú, vos, and vosotros or ustedes; must not know where a text comes from."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.engine import Doubt, Evidence, Plan, Wish
from mannerly.adapt.register.spanish.clauses import SpanishClauses
from mannerly.adapt.register.spanish.marks import Mark, SecondPerson
from mannerly.adapt.register.spanish.polite import ThirdPerson
from mannerly.adapt.register.spanish.rewriting import SpanishRewriting
from mannerly.adapt.register.spanish.subjects import Sure
from mannerly.adapt.register.spanish.verbs import SpanishVerbs
from mannerly.adapt.register.spanish.words import SpanishWords, Token
from mannerly.adapt.register.text import Change, Kind, Text
from mannerly.language.register import RegisterData
from mannerly.model.facts import Gender

_WHY_DOUBT = "The word may speak of somebody else."


@dataclass(frozen=True)
class _Reading:
    """What was found in a text: who is addressed how, and what stays in doubt."""

    tokens: list[Token]
    clauses: SpanishClauses
    second: tuple[Mark, ...]
    polite: tuple[Mark, ...]
    doubtful: tuple[Mark, ...]


class Spanish:
    """Finds and changes forms of address in Spanish."""

    def __init__(self, data: RegisterData) -> None:
        """Build the tables of the data once."""
        self._data = data
        self._words = SpanishWords(data, SpanishVerbs(data))
        self._prefix = data.rules[0].id.rpartition(".")[0] if data.rules else data.language
        self._plural_is_polite = data.policy["plural_informal"] != data.maps["subject"]["3p"]

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every place that shows a level."""
        reading = self._read(text)
        marks = [*reading.second, *reading.polite]
        return tuple(
            Evidence(self._level(mark, reading.second), word.start, word.end)
            for mark in sorted(marks, key=lambda mark: mark.index)
            for word in (reading.tokens[mark.index].word,)
        )

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes to the level of the wish."""
        reading = self._read(text, addressed=wish.addressed is True)
        feminine = wish.customer.gender is Gender.FEMALE
        rewriting = SpanishRewriting(self._data, self._words, reading.tokens, reading.clauses, feminine)
        person = self._data.maps["persons"][wish.level]
        changes = dict[int, Change]()
        for mark in (*reading.second, *reading.polite):
            if wish.addressed is False and mark.sure < Sure.YES:
                continue
            if self._level(mark, reading.second) in wish.accepts and wish.level != self._level(mark, reading.second):
                continue
            change = rewriting.change(mark, self._target(mark, person), self._prefix)
            if change is not None:
                changes[mark.index] = change
        return Plan(changes=tuple(changes[index] for index in sorted(changes)), doubts=self._doubts(reading, wish))

    def _doubts(self, reading: _Reading, wish: Wish) -> tuple[Doubt, ...]:
        formal = self._data.maps["levels"]["3s"] in wish.accepts
        words = () if formal else (reading.tokens[mark.index].word for mark in reading.doubtful)
        return tuple(Doubt(word.start, word.end, _WHY_DOUBT) for word in words)

    def _target(self, mark: Mark, person: str) -> str:
        if mark.person not in self._data.maps["plurals"]:
            return person
        return self._data.maps["plurals"]["3p" if person == "3s" or not self._plural_is_polite else "2p"]

    def _level(self, mark: Mark, second: tuple[Mark, ...]) -> str:
        if mark.shared:
            own = [other.person for other in second if not other.shared and other.person != "2p"]
            return self._data.maps["levels"][own[0]] if own else self._data.defaults["informal"]
        return self._data.maps["levels"][mark.person]

    def _supported(self, tokens: list[Token], marks: list[Mark]) -> list[Mark]:
        sentence, sentence_of = 0, list[int]()
        for token in tokens:
            sentence += self._words.has("full_stops", token)
            sentence_of.append(sentence)
        return _near_others(marks, sentence_of)

    def _read(self, text: Text, *, addressed: bool = False) -> _Reading:
        tokens = self._words.tagged(text)
        clauses = SpanishClauses(self._words, tokens)
        usable = {token.word.index for token in tokens if token.word.kind is Kind.WORD and not token.word.quoted}
        second = [
            mark for mark in SecondPerson(self._data, self._words, tokens, clauses).marks() if mark.index in usable
        ]
        polite = ThirdPerson(self._data, self._words, tokens, clauses, addressed=addressed and not second)
        third = [mark for mark in polite.marks() if mark.index in usable]
        if not self._plural_is_polite:
            third = [mark for mark in third if mark.person != "3p"]
        second, third, doubtful = _settled(second, self._supported(tokens, third))
        return _Reading(tokens, clauses, tuple(second), tuple(third), tuple(doubtful))


def _near_others(marks: list[Mark], sentence_of: list[int]) -> list[Mark]:
    """Return the marks that are likely, and those that are perhaps none but stand in a sentence with a likely one."""
    shown = {sentence_of[mark.index] for mark in marks if mark.sure >= Sure.LIKELY}
    return [mark for mark in marks if mark.sure >= Sure.LIKELY or sentence_of[mark.index] in shown]


def _settled(second: list[Mark], third: list[Mark]) -> tuple[list[Mark], list[Mark], list[Mark]]:
    """Return the marks of the second person, of usted, and the doubtful ones, each word read once."""
    certain = {mark.index for mark in second if mark.sure is Sure.YES}
    third = [mark for mark in third if mark.index not in certain]
    likely = [mark for mark in third if mark.sure >= Sure.LIKELY]
    if certain:
        polite = [mark for mark in third if mark.sure is Sure.YES]
        return second, polite, [mark for mark in third if mark.sure < Sure.YES]
    if any(mark.sure is Sure.YES for mark in third) or len(likely) > len(second):
        return [], third, []
    return (second, [], []) if second else ([], [], third)


def build(data: RegisterData) -> Spanish:
    """Return the engine of the data."""
    return Spanish(data)
