"""Finds each place of a Hindi text that depends on the level, with its form at every level; chooses none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mannerly.adapt.register.hindi.clauses import Clause, Clauses, Subject
from mannerly.adapt.register.hindi.reading import LEVELS, Pronoun, Reading
from mannerly.adapt.register.hindi.subjects import Subjects
from mannerly.adapt.register.hindi.verbs import Form, HindiVerbs
from mannerly.language.register import RegisterData

_AAP, _TUM, _TU = LEVELS
_BOTH = frozenset({_AAP, _TUM})
_POSSESSIVES = ("possessive_m", "possessive_e", "possessive_f")


@dataclass(frozen=True, kw_only=True)
class Site:
    """A place that depends on the level.

    Args:
        start: first code point.
        end: code point behind it.
        rule: last part of the id of the rule that explains a change of it.
        levels: the levels that it is right for as it is.
        forms: the form of each level.
        sure: False where only the lack of another subject tells that the reader is meant.
    """

    start: int
    end: int
    rule: str
    levels: frozenset[str]
    forms: Mapping[str, str]
    sure: bool = True


@dataclass
class Sites:
    """All places of one text.

    Args:
        reading: the text.
        verbs: the conjugation.
        data: tables of the language.
        dotted: the text writes the anusvara where others write the chandrabindu.
    """

    reading: Reading
    verbs: HindiVerbs
    data: RegisterData
    dotted: bool
    clauses: Clauses = field(init=False)
    subjects: Subjects = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the clauses."""
        self.clauses = Clauses(self.reading, self.verbs)
        self.subjects = Subjects(self.clauses)

    def all(self) -> tuple[Site, ...]:
        """Return every place outside quotation marks, in order."""
        found = [site for pronoun in self.reading.pronouns.values() for site in self._pronoun(pronoun)]
        found += [site for number in range(len(self.clauses.all)) for site in self._clause(number)]
        return tuple(sorted(found, key=lambda site: site.start))

    def _pronoun(self, pronoun: Pronoun) -> Iterator[Site]:
        first, last = self.reading.tokens[pronoun.first], self.reading.tokens[pronoun.last]
        if any(token.fixed for token in self.reading.tokens[pronoun.first : pronoun.last + 1]):
            return
        forms = {level: self._pronoun_form(pronoun, level) for level in LEVELS}
        if pronoun.plural:
            forms[_TU] = forms[_TUM]
        possessive = (pronoun.apart or pronoun.case) in _POSSESSIVES
        yield Site(
            start=first.start,
            end=last.end,
            rule="possessive" if possessive else "pronoun",
            levels=frozenset({pronoun.level}),
            forms=forms,
        )

    def _pronoun_form(self, pronoun: Pronoun, level: str) -> str:
        lexicon, tokens = self.reading.lexicon, self.reading.tokens
        if pronoun.case == "emphatic":
            return f"{lexicon.form(level, 'direct')} {self.data.words['only']}"
        if not pronoun.apart:
            stem = pronoun.case in {"direct", "stem"} and not pronoun.nominative
            return lexicon.form(level, "stem" if stem else pronoun.case)
        between = [token.text for token in tokens[pronoun.first + 1 : pronoun.last]]
        case, postposition = pronoun.apart, tokens[pronoun.last].text
        if level == _AAP or case == "agent":
            return " ".join([lexicon.form(level, "direct"), *between, postposition])
        if between and case not in _POSSESSIVES:
            return " ".join([lexicon.form(level, "stem"), *between, postposition])
        return " ".join([lexicon.form(level, case), *between])

    def _clause(self, number: int) -> Iterator[Site]:
        clause = self.clauses.all[number]
        subject = self.subjects.of(number)
        if clause.verb is None:
            return
        if self.reading.has("be", clause.verb):
            yield from self._to_be(clause, subject)
        elif subject is not None and subject.you and not subject.agent:
            yield from self._agreeing(clause, clause.verb, subject)
            yield from self._group(clause, clause.verb, subject)
        elif self.clauses.is_slot(clause.verb, "will.m.tum"):
            yield from self._agreeing(clause, clause.verb, Subject(you=True, level=_TUM))

    def _agreeing(self, clause: Clause, verb: int, subject: Subject) -> Iterator[Site]:
        """The finite verb of the reader."""
        if not self._fits(verb, subject):
            return
        key = self.reading.tokens[verb].key
        present = {level: self.reading.lexicon.key(form) for level, form in self.data.maps["present"].items()}
        if key == present[_AAP]:
            yield from self._site(verb, "verb", {_AAP}, self.data.maps["present"], subject)
        elif key == present[_TU] and (subject.level == _TU and subject.stated):
            yield from self._site(verb, "verb", {_TU}, self.data.maps["present"], subject)
        elif key == present[_TU] and subject.level == _AAP and self.clauses.is_slot(verb - 1, "habit.mp"):
            yield from self._site(verb, "verb", {_AAP}, self.data.maps["present"], subject)
        for form in self.clauses.forms(verb):
            sites = tuple(self._inflected(clause, verb, form, subject))
            yield from sites
            if sites:
                return

    def _fits(self, verb: int, subject: Subject) -> bool:
        """Whether a subject carried on from another clause agrees with the verb as it is."""
        if subject.stated or not subject.level or self.clauses.is_slot(verb, "may.", "ask.", "later.", "stem"):
            return True
        polite = self.reading.has("polite_present", verb) or self.clauses.is_slot(verb, "will.m.aap", "will.f.aap")
        return polite is (subject.level == _AAP)

    def _inflected(self, clause: Clause, verb: int, form: Form, subject: Subject) -> Iterator[Site]:
        slot = form.slot
        if slot.startswith("will."):
            _, gender, level = slot.split(".")
            if level == subject.level if level == _TU or form.root in self._to_be_roots else True:
                forms = self._forms(verb, form, {each: f"will.{gender}.{each}" for each in LEVELS})
                yield from self._site(verb, "future", {level}, forms, subject)
        elif slot in {"may.aap", "ask.aap", "may.tum", "later.aap"}:
            yield from self._imperative(clause, verb, form, subject)
        elif slot == "may.tu" and subject.level == _AAP and self.clauses.is_root(verb, "willing"):
            forms = self._forms(verb, form, {_TUM: "may.tum", _TU: slot})
            yield from self._site(verb, "imperative", {_AAP}, forms, subject)
        elif slot in {"stem", "may.tu"} and subject.level == _TU:
            forms = self._forms(verb, form, {_AAP: "may.aap", _TUM: "may.tum", _TU: slot})
            yield from self._site(verb, "imperative", {_TU}, forms, subject)
        elif slot.startswith(("habit.", "done.")) and (subject.level and subject.stated):
            yield from self._bare_participle(verb, form, subject)

    def _imperative(self, clause: Clause, verb: int, form: Form, subject: Subject) -> Iterator[Site]:
        level = form.slot.partition(".")[2]
        depends = self.clauses.has("conditional", clause) or self.reading.has("then", verb + 1)
        slots = {_AAP: "may.aap", _TUM: "may.tum", _TU: "may.tu" if depends else "stem"}
        if form.slot == "later.aap":
            slots = {_AAP: "later.aap", _TUM: "name.m", _TU: "name.m"}
        elif self.clauses.is_root(verb, "polite_in_talk") and not subject.level and not self.clauses.bare(clause):
            slots[_AAP] = "ask.aap"
        forms = self._forms(verb, form, slots)
        if form.root in self._to_be_roots:
            forms = dict(self.data.maps["wish"])
        yield from self._site(verb, "imperative", {level}, forms, subject)

    def _bare_participle(self, verb: int, form: Form, subject: Subject) -> Iterator[Site]:
        """A participle at the end of a clause carries number: masculine for तू, feminine for आप."""
        kind, _, number = form.slot.partition(".")
        spoken = "fp" if self.data.policy["tum_feminine_plural"] else "fs"
        if (number == "fp" and subject.level == _AAP) or (number == "fs" and subject.level in {_TUM, _TU}):
            forms = self._forms(verb, form, {_AAP: f"{kind}.fp", _TUM: f"{kind}.{spoken}", _TU: f"{kind}.fs"})
            yield from self._site(verb, "feminine", {_AAP} if number == "fp" else {_TUM, _TU}, forms, subject)
        elif number in {"mp", "ms"}:
            yield from self._numbered(verb, form, subject)

    def _numbered(self, verb: int, form: Form, subject: Subject) -> Iterator[Site]:
        kind, _, number = form.slot.partition(".")
        if (number == "ms") is not (subject.level == _TU):
            return
        forms = self._forms(verb, form, {_AAP: f"{kind}.mp", _TUM: f"{kind}.mp", _TU: f"{kind}.ms"})
        yield from self._site(verb, "number", {_TU} if number == "ms" else _BOTH, forms, subject)

    def _group(self, clause: Clause, verb: int, subject: Subject) -> Iterator[Site]:
        """Participles and adjectives before the finite verb: singular for तू."""
        if not subject.level:
            return
        for index in range(self.clauses.main(clause), verb):
            if index + 1 < verb and self.clauses.is_slot(index + 1, "stem", "name."):
                continue
            forms = (form for form in self.clauses.forms(index) if form.slot.startswith(("habit.m", "done.m")))
            for form in forms:
                yield from self._numbered(index, form, subject)
                break
        before = verb - 1
        if self.clauses.main(clause) == verb and self.reading.at(before) and before not in self.reading.pronouns:
            yield from self._adjective(before, subject)

    def _adjective(self, index: int, subject: Subject) -> Iterator[Site]:
        key = self.reading.tokens[index].key
        for word, plural in self.data.maps["adjectives"].items():
            if key == self.reading.lexicon.key(word if subject.level == _TU else plural):
                forms = {_AAP: plural, _TUM: plural, _TU: word}
                yield from self._site(index, "number", {_TU} if subject.level == _TU else _BOTH, forms, subject)

    def _to_be(self, clause: Clause, subject: Subject | None) -> Iterator[Site]:
        """The form that is "you are" for तुम, and also "be it" of anything."""
        verb = clause.verb or 0
        you = subject is not None and subject.you and not subject.agent
        before = verb - 1
        while before > clause.first and (self.reading.has("denials", before) or self.reading.has("particles", before)):
            before -= 1
        plural = self.clauses.is_slot(before, "habit.mp", "done.mp") and before >= clause.first
        singular = self.clauses.is_slot(before, "habit.ms", "done.ms") and before >= clause.first
        if not (you or plural) or (singular and not plural):
            return
        subject = subject if subject and you else Subject(you=True, level=_TUM)
        even = self.reading.has("particles", verb - 1) and self.clauses.has("whatever", clause)
        forms = dict(self.data.maps["wish" if even or self.clauses.has("hope", clause) else "present"])
        forms[_TUM] = self.data.maps["present"][_TUM]
        if subject.level == _TU:
            return
        yield from self._site(verb, "verb", {_TUM}, forms, subject)
        yield from self._group(clause, verb, subject)

    @property
    def _to_be_roots(self) -> frozenset[str]:
        return self.reading.lexicon.words("be")

    def _forms(self, index: int, form: Form, slots: Mapping[str, str]) -> dict[str, str]:
        word = self.reading.tokens[index].text
        found = {level: self.verbs.form(word, form, slot, dotted=self.dotted) for level, slot in slots.items()}
        return {level: after for level, after in found.items() if after}

    def _site(
        self, index: int, rule: str, levels: set[str] | frozenset[str], forms: Mapping[str, str], subject: Subject
    ) -> Iterator[Site]:
        token = self.reading.tokens[index]
        if token.fixed:
            return
        if subject.plural:
            forms = {**forms, _TU: forms.get(_TUM, token.text)}
        unique = bool({_TUM, _TU} & levels) or rule == "imperative"
        yield Site(
            start=token.start,
            end=token.end,
            rule=rule,
            levels=frozenset(levels),
            forms=forms,
            sure=bool(subject.level) or unique,
        )


def sites(text_reading: Reading, verbs: HindiVerbs, data: RegisterData, *, dotted: bool) -> tuple[Site, ...]:
    """Return every place of a text that depends on the level."""
    return Sites(text_reading, verbs, data, dotted).all()
