"""What both directions of Korean rewriting share: who acts in a clause, and how a new tail is written."""

from __future__ import annotations

from mannerly.adapt.register.korean.endings import Endings, Final, Tail
from mannerly.adapt.register.korean.reading import Line, Morpheme
from mannerly.adapt.register.korean.sheet import Sheet
from mannerly.adapt.register.korean.words import Words
from mannerly.language.register import RegisterData

ACTIONS = frozenset({"VV", "VX", "XSV"})
QUALITIES = frozenset({"VA", "XSA"})


class Style:
    """Tables and questions about a clause."""

    def __init__(self, data: RegisterData, endings: Endings, words: Words) -> None:
        """Take the tables of the data apart."""
        table = {name: frozenset(entries.split()) for name, entries in data.words.items()}
        self.endings, self.words, self.table, self.maps = endings, words, table, data.maps
        self.single = data.words

    def is_honoured(self, line: Line, sentence: int) -> bool:
        """Tell whether somebody honoured beside the reader stands in a sentence."""
        return any(self._is_honoured_noun(line, item) for item in line.sentences[sentence])

    def _is_honoured_noun(self, line: Line, item: Morpheme) -> bool:
        if item.form in self.table["honoured"]:
            return True
        left = line.at(item.index - 1)
        return item.form == self.single["title"] and left is not None and left.form in self.table["honoured_stems"]

    def has_subject(self, line: Line, index: int, *, topics: bool) -> bool:
        """Tell whether the clause before an index names a subject; `topics` counts every topic as one."""
        clause = line.clause(index)
        embedded = max((item.index for item in clause if self._embeds(item)), default=-1)
        for item in clause:
            noun = line.at(item.index - 1)
            if noun is None or item.tag not in {"JKS", "JX"}:
                continue
            is_person = noun.form in self.table["first_person"]
            if is_person or (topics and item.tag == "JX" and noun.form not in self.table["occasions"]):
                return True
            if item.tag == "JKS" and item.index > embedded and noun.form not in self.table["had_nouns"]:
                return True
        return any(self._is_bare_person(line, item) for item in clause)

    def has_other_subject(self, line: Line, index: int) -> bool:
        """Tell whether the clause before an index names a subject that is not the speaker."""
        particles = [item.index for item in line.clause(index) if item.tag == "JKS"]
        noun = line.at(particles[-1] - 1) if particles else None
        return noun is not None and noun.form not in self.table["first_person"]

    def _embeds(self, item: Morpheme) -> bool:
        return item.tag == "ETM" or (item.tag == "EC" and item.form in self.table["wondering_endings"])

    def _is_bare_person(self, line: Line, item: Morpheme) -> bool:
        after = line.at(item.index + 1)
        is_bare = after is None or not line.is_tight(after.index)
        return item.tag == "NP" and item.form in self.table["first_person"] and is_bare

    def noun_before(self, line: Line, index: int) -> str:
        """Return the noun that a verb-making suffix makes a verb of."""
        left = line.at(index - 1)
        return left.form if left is not None and line.is_tight(index) else ""

    def put(self, line: Line, sheet: Sheet, final: Final, tail: Tail, rule: str) -> None:
        """Write a new tail in place of a final's."""
        old = line.morphemes[final.ending]
        suffixes = range(final.stem + 1, final.ending)
        if tail.suffixes == final.tail.suffixes and not tail.extra:
            self._put_ending(sheet, final, old, tail, rule)
            return
        for index in suffixes:
            sheet.put(index, (), rule)
        sheet.put(final.ending, tail.parts, rule)
        if final.yo is not None:
            sheet.put(final.yo, (), rule)

    def _put_ending(self, sheet: Sheet, final: Final, old: Morpheme, tail: Tail, rule: str) -> None:
        if tail.ending == final.tail.ending:
            return
        if final.yo is not None:
            sheet.put(final.yo, (), rule)
            if tail.ending == old.form:
                return
        sheet.put(final.ending, ((tail.ending, old.full_tag),), rule)

    def put_request(self, line: Line, sheet: Sheet, final: Final, *, honorific: bool) -> bool:
        """Turn the wish for an act (nominal suffix and 'hope') into a plain request; False where there is none."""
        place = final.stem - 1
        nominal, honour = line.at(place), line.at(place - 1)
        if line.morphemes[final.stem].form != self.single["hope"] or nominal is None or nominal.tag != "ETN":
            return False
        if honour is None or honour.form not in self.endings.honorific:
            return False
        sheet.put(place, ((self.endings.polite if honorific else self.endings.plain, "EF"),), "ending-polite")
        if not honorific:
            sheet.put(place - 1, (), "plain-honorific")
        last = line.morphemes[final.ending]
        sheet.put_text(nominal.end, last.end, "", "ending-polite" if honorific else "ending-plain")
        return True
