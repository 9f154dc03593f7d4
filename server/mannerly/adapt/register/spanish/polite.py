"""The places of a Spanish text that may mean usted: third-person words with nobody else to belong to."""

from __future__ import annotations

from mannerly.adapt.register.spanish.clauses import SpanishClauses, Subject
from mannerly.adapt.register.spanish.marks import Mark, Part
from mannerly.adapt.register.spanish.subjects import SpanishSubjects, Sure
from mannerly.adapt.register.spanish.verbs import VerbForm
from mannerly.adapt.register.spanish.words import SpanishWords, Tag, Token
from mannerly.language.register import RegisterData

_FIRST = frozenset({"1s", "1p"})
_NON_FINITE = frozenset({Tag.INFINITIVE, Tag.GERUND})


class ThirdPerson:
    """Finds usted and ustedes in one text."""

    def __init__(
        self,
        data: RegisterData,
        words: SpanishWords,
        tokens: list[Token],
        clauses: SpanishClauses,
        *,
        addressed: bool = False,
    ) -> None:
        """Look at the tokens of a text; `addressed` when it is known to speak to the customer and of nobody else."""
        self._address = data.maps["address"]
        self._words = words
        self._tokens = tokens
        self._clauses = clauses
        self._addressed = addressed
        self.subjects = SpanishSubjects(words, tokens, clauses, addressed=addressed)
        self._several = any(self._address.get(token.text) == "3p" for token in tokens) or self._commands_several()
        self._person = "3p" if self._several else "3s"

    def marks(self) -> list[Mark]:
        """Return the marks, those that are perhaps none included."""
        found = [self._mark(index, token) for index, token in enumerate(self._tokens)]
        return [mark for mark in found if mark is not None and mark.sure > Sure.NO]

    def _commands_several(self) -> bool:
        return any(
            token.tag is Tag.FINITE
            and any(form.tense == "sub" and form.person == "3p" for form in token.forms)
            and self.subjects.is_command(index, self._clauses.clause(index))
            for index, token in enumerate(self._tokens)
        )

    def _mark(self, index: int, token: Token) -> Mark | None:
        if token.tag is Tag.ADDRESS:
            person = self._address[token.text]
            return Mark(index, Part.PRONOUN, person, Sure.YES) if person in {"3s", "3p"} else None
        if self._words.has("third_owners", token):
            return Mark(index, Part.POSSESSIVE, self._person, self._owner(index))
        if token.tag is Tag.CLITIC:
            return Mark(index, Part.CLITIC, self._person, self._clitic(index))
        if token.tag is Tag.FINITE:
            return self._finite(index, token)
        if token.tag in _NON_FINITE and token.form.pronouns:
            return Mark(index, Part.ATTACHED, self._person, self._attached(index, token.form), token.form)
        return None

    def _finite(self, index: int, token: Token) -> Mark | None:
        forms = [form for form in token.forms if form.person == self._person]
        if not forms or (self._words.lists["datives"] & set(self._clauses.clitics(index)) and self._clitic_of(index)):
            return None
        clause = self._clauses.clause(index)
        command = self.subjects.is_command(index, clause) and not self.subjects.is_negated(index)
        form = next((form for form in forms if form.tense == "sub"), forms[0]) if command else forms[0]
        return Mark(index, Part.COMMAND if command else Part.VERB, self._person, self.subjects.sure(index), form)

    def _clitic_of(self, index: int) -> bool:
        """Tell whether the dative before a verb is the customer."""
        start = self._clauses.group_start(index)
        return any(
            self._words.has("datives", self._tokens[place]) and self._clitic(place) > Sure.NO
            for place in range(start, index)
        )

    def _verb_after(self, index: int) -> int:
        while index < len(self._tokens) and self._tokens[index].tag is Tag.CLITIC:
            index += 1
        return index if index < len(self._tokens) and self._tokens[index].tag is Tag.FINITE else -1

    def _clitic(self, index: int) -> Sure:
        token, verb = self._tokens[index], self._verb_after(index)
        if verb < 0:
            unknown = self._words.has("datives", token) and not self._several and not self._is_plural(token)
            return Sure.LIKELY if unknown else Sure.NO
        if self._words.has("datives", token):
            if self._clauses.clause(verb).subject is Subject.CUSTOMER:
                return Sure.NO
            if self._is_plural(token) != self._several or self._doubled(index, verb):
                return Sure.NO
            said = self._clauses.head(verb)[0]
            if said.lemma in self._words.lists["saying"] and said.person == "1s" and said.tense == "pret":
                quoting = self._clauses.at(verb + 1)
                return Sure.NO if quoting is not None and quoting.tag is Tag.STOP else Sure.PERHAPS
            return Sure.LIKELY
        if self._words.has("reflexive_pronoun", token):
            return self._reflexive(index, verb)
        if self._words.has("objects", token):
            return self._object(index, verb)
        return Sure.NO

    def _reflexive(self, index: int, verb: int) -> Sure:
        form, following = self._tokens[verb].form, self._tokens[index + 1]
        if self._words.has("objects", following):
            others = form.person != self._person or self._clauses.clause(verb).subject is Subject.OTHER
            if form.person in _FIRST or others:
                return Sure.NO if self._doubled(index, verb) else Sure.LIKELY
            own = self._words.lists["reflexive"] | self._words.lists["takings"]
            if self.subjects.sure(verb) is Sure.NO and not self._doubled(index, verb):
                return Sure.PERHAPS
            return self.subjects.sure(verb) if self._clauses.head(verb)[0].lemma in own else Sure.NO
        if form.person != self._person or self._words.has("datives", following):
            return Sure.NO
        return self.subjects.sure(verb)

    def _object(self, index: int, verb: int) -> Sure:
        before = self._clauses.at(index - 1)
        if before is not None and before.tag is Tag.CLITIC:
            return Sure.NO
        acts = self._tokens[verb].form.person == self._person and self.subjects.sure(verb) > Sure.NO
        if acts or self._is_plural(self._tokens[index]) != self._several:
            return Sure.NO
        return self._reached(self._clauses.head(verb)[0].lemma)

    def _reached(self, lemma: str) -> Sure:
        """Tell how sure it is that the object of a verb is a person, and so the customer."""
        if lemma in self._words.lists["person_objects"]:
            return Sure.LIKELY if self._addressed else Sure.PERHAPS
        return Sure.LIKELY if lemma in self._words.lists["accusatives"] else Sure.NO

    def _is_plural(self, token: Token) -> bool:
        return token.text.endswith(tuple(self._words.lists["plural_endings"]))

    def _doubled(self, index: int, verb: int) -> bool:
        """Tell whether the dative is named: "le hemos pedido a la empresa", "a Ana le gusta"."""
        for place in range(verb + 1, len(self._tokens)):
            token = self._tokens[place]
            if token.tag in {Tag.STOP, Tag.FINITE} or self._words.has("welcomes", token):
                break
            if self._words.has("to_prepositions", token) and self._receives(verb, place):
                return True
        place = self._clauses.group_start(verb) - 1
        while place >= 0 and self._tokens[place].tag in {Tag.NOUN, Tag.SINGULAR, Tag.PLURAL, Tag.OWNER, Tag.OTHER}:
            place -= 1
        named = place + 1 < self._clauses.group_start(verb)
        return named and place >= 0 and self._words.has("to_prepositions", self._tokens[place])

    def _receives(self, verb: int, to: int) -> bool:
        first, second = self._clauses.at(to + 1), self._clauses.at(to + 2)
        head, last = self._clauses.head(verb)
        if first is None:
            return False
        near = to == last + 1 and first.tag in {Tag.OWNER, Tag.SINGULAR, Tag.PLURAL}
        if near and head.lemma in self._words.lists["likings"]:
            return True
        if head.lemma in self._words.lists["endowing"] and first.tag is Tag.SINGULAR:
            return True
        receivers = any(self._words.has(name, token) for name in ("people", "receivers") for token in (first, second))
        return receivers or self._words.has("third_people", first)

    def _owner(self, index: int) -> Sure:
        """Tell whose a possessive is: somebody's who was named before in the sentence, or the customer's."""
        sure = Sure.LIKELY
        for place in range(index - 1, -1, -1):
            token, before = self._tokens[place], self._clauses.at(place - 1)
            if token.tag is Tag.STOP and self._words.has("full_stops", token):
                break
            if token.tag is Tag.ADDRESS:
                return Sure.LIKELY
            if self._words.has("third_people", token):
                return Sure.NO
            if token.tag is Tag.FINITE and place < index and self._of_another(place, index):
                sure = Sure.PERHAPS
            acts = before is not None and before.tag not in {Tag.OWNER, Tag.PREPOSITION}
            before_that = self._clauses.at(place - 2)
            led = before_that is not None and before_that.tag is Tag.PREPOSITION
            itself = place == index - 1 and self._words.has("owned", self._tokens[index])
            if self._words.has("people", token) and acts and not led and not itself:
                verb = self._clauses.at(index - 1)
                doubtful = Sure.LIKELY if self._addressed else Sure.PERHAPS
                sure = Sure.NO if verb is not None and verb.forms else doubtful
        return sure

    def _of_another(self, verb: int, owner: int) -> bool:
        """Tell whether "su propio", "desde su creación" go back to the subject of the verb before."""
        following = self._clauses.at(owner + 1)
        if self._words.has("its_own", following):
            return True
        if self._words.has("body_owned", following) and self._is_body(verb):
            return True
        others = self._tokens[verb].form.person == "3p" or self._clauses.clause(verb).subject is Subject.OTHER
        return self._words.has("own_words", following) and others

    def _is_body(self, verb: int) -> bool:
        """Tell whether a company or the like is named before a verb as its subject."""
        if self._clauses.clause(verb).subject is not Subject.OTHER:
            return False
        first, _ = self._clauses.sentence(verb)
        return any(self._words.has("bodies", token) for token in self._tokens[first:verb])

    def _attached(self, index: int, form: VerbForm) -> Sure:
        pronouns = form.pronouns
        if pronouns in self._words.lists["datives"]:
            plural = pronouns.endswith(tuple(self._words.lists["plural_endings"]))
            if plural != self._several or self._doubled(index, index):
                return Sure.NO
            acts = self._clauses.governor(index) >= 0 and self.controller(index) >= Sure.LIKELY
            return Sure.NO if acts and not self._is_helped(index) else Sure.LIKELY
        if pronouns in self._words.lists["reflexive_pronoun"]:
            return self.controller(index)
        if pronouns.startswith(tuple(self._words.lists["reflexive_pronoun"])):
            control = self._clauses.governor(index)
            first = control >= 0 and self._tokens[control].form.person in _FIRST
            return Sure.LIKELY if first and not self._doubled(index, index) else Sure.NO
        if pronouns not in self._words.lists["objects"] or self.controller(index) >= Sure.LIKELY:
            return Sure.NO
        return self._reached(form.lemma)

    def controller(self, index: int) -> Sure:
        """Tell how sure it is that the customer does what an infinitive or gerund says."""
        governor, before = self._clauses.governor(index), self._clauses.at(index - 1)
        led = before is not None and before.tag is Tag.PREPOSITION
        if governor < 0:
            thanked = self._words.has("gratitude", self._clauses.at(index - 2))
            return Sure.LIKELY if led and thanked else Sure.PERHAPS if led else Sure.NO
        token = self._tokens[governor]
        if token.form.person == "3s":
            return max(self.subjects.sure(governor), Sure.PERHAPS if led else Sure.NO)
        if self._is_helped(index):
            return Sure.LIKELY
        return Sure.PERHAPS if led and token.form.person not in _FIRST else Sure.NO

    def _is_helped(self, index: int) -> bool:
        """Tell whether somebody asks or lets the customer act: "le recomendamos registrarse"."""
        governor = self._clauses.governor(index)
        if governor < 0 or self._tokens[governor].form.lemma not in self._words.lists["object_control"]:
            return False
        pronouns = {*self._clauses.clitics(governor), self._tokens[governor].form.pronouns}
        return bool(self._words.lists["datives"] & pronouns)
