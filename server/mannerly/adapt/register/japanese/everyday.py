"""Respectful and receiving frames inside Japanese sentences, said with everyday verbs; knows no word of it."""

from __future__ import annotations

from dataclasses import replace

from mannerly.adapt.register.japanese.common import Edit, Grammar, Weight, before, held, honours
from mannerly.adapt.register.japanese.forms import Bare, bare, conjugated
from mannerly.adapt.register.japanese.reading import Line, Morpheme


class Everyday:
    """Takes the frames off verbs that carry no polite ending, and off favours."""

    def __init__(self, grammar: Grammar) -> None:
        """Use these tables."""
        self._grammar = grammar
        self._words = grammar.words

    def edits(self, line: Line) -> list[Edit]:
        """Return the edits of a line."""
        found = list[Edit]()
        for index, verb in enumerate(line.morphemes):
            if not verb.held:
                edits = self._become(line, index) or self._respectful(line, index) or self._received(line, index)
                found += [edit for edit in edits if not held(line, edit.start, edit.end)]
        return found

    def _become(self, line: Line, index: int) -> list[Edit]:
        """The prefix, a verb or a noun of a deed, and "become"."""
        here, to, noun = line.at(index), before(line, index), before(line, index - 1)
        if to.surface not in self._words["to"]:
            return []
        is_become = here.lemma in self._words["becomes"] or here.surface in self._words["becomes_not"]
        form = self._form(line, index) if is_become else None
        if form is None:
            return []
        own = self._grammar.maps["everyday_nouns"].get(noun.surface)
        prefix = before(line, index - 2)
        is_framed = honours(prefix, self._grammar)
        if own is None and is_framed and noun.surface not in self._words["set_nouns"]:
            own = self._verb_of(noun)
        after = None if own is None else conjugated(self._grammar, own, form)
        if after is None:
            return []
        start = prefix.start if is_framed else noun.start
        return [Edit("modest-verb", start, line.at(form.stop - 1).end, after)]

    def _form(self, line: Line, index: int) -> Bare | None:
        if line.at(index).surface in self._words["becomes_not"] and line.at(index + 1).kind == "negative":
            return Bare(slot="negative", stop=index + 1)
        return bare(line, index, self._grammar) if line.at(index).verbal else None

    def _verb_of(self, noun: Morpheme) -> str | None:
        """Return the verb behind a noun of a deed, with its class."""
        own = self._grammar.maps["verb_of_noun"].get(noun.surface)
        if own is not None:
            return own
        if noun.verbal:
            return f"{noun.lemma}/{noun.kind}"
        return f"{noun.surface}+{self._grammar.say['suru']}" if noun.sub == "deed" else None

    def _respectful(self, line: Line, index: int) -> list[Edit]:
        """A respectful verb of its own."""
        verb, previous = line.at(index), before(line, index)
        own = self._grammar.maps["everyday_verbs"].get(verb.lemma)
        form = bare(line, index, self._grammar) if own is not None else None
        is_placed = previous.surface in self._words["te"] or previous.surface in self._words["to"]
        if own is None or form is None or (verb.lemma in self._words["presence"] and not is_placed):
            return []
        after = conjugated(self._grammar, own, form)
        end = line.at(form.stop - 1).end
        return [] if after is None else [Edit("modest-verb", verb.start, end, after)]

    def _received(self, line: Line, index: int) -> list[Edit]:
        """What we are given and favours done to us; mostly at home in friendly service too."""
        verb = line.at(index)
        own = self._grammar.maps["everyday_received"].get(verb.lemma)
        form = self._given_form(line, index) if own is not None else None
        after = None if own is None or form is None else conjugated(self._grammar, own, form)
        if form is None or after is None:
            return []
        noun, prefix, start = before(line, index), before(line, index - 1), verb.start
        whole = self._grammar.maps["whole_nouns"].get(noun.surface)
        if whole is not None or honours(prefix, self._grammar):
            base = whole or self._verb_of(noun)
            te = None if base is None else conjugated(self._grammar, base, replace(form, slot="te", rest=""))
            if te is None:
                return []
            start, after = (noun if whole else prefix).start, te + after
        elif noun.surface not in self._words["te"] and form.slot != "ta":
            return []
        is_joined = form.slot == "stem" and line.at(index + 1).sub == "comma" and start < verb.start
        weight = Weight.STRONG if is_joined else Weight.NONE
        return [Edit("modest-verb", start, line.at(form.stop - 1).end, after, weight)]

    def _given_form(self, line: Line, index: int) -> Bare | None:
        """Return the form of a favour that happened, would happen or is asked for; what one may do stays."""
        ending = line.at(index + 1)
        if ending.kind == "masu":
            asks = ending.closes and line.at(index + 2).surface == self._grammar.say["ka"]
            return Bare(slot="stem", stop=index + 1) if asks else None
        form = bare(line, index, self._grammar)
        return None if form is None or form.slot in {"plain", "negative"} else form
