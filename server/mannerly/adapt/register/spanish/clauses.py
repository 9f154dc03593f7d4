"""What stands around a Spanish verb: its clause, its subject where one is named, its pronouns; decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mannerly.adapt.register.spanish.verbs import VerbForm
from mannerly.adapt.register.spanish.words import SpanishWords, Tag, Token
from mannerly.adapt.register.text import Kind

_ENDS = frozenset({Tag.STOP, Tag.COMMA, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.QUESTION})
_SKIPPED = frozenset({Tag.ADVERB, Tag.CLITIC, Tag.NEGATION})
_PHRASE = frozenset({Tag.NOUN, Tag.SINGULAR, Tag.PLURAL, Tag.OWNER, Tag.PARTICIPLE, Tag.OTHER})
_NON_FINITE = frozenset({Tag.INFINITIVE, Tag.GERUND})


class Subject(Enum):
    """Whose verb it is by the words around it."""

    CUSTOMER = "named by a pronoun of address"
    OTHER = "somebody or something else is named"
    OPEN = "nobody is named"


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands around a finite verb.

    Args:
        subject: whose verb it is.
        opener: index of the token before which its clause begins, -1 at the start of the text.
        relative: whether the verb stands in a relative clause.
    """

    subject: Subject
    opener: int
    relative: bool = False


