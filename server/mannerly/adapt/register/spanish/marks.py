"""What a mark of address in a Spanish text is, and the ones that only tú, vos and vosotros have; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mannerly.adapt.register.spanish.clauses import SpanishClauses, Subject
from mannerly.adapt.register.spanish.subjects import Sure
from mannerly.adapt.register.spanish.verbs import VerbForm
from mannerly.adapt.register.spanish.words import SpanishWords, Tag, Token
from mannerly.language.register import RegisterData

_SECOND = frozenset({"2s", "2v", "2p"})
_SUBJUNCTIVES = frozenset({"sub", "past", "se"})
_ASIDE = frozenset({Tag.STOP, Tag.COMMA, Tag.COORDINATOR})
_OWN_OF_ONE = {"2v": frozenset({"pres", "imp", "sub"}), "2s": frozenset({"pres", "imp"})}


class Part(Enum):
    """Which part of speech shows the address; a change is explained by the rule of that name."""

    PRONOUN = "pronoun"
    CLITIC = "clitic"
    POSSESSIVE = "possessive"
    VERB = "verb"
    COMMAND = "imperative"
    ATTACHED = "enclitic"


@dataclass(frozen=True, slots=True)
class Mark:
    """One place of a text that addresses the customer.

    Args:
        index: the token.
        part: what it is.
        person: "2s", "2v", "3s", "2p" or "3p".
        sure: how sure it is that it means the customer.
        form: the reading, for verbs.
        shared: whether tú and vos have it in common.
    """

    index: int
    part: Part
    person: str
    sure: Sure
    form: VerbForm | None = None
    shared: bool = False


class SecondPerson:
    """Finds tú, vos and vosotros in one text."""

    def __init__(self, data: RegisterData, words: SpanishWords, tokens: list[Token], clauses: SpanishClauses) -> None:
        """Look at the tokens of a text."""
        self._data = data
        self._words = words
        self._tokens = tokens
        self._clauses = clauses

    def marks(self) -> list[Mark]:
        """Return the marks that cannot be of a third person."""
        found = [mark for index, token in enumerate(self._tokens) if (mark := self._mark(index, token)) is not None]
        return [*found, *self._commands(found)]

    def _mark(self, index: int, token: Token) -> Mark | None:
        person = self._data.maps["second_words"].get(token.text)
        if token.tag is Tag.ADDRESS:
            own = self._data.maps["address"][token.text]
            return Mark(index, Part.PRONOUN, own, Sure.YES) if own in _SECOND else None
        if token.word.text.isupper() and not any(letter.isupper() for letter in self._neighbour(index)):
            return None
        if person is not None and token.tag in {Tag.OWNER, Tag.CLITIC, Tag.NOUN, Tag.SINGULAR, Tag.PLURAL}:
            part = Part.CLITIC if token.tag is Tag.CLITIC else Part.POSSESSIVE
            return Mark(index, part, person, Sure.YES, shared=person == "2s")
        if token.tag is Tag.FINITE:
            return self._finite(index, token)
        if token.tag in {Tag.INFINITIVE, Tag.GERUND}:
            return self._attached(index, token)
        return None

    def _neighbour(self, index: int) -> str:
        near = self._clauses.at(index + 1) or self._clauses.at(index - 1)
        return near.word.text[1:] if near is not None else ""

    def _finite(self, index: int, token: Token) -> Mark | None:
        forms = [form for form in token.forms if form.person in _SECOND and (form.tense != "imp" or form.pronouns)]
        if not forms:
            return None
        form = self._chosen(index, forms)
        if form.pronouns and form.person == "2v" and not self._opens(index):
            return None
        if any(other.person == "1s" for other in token.forms) and not form.pronouns:
            return None
        part = Part.COMMAND if form.tense == "imp" else Part.VERB
        return Mark(index, part, form.person, Sure.YES, form, form.tense not in _OWN_OF_ONE.get(form.person, ()))

    def _chosen(self, index: int, forms: list[VerbForm]) -> VerbForm:
        start = self._clauses.group_start(index)
        before, group = self._clauses.at(start - 1), self._tokens[start:index]
        led = before is not None and before.tag is Tag.THAT
        wants_subjunctive = led or any(token.tag is Tag.NEGATION for token in group)
        usual = [form for form in forms if (form.tense, form.person) != ("sub", "2v")] or forms
        plain = [form for form in usual if (form.tense in _SUBJUNCTIVES) == wants_subjunctive] or usual
        voseo = [form for form in plain if form.person == "2v"]
        plural = [form for form in plain if form.person == "2p"]
        if voseo and plural:
            return voseo[0] if self._speaks_vos else plural[0]
        return plain[0]

    @property
    def _speaks_vos(self) -> bool:
        persons = [{form.person for form in token.forms} for token in self._tokens]
        shown = any(self._data.maps["address"].get(token.text) == "2v" for token in self._tokens)
        several = self._data.policy["plural_informal"] == self._data.maps["subject"]["2p"]
        return shown or not several or any("2v" in found and "2p" not in found for found in persons)

    def _attached(self, index: int, token: Token) -> Mark | None:
        form = token.form
        for pronoun in self._words.lists["second_pronouns"]:
            if form.pronouns.startswith(pronoun):
                person = self._data.maps["second_words"][pronoun]
                return Mark(index, Part.ATTACHED, person, Sure.YES, form, shared=person == "2s")
        return None

    def _commands(self, found: list[Mark]) -> list[Mark]:
        """Return commands that look like another form of their verb."""
        marked = {mark.index for mark in found}
        commands = list[Mark]()
        for index, token in enumerate(self._tokens):
            if token.tag is Tag.FINITE and index not in marked:
                form = next((form for form in token.forms if form.tense == "imp" and not form.pronouns), None)
                if form is not None and self._is_command(index, form, commands):
                    sure = Sure.YES if found else Sure.LIKELY
                    commands.append(Mark(index, Part.COMMAND, form.person, sure, form))
        return [mark for mark in commands if self._is_asked_for(mark, [*found, *commands])]

    def _is_asked_for(self, command: Mark, found: list[Mark]) -> bool:
        """Tell whether a command is of a kind that agents give, or stands beside other words to the customer."""
        if command.form is not None and command.form.lemma in self._words.lists["requests"]:
            return True
        near = range(*self._clauses.sentence(command.index))
        return any(mark.index in near for mark in found if mark is not command)

    def _opens(self, index: int) -> bool:
        before = self._clauses.at(index - 1)
        return before is None or before.tag in _ASIDE or self._words.has("command_openers", before)

    def _is_command(self, index: int, form: VerbForm, commands: list[Mark]) -> bool:
        lists, clause = self._words.lists, self._clauses.before(index)
        if form.lemma in lists["impersonal"] or form.lemma in lists["never_commanded"]:
            return False
        if self._clauses.group_start(index) < index or self._clauses.asked(index):
            return False
        if clause.subject is Subject.OTHER:
            return False
        between = self._tokens[clause.opener + 1 : index]
        free = {Tag.PREPOSITION, Tag.ADVERB}
        if not all(self._words.has("command_openers", token) or token.tag in free for token in between):
            return False
        opener = self._clauses.at(clause.opener)
        if opener is None or opener.tag in {Tag.STOP, Tag.COMMA}:
            return True
        previous = self._clauses.previous_finite(clause.opener)
        return opener.tag is Tag.COORDINATOR and (
            any(mark.index == previous for mark in commands)
            or (previous >= 0 and any(form.tense == "imp" for form in self._tokens[previous].forms))
        )
