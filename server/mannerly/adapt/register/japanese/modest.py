"""From service honorifics back to the polite style of every day; knows no word of the language."""

from __future__ import annotations

from mannerly.adapt.register.engine import Doubt
from mannerly.adapt.register.japanese.common import Edit, Edits, Grammar, Phrases, Weight, before, kept
from mannerly.adapt.register.japanese.deeds import Deed, deeds
from mannerly.adapt.register.japanese.everyday import Everyday
from mannerly.adapt.register.japanese.reading import Line

_COMES_OR_ASKS = "It may say that we come or that we ask."


class ToModest:
    """Finds honorific and humble verbs and says them with everyday ones."""

    def __init__(self, grammar: Grammar) -> None:
        """Use these tables."""
        self._grammar = grammar
        self._phrases = Phrases(grammar.maps["modest_phrases"], "modest-phrase")
        self._company = Phrases(grammar.maps["modest_words"], "modest-phrase", Weight.NONE)
        self._everyday = Everyday(grammar)

    def edits(self, line: Line) -> Edits:
        """Return the edits that bring a line from service honorifics to the polite style."""
        found, doubts = self._phrases.edits(line), list[Doubt]()
        for deed in deeds(line, self._grammar):
            found += self._become(line, deed) or self._visit(line, deed) or self._verb(line, deed)
            doubts += self._doubt(line, deed)
        found += [*self._everyday.edits(line), *self._company.edits(line)]
        return Edits(kept(line.raw, found), tuple(doubts))

    def _verb(self, line: Line, deed: Deed) -> list[Edit]:
        verb = line.at(deed.last)
        own = self._grammar.maps["modest_verbs"].get(verb.lemma)
        if own is None and before(line, deed.last).surface in self._grammar.words["te"]:
            own = self._grammar.maps["modest_states"].get(verb.lemma)
            is_past = line.at(deed.last + 2).kind == "ta"
            if verb.lemma in self._grammar.words["comings"] and is_past:
                own = self._grammar.maps["visit_of"]["coming"]
        is_do = verb.lemma in self._grammar.words["humble_do"]
        if own is None or (not is_do and self._is_set(line, deed.last)):
            return []
        return [Edit("modest-verb", verb.start, verb.end, own)]

    def _visit(self, line: Line, deed: Deed) -> list[Edit]:
        """The humble verb of coming and asking, where the sentence shows which; being present at a place."""
        verb, words, maps = line.at(deed.last), self._grammar.words, self._grammar.maps
        mark, noun = before(line, deed.last), line.at(deed.last - 2)
        own = None
        if verb.lemma in words["visits"] and mark.pos == "particle":
            is_place = mark.surface in words["goals"] or noun.surface in words["places"]
            own = maps["visit_of"].get("going") if is_place and mark.surface not in words["object_marks"] else None
            own = maps["visit_of"].get("asking") if mark.surface in words["object_marks"] else own
        elif verb.lemma in words["presence"] and mark.surface in words["to"] and mark.pos == "particle":
            own = maps["visit_of"].get("being")
        elif verb.lemma in words["comings"] and mark.pos == "particle" and mark.surface not in words["te"]:
            own = maps["visit_of"].get("going")
        elif verb.lemma in words["stays"] and mark.pos == "particle" and mark.surface not in words["te"]:
            own = maps["visit_of"].get("being")
        return [] if own is None else [Edit("modest-verb", verb.start, verb.end, own)]

    def _doubt(self, line: Line, deed: Deed) -> list[Doubt]:
        verb = line.at(deed.last)
        if verb.lemma not in self._grammar.words["visits"] or self._visit(line, deed):
            return []
        return [Doubt(verb.start, line.at(deed.last + 1).end, _COMES_OR_ASKS)]

    def _is_set(self, line: Line, index: int) -> bool:
        """Whether the verb belongs to a greeting or a set frame that has no other form."""
        noun, prefix = before(line, index), before(line, index - 1)
        return noun.surface in self._grammar.words["greetings"] or (prefix.pos == "prefix" and noun.pos != "particle")

    def _become(self, line: Line, deed: Deed) -> list[Edit]:
        """The frame of the prefix and "become" around a verb or noun."""
        last, to = line.at(deed.last), before(line, deed.last)
        if last.lemma not in self._grammar.words["becomes"] or to.surface not in self._grammar.words["to"]:
            return []
        verb, prefix = before(line, deed.last - 1), before(line, deed.last - 2)
        own = self._grammar.maps["modest_becomes"].get(verb.surface)
        if own is not None:
            start = prefix.start if prefix.pos == "prefix" else verb.start
            return [Edit("modest-verb", start, last.end, own)]
        is_set = verb.surface in self._grammar.words["set_nouns"]
        if is_set or prefix.pos != "prefix" or not (verb.verbal or verb.pos == "noun"):
            return []
        after = verb.surface + self._grammar.say["do"] if verb.sub == "deed" else verb.surface
        return [Edit("modest-verb", prefix.start, last.end, after)]
