"""Cuts a Russian sentence into clauses of words with their readings; decides nothing about the reader."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.russian.forms import Form, Lexicon, undotted
from mannerly.adapt.register.text import Kind, Word

_COMMA = ","
_STOPS = frozenset(",;:()\u2014\u2013\u2026.!?")
_DASH = "-"


@dataclass(frozen=True, kw_only=True)
class Token:
    """A word with its readings.

    Args:
        word: the word in its text.
        key: the word in small letters, yo written as ye.
        forms: readings; empty for marks, numbers and spans.
    """

    word: Word
    key: str
    forms: tuple[Form, ...] = ()

    def having(self, *marks: str) -> tuple[Form, ...]:
        """Return the readings that have all these grammemes."""
        return tuple(form for form in self.forms if form.has(*marks))

    def any(self, *marks: str) -> bool:
        """Tell whether some reading has all these grammemes."""
        return any(form.has(*marks) for form in self.forms)

    def is_any(self, *kinds: str) -> bool:
        """Tell whether the likeliest reading has one of these grammemes."""
        return bool(self.forms) and any(kind in self.forms[0].marks for kind in kinds)

    def share(self, forms: tuple[Form, ...]) -> float:
        """Return how likely these readings are together, 0 to 1."""
        total = sum(form.score for form in self.forms)
        return sum(form.score for form in forms) / total if total else 0.0


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence with its clauses.

    Args:
        tokens: its words.
        segments: for each token the number of its segment, between punctuation marks.
        clauses: for each token the number of its clause: a segment, or a part of one that a conjunction opens.
        asks: True when it ends in a question mark.
    """

    tokens: tuple[Token, ...]
    segments: tuple[int, ...]
    clauses: tuple[int, ...]
    asks: bool

    def clause(self, place: int) -> range:
        """Return the places of the clause around a token."""
        return _around(self.clauses, place)

    def segment(self, place: int) -> range:
        """Return the places of the segment around a token."""
        return _around(self.segments, place)

    def before(self, place: int, number: int = 1) -> Token | None:
        """Return the word before a place, marks counted."""
        return self.tokens[place - number] if place >= number else None

    def after(self, place: int, number: int = 1) -> Token | None:
        """Return the word after a place, marks counted."""
        return self.tokens[place + number] if place + number < len(self.tokens) else None


def sentence(run: tuple[Word, ...], lexicon: Lexicon, joins: frozenset[str], asides: frozenset[str]) -> Sentence:
    """Read the words of one sentence.

    Args:
        run: its words.
        lexicon: what reads a word.
        joins: conjunctions that open a clause without a comma.
        asides: words that between commas interrupt a clause and do not end it.
    """
    tokens = tuple(
        Token(
            word=word,
            key=undotted(word.lower),
            forms=lexicon.read(word.text) if word.kind is Kind.WORD else (),
        )
        for word in run
    )
    stops = _stops(tokens, asides)
    segments, clauses = list[int](), list[int]()
    segment = clause = 0
    for place, token in enumerate(tokens):
        if place in stops:
            segment += 1
            clause += 1
        elif token.key in joins and place - 1 not in stops:
            clause += 1
        segments.append(segment)
        clauses.append(clause)
    asks = "?" in {token.word.text for token in tokens[-3:]}
    return Sentence(tokens=tokens, segments=tuple(segments), clauses=tuple(clauses), asks=asks)


def _stops(tokens: tuple[Token, ...], asides: frozenset[str]) -> frozenset[int]:
    places = [place for place, token in enumerate(tokens) if _is_stop(tokens, place, token)]
    kept = set(places)
    for first, last in zip([-1, *places], [*places, len(tokens)], strict=False):
        inside = tokens[first + 1 : last]
        commas = all(not 0 <= place < len(tokens) or tokens[place].word.text == _COMMA for place in (first, last))
        if inside and commas and all(token.key in asides or token.word.kind is Kind.SPAN for token in inside):
            kept -= {last} if _opens_anew(tokens, places, first, last) else {first, last}
    return frozenset(kept)


def _opens_anew(tokens: tuple[Token, ...], places: list[int], first: int, last: int) -> bool:
    """Tell whether a clause with a verb ends before words between commas, and another verb opens one after them."""
    start = max((place for place in places if place < first), default=-1)
    before = any(token.is_any("VERB", "INFN") for token in tokens[start + 1 : max(first, 0)])
    after = next((token for token in tokens[last + 1 :] if not token.is_any("PRCL", "ADVB")), None)
    return before and after is not None and (after.is_any("VERB") or after.any("NPRO", "nomn"))


def _is_stop(tokens: tuple[Token, ...], place: int, token: Token) -> bool:
    if token.word.text == _DASH:
        after = tokens[place + 1].word if place + 1 < len(tokens) else None
        return not token.word.glued and not (after and after.glued)
    return token.word.kind is Kind.MARK and token.word.text in _STOPS


def _around(numbers: tuple[int, ...], place: int) -> range:
    first = last = place
    while first > 0 and numbers[first - 1] == numbers[place]:
        first -= 1
    while last + 1 < len(numbers) and numbers[last + 1] == numbers[place]:
        last += 1
    return range(first, last + 1)