class SpanishClauses:
    """The clauses of one text."""

    def __init__(self, words: SpanishWords, tokens: list[Token]) -> None:
        """Look at the tokens of a text."""
        self._words = words
        self._tokens = tokens
        self._clauses = dict[int, Clause]()

    def at(self, index: int) -> Token | None:
        """Return the token at an index, None outside the text."""
        return self._tokens[index] if 0 <= index < len(self._tokens) else None

    def clause(self, index: int) -> Clause:
        """Return the clause of the finite verb at an index, its subject looked for before and after it."""
        if index not in self._clauses:
            found = self.before(index)
            if found.subject is Subject.OPEN:
                found = Clause(self._after(index), found.opener, found.relative)
            self._clauses[index] = found
        return self._clauses[index]

    def head(self, index: int) -> tuple[VerbForm, int]:
        """Return the verb that carries the meaning ("puede llegar" > llegar) and the index of its last word."""
        form, place = self._tokens[index].form, index
        while form.lemma in self._words.lists["auxiliaries"] and not form.pronouns:
            following = self._next_verb(place)
            if following < 0:
                break
            form, place = self._tokens[following].form, following
        return form, place

    def asked(self, index: int) -> bool:
        """Tell whether a token stands in a question."""
        for token in self._tokens[index:]:
            if token.word.kind is Kind.MARK and token.text in self._words.lists["sentence_ends"]:
                return token.text in self._words.lists["question_marks"]
        return False

    def group_start(self, index: int) -> int:
        """Return the index of the first pronoun or negation that belongs to the verb."""
        while index and self._tokens[index - 1].tag in {Tag.CLITIC, Tag.NEGATION}:
            index -= 1
        return index

    def clitics(self, index: int) -> tuple[str, ...]:
        """Return the pronouns before a verb."""
        found = list[str]()
        while index and self._tokens[index - 1].tag is Tag.CLITIC:
            index -= 1
            found.insert(0, self._tokens[index].text)
        return tuple(found)

    def object_follows(self, index: int) -> bool:
        """Tell whether a noun phrase without preposition follows the token, adverbs skipped."""
        index += 1
        while (token := self.at(index)) is not None and token.tag in {Tag.ADVERB, Tag.NEGATION}:
            index += 1
        if token is None or token.tag not in _PHRASE:
            return False
        following = self.at(index + 1)
        return not (self._words.has("time_nouns", token) or self._words.has("time_nouns", following))

    def _next_verb(self, index: int) -> int:
        for place in range(index + 1, min(index + 4, len(self._tokens))):
            token = self._tokens[place]
            if token.tag in _NON_FINITE or token.tag is Tag.PARTICIPLE:
                return place if token.forms else -1
            if token.tag not in {Tag.PREPOSITION, Tag.THAT, Tag.ADVERB, Tag.ADDRESS}:
                return -1
        return -1

    def before(self, index: int) -> Clause:
        """Return the clause by what stands before the verb alone."""
        place = self.group_start(index) - 1
        while place >= 0:
            token = self._tokens[place]
            if token.tag is Tag.THAT:
                return self._after_that(place, index)
            if token.tag in _ENDS:
                before = self.at(place - 1)
                led = before is not None and before.tag is Tag.PREPOSITION
                asked_who = token.tag is Tag.QUESTION and self._words.has("others", token) and not led
                return Clause(Subject.OTHER if asked_who else Subject.OPEN, place)
            if token.tag is Tag.ADDRESS:
                return self._addressed(place)
            if token.tag in {Tag.SELF, Tag.OTHER}:
                return Clause(self._pronoun(place), place)
            if token.tag in _SKIPPED or token.tag is Tag.PREPOSITION:
                place -= 1
            elif token.tag in {Tag.FINITE, *_NON_FINITE}:
                if token.tag is Tag.FINITE:
                    return Clause(Subject.OPEN, place)
                if token.tag is Tag.INFINITIVE and self._is_bare(place):
                    return Clause(Subject.OTHER, place)
                place -= 1
            else:
                subject, place = self._phrase(place)
                if subject:
                    return Clause(Subject.OTHER, place)
        return Clause(Subject.OPEN, -1)

    def _is_bare(self, place: int) -> bool:
        """Tell whether an infinitive opens its clause, as a subject does: "fumar anula la garantía"."""
        before = self.at(place - 1)
        return before is None or before.tag in {Tag.STOP, Tag.COMMA, Tag.SUBORDINATOR, Tag.THAT}

    def _pronoun(self, place: int) -> Subject:
        before = self.at(place - 1)
        return Subject.OPEN if before is not None and before.tag is Tag.PREPOSITION else Subject.OTHER

    def _addressed(self, place: int) -> Clause:
        before = self.at(place - 1)
        if before is not None and before.tag is Tag.PREPOSITION:
            return Clause(Subject.OPEN, place)
        return Clause(Subject.CUSTOMER, place)

    def _phrase(self, place: int) -> tuple[bool, int]:
        """Tell whether the noun phrase that ends here is a subject, and the index before it."""
        last = place
        while place >= 0:
            token = self._tokens[place]
            joins = token.tag is Tag.PREPOSITION and self._words.has("of", token)
            inside = token.tag is Tag.ADVERB and place - 1 >= 0 and self._tokens[place - 1].tag in _PHRASE
            if token.tag not in _PHRASE and not joins and not inside:
                break
            place -= 1
        first, before = self._tokens[place + 1], self.at(place)
        if first.tag is Tag.PREPOSITION:
            return False, place
        if before is not None and (before.tag is Tag.PREPOSITION or before.tag in _NON_FINITE):
            return False, place
        if before is not None and before.tag in {Tag.FINITE, Tag.QUESTION}:
            return False, place
        return self._can_be_subject(place + 1, last), place

    def _can_be_subject(self, first: int, last: int) -> bool:
        start, second = self._tokens[first], self.at(first + 1)
        if start.tag is Tag.PLURAL or self._words.has("time_nouns", start):
            return False
        if any(self._words.has("time_nouns", token) for token in self._tokens[first : min(first + 3, last + 1)]):
            return False
        if start.tag in {Tag.SINGULAR, Tag.OWNER, Tag.OTHER}:
            return second is not None and not (start.tag is Tag.OWNER and self._is_plural(start))
        if self._words.has("command_openers", start):
            return False
        return start.word.kind is Kind.SPAN or start.word.capital

    def _is_plural(self, token: Token) -> bool:
        return token.text.endswith(tuple(self._words.lists["plural_endings"]))

    def _after_that(self, that: int, index: int) -> Clause:
        place, own = that - 1, self._tokens[index].form
        aside = place > 0 and self._tokens[place].tag is Tag.COMMA
        place -= aside
        before, led = self.at(place), self.at(place - 1)
        contracted = before is not None and self._words.has("contracted", before)
        if before is None or not (before.tag in _PHRASE or contracted) or self._words.has("that_openers", before):
            return Clause(Subject.OPEN, that)
        if own.tense == "sub" and (aside or self._is_judged(place)):
            return Clause(Subject.OPEN, that)
        led_by = led is not None and led.tag is Tag.PREPOSITION and self._words.has("articles", before)
        if led_by or contracted:
            last = self.head(index)[1]
            told = self._words.has("exactly_that", before) and self.object_follows(last)
            named = told and self._words.has("definite", self.at(last + 1))
            return Clause(Subject.OTHER if named else Subject.OPEN, that, relative=True)
        if aside and own.lemma not in self._words.lists["leaning"]:
            return Clause(Subject.OTHER, that, relative=True)
        return Clause(self._relative(place, index), that, relative=True)

    def _is_judged(self, place: int) -> bool:
        """Tell whether what stands before "que" is said of the clause: "es necesario que envíe"."""
        while place >= 0 and self._tokens[place].tag in _PHRASE | {Tag.ADVERB}:
            place -= 1
        token = self.at(place)
        return token is not None and bool(token.forms) and token.form.lemma in self._words.lists["copulas"]

    def _is_of_several(self, place: int) -> bool:
        """Tell whether the noun phrase that ends at a place is a plural, by its determiner or else its noun."""
        plural = self._is_plural(self._tokens[place])
        while place >= 0 and self._tokens[place].tag in _PHRASE:
            if self._tokens[place].tag in {Tag.SINGULAR, Tag.PLURAL}:
                return self._tokens[place].tag is Tag.PLURAL
            place -= 1
        return plural

    def _relative(self, place: int, index: int) -> Subject:
        antecedent, (form, last) = self._tokens[place], self.head(index)
        if form.lemma in self._words.lists["impersonal"]:
            return Subject.OTHER
        if self._words.has("time_nouns", antecedent):
            return Subject.OPEN
        if self._is_of_several(place) and not self._words.has("exactly_that", antecedent):
            return Subject.OPEN
        if (
            set(self.clitics(index)) - self._words.lists["first_clitics"]
            and form.lemma not in self._words.lists["reflexive"]
        ):
            return Subject.OTHER
        if self.object_follows(last) or form.lemma not in self._words.lists["takes_object"]:
            return Subject.OTHER
        return Subject.OPEN

    def _after(self, index: int) -> Subject:
        _, last = self.head(index)
        place = last + 1
        nearest = self.at(index + 1)
        for token in (nearest, self.at(place)):
            if token is not None and token.tag is Tag.ADDRESS:
                return Subject.CUSTOMER
        while (token := self.at(place)) is not None and token.tag in {Tag.ADVERB, Tag.NEGATION}:
            place += 1
        if token is not None and token.tag is Tag.OTHER and not self._words.has("exactly_that", token):
            return Subject.OTHER
        form, _ = self.head(index)
        leaning = self._tokens[index].form.lemma in self._words.lists["leaning"] and last > index
        if leaning or not self._words.has("definite", token) or not self.object_follows(last):
            return Subject.OPEN
        noun = self.at(place + 1)
        somebody = self._words.has("receivers", noun) and form.tense in {"sub", "past"}
        return Subject.OTHER if somebody or form.lemma in self._words.lists["of_things"] else Subject.OPEN

    def previous_finite(self, index: int) -> int:
        """Return the index of the finite verb before an index in the same sentence, -1 when there is none."""
        for place in range(index - 1, -1, -1):
            token = self._tokens[place]
            if token.tag is Tag.FINITE:
                return place
            if token.tag is Tag.STOP and self._words.has("sentence_ends", token):
                return -1
        return -1

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the range of the tokens of the sentence around an index."""
        ends = [place for place, token in enumerate(self._tokens) if self._words.has("full_stops", token)]
        first = max((place for place in ends if place < index), default=-1) + 1
        return first, min((place for place in ends if place >= index), default=len(self._tokens))

    def governor(self, index: int) -> int:
        """Return the index of the finite verb that an infinitive or gerund leans on, -1 when there is none."""
        for place in range(index - 1, -1, -1):
            token = self._tokens[place]
            if token.tag is Tag.FINITE:
                return place
            if token.tag in {Tag.STOP, Tag.COMMA, Tag.SUBORDINATOR}:
                return -1
        return -1
