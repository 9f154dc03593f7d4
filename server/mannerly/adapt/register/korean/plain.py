"""Brings a Korean line to hae: plain endings, no honorifics for the reader; knows no word."""

from __future__ import annotations

from dataclasses import replace

from mannerly.adapt.register.korean.endings import HAPSYO, Final
from mannerly.adapt.register.korean.polite import ToPolite
from mannerly.adapt.register.korean.reading import Line, Morpheme
from mannerly.adapt.register.korean.sheet import Sheet
from mannerly.adapt.register.korean.style import Style

_VERBS = frozenset({"VV", "VX"})


class ToPlain:
    """Hae from the polite levels."""

    def __init__(self, style: Style, polite: ToPolite) -> None:
        """Use these tables, and the step down from hapsyo."""
        self._style, self._endings, self._polite = style, style.endings, polite

    def fill(self, line: Line, finals: tuple[Final, ...], sheet: Sheet) -> None:
        """Put the changes on the sheet; finals that are plain already are not among those given."""
        for final in finals:
            self._lower(line, final, sheet)
        for item in line.morphemes:
            if not self._style.is_honoured(line, item.sentence):
                self._unhonour(line, item, sheet)
            self._apologise(line, item, sheet)
        self._style.words.lower_all(line, sheet)

    def _lower(self, line: Line, final: Final, sheet: Sheet) -> None:
        if final.level == HAPSYO and self._style.put_request(line, sheet, final, honorific=False):
            return
        if self._greets(line, final, sheet):
            return
        stem, tail = line.morphemes[final.stem], final.tail
        if final.level == HAPSYO:
            tail = self._polite.softened(line, final, stem, plain=True)
            self._polite.speak(line, stem, sheet, "ending-plain")
        if not self._style.is_honoured(line, stem.sentence):
            offers = self._endings.is_honorific(tail) and self._endings.wills(tail) and final.asks
            tail = self._endings.without_honorific(tail)
            if offers and stem.form == self._style.single["give"]:
                tail = replace(tail, suffixes=(), ending=self._style.single["offer_ending"])
        tail = self._endings.to_hae(tail, stem.part)
        self._style.put(line, sheet, final, tail, "ending-plain")

    def _greets(self, line: Line, final: Final, sheet: Sheet) -> bool:
        if self._style.noun_before(line, final.stem) != self._style.single["greeting_noun"]:
            return False
        for index in range(final.stem, final.ending + 1):
            sheet.put(index, (), "plain-words")
        after = line.at(final.ending + 1)
        if after is not None and after.form == "?":
            sheet.put_text(after.start, after.end, ".", "plain-words")
        return True

    def _unhonour(self, line: Line, item: Morpheme, sheet: Sheet) -> None:
        if item.tag == "EP" and item.form in self._endings.honorific:
            sheet.put(item.index, (), "plain-honorific")
        elif item.tag in _VERBS and item.form in self._style.maps["verb_plain"]:
            self._plain_verb(line, item, sheet)
        elif item.form == self._style.single["well_politely"]:
            sheet.put(item.index, ((self._style.single["well"], "MAG"),), "plain-words")
        elif item.tag == "NNG" and item.form in self._style.maps["noun_plain"]:
            sheet.put(item.index, ((self._style.maps["noun_plain"][item.form], "NNG"),), "plain-honorific")

    def _plain_verb(self, line: Line, item: Morpheme, sheet: Sheet) -> None:
        if self._style.noun_before(line, item.index) == self._style.single["thanks_noun"]:
            self._thank(item, sheet)
            return
        tag = "VX" if item.tag == "VX" else "VV"
        new = self._style.maps["verb_plain"][item.form]
        tag = "VV-I" if new in self._style.table["irregular_plain"] else tag
        sheet.put(item.index, ((new, tag),), "plain-honorific")

    def _thank(self, item: Morpheme, sheet: Sheet) -> None:
        sheet.put(item.index - 1, (), "thank-words")
        sheet.put(item.index, ((self._style.single["thanks_stem"], "VA-I"),), "thank-words")

    def _apologise(self, line: Line, item: Morpheme, sheet: Sheet) -> None:
        after = line.at(item.index + 1)
        if after is None or after.tag[:2] != "XS" or item.tag not in {"NNG", "XR"}:
            return
        if item.form in self._style.maps["noun_apology_plain"]:
            sheet.put(item.index, ((self._style.maps["noun_apology_plain"][item.form], "NNG"),), "thank-words")
        elif item.form == self._style.single["thanks_noun"]:
            self._thank(after, sheet)
