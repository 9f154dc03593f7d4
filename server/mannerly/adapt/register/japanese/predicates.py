"""The predicate that ends a plain Japanese clause, said politely; knows no word of the language."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.japanese.clauses import Clause, Stop
from mannerly.adapt.register.japanese.common import Grammar, before
from mannerly.adapt.register.japanese.reading import Line, Morpheme


@dataclass(frozen=True, slots=True)
class Core:
    """A polite predicate for the morphemes from `first` to the last one of a clause, and the rule that makes it."""

    first: int
    after: str
    rule: str


class Predicates:
    """Says predicates politely."""

    def __init__(self, grammar: Grammar) -> None:
        """Use these tables."""
        self._grammar = grammar
        self._say = grammar.say

    def polite(self, line: Line, clause: Clause) -> Core | None:
        """Return the polite predicate of a clause, None where it has none or is polite already."""
        last, index = line.at(clause.last), clause.last
        if last.form == "volitional":
            return self._volitional(line, index)
        if last.kind == "ta" and last.closes:
            return self._past(line, index)
        if last.kind == "da":
            return self._copula(index, last, clause)
        if last.kind == "negative" or last.surface in self._grammar.words["must"]:
            owed = self._obligation(line, clause)
            if owed is not None:
                return owed
        if last.closes:
            return self._present(line, clause)
        if clause.kind in {Stop.FINAL, Stop.QUESTION, Stop.COMMA}:
            return self._nominal(line, clause)
        return None

    def _volitional(self, line: Line, index: int) -> Core | None:
        last = line.at(index)
        if last.kind == "da":
            return Core(index, self._say["deshou"], "polite-copula")
        stem = self._grammar.form(last, "stem") if last.verbal else None
        return None if stem is None else Core(index, stem + self._say["mashou"], "polite-verb")

    def _past(self, line: Line, index: int) -> Core | None:
        verb = before(line, index)
        if verb.kind == "negative":
            owner = before(line, index - 1)
            stem = self._grammar.form(owner, "stem") if owner.verbal else None
            return None if stem is None else Core(index - 2, stem + self._say["masendeshita"], "polite-verb")
        if verb.lemma in self._grammar.words["not_there"]:
            return self._not_there(line, index - 1, self._say["arimasendeshita"])
        if verb.adjectival:
            return Core(index, line.at(index).surface + self._say["desu"], "polite-adjective")
        if verb.kind == "da":
            return Core(index - 1, self._say["deshita"], "polite-copula")
        if verb.lemma == self._say["aru"] and before(line, index - 1).kind == "da":
            return Core(index - 2, self._say["deshita"], "polite-copula")
        stem = self._grammar.form(verb, "stem") if verb.verbal else None
        return None if stem is None else Core(index - 1, stem + self._say["mashita"], "polite-verb")

    def _copula(self, index: int, last: Morpheme, clause: Clause) -> Core | None:
        if last.form == "end" or (last.form == "attributive" and clause.kind is Stop.FINAL and clause.stop > index + 1):
            return Core(index, self._say["desu"], "polite-copula")
        return None

    def _obligation(self, line: Line, clause: Clause) -> Core | None:
        """A negative condition that ends the sentence says what must be done."""
        index, negative = clause.last, line.at(clause.last)
        if negative.kind != "negative":
            index, negative = index - 1, before(line, index)
        is_bare = negative.kind == "negative" and (negative.form == "conditional" or index < clause.last)
        if not is_bare or clause.kind is not Stop.FINAL or clause.open_end:
            return None
        return Core(index, self._say["nakereba_narimasen"], "polite-verb")

    def _present(self, line: Line, clause: Clause) -> Core | None:
        index, last = clause.last, line.at(clause.last)
        if last.verbal:
            if last.lemma == self._say["aru"] and before(line, index).surface == self._say["de"]:
                return Core(index - 1, self._say["desu"], "polite-copula")
            stem = self._grammar.form(last, "stem")
            return None if stem is None else Core(index, stem + self._say["masu"], "polite-verb")
        if last.kind in {"negative", "nu"}:
            owner = before(line, index)
            stem = self._grammar.form(owner, "stem") if owner.verbal else None
            return None if stem is None else Core(index - 1, stem + self._say["masen"], "polite-verb")
        if last.lemma in self._grammar.words["not_there"]:
            return self._not_there(line, index, self._say["arimasen"])
        if last.adjectival and (clause.kind is not Stop.COMMA or clause.stop > index + 1):
            return Core(index, last.surface + self._say["desu"], "polite-adjective")
        return None

    def _not_there(self, line: Line, index: int, after: str) -> Core | None:
        previous, said = before(line, index), before(line, index - 1)
        if previous.surface == self._say["ja"] and said.closes and said.sub != "nominal":
            return None
        if previous.surface != self._say["ja"]:
            return Core(index, after, "polite-adjective")
        if before(line, index - 1).sub == "nominal":
            last = line.at(index + 1) if line.at(index + 1).kind == "ta" else None
            plain = line.at(index).surface + (last.surface if last else "")
            return Core(index, plain + self._say["desu"], "polite-adjective")
        return Core(index - 1, self._say["dewa"] + after, "polite-copula")

    def _nominal(self, line: Line, clause: Clause) -> Core | None:
        last, tail = line.at(clause.last), clause.tail(line)
        words = self._grammar.words
        if (
            last.kind
            or last.sub == "conjunctive"
            or last.pos not in {"noun", "na", "pronoun", "adverb", "suffix", "particle"}
        ):
            return None
        is_particle = last.pos == "particle" and last.surface not in words["predicate_particles"]
        if is_particle or (last.pos == "adverb" and last.surface not in words["predicate_adverbs"]):
            return None
        if (last.pos == "na" or last.sub == "na") and tail == self._say["sa"]:
            return None
        is_asked = last.pos == "na" or last.surface in words["asked"]
        asks = clause.kind is Stop.QUESTION and (is_asked or (not tail and self.asks_what(line, clause)))
        states = clause.kind is Stop.FINAL and last.pos == "na" and not tail and not clause.open_end
        if not (asks or states or tail in words["noun_tails"]):
            return None
        return Core(clause.last, last.surface + self._say["desu"], "polite-copula")

    def asks_what(self, line: Line, clause: Clause) -> bool:
        """Tell whether a word of question stands in the sentence before the end of a clause."""
        for index in range(clause.last, -1, -1):
            if line.at(index).sub == "period":
                return False
            if line.at(index).surface in self._grammar.words["wh"]:
                return True
        return False

    def kept(self, line: Line, clause: Clause) -> Core | None:
        """Return the plain predicate itself, for an ending that carries the politeness."""
        last, words = line.at(clause.last), self._grammar.words
        is_predicate = last.closes or (last.kind == "da" and last.form == "attributive")
        is_predicate = is_predicate or (not last.kind and clause.tail(line) in words["noun_tails"])
        if not is_predicate or last.kind in {"masu", "desu"} or before(line, clause.last).kind in {"masu", "desu"}:
            return None
        if last.kind == "da" and last.form == "end":
            return None
        is_short = last.pos == "auxiliary" and last.closes and last.lemma in self._grammar.maps["contractions"]
        full = self._grammar.form(last, "plain") if is_short else None
        return Core(clause.last, full or last.surface, "polite-ending")
