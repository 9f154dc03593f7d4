"""Changes Korean pronouns, answers and other words that show a level beside the endings; knows no word itself."""

from __future__ import annotations

from collections.abc import Iterator

from mannerly.adapt.register.korean.endings import HAPSYO
from mannerly.adapt.register.korean.reading import Line, Morpheme, Part
from mannerly.adapt.register.korean.sheet import TEXT, Sheet
from mannerly.language.register import RegisterData

_PRONOUN, _INTERJECTION = "NP", frozenset({"IC", "MAG"})
_NOUNS = frozenset({"NNG", "NNP", "NNB", "NP", "XR"})


class Words:
    """Words of the familiar and of the polite style."""

    def __init__(self, data: RegisterData) -> None:
        """Take the tables of the data apart."""
        words, maps = data.words, data.maps
        self._raised, self._lowered = maps["pronoun_polite"], maps["pronoun_plain"]
        self._you, self._you_plain = str(data.policy["customer"]), words["you"].split()[0]
        self._readers = frozenset(words["you"].split())
        self._service = dict.fromkeys(self._readers, self._you)
        self._inclusive = frozenset(words["inclusive"].split())
        self._we = frozenset(words["we"].split())
        self._familiar = frozenset(words["familiar_pronouns"].split())
        self._modest, self._distant = frozenset(words["modest_pronouns"].split()), words["distant_you"]
        self._answers, self._plain_answers = maps["answer_polite"], maps["answer_plain"]
        self._sure_answers = frozenset(words["sure_answers"].split())
        self._title, self._possessive = words["title"], words["possessive"]
        self._subject_honorific = words["honorific_subject_particle"]
        self._dative_honorific = words["honorific_dative_particle"]
        self._subject, self._dative = words["subject_particle"], words["dative_particle"]
        self._yo, self._plural_suffix = words["yo"], words["plural_suffix"]
        self._owned = frozenset(words["owned_nouns"].split())
        self._customer_noun = words["customer_noun"]
        self._your, self._things = words["your"], frozenset(words["occasions"].split())
        self._counted = frozenset(words["counted_nouns"].split())
        self._deferential, self._greetings = maps["answer_deferential"], frozenset(words["greeting_noun"].split())
        self._echoes = frozenset(words["echo_answers"].split())
        self._future = frozenset(words["future_attributive"].split())
        self._queries = frozenset(words["question_answers"].split())
        self._bare_particles = frozenset(words["fragment_particles"].split())

    def speaks_to_reader(self, line: Line) -> bool:
        """Tell whether a familiar or distant 'you' stands in the line."""
        return any(item.tag == _PRONOUN and item.form in self._readers for item in line.morphemes)

    def familiar(self, line: Line) -> Iterator[Morpheme]:
        """Yield the pronouns and answers that only the familiar style has."""
        for item in line.morphemes:
            is_answer = item.tag == "IC" and item.form in self._sure_answers
            if not item.quoted and (is_answer or (item.form in self._familiar and self._is_pronoun(line, item))):
                yield item

    def modest(self, line: Line) -> Iterator[Morpheme]:
        """Yield the pronouns that only the polite style has."""
        for item in line.morphemes:
            if item.form in self._modest and self._is_pronoun(line, item) and not item.quoted:
                yield item

    def distant(self, line: Line) -> Iterator[Morpheme]:
        """Yield the distant 'you', which suits no reply to a customer."""
        for item in line.morphemes:
            if item.tag == _PRONOUN and item.form == self._distant and not item.quoted:
                yield item

    def polite_fragments(self, line: Line) -> Iterator[Morpheme]:
        """Yield polite particles after something that is no predicate."""
        for item in line.morphemes:
            left = line.at(item.index - 1)
            if item.form == self._yo and left is not None and left.tag[0] != "E" and not item.quoted:
                closes = item.tag in {"EF", "JX"} or bool(line.mark_after(item.index))
                if line.is_tight(item.index) and left.tag[0] != "S" and closes:
                    yield item

    def raise_all(self, line: Line, sheet: Sheet, *, service: bool, level: str) -> None:
        """Replace familiar words by polite ones."""
        for item in line.morphemes:
            if self._is_pronoun(line, item) or (item.tag == "MM" and item.form in self._readers):
                self._raise_pronoun(line, item, sheet, service=service)
            elif self._is_your(line, item):
                you = self._service if service else self._raised
                parts = ((you[self._you_plain], "NP"), *(((self._possessive, "JKG"),) if service else ()))
                sheet.put(item.index, parts, "pronoun-customer" if service else "pronoun-polite")
            elif item.tag in _INTERJECTION and item.form in self._answers and self._stands_alone(line, item):
                self._answer(line, item, sheet, level)
        self._raise_fragments(line, sheet)

    def _answer(self, line: Line, item: Morpheme, sheet: Sheet, level: str) -> None:
        answers = {**self._answers, **(self._deferential if level == HAPSYO else {})}
        sheet.put(item.index, ((answers[item.form], "IC"),), "answer")
        after = line.at(item.index + 1)
        if item.form in self._greetings and level == HAPSYO and after is not None and after.form in {".", "!"}:
            sheet.put_text(after.start, after.end, "?", "answer")

    def _is_pronoun(self, line: Line, item: Morpheme) -> bool:
        """Tell whether a pronoun stands at the head of a word with nothing but particles after it."""
        if item.tag != _PRONOUN or line.is_tight(item.index):
            left = line.at(item.index - 1)
            return item.tag == _PRONOUN and left is not None and left.tag[0] == "S"
        after = line.at(item.index + 1)
        return after is None or not line.is_tight(after.index) or after.tag[0] in "JSX" or after.tag in {"VCP", "EF"}

    def _is_your(self, line: Line, item: Morpheme) -> bool:
        """Tell whether what was read as the answer 'yes' is 'your' before a noun."""
        after = line.at(item.index + 1)
        if item.tag not in {"IC", "MM"} or item.form != self._your or after is None or line.is_tight(after.index):
            return False
        return (after.tag in {"NNG", "NNP"} and after.form not in self._counted) or after.form in self._things

    def _raise_pronoun(self, line: Line, item: Morpheme, sheet: Sheet, *, service: bool) -> None:
        table = {**self._raised, **(self._service if service else {})}
        new = table.get(item.form)
        if new is None or (item.form in self._we and self._is_inclusive(line, item)):
            return
        rule = "pronoun-customer" if service and new == self._you else "pronoun-polite"
        sheet.put(item.index, ((new, "NP"),), rule)
        after = line.at(item.index + 1)
        if after is None or item.form not in self._readers:
            return
        if line.is_contracted(after.index) and after.form == self._possessive:
            sheet.put(after.index, ((self._possessive, "JKG"),) if service else (), rule)
        elif after.tag == "XSN" and after.form in self._plural_suffix and line.is_tight(after.index):
            sheet.put(after.index, (), rule)

    def _is_inclusive(self, line: Line, item: Morpheme) -> bool:
        return any(other.form in self._inclusive for other in line.sentences[item.sentence])

    def _stands_alone(self, line: Line, item: Morpheme) -> bool:
        left, before = line.at(item.index - 1), line.at(item.index - 2)
        opens = (
            left is None
            or left.tag in {"SF", "SSO", "IC"}
            or (left.tag == "SP" and before is not None and before.tag == "IC")
        )
        mark = line.mark_after(item.index)
        if not mark and item.index + 1 < len(line.morphemes) and line.is_tight(item.index + 1):
            return False
        if item.form in self._echoes and mark:
            return True
        if item.form in self._queries:
            return opens and mark == "?"
        closes = bool(mark) or item.index + 1 == len(line.morphemes) or (opens and item.tag == "IC")
        return opens and (closes or (item.tag == "IC" and item.form in self._sure_answers))

    def _raise_fragments(self, line: Line, sheet: Sheet) -> None:
        for item in line.morphemes:
            mark = line.mark_after(item.index)
            asks = item.form in self._bare_particles and item.tag[0] == "J" and mark == "?"
            if asks or self._supposes(line, item):
                sheet.put(item.index, (item.part, (self._yo, TEXT)), "fragment")

    def _supposes(self, line: Line, item: Morpheme) -> bool:
        """Tell whether a supposition, read as an object, closes a sentence."""
        attribute, mark = line.at(item.index - 2), line.mark_after(item.index)
        if item.tag != "JKO" or mark != "." or attribute is None or not line.is_contracted(item.index):
            return False
        return attribute.form in self._future

    def lower_all(self, line: Line, sheet: Sheet) -> None:
        """Replace polite words by familiar ones."""
        for item in line.morphemes:
            if item.form in self._lowered and (self._is_pronoun(line, item) or self._is_misread_pronoun(line, item)):
                self._lower_pronoun(line, item, sheet, self._lowered[item.form])
            elif item.form == self._title and self._is_bare_title(line, item):
                self._lower_pronoun(line, item, sheet, self._you_plain)
            elif item.form == self._customer_noun:
                self._lower_customer(line, item, sheet)
            elif item.tag == "IC" and item.form in self._plain_answers:
                sheet.put(item.index, ((self._plain_answers[item.form], "IC"),), "plain-words")
        for item in self.polite_fragments(line):
            sheet.put(item.index, (), "plain-words")

    def _is_misread_pronoun(self, line: Line, item: Morpheme) -> bool:
        """Tell whether what was read as 'that' stands before no noun and is 'I'."""
        after = line.at(item.index + 1)
        return item.tag == "MM" and item.form in self._modest and after is not None and after.tag[0] in "VM"

    def _is_bare_title(self, line: Line, item: Morpheme) -> bool:
        return item.tag[0] in "NX" and not line.is_tight(item.index) and item.end - item.start == 1

    def _lower_customer(self, line: Line, item: Morpheme, sheet: Sheet) -> None:
        title, after = line.at(item.index + 1), line.at(item.index + 2)
        if title is None or title.form != self._title or after is None or after.tag[0] not in "JN":
            return
        if not (line.is_tight(item.index + 1) and (after.tag[0] == "N" or line.is_tight(after.index))):
            return
        sheet.put(item.index, (), "plain-words")
        self._lower_pronoun(line, title, sheet, self._you_plain)

    def _lower_pronoun(self, line: Line, item: Morpheme, sheet: Sheet, new: str) -> None:
        parts: tuple[Part, ...] = ((new, "NP"),)
        after = line.at(item.index + 1)
        if new == self._you_plain and after is not None and after.tag in _NOUNS and self._owns(line, item):
            parts = ((new, "NP"), (self._possessive, "JKG"))
        sheet.put(item.index, parts, "plain-words")
        if after is not None and after.form == self._subject_honorific:
            sheet.put(after.index, ((self._subject, "JKS"),), "plain-words")
        elif after is not None and after.form == self._dative_honorific:
            sheet.put(after.index, ((self._dative, "JKB"),), "plain-words")

    def _owns(self, line: Line, item: Morpheme) -> bool:
        """Tell whether a bare 'you' before a noun owns it rather than opening a question as its subject."""
        sentence, noun = line.sentences[item.sentence], line.at(item.index + 1)
        left = line.at(item.index - 1)
        opens = left is None or left.tag in {"SF", "SP", "MAJ", "IC"}
        asks = sentence[-1].form == "?" and not any(other.tag == "VCP" for other in sentence[-3:])
        return not (asks and opens) or (noun is not None and noun.form in self._owned)
