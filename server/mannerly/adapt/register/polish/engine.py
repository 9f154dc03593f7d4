"""Brings Polish from Pan, Pani and Panstwo to ty and back; the words and the reasons lie in the language's data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mannerly.adapt.register.engine import Doubt, Evidence, Plan, Wish
from mannerly.adapt.register.polish.clauses import Sentence, sentence
from mannerly.adapt.register.polish.edits import Edits
from mannerly.adapt.register.polish.formal import Formal
from mannerly.adapt.register.polish.grammar import Grammar
from mannerly.adapt.register.polish.informal import Informal, Site
from mannerly.adapt.register.polish.lexicon import Lexicon
from mannerly.adapt.register.polish.requests import Request, Requests
from mannerly.adapt.register.polish.to_formal import ToFormal
from mannerly.adapt.register.polish.to_informal import ToInformal
from mannerly.adapt.register.polish.words import BOTH, FORMAL, INFORMAL, MAN, WOMAN, Words
from mannerly.adapt.register.text import Change, Text
from mannerly.language.register import RegisterData
from mannerly.model.facts import Gender

_RULES = "pl.register."


@dataclass(frozen=True, kw_only=True)
class _Reading:
    """A sentence with everything in it that shows a level.

    Args:
        view: the sentence.
        informal: words that say "ty".
        formal: places of Pan, Pani and Panstwo.
        requests: polite requests.
    """

    view: Sentence
    informal: tuple[Site, ...]
    formal: tuple[int, ...]
    requests: tuple[Request, ...]

    def evidence(self) -> list[Evidence]:
        """Return the places by level."""
        tokens = self.view.tokens
        found = [Evidence(INFORMAL, tokens[site.place].start, tokens[site.place].end) for site in self.informal]
        found += [Evidence(FORMAL, tokens[place].start, tokens[place].end) for place in self.formal]
        found += [
            Evidence(FORMAL, tokens[request.place].start, tokens[request.infinitives[0][0]].end)
            for request in self.requests
        ]
        return sorted(found, key=lambda evidence: evidence.start)


class Polish:
    """The register engine of Polish."""

    def __init__(self, data: RegisterData) -> None:
        """Use the tables of these data."""
        self._words = Words(data)
        self._grammar = Grammar(self._words, Lexicon(self._words, data.verbs))
        self._informal = Informal(self._words, self._grammar.lexicon)
        self._formal = Formal(self._grammar)
        self._requests = Requests(self._grammar)
        self._capital = bool(data.policy.get("capital_ty", True))
        self._apart = frozenset(self._words.map("pan_forms")) | frozenset(self._words.map("ty_forms"))
        self._read = lru_cache(maxsize=128)(self._readings)

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every word that addresses the reader."""
        return tuple(found for reading in self._read(text) for found in reading.evidence())

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes, and a doubt where the reader may not be meant or a gender would have to be guessed."""
        changes, doubts = list[Change](), list[Doubt]()
        for reading in self._read(text):
            if wish.level == FORMAL:
                made, open_ones = self._to_formal(reading, self._address_of(text, wish))
            elif wish.addressed is False and self._is_of_others(reading):
                continue
            else:
                made, open_ones = self._to_informal(reading, text, wish)
            changes += made
            doubts += open_ones
        return Plan(changes=tuple(changes), doubts=tuple(doubts))

    def _readings(self, text: Text) -> tuple[_Reading, ...]:
        return tuple(map(self._reading, (sentence(run, self._apart) for run in text.sentences)))

    def _reading(self, view: Sentence) -> _Reading:
        return _Reading(
            view=view,
            informal=self._informal.sites(view),
            formal=self._formal.places(view),
            requests=self._requests.of(view),
        )

    def _to_formal(self, reading: _Reading, gender: str) -> tuple[tuple[Change, ...], tuple[Doubt, ...]]:
        if not reading.informal:
            return (), ()
        edits = Edits(reading.view, _RULES)
        doubts = ToFormal(self._grammar, reading.view, reading.informal, gender, edits).planned()
        return edits.changes(), doubts

    def _to_informal(self, reading: _Reading, text: Text, wish: Wish) -> tuple[tuple[Change, ...], tuple[Doubt, ...]]:
        if not reading.formal and not reading.requests:
            return (), ()
        edits = Edits(reading.view, _RULES)
        known = _known_gender(wish) or self._shown_gender(text)
        capital = self._capital and not self._has_small(text)
        plan = ToInformal(self._grammar, reading.view, known, edits, capital=capital)
        doubts = plan.planned(self._formal.addresses(reading.view), reading.requests)
        return (() if plan.is_stuck else edits.changes()), doubts

    def _address_of(self, text: Text, wish: Wish) -> str:
        """Return the gender of the address: of the customer, else as the text has it, else Panstwo."""
        used = (self._formal.gender(reading.view, place) for reading in self._read(text) for place in reading.formal)
        return _known_gender(wish) or next(used, BOTH)

    def _shown_gender(self, text: Text) -> str:
        """Return the gender that a past or conditional with "ty" in the text shows, "" where none does."""
        slots = (site.form.slot for reading in self._read(text) for site in reading.informal if site.form is not None)
        return next((slot[-1] for slot in slots if slot in ("l2m", "l2f", "c2m", "c2f")), "")

    def _has_small(self, text: Text) -> bool:
        """Tell whether the text writes "ty" with a small letter inside a sentence."""
        words = (
            (reading.view.tokens[site.place]) for reading in self._read(text) for site in reading.informal
            if site.form is None
        )  # fmt: skip
        return any(not word.capital for word in words)

    def _is_of_others(self, reading: _Reading) -> bool:
        """Tell whether only the opening word can be the reader, in a text known to speak of others."""
        return all(reading.view.tokens[place].opens for place in reading.formal) and not reading.requests


def build(data: RegisterData) -> Polish:
    """Return the engine for these data."""
    return Polish(data)


def _known_gender(wish: Wish) -> str:
    return {Gender.FEMALE: WOMAN, Gender.MALE: MAN}.get(wish.customer.gender, "")
