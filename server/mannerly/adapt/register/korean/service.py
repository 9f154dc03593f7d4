"""Korean honorifics towards a customer: honours the customer's acts and not things; knows no word of the language."""

from __future__ import annotations

from collections.abc import Iterator

from mannerly.adapt.register.korean.endings import Final
from mannerly.adapt.register.korean.reading import Line, Morpheme
from mannerly.adapt.register.korean.sheet import Sheet
from mannerly.adapt.register.korean.style import ACTIONS, Style

_SUBJECT_PARTICLES = frozenset({"JKS", "JX"})


class Service:
    """What only a reply to a customer needs."""

    def __init__(self, style: Style) -> None:
        """Use these tables."""
        self._style, self._endings = style, style.endings

    def things(self, line: Line, finals: tuple[Final, ...]) -> Iterator[Morpheme]:
        """Yield honorific suffixes of predicates that state something of a thing."""
        for final in finals:
            if final.asks or not self._endings.is_honorific(final.tail):
                continue
            suffix = line.morphemes[final.stem + 1]
            if suffix.tag == "EP" and suffix.form in self._endings.honorific and self._is_of_thing(line, final):
                yield suffix

    def _is_of_thing(self, line: Line, final: Final) -> bool:
        stem = line.morphemes[final.stem]
        subject = self._subject(line, final.stem)
        if subject is None and stem.tag != "VCP":
            return False
        noun = self._style.noun_before(line, final.stem) if stem.tag == "VCP" else ""
        is_state = noun in self._style.table["thing_states"] or noun in self._style.table["units"]
        if subject is None or is_state:
            return is_state
        has_owner = stem.form in self._style.table["exists"] and any(
            item.form == self._style.single["customer_noun"] for item in line.sentences[stem.sentence]
        )
        if has_owner:
            return False
        happens = stem.form in self._style.table["thing_verbs"] or stem.tag == "VCP"
        return happens and subject.form in self._style.table["things"]

    def _subject(self, line: Line, index: int) -> Morpheme | None:
        """Return the noun with the last subject or topic particle of the clause."""
        for item in reversed(line.clause(index)):
            if item.tag in _SUBJECT_PARTICLES:
                return line.at(item.index - 1)
        return None

    def is_of_customer(self, line: Line, final: Final) -> bool:
        """Tell whether 'you' is the topic or subject of a closing predicate."""
        stem = line.morphemes[final.stem]
        subject = self._subject(line, final.stem)
        is_deed = stem.tag in ACTIONS and stem.form not in self._style.table["process_verbs"]
        if subject is None or not is_deed or not self._is_you(subject):
            return False
        between = line.morphemes[subject.index + 1 : final.stem]
        return line.morphemes[subject.index + 1].tag == "JX" or all(item.tag != "ETM" for item in between)

    def _is_you(self, item: Morpheme) -> bool:
        return item.tag == "NP" and item.form in self._style.table["you"]

    def fill(self, line: Line, sheet: Sheet) -> None:
        """Take honorifics from things, and give them to what the customer did."""
        for suffix in self.things(line, self._endings.finals(line)):
            sheet.put(suffix.index, (), "thing-honorific")
        for item in line.morphemes:
            verb = line.at(item.index - 1)
            if item.tag == "ETM" and verb is not None and verb.tag in ACTIONS:
                subject, noun = self._subject(line, verb.index), line.at(item.index + 1)
                if subject is None or not self._is_you(subject):
                    continue
                is_able = noun is not None and noun.form == self._style.single["ability"]
                if is_able or line.morphemes[subject.index + 1].tag == "JKS":
                    sheet.put(item.index, ((self._endings.honorific_suffix, "EP"), item.part), "honorific")
