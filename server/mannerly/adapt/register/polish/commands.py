"""Turns Polish imperatives into polite requests; decides nothing about what is an imperative."""

from __future__ import annotations

from mannerly.adapt.register.polish.clauses import Sentence
from mannerly.adapt.register.polish.edits import Edits
from mannerly.adapt.register.polish.grammar import Grammar
from mannerly.adapt.register.polish.informal import Site
from mannerly.adapt.register.polish.words import Rule


class Commands:
    """The imperatives of one sentence.

    Args:
        grammar: what governs what.
        view: the sentence.
        edits: where the changes are collected.
    """

    def __init__(self, grammar: Grammar, view: Sentence, edits: Edits) -> None:
        """No command has been met yet."""
        self._words, self._lexicon = grammar.words, grammar.lexicon
        self._view, self._edits = view, edits
        self._met: int | None = None

    def asked(self, site: Site) -> bool:
        """Plan the request for one imperative; False where its infinitive is not known."""
        view, place = self._view, site.place
        form = site.form
        own = self._words.map("command_own").get(view.key(place))
        infinitive = own or (self._lexicon.other(view.key(place), form, "inf") if form is not None else None)
        if infinitive is None or self._is_nominal(place):
            return False
        first = self._first(place)
        joined = (self._met is not None or self._continues()) and self._is_joined(first)
        self._met = place
        self._edits.put(place, infinitive, Rule.COMMAND)
        if joined:
            return True
        asking = self._words.text("request_word")
        if self._asks_before(first):
            asking = ""
        if self._is_reflexive(place):
            self._edits.drop(place + 1, Rule.COMMAND)
            asking = (asking + " " + self._words.text("reflexive")).strip()
        if asking:
            self._edits.before(first, asking, Rule.COMMAND)
        self._drop_please(place)
        return True

    def _continues(self) -> bool:
        """Tell whether a conjunction opens the sentence, which a mark inside a quotation only seemed to end."""
        opening = next((token for token in self._view.tokens if token.is_word), None)
        return opening is not None and not opening.capital and opening.key in self._words.of("coordinators")

    def _is_reflexive(self, place: int) -> bool:
        """Tell whether the reflexive word behind is the command's own and not that of an infinitive after it."""
        own = self._view.key(place + 1) == self._words.text("reflexive")
        return own and self._lexicon.having(self._view.key(place + 2), "inf") is None

    def _is_nominal(self, place: int) -> bool:
        """Tell whether a copula commands, whose adjective would need another case."""
        if not self._lexicon.lemma_in(self._view.key(place), "being"):
            return False
        return any(self._lexicon.predicative(key) for key in self._view.keys(self._view.segment(place)) if key)

    def _first(self, place: int) -> int:
        """Return the place of the first word that belongs to the command: a negation before it."""
        leading = self._words.of("negation") | self._words.of("command_leads")
        if self._view.key(place - 1) == self._words.text("reflexive"):
            return place - 1
        while True:
            back = 1 + (self._view.key(place - 1) in self._words.of("enclitics"))
            if self._view.key(place - back) not in leading:
                return place
            place -= back

    def _is_joined(self, first: int) -> bool:
        """Tell whether a conjunction, or a comma in a row, joins the command to the one before."""
        at = first - 1
        while self._view.key(at) in self._words.of("after_coordinator") | self._words.of("enclitics"):
            at -= 1
        if self._view.key(at) in self._words.of("coordinators"):
            return True
        mark = self._view.at(at)
        met = self._met if self._met is not None else 0
        return mark is not None and mark.text == "," and met in self._view.segment(at - 1)

    def _asks_before(self, first: int) -> bool:
        """Tell whether the word of asking stands right before, perhaps with a comma; drop that comma."""
        at = first - 1
        mark = self._view.at(at)
        if mark is not None and mark.text == "," and self._view.key(at - 1) == self._words.text("request_word"):
            self._edits.drop(at, Rule.COMMAND)
            return True
        return self._view.key(at) == self._words.text("request_word")

    def _drop_please(self, place: int) -> None:
        """Leave out the word of asking that stands between commas behind the command."""
        for at in range(place + 1, len(self._view.tokens)):
            if self._view.key(at) != self._words.text("request_word"):
                continue
            before, after = self._view.at(at - 1), self._view.at(at + 1)
            follows = self._view.key(at + 1)
            if (follows and follows in self._words.of("purposes")) or self._lexicon.having(follows, "inf"):
                return
            self._edits.drop(at, Rule.COMMAND)
            if before is not None and before.text == ",":
                self._edits.drop(at - 1, Rule.COMMAND)
            if after is not None and after.text == "," and not self._is_clause(at + 2):
                self._edits.drop(at + 1, Rule.COMMAND)
            return

    def _is_clause(self, at: int) -> bool:
        return self._view.key(at) in self._words.of("subordinators")
