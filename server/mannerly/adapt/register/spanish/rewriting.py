"""Writes one mark of Spanish address for another person; decides nothing about whom a text addresses."""

from __future__ import annotations

from dataclasses import replace

from mannerly.adapt.register.spanish.clauses import SpanishClauses
from mannerly.adapt.register.spanish.marks import Mark, Part
from mannerly.adapt.register.spanish.verbs import SpanishVerbs, VerbForm
from mannerly.adapt.register.spanish.words import SpanishWords, Tag, Token
from mannerly.adapt.register.text import Change, like
from mannerly.language.register import RegisterData

_NON_FINITE = frozenset({"inf", "ger"})
_FORMAL = frozenset({"3s", "3p"})
_PLURAL = frozenset({"2p", "3p"})


class SpanishRewriting:
    """Changes for the marks of one text."""

    def __init__(
        self, data: RegisterData, words: SpanishWords, tokens: list[Token], clauses: SpanishClauses, feminine: bool
    ) -> None:
        """Look at the tokens of a text; `feminine` when the customer is known to be a woman."""
        self._maps = data.maps
        self._policy = data.policy
        self._words = words
        self._verbs: SpanishVerbs = words.verbs
        self._tokens = tokens
        self._clauses = clauses
        self._accusative = "accusative_feminine" if feminine else "accusative"

    def change(self, mark: Mark, person: str, prefix: str) -> Change | None:
        """Return the change that makes a mark one of this person; None when it stays or cannot be made."""
        if mark.person == person:
            return None
        token = self._tokens[mark.index]
        start, end = token.word.start, token.word.end
        written: str | None
        match mark.part:
            case Part.PRONOUN:
                start, end, written = self._pronoun(mark, person)
            case Part.POSSESSIVE:
                written = self._possessive(mark, person)
            case Part.CLITIC:
                written = self._clitic(mark, person)
            case _:
                written = self._verb(mark, person)
        if not written or written == token.text:
            return None
        first = self._tokens[mark.index - 1 if start < token.word.start else mark.index]
        return Change(f"{prefix}.{mark.part.value}", start, end, like(first.word.text, written))

    def _pronoun(self, mark: Mark, person: str) -> tuple[int, int, str]:
        token, before = self._tokens[mark.index], self._clauses.at(mark.index - 1)
        start, end = token.word.start, token.word.end
        after = self._clauses.at(mark.index + 1)
        if self._words.has("abbreviations", token) and after is not None and after.text == "." and after.word.glued:
            end = after.word.end
        if token.text == self._maps["with"]["2s"]:
            return start, end, self._maps["with"][person]
        if before is None or before.tag is not Tag.PREPOSITION or self._words.has("subject_prepositions", before):
            return start, end, self._maps["subject"][person]
        if self._words.has("with_prepositions", before) and self._maps["with"][person].count(" ") == 0:
            return before.word.start, end, self._maps["with"][person]
        return start, end, self._maps["after_preposition"][person]

    def _possessive(self, mark: Mark, person: str) -> str | None:
        token = self._tokens[mark.index]
        if token.text in self._words.lists["owned"]:
            stem = next(stem for stem in set(self._maps["owned"].values()) if token.text.startswith(stem))
            many = token.text.endswith(tuple(self._words.lists["plural_endings"]))
            short = self._maps["possessive_plural" if many else "possessive"]
            before = self._clauses.at(mark.index - 1)
            if person in short and mark.person == "2p" and (before is None or before.tag not in _DETERMINED):
                return short[person]
            return self._maps["owned"][person] + token.text.removeprefix(stem)
        plural = token.text.endswith(tuple(self._words.lists["plural_endings"]))
        if person == "2p":
            return self._maps["owned"][person] + self._agreeing(mark.index, plural)
        return self._maps["possessive_plural" if plural else "possessive"][person]

    def _agreeing(self, index: int, plural: bool) -> str:
        noun = self._clauses.at(index + 1)
        word = noun.text if noun is not None else ""
        feminine = word.endswith(tuple(self._words.lists["feminine_endings"]))
        return self._maps["agreement"][("feminine" if feminine else "masculine") + ("_plural" if plural else "")]

    def _clitic(self, mark: Mark, person: str) -> str | None:
        token, following = self._tokens[mark.index], self._clauses.at(mark.index + 1)
        if following is not None and self._words.has("objects", following) and following.tag is Tag.CLITIC:
            return self._maps["dative_first"][person]
        verb = mark.index
        while verb < len(self._tokens) and self._tokens[verb].tag is Tag.CLITIC:
            verb += 1
        token = self._tokens[verb] if verb < len(self._tokens) else token
        if self._is_reflexive(mark, token):
            return self._maps["reflexive"][person]
        return self._maps[self._case(self._clauses.head(verb)[0].lemma) if token.forms else "dative"][person]

    def _is_reflexive(self, mark: Mark, verb: Token) -> bool:
        if mark.person in _FORMAL:
            return False
        persons = {form.person for form in verb.forms if form.tense != "imp"}
        return mark.person in persons or (mark.person != "2p" and bool(persons & {"2s", "2v"}))

    def _case(self, lemma: str) -> str:
        return self._accusative if lemma in self._words.lists["accusatives"] else "dative"

    def _verb(self, mark: Mark, person: str) -> str | None:
        form = mark.form
        if form is None:
            return None
        pronouns = self._pronouns(mark, form, person)
        if form.tense in _NON_FINITE:
            return self._verbs.write(replace(form, pronouns=pronouns))
        tense = form.tense
        if mark.part is Part.COMMAND:
            tense = "sub" if person in _FORMAL else "imp"
        return self._verbs.write(VerbForm(form.lemma, tense, person, pronouns))

    def _pronouns(self, mark: Mark, form: VerbForm, person: str) -> str:
        """Return what is written to the end of the verb, its first pronoun made one of this person."""
        pronouns = form.pronouns
        if mark.part is Part.COMMAND:
            own = self._maps["reflexive"][mark.person]
            return (
                self._maps["reflexive"][person] + pronouns.removeprefix(own) if pronouns.startswith(own) else pronouns
            )
        for name in ("reflexive", "dative", "accusative", "accusative_feminine"):
            own = self._maps[name][mark.person]
            if pronouns == own:
                return self._maps[self._attached_case(mark, form)][person]
            if pronouns.startswith(own) and pronouns.removeprefix(own) in self._words.lists["objects"]:
                return self._maps["dative_first"][person] + pronouns.removeprefix(own)
        return pronouns

    def _attached_case(self, mark: Mark, form: VerbForm) -> str:
        if mark.person not in _FORMAL and self._acts(mark.index, form):
            return "reflexive"
        return self._case(form.lemma)

    def _acts(self, index: int, form: VerbForm) -> bool:
        """Tell whether the customer does what an infinitive or gerund with "te" says."""
        governor = self._clauses.governor(index)
        if governor >= 0:
            token = self._tokens[governor]
            if token.form.person in {"2s", "2v", "2p"} and form.lemma not in self._words.lists["never_reflexive"]:
                return True
            if token.form.lemma in self._words.lists["object_control"]:
                return form.lemma not in self._words.lists["giving"]
            before = self._clauses.at(index - 1)
            if before is None or before.tag is not Tag.PREPOSITION or token.form.person in {"1s", "1p"}:
                return False
        return form.lemma not in self._words.lists["giving"]


_DETERMINED = frozenset({Tag.SINGULAR, Tag.PLURAL})
