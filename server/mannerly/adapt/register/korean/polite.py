"""Brings a Korean line to haeyo or hapsyo: endings, requests, honoured questions; knows no word."""

from __future__ import annotations

from dataclasses import replace

from mannerly.adapt.register.korean.clauses import Clauses
from mannerly.adapt.register.korean.endings import HAE, HAEYO, HAPSYO, Final, Tail
from mannerly.adapt.register.korean.reading import Line, Morpheme
from mannerly.adapt.register.korean.service import Service
from mannerly.adapt.register.korean.sheet import Sheet
from mannerly.adapt.register.korean.style import ACTIONS, Style


class ToPolite:
    """Haeyo and hapsyo from below and from each other."""

    def __init__(self, style: Style) -> None:
        """Use these tables."""
        self._style, self._endings = style, style.endings
        self.service, self._clauses = Service(style), Clauses(style)

    def fill(self, line: Line, finals: tuple[Final, ...], sheet: Sheet, *, level: str, service: bool) -> None:
        """Put the changes on the sheet; `finals` are those of a level that is not right already."""
        lively = self._is_lively(line, finals)
        for final in finals:
            if final.level == HAPSYO:
                self._soften(line, final, sheet)
            else:
                self._lift(line, final, sheet, level=level, lively=lively, service=service)
        self._apologise(line, finals, sheet)
        if service:
            self.service.fill(line, sheet)
        self._style.words.raise_all(line, sheet, service=service, level=level)

    def _is_lively(self, line: Line, finals: tuple[Final, ...]) -> bool:
        statements = self._style.table["hae_statements"]
        return any(final.tail.ending not in statements for final in finals) or any(self._style.words.familiar(line))

    def _soften(self, line: Line, final: Final, sheet: Sheet) -> None:
        """Hapsyo to haeyo."""
        if self._style.put_request(line, sheet, final, honorific=True):
            return
        stem = line.morphemes[final.stem]
        self._style.put(line, sheet, final, self.softened(line, final, stem), "ending-polite")
        self.speak(line, stem, sheet, "ending-polite")
        if self._clauses.is_greeting(line, final) and final.asks:
            mark = line.morphemes[final.ending + 1]
            sheet.put_text(mark.start, mark.end, ".", "ending-polite")

    def speak(self, line: Line, stem: Morpheme, sheet: Sheet, rule: str) -> None:
        """Use the spoken form of a noun before the copula."""
        left, table = line.at(stem.index - 1), self._style.maps["noun_spoken"]
        if stem.tag == "VCP" and left is not None and left.form in table:
            sheet.put(left.index, ((table[left.form], left.full_tag),), rule)

    def softened(self, line: Line, final: Final, stem: Morpheme, *, plain: bool = False) -> Tail:
        """Return a hapsyo tail in haeyo: a promise where the speaker will act."""
        tail = final.tail
        joined = self._endings.joins(final)
        if joined is not None:
            return joined
        if self._promises(line, final, stem):
            if self._style.has_other_subject(line, final.stem):
                return self._endings.expectation(tail, plain=plain)
            return self._endings.promise(tail)
        return self._endings.to_haeyo(tail, stem.part, lively=False)

    def _promises(self, line: Line, final: Final, stem: Morpheme) -> bool:
        if final.asks or not self._endings.wills(final.tail) or self._endings.is_honorific(final.tail):
            return False
        return (
            stem.tag in ACTIONS
            and stem.form not in self._style.table["knowing"]
            and not self._clauses.thanks(line, final)
        )

    def _lift(self, line: Line, final: Final, sheet: Sheet, *, level: str, lively: bool, service: bool) -> None:
        stem, tail, rule = line.morphemes[final.stem], final.tail, "ending-polite"
        orders = final.level == HAEYO and self._clauses.is_request(line, final)
        if final.level == HAE:
            orders = self._clauses.is_order(line, final)
            if orders:
                self._bid_farewell(line, stem, sheet)
                tail, rule = Tail((self._endings.honorific_suffix,), self._endings.polite), "request"
            else:
                asks_reader = self._clauses.asks_reader(line, final)
                tail = self._endings.to_haeyo(tail, stem.part, lively=lively and level == HAEYO)
                tail = self._offered(line, final, tail)
                if asks_reader:
                    tail, rule = self._honoured(line, final, tail), "honorific"
                elif service and self.service.is_of_customer(line, final):
                    tail, rule = self._endings.with_honorific(tail), "honorific"
                self._honour_clause(line, final, sheet)
                self._honour_conditions(line, final, sheet)
            self._give_humbly(line, final, sheet)
            self._thank_for(line, final, sheet)
            if orders:
                self._say_politely(line, final, sheet)
            self._honour_stem(stem, tail, sheet)
        if level == HAPSYO and final.tail.ending in self._style.table["together"]:
            tail, rule = replace(tail, ending=self._style.single["together_deferential"]), "ending-deferential"
        elif level == HAPSYO and self._style.noun_before(line, final.stem) not in self._style.table["tentative_nouns"]:
            raised = self._endings.to_hapsyo(
                tail, asks=final.asks or self._clauses.is_greeting(line, final), orders=orders
            )
            if raised is not None:
                tail, rule = raised, rule if rule != "ending-polite" else "ending-deferential"
                self._deferential_words(line, final, sheet)
        self._style.put(line, sheet, final, tail, rule)

    def _offered(self, line: Line, final: Final, tail: Tail) -> Tail:
        """Turn 'will you give' into the polite question for a favour."""
        stem, wants = line.morphemes[final.stem], tail.ending in self._style.table["wanting_endings"]
        if not (final.asks and wants and stem.form == self._style.single["give"]):
            return tail
        if self._style.has_subject(line, final.stem, topics=False) and not self._style.words.speaks_to_reader(line):
            return tail
        return Tail((self._endings.honorific_suffix, self._style.single["will"]), self._endings.polite)

    def _honour_stem(self, stem: Morpheme, tail: Tail, sheet: Sheet) -> None:
        """Use the honorific verb where the plain one takes the honorific suffix; its own syllable is that suffix."""
        table = self._style.maps["auxiliary_honoured" if stem.tag == "VX" else "verb_honoured"]
        honoured = table.get(stem.form)
        if honoured and self._endings.is_honorific(tail) and stem.tag in {"VV", "VX"}:
            sheet.put(stem.index, ((honoured, stem.tag),), "honorific")

    def _deferential_words(self, line: Line, final: Final, sheet: Sheet) -> None:
        stem = line.morphemes[final.stem]
        if stem.form == self._style.single["thanks_stem"]:
            noun, do = self._style.single["thanks_noun"], self._style.single["do"]
            sheet.put(stem.index, ((noun, "NNG"), (do, "XSV")), "thank-words")
        left = line.at(final.stem - 1)
        if stem.tag == "VCP" and left is not None and left.form in self._style.maps["noun_deferential"]:
            new = self._style.maps["noun_deferential"][left.form]
            sheet.put(left.index, ((new, left.full_tag),), "ending-deferential")
        if self._clauses.is_greeting(line, final) and not final.asks:
            after = line.at(final.ending + 1)
            if after is not None and after.tag in {"SF", "SP"} and after.form != ",":
                sheet.put_text(after.start, after.end, "?", "ending-deferential")

    def _apologise(self, line: Line, finals: tuple[Final, ...], sheet: Sheet) -> None:
        nouns = self._style.maps["noun_apology"]
        if any(final.level == HAE for final in finals):
            for item in line.morphemes:
                after = line.at(item.index + 1)
                if item.form in nouns and item.tag in {"NNG", "XR"} and after is not None and after.tag[:2] == "XS":
                    sheet.put(item.index, ((nouns[item.form], "XR"),), "thank-words")

    def _bid_farewell(self, line: Line, stem: Morpheme, sheet: Sheet) -> None:
        """Part from the reader with the polite adverb and verb."""
        if self._clauses.is_farewell(line, stem):
            sheet.put(stem.index - 1, ((self._style.single["well_politely"], "MAG"),), "request")
            sheet.put(stem.index, ((self._style.maps["farewell_verb"][stem.form], "VV"),), "request")

    def _honoured(self, line: Line, final: Final, tail: Tail) -> Tail:
        stem = line.morphemes[final.stem]
        polite = tail.ending if stem.tag != "VCP" or tail.suffixes else self._endings.polite
        if final.tail.ending in self._style.table["hae_questions"]:
            polite = self._endings.polite
        return self._endings.with_honorific(replace(tail, ending=polite))

    def _honour_clause(self, line: Line, final: Final, sheet: Sheet) -> None:
        """Honour the reader's acts inside a question: what they like, have done, are going to do."""
        if not final.asks:
            return
        stem, table = line.morphemes[final.stem], self._style.table
        for item in line.sentences[stem.sentence]:
            if item.index >= final.stem:
                break
            verb, noun = line.at(item.index - 1), line.at(item.index + 1)
            if item.tag != "ETM" or verb is None or noun is None or verb.tag not in ACTIONS:
                continue
            likes = (
                verb.form == self._style.single["fond"]
                and stem.tag == "VCP"
                and item.form not in table["past_attributive"]
            )
            likes = likes and final.tail.ending == self._style.single["copula_ending"] and not final.tail.suffixes
            likes = likes and self._style.noun_before(line, final.stem) in table["asked_things"]
            done = noun.form in table["occasions"] and stem.form == self._style.single["have"]
            done = done and item.form in table["past_attributive"]
            going = item.form in table["future_attributive"] and stem.tag == "VCP" and noun.index == stem.index - 1
            going = going and noun.form in table["occasions"]
            able = item.form in table["future_attributive"] and verb.form == self._style.single["give"]
            able = able and noun.form == self._style.single["ability"] and stem.form == self._style.single["have"]
            if (likes or done or going or able) and not self._style.has_subject(line, verb.index, topics=going):
                parts = ((self._endings.honorific_suffix, "EP"), item.part)
                sheet.put(item.index, parts, "honorific")

    def _honour_conditions(self, line: Line, final: Final, sheet: Sheet) -> None:
        """Honour the reader's wishes and states in a condition: 'if you want', 'if that is fine'."""
        table = self._style.table
        for item in line.sentences[line.morphemes[final.stem].sentence]:
            stem = line.at(item.index - 1)
            if item.tag != "EC" or item.form not in table["condition_endings"] or stem is None:
                continue
            noun = self._style.noun_before(line, stem.index) if stem.tag[:2] == "XS" else ""
            is_readers = stem.form in table["reader_conditions"] or noun in table["reader_condition_nouns"]
            if is_readers and not self._style.has_subject(line, stem.index, topics=False):
                sheet.put(item.index, ((self._endings.honorific_suffix, "EP"), item.part), "honorific")

    def _say_politely(self, line: Line, final: Final, sheet: Sheet) -> None:
        """What the reader is asked to say is words of theirs."""
        place = final.stem
        while place > 0 and line.morphemes[place].tag in {"VX", "EC"}:
            place -= 1
        noun = line.at(place - 1)
        said = self._style.maps["noun_polite_act"]
        if line.morphemes[place].tag == "XSV" and noun is not None and noun.form in said:
            sheet.put(noun.index, ((said[noun.form], "NNG"),), "honorific")

    def _thank_for(self, line: Line, final: Final, sheet: Sheet) -> None:
        """Honour the act that the reader is thanked for."""
        stem = line.morphemes[final.stem]
        place = final.stem - (2 if self._clauses.thanks(line, final) else 1)
        cause = line.at(place)
        thanks = stem.form == self._style.single["thanks_stem"] or self._clauses.thanks(line, final)
        if thanks and cause is not None and cause.form in self._style.table["cause_endings"] and cause.tag == "EC":
            verb = line.at(place - 1)
            if verb is not None and verb.tag in ACTIONS:
                sheet.put(place, ((self._endings.honorific_suffix, "EP"), cause.part), "honorific")

    def _give_humbly(self, line: Line, final: Final, sheet: Sheet) -> None:
        """What we do for the reader: 'give' becomes the humble verb before a promise or an offer."""
        stem, left = line.morphemes[final.stem], line.at(final.stem - 1)
        offers = final.tail.ending in self._style.table["offering_endings"]
        if stem.form == self._style.single["give"] and offers and left is not None and not final.tail.suffixes:
            sheet.put(stem.index, ((self._style.single["give_humbly"], stem.full_tag),), "humble")
