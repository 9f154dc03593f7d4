"""Kinds of Spanish words by the lists of the language's data, verbs told from nouns; knows no form of address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mannerly.adapt.register.spanish.verbs import SpanishVerbs, VerbForm
from mannerly.adapt.register.text import Kind, Text, Word
from mannerly.language.register import RegisterData

_OPENING = frozenset('\u00bf\u00a1(\u00ab\u201c"')
_JOINING = frozenset("-'\u2019/&+%")


class Tag(Enum):
    """What a word does in its sentence."""

    NOUN = "noun, adjective or anything else"
    SINGULAR = "determiner of one"
    PLURAL = "determiner of several"
    OWNER = "possessive of the customer or a third person"
    PREPOSITION = "preposition"
    CLITIC = "pronoun before a verb"
    ADVERB = "adverb"
    NEGATION = "negation"
    COORDINATOR = "and, or, but"
    SUBORDINATOR = "if, when, because"
    THAT = "that, which"
    QUESTION = "question word"
    OTHER = "pronoun of a third person"
    SELF = "pronoun of the first person"
    ADDRESS = "pronoun of the customer"
    FINITE = "verb with a person"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle after an auxiliary"
    STOP = "end of a clause"
    COMMA = "comma"


_NOMINAL = frozenset({Tag.SINGULAR, Tag.PLURAL, Tag.OWNER, Tag.PREPOSITION})
_VERB_BEFORE = frozenset(
    {Tag.NEGATION, Tag.CLITIC, Tag.THAT, Tag.SUBORDINATOR, Tag.ADDRESS, Tag.SELF, Tag.OTHER, Tag.QUESTION}
)
_LEADS_SUBJUNCTIVE = frozenset({Tag.THAT, Tag.SUBORDINATOR, Tag.NEGATION})
_SUBJUNCTIVES = frozenset({"sub", "past", "se"})
_OBJECT_AFTER = frozenset(
    {
        Tag.SINGULAR, Tag.PLURAL, Tag.OWNER, Tag.QUESTION, Tag.ADDRESS, Tag.THAT, Tag.CLITIC, Tag.SUBORDINATOR,
    }
)  # fmt: skip


@dataclass(slots=True)
class Token:
    """A word with its tag and, for verbs, its readings."""

    word: Word
    tag: Tag
    forms: tuple[VerbForm, ...] = ()

    @property
    def text(self) -> str:
        """The word in lower case."""
        return self.word.text.lower()

    @property
    def form(self) -> VerbForm:
        """The first reading of a verb."""
        return self.forms[0]


class SpanishWords:
    """The word lists of the data, and the tags of a text."""

    def __init__(self, data: RegisterData, verbs: SpanishVerbs) -> None:
        """Build the tables once."""
        self.verbs = verbs
        self.lists = {name: frozenset(words.split()) for name, words in data.words.items()}
        self._owners = frozenset(data.maps["possessive"].values()) | frozenset(data.maps["possessive_plural"].values())
        self._fixed = self._fixed_tags(data)

    def has(self, name: str, token: Token | None) -> bool:
        """Tell whether a token is in a list of the data."""
        return token is not None and token.text in self.lists[name]

    def tagged(self, text: Text) -> list[Token]:
        """Return the tokens of a text."""
        tokens = [Token(word, self._first_tag(word)) for word in text.words]
        for index, token in enumerate(tokens):
            if token.tag is Tag.NOUN and token.word.kind is Kind.WORD:
                token.forms = self._in_order(tokens, index)
            if self.has("articles_or_clitics", token):
                token.tag = Tag.PLURAL if token.text.endswith(tuple(self.lists["plural_endings"])) else Tag.SINGULAR
        for index, token in enumerate(tokens):
            if token.forms:
                token.tag = self._verb_tag(tokens, index)
            if token.tag is Tag.FINITE:
                self._make_clitics(tokens, index)
        self._mark_participles(tokens)
        return tokens

    def _in_order(self, tokens: list[Token], index: int) -> tuple[VerbForm, ...]:
        """Return the readings of a word, those that its neighbours ask for first, commands last."""
        forms = self.verbs.read(tokens[index].text)
        if len(forms) < 2:
            return forms
        before = tokens[index - 1] if index else None
        subjunctive = (
            before is not None and before.tag in _LEADS_SUBJUNCTIVE and not self.has("leads_indicative", before)
        )
        going = index + 1 < len(tokens) and self.has("to_prepositions", tokens[index + 1])
        looking = index + 1 < len(tokens) and self.has("leads_indicative", tokens[index + 1])

        def unlikely(form: VerbForm) -> tuple[bool, bool, bool]:
            return (
                form.tense == "imp",
                (form.tense in _SUBJUNCTIVES) != subjunctive,
                (going and form.lemma not in self.lists["going"]) or (looking and form.lemma in self.lists["going"]),
            )

        return tuple(sorted(forms, key=unlikely))

    def _mark_participles(self, tokens: list[Token]) -> None:
        """Read what stands after an auxiliary as its participle, whatever else it may be."""
        for index, token in enumerate(tokens[:-1]):
            if token.forms and token.form.lemma in self.lists["having"]:
                place = index + 1
                while place < len(tokens) - 1 and tokens[place].tag is Tag.ADVERB:
                    place += 1
                forms = tuple(form for form in self.verbs.read(tokens[place].text) if form.tense == "part")
                if forms:
                    tokens[place].tag, tokens[place].forms = Tag.PARTICIPLE, forms

    def _fixed_tags(self, data: RegisterData) -> dict[str, Tag]:
        order = (
            ("adverbs", Tag.ADVERB), ("others", Tag.OTHER), ("singular_determiners", Tag.SINGULAR),
            ("plural_determiners", Tag.PLURAL), ("prepositions", Tag.PREPOSITION), ("clitics", Tag.CLITIC),
            ("subordinators", Tag.SUBORDINATOR), ("coordinators", Tag.COORDINATOR), ("negations", Tag.NEGATION),
            ("question_words", Tag.QUESTION), ("selves", Tag.SELF), ("que", Tag.THAT),
        )  # fmt: skip
        fixed = {word: tag for name, tag in order for word in data.words[name].split()}
        fixed.update(dict.fromkeys(self._owners, Tag.OWNER))
        fixed.update(dict.fromkeys(data.maps["address"], Tag.ADDRESS))
        return fixed

    def _first_tag(self, word: Word) -> Tag:
        if word.kind is Kind.MARK:
            if word.text == ",":
                return Tag.COMMA
            return Tag.NOUN if word.text in _JOINING else Tag.STOP
        if word.lower.endswith(tuple(self.lists["adverb_endings"])):
            return Tag.ADVERB
        return self._fixed.get(word.lower, Tag.NOUN)

    def _verb_tag(self, tokens: list[Token], index: int) -> Tag:
        token = tokens[index]
        tenses = {form.tense for form in token.forms}
        if tenses <= {"inf"}:
            before = tokens[index - 1] if index else None
            named = before is not None and before.tag in {Tag.SINGULAR, Tag.PLURAL, Tag.OWNER}
            return Tag.NOUN if named else Tag.INFINITIVE
        if tenses <= {"ger"}:
            return Tag.GERUND
        if tenses <= {"part"}:
            return Tag.PARTICIPLE
        if token.form.pronouns and not token.form.finite:
            return Tag.INFINITIVE
        return Tag.FINITE if self._is_verb(tokens, index) else Tag.NOUN

    def _is_verb(self, tokens: list[Token], index: int) -> bool:
        token, before = tokens[index], tokens[index - 1] if index else None
        if token.word.capital and not token.word.opens and not (before and before.tag is Tag.STOP):
            return token.word.text.isupper() and len(token.text) > 1
        noun = self.has("nouns", token) or token.text.endswith(tuple(self.lists["noun_endings"]))
        if before is None or before.tag in {Tag.STOP, Tag.COMMA}:
            following = tokens[index + 1] if index + 1 < len(tokens) else before
            led = following is not None and following.tag is Tag.THAT
            return not noun or (self._object_follows(tokens, index) and not led)
        if self.has("articles_or_clitics", before):
            return not noun
        if before.tag in _NOMINAL:
            pronoun = before.text in self.lists["others"] and not noun
            sure = not self.has("articles_as_determiners", before) or token.form.lemma in self.lists["sure_verbs"]
            return pronoun and sure
        if not noun:
            return not self._is_adjective(token, before)
        if before.tag is Tag.QUESTION and index + 1 < len(tokens) and tokens[index + 1].forms:
            return False
        if before.tag in _VERB_BEFORE:
            return not self.has("comparing", before)
        if before.tag is Tag.COORDINATOR:
            return self._object_follows(tokens, index) and not self.has("verb_prepositions", tokens[index + 1])
        return before.tag is Tag.ADVERB and not self.has("degrees", before) and self._object_follows(tokens, index)

    def _is_adjective(self, token: Token, before: Token) -> bool:
        """Tell whether what looks like "tú" after a plural noun or another verb only agrees with a noun."""
        agreeing = all(form.person == "2s" and form.tense in {"pres", "sub"} for form in token.forms)
        if not agreeing or token.form.lemma in self.lists["auxiliaries"] | self.lists["personal"]:
            return False
        plural = before.tag is Tag.NOUN and before.text.endswith(tuple(self.lists["plural_endings"]))
        return before.tag is Tag.FINITE or (plural and not self.has("time_nouns", before))

    def _object_follows(self, tokens: list[Token], index: int) -> bool:
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        return after is not None and (after.tag in _OBJECT_AFTER or self.has("verb_prepositions", after))

    def _make_clitics(self, tokens: list[Token], index: int) -> None:
        before = tokens[index - 1] if index else None
        if before is not None and self.has("articles_or_clitics", before):
            before.tag = Tag.CLITIC
