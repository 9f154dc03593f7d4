"""From service honorifics back to the polite style of every day; knows no word of the language."""

from __future__ import annotations

from mannerly.adapt.register.japanese.common import Edit, Edits, Grammar, Phrases, before, kept
from mannerly.adapt.register.japanese.deeds import Deed, deeds
from mannerly.adapt.register.japanese.reading import Line


class ToModest:
    """Finds honorific and humble verbs and says them with everyday ones."""

    def __init__(self, grammar: Grammar) -> None:
        """Use these tables."""
        self._grammar = grammar
        self._phrases = Phrases(grammar.maps["modest_phrases"], "modest-phrase")

    def edits(self, line: Line) -> Edits:
        """Return the edits that bring a line from service honorifics to the polite style."""
        found = self._phrases.edits(line)
        for deed in deeds(line, self._grammar):
            found += self._become(line, deed) or self._verb(line, deed)
        return Edits(kept(line.raw, found))

    def _verb(self, line: Line, deed: Deed) -> list[Edit]:
        verb = line.at(deed.last)
        own = self._grammar.maps["modest_verbs"].get(verb.lemma)
        if own is None and before(line, deed.last).surface in self._grammar.words["te"]:
            own = self._grammar.maps["modest_states"].get(verb.lemma)
        is_do = verb.lemma in self._grammar.words["humble_do"]
        if own is None or (not is_do and self._is_set(line, deed.last)):
            return []
        return [Edit("modest-verb", verb.start, verb.end, own)]

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
        if prefix.pos != "prefix" or not (verb.verbal or verb.pos == "noun"):
            return []
        after = verb.surface + self._grammar.say["do"] if verb.sub == "deed" else verb.surface
        return [Edit("modest-verb", prefix.start, last.end, after)]
