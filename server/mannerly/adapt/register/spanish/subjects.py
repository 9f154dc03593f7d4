"""How sure it is that a Spanish third-person verb means the customer; changes nothing."""

from __future__ import annotations

from enum import IntEnum

from mannerly.adapt.register.spanish.clauses import Clause, SpanishClauses, Subject
from mannerly.adapt.register.spanish.verbs import VerbForm
from mannerly.adapt.register.spanish.words import SpanishWords, Tag, Token

_SUBJUNCTIVES = frozenset({"sub", "past", "se"})
_ASIDE = frozenset({Tag.STOP, Tag.COMMA})


class Sure(IntEnum):
    """How sure it is that a word means the customer."""

    NO = 0
    PERHAPS = 1
    LIKELY = 2
    YES = 3


class SpanishSubjects:
    """Decides for the verbs of one text."""

    def __init__(
        self, words: SpanishWords, tokens: list[Token], clauses: SpanishClauses, *, addressed: bool = False
    ) -> None:
        """Look at the tokens of a text; `addressed` when it is known to speak to the customer and of nobody else."""
        self._addressed = addressed
        self._words = words
        self._tokens = tokens
        self._clauses = clauses
        self._known = dict[int, Sure]()

    def sure(self, index: int) -> Sure:
        """Tell how sure it is that the third-person verb at an index is the customer's."""
        if index not in self._known:
            self._known[index] = self._judged(index)
        return self._known[index]

    def _judged(self, index: int) -> Sure:
        before = self._clauses.before(index)
        if before.subject is Subject.OPEN and self.is_command(index, before):
            return Sure.YES
        clause = self._clauses.clause(index)
        if clause.subject is not Subject.OPEN:
            return Sure.YES if clause.subject is Subject.CUSTOMER else Sure.NO
        if self._goes_on_of_another(index, clause) or not self._can_be_of_a_person(index):
            return Sure.NO
        if self._addressed and (self._wishes_as_writer(index) or self._is_before_subject(index)):
            return Sure.NO
        found = self._by_kind(index, clause)
        return Sure.LIKELY if found is Sure.PERHAPS and self._is_told(index, clause) else found

    def _is_told(self, index: int, clause: Clause) -> bool:
        """Tell whether a verb without a subject is the customer's because the text is known to be."""
        own, (head, _) = self._tokens[index].form, self._clauses.head(index)
        if not self._addressed or self._is_of_thing(index, head) or self._may_be_writers(index):
            return False
        typical = self._is_typical(index, own, head) or head.lemma in self._list("personal")
        return typical or not self._follows_another(index, clause)

    def _is_of_thing(self, index: int, head: VerbForm) -> bool:
        """Tell whether a verb may be a thing's, whose name may follow: "ha terminado el plazo", "permite ahorrar"."""
        if head.lemma in self._list("things_do"):
            return True
        _, last = self._clauses.head(index)
        acts = head.lemma in self._list("with_object") and self._clauses.object_follows(last)
        return head.lemma in self._list("of_things") and not acts

    def _is_before_subject(self, index: int) -> bool:
        """Tell whether what follows a verb is rather its subject: "ha terminado su período de prueba"."""
        own, (head, last) = self._tokens[index].form, self._clauses.head(index)
        ends = head.lemma in self._list("of_things") - self._list("with_object")
        return ends and own.lemma not in self._list("leaning") and self._clauses.object_follows(last)

    def _wishes_as_writer(self, index: int) -> bool:
        """Tell whether the writer says what he wants: "quería confirmar su dirección"."""
        form = self._tokens[index].form
        wishes = form.lemma in self._list("wanting") and form.tense == "impf"
        return wishes and not self._clauses.asked(index) and not self._is_conditional(index)

    def _may_be_writers(self, index: int) -> bool:
        """Tell whether a form of both persons may be the first: "esperaba su respuesta", "estaba revisando su caso"."""
        if all(form.person != "1s" for form in self._tokens[index].forms):
            return False
        if self._tokens[index].form.lemma not in self._list("auxiliaries") | self._list("having"):
            return True
        first, last = self._clauses.sentence(index)
        return any(self._words.has("third_owners", token) for token in self._tokens[first:last])

    def is_command(self, index: int, clause: Clause) -> bool:
        """Tell whether a subjunctive is a command, positive or negative."""
        forms = self._tokens[index].forms
        if not any(form.tense == "sub" for form in forms) or any(form.tense == "pres" for form in forms):
            return False
        if any(form.pronouns for form in forms):
            return True
        before = self._clauses.at(self._clauses.group_start(index) - 1)
        if before is not None and before.tag is Tag.ADDRESS:
            return False
        if self._clauses.clitics(index) and not self.is_negated(index):
            return False
        return self._opens_command(index, clause)

    def is_negated(self, index: int) -> bool:
        """Tell whether a negation belongs to the verb."""
        group = self._tokens[self._clauses.group_start(index) : index]
        return any(token.tag is Tag.NEGATION for token in group)

    def _opens_command(self, index: int, clause: Clause) -> bool:
        between = self._tokens[clause.opener + 1 : index]
        if any(self._words.has("doubters", token) for token in between):
            return False
        opener = self._clauses.at(clause.opener)
        if opener is None or opener.tag in _ASIDE:
            before = self._clauses.at(clause.opener - 1)
            return before is None or before.tag is not Tag.THAT
        if opener.tag is Tag.COORDINATOR:
            previous = self._clauses.previous_finite(clause.opener)
            if previous < 0 or self._tokens[previous].form.tense not in _SUBJUNCTIVES:
                return True
            return self.is_command(previous, self._clauses.clause(previous))
        return opener.tag in {Tag.FINITE, Tag.ADDRESS}

    def _goes_on_of_another(self, index: int, clause: Clause) -> bool:
        """Tell whether a verb before has a subject of its own, which goes on: "Ana llamó y dejó un recado"."""
        opener, tense = self._clauses.at(clause.opener), self._tokens[index].form.tense
        if opener is None or opener.tag in {Tag.STOP, Tag.SUBORDINATOR, Tag.QUESTION} or clause.relative:
            return False
        previous = clause.opener if opener.tag is Tag.FINITE else self._clauses.previous_finite(clause.opener)
        if previous < 0 or self._tokens[previous].form.person != "3s":
            return False
        before = self._clauses.clause(previous)
        if before.subject is not Subject.OTHER or self._turns_to_customer(index, previous):
            return False
        if opener.tag is Tag.THAT:
            return tense in {"pret", "impf", "cond"} and previous == clause.opener - 1
        if opener.tag is Tag.COMMA:
            return tense in {"pret", "impf"} or self._words.has("human_pronouns", self._clauses.at(before.opener))
        return True

    def _turns_to_customer(self, index: int, previous: int) -> bool:
        """Tell whether the customer acts after a thing did: "el paquete llegará mañana y recibirá un correo"."""
        own, (head, last) = self._tokens[index].form, self._clauses.head(index)
        if not self._addressed or not self._is_typical(index, own, head):
            return False
        if head.pronouns in self._list("reflexive_pronoun") or self._list("reflexive_pronoun") & set(
            self._clauses.clitics(index)
        ):
            return False
        first, _ = self._clauses.sentence(previous)
        people = ("people", "receivers", "human_pronouns")
        named = (self._words.has(name, token) for name in people for token in self._tokens[first:previous])
        acts = bool(head.pronouns) or self._clauses.object_follows(last)
        return acts and head.lemma not in self._list("of_things") and not any(named)

    def _can_be_of_a_person(self, index: int) -> bool:
        own, (head, last) = self._tokens[index].form, self._clauses.head(index)
        following = self._clauses.at(index + 1)
        if head.lemma in self._list("being"):
            return self._near("persons", last) or self._asks_origin(index) or self._is_done_to(last)
        if head.lemma in self._list("stating"):
            simple = last == index or own.lemma in self._list("having")
            return self._near("states", last) or (simple and (self._clauses.asked(index) or self._is_placed(index)))
        if own.lemma in self._list("stating") and self._tokens[last].tag is Tag.PARTICIPLE:
            return self._near("states", index)
        if head.lemma in self._list("arriving") and self._words.has("to_prepositions", following):
            return self._is_conditional(index)
        if head.lemma in self._list("pleasing") and not self._clauses.clitics(index):
            return self._is_conditional(index)
        if head.lemma in self._list("impersonal"):
            return head.lemma in self._list("wished") and self._clauses.object_follows(last)
        return not self._is_set_phrase(index, own, head, following) and self._has_own_pronoun(index, own, head)

    def _is_done_to(self, last: int) -> bool:
        """Tell whether a passive is of what one does to people: "ha sido registrado"."""
        token = self._clauses.at(last + 1)
        if not self._addressed or token is None or not token.forms:
            return False
        done = self._list("done_to_people") | self._list("accusatives")
        return any(form.tense == "part" and form.lemma in done for form in token.forms)

    def _asks_origin(self, index: int) -> bool:
        """Tell whether a question ends with the verb: "where are you from?"."""
        led, following = self._clauses.at(index - 2), self._clauses.at(index + 1)
        ends = following is not None and following.tag is Tag.STOP
        where = self._words.has("origins", self._clauses.at(index - 1))
        return ends and where and led is not None and led.tag is Tag.PREPOSITION

    def _is_conditional(self, index: int) -> bool:
        opener = self._clauses.at(self._clauses.before(index).opener)
        return opener is not None and opener.tag is Tag.SUBORDINATOR

    def _is_placed(self, index: int) -> bool:
        """Tell whether somebody is somewhere: "cuando está en casa"."""
        following = self._clauses.at(index + 1)
        return self._is_conditional(index) and following is not None and following.tag is Tag.PREPOSITION

    def _is_set_phrase(self, index: int, own: VerbForm, head: VerbForm, following: Token | None) -> bool:
        """Tell whether nobody does anything: there is, it is two years ago, it may be that, it makes sense."""
        if own.lemma in self._list("having") and head is own:
            return True
        clitics = set(self._clauses.clitics(index))
        if self._list("reflexive_pronoun") & clitics and self._list("joined_clitics") & clitics:
            return True
        if own.lemma in self._list("feelings") and self._list("joined_clitics") & clitics:
            return following is None or (following.tag is not Tag.OWNER and not self._words.has("definite", following))
        if own.lemma in self._list("doing") and self._words.has("durations", following):
            return True
        if own.lemma in self._list("owning") and self._words.has("it_has", following):
            return True
        if own.lemma in self._list("able") and following is not None and following.tag is Tag.THAT:
            return True
        if head.lemma in self._list("named_by") and own.lemma == head.lemma and not self._clauses.asked(index):
            return bool(self._words.lists["reflexive_pronoun"] & set(self._clauses.clitics(index)))
        if own.lemma in self._list("wanting") and own.tense == "past" and not self._is_conditional(index):
            return not self._clauses.asked(index)
        if own.lemma in self._list("wanting") and head.lemma in self._list("saying"):
            explains = (
                after := self._clauses.at(self._clauses.head(index)[1] + 1)
            ) is not None and after.tag is Tag.THAT
            return explains and not self._clauses.clause(index).relative
        return own.lemma in self._list("saying") and own.tense == "pret" and not self._clauses.asked(index)

    def _has_own_pronoun(self, index: int, own: VerbForm, head: VerbForm) -> bool:
        """Tell whether a reflexive pronoun, if there is one, can be the customer's and not the passive's."""
        clitics = set(self._clauses.clitics(index))
        if not self._list("reflexive_pronoun") & clitics:
            return True
        if self._list("objects") & clitics and head.lemma in self._list("takings"):
            return True
        return bool({own.lemma, head.lemma} & self._list("reflexive"))

    def _near(self, name: str, index: int) -> bool:
        for token in self._tokens[index + 1 : index + 5]:
            if token.tag in {Tag.INFINITIVE, Tag.THAT, Tag.STOP, Tag.COMMA}:
                return False
            if self._words.has(name, token):
                return True
        return False

    def _list(self, name: str) -> frozenset[str]:
        return self._words.lists[name]

    def _acts_on(self, index: int, head: VerbForm) -> bool:
        """Tell whether an infinitive needs somebody who acts: things end by themselves, nobody closes them."""
        if head.lemma not in self._list("of_things"):
            return True
        _, last = self._clauses.head(index)
        return self._clauses.asked(index) or bool(head.pronouns) or self._clauses.object_follows(last)

    def _after_main_verb(self, own: VerbForm, clause: Clause) -> Sure | None:
        """Return what the verb before "que" tells: "¿quiere que llame?" names two people, "supongo que sabía" too."""
        main = self._clauses.at(clause.opener - 1)
        that = self._clauses.at(clause.opener)
        if main is None or main.tag is not Tag.FINITE or that is None or that.tag is not Tag.THAT:
            return None
        if main.form.person == "3s" and self.sure(clause.opener - 1) > Sure.NO:
            disjoint = own.tense in _SUBJUNCTIVES and main.form.lemma in self._list("disjoint")
            return Sure.NO if disjoint or own.tense == "pret" else None
        if main.form.person != "1s":
            return None
        seen = own.tense == "pret" and main.form.lemma in self._list("perceiving")
        return Sure.LIKELY if seen or own.tense in {"impf", "cond", "sub"} else None

    def _is_typical(self, index: int, own: VerbForm, head: VerbForm) -> bool:
        """Tell whether one says this to a customer rather than of others: you can, you have to, you will receive."""
        if own.lemma in self._list("owning"):
            return head is not own
        return own.lemma in self._list("typical") or head.lemma in self._list("typical")

    def _follows_another(self, index: int, clause: Clause) -> bool:
        """Tell whether somebody else was the subject just before: "El parque es enorme. Tiene dos lagos."."""
        opener = self._clauses.at(clause.opener)
        if opener is not None and opener.tag not in {Tag.STOP, Tag.COMMA, Tag.COORDINATOR}:
            return False
        first, _ = self._clauses.sentence(index)
        start, _ = self._clauses.sentence(max(first - 2, 0))
        verbs = [place for place in range(start, index) if self._tokens[place].tag is Tag.FINITE]
        third = [place for place in verbs if self._tokens[place].form.person == "3s"]
        return bool(third) and self._clauses.clause(third[-1]).subject is Subject.OTHER

    def _by_kind(self, index: int, clause: Clause) -> Sure:
        own, (head, last) = self._tokens[index].form, self._clauses.head(index)
        leans = own.lemma in self._list("leaning") and head is not own
        personal = head.lemma in self._list("personal") or (leans and self._acts_on(index, head))
        if head.lemma in self._list("being") | self._list("stating"):
            if not (self._near("states", last) or self._near("persons", last) or self._clauses.asked(index)):
                return Sure.PERHAPS
            stated = own.tense == "pres" or (own.tense == "sub" and head.lemma in self._list("stating"))
            return Sure.LIKELY if self._clauses.asked(index) or stated else Sure.PERHAPS
        opener = self._clauses.at(clause.opener)
        first = self._list("first_clitics") & set(self._clauses.clitics(index))
        if first and own.tense in {"impf", "cond"} and head.lemma in self._list("reflexive"):
            return Sure.NO
        led = opener is not None and opener.tag in {Tag.THAT, Tag.SUBORDINATOR}
        if led and not clause.relative and (known := self._after_main_verb(own, clause)) is not None:
            return known
        things = self._list("of_things") - self._list("coming" if self._clauses.asked(index) else "wished")
        led = led and own.tense == "sub"
        if (self._clauses.asked(index) and not clause.relative) or led:
            return Sure.LIKELY if personal or head.lemma not in things else Sure.PERHAPS
        if own.tense in _SUBJUNCTIVES:
            return Sure.PERHAPS
        if own.tense == "cond" and leans and own.lemma in self._list("advising"):
            return Sure.LIKELY
        if own.lemma in self._list("saying") and (after := self._clauses.at(index + 1)) and after.tag is Tag.THAT:
            return Sure.PERHAPS
        if opener is not None and opener.tag is Tag.SUBORDINATOR and own.tense == "pres":
            return Sure.PERHAPS if head.lemma in self._list("of_things") else Sure.LIKELY
        if self._follows_another(index, clause) and not self._is_typical(index, own, head):
            return Sure.PERHAPS
        told = own.tense == "pret" and clause.relative and personal
        return Sure.LIKELY if told or (personal and own.tense in {"pres", "fut"}) else Sure.PERHAPS
