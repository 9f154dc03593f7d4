"""Tells what a closing Korean clause does: greets, thanks, asks for an act, asks about the reader; knows no word."""

from __future__ import annotations

from mannerly.adapt.register.korean.endings import Final
from mannerly.adapt.register.korean.reading import Line, Morpheme
from mannerly.adapt.register.korean.style import ACTIONS, QUALITIES, Style


class Clauses:
    """Questions about one clause of a line."""

    def __init__(self, style: Style) -> None:
        """Use these tables."""
        self._style, self._endings = style, style.endings

    def is_greeting(self, line: Line, final: Final) -> bool:
        """Tell whether a predicate is the greeting."""
        return self._style.noun_before(line, final.stem) == self._style.single["greeting_noun"]

    def thanks(self, line: Line, final: Final) -> bool:
        """Tell whether a predicate thanks by noun."""
        return self._style.noun_before(line, final.stem) == self._style.single["thanks_noun"]

    def is_request(self, line: Line, final: Final) -> bool:
        """Tell whether a polite ending with the honorific suffix asks the reader to act."""
        stem, tail = line.morphemes[final.stem], final.tail
        inherent = stem.form in self._style.table["inherent_honorific"]
        is_honorific = inherent or self._endings.is_honorific(tail)
        if final.asks or tail.ending != self._endings.polite or not is_honorific:
            return False
        if len(tail.suffixes) > 1 or self._style.is_honoured(line, stem.sentence):
            return False
        if stem.tag in QUALITIES:
            return self._style.noun_before(line, final.stem) in self._style.table["wished_nouns"]
        return stem.tag in ACTIONS and not self._style.has_subject(line, final.stem, topics=False)

    def is_order(self, line: Line, final: Final) -> bool:
        """Tell whether a familiar ending asks the reader to act."""
        stem, tail, table = line.morphemes[final.stem], final.tail, self._style.table
        if tail.ending in table["hae_orders"]:
            return True
        if final.asks or tail.suffixes or tail.ending not in table["plain_endings"] or stem.tag not in ACTIONS:
            return False
        if self._style.has_subject(line, final.stem, topics=False):
            return False
        left = line.at(final.stem - 1)
        if self.is_farewell(line, stem):
            return True
        if stem.tag == "VX":
            joined = left is not None and left.tag == "EC"
            return (
                joined
                and stem.form in table["auxiliary_give_back"]
                and not (
                    stem.form == self._style.single["try"]
                    and left is not None
                    and left.form not in table["plain_endings"]
                )
            )
        if stem.tag == "XSV":
            return self._style.noun_before(line, final.stem) in table["ordered_nouns"]
        return stem.form in table["ordered_verbs"]

    def is_farewell(self, line: Line, stem: Morpheme) -> bool:
        """Tell whether a verb is part of a farewell."""
        left = line.at(stem.index - 1)
        is_well = left is not None and left.form == self._style.single["well"]
        return is_well and stem.form in self._style.maps["farewell_verb"]

    def asks_reader(self, line: Line, final: Final) -> bool:
        """Tell whether a familiar ending asks what the reader does, feels or is."""
        stem, tail, table = line.morphemes[final.stem], final.tail, self._style.table
        is_plain = tail.ending in table["plain_endings"] or tail.ending in table["hae_questions"]
        if not self._asks(line, final) or self._endings.is_honorific(tail):
            return False
        if stem.tag == "VCP":
            noun = self._style.noun_before(line, final.stem)
            return noun[-1:] in table["person_endings"] and len(noun) > 1
        if not is_plain or self._style.has_subject(line, final.stem, topics=stem.form in table["exists"]):
            return False
        if stem.tag == "XSV":
            return self._style.noun_before(line, final.stem) not in table["process_nouns"]
        if stem.tag == "VX":
            tries = stem.form == self._style.single["try"] and bool(tail.suffixes)
            return tries or stem.form == self._style.single["do"] or self._is_at_it(line, stem)
        if stem.form in table["knowing"] and tail.suffixes and not self._endings.wills(tail):
            return False
        if stem.tag == "VA" and stem.form == self._style.single["how"]:
            return self._is_about_reader(line, stem)
        if stem.tag == "VA" and self._is_ability(line, stem):
            return False
        if stem.tag == "VA":
            return stem.form in table["reader_feelings"] or stem.form == self._style.single["have"]
        return stem.form not in table["process_verbs"]

    def _is_about_reader(self, line: Line, stem: Morpheme) -> bool:
        """Tell whether the word before a quality is 'you' with the topic particle."""
        particle, you = line.at(stem.index - 1), line.at(stem.index - 2)
        is_topic = particle is not None and particle.tag == "JX"
        return is_topic and you is not None and you.tag == "NP" and you.form in self._style.table["you"]

    def _is_ability(self, line: Line, stem: Morpheme) -> bool:
        left = line.at(stem.index - 1)
        noun = left if left is None or left.tag[0] == "N" else line.at(stem.index - 2)
        return noun is not None and noun.form == self._style.single["ability"]

    def _is_at_it(self, line: Line, stem: Morpheme) -> bool:
        """Tell whether an auxiliary says that the reader is doing something."""
        ending, verb = line.at(stem.index - 1), line.at(stem.index - 2)
        if stem.form != self._style.single["have"] or ending is None or verb is None:
            return False
        is_deed = verb.tag in ACTIONS and verb.form not in self._style.table["process_verbs"]
        return is_deed and ending.form == self._style.single["continuing"]

    def _asks(self, line: Line, final: Final) -> bool:
        """Tell whether a clause is a question: it has the mark, or is the first of two joined by 'or'."""
        after = line.at(final.ending + 2)
        offers = final.mark == "," and after is not None and after.form == self._style.single["or"]
        return final.asks or offers
