"""Turns du and ihr of a German text into the polite address; knows no evidence of its own."""

from __future__ import annotations

from functools import cached_property

from mannerly.adapt.register.german.clauses import Clauses
from mannerly.adapt.register.german.informal import InformalReading
from mannerly.adapt.register.german.reflexive import Reflexives
from mannerly.adapt.register.text import Change, like


class ToFormal:
    """The changes of one text."""

    def __init__(self, clauses: Clauses, informal: InformalReading, rules: str) -> None:
        """Change these places; `rules` is what the ids of the rules begin with."""
        self._c = clauses
        self._informal = informal
        self._rules = rules
        self._pronouns = clauses.grammar.map("to_sie")

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change, in order."""
        read, c = self._informal, self._c
        dropped = {item.verb: item for item in read.dropped}
        found = [self._put("pronoun", i, self._pronouns["nominative"]) for i in read.subjects]
        found += [self._put("familiar-plural", i, self._pronouns["nominative"]) for i in read.plural_subjects]
        found += [self._put("possessive", i, c.grammar.map("possessive_to_sie")[c.low(i)]) for i in read.possessives]
        found += [self._put("verb", j, form) for j, form in read.verbs.items() if j not in dropped]
        found += [self._with_pronoun(j, read.verbs[j], item.before) for j, item in dropped.items()]
        found += [self._contracted(i) for i in read.contractions]
        found += self._requests() + self._objects()
        return tuple(sorted(found, key=lambda change: change.start))

    def _put(self, rule: str, i: int, form: str) -> Change:
        word = self._c.word(i)
        after = form.upper() if word.text.isupper() and len(word.text) > 1 else like(word.text, form)
        return Change(self._rules + rule, word.start, word.end, after)

    def _with_pronoun(self, j: int, form: str, before: bool) -> Change:
        word, pronoun = self._c.word(j), self._pronouns["nominative"]
        after = f"{pronoun} {form}" if before else f"{like(word.text, form)} {pronoun}"
        return Change(f"{self._rules}dropped-pronoun", word.start, word.end, after)

    def _contracted(self, i: int) -> Change:
        word = self._c.word(i)
        form = self._c.grammar.map("contractions")[word.lower]
        after = f"{like(word.text, form)} {self._pronouns['nominative']}"
        return Change(f"{self._rules}dropped-pronoun", word.start, word.end, after)

    def _requests(self) -> list[Change]:
        """Return imperatives with their pronoun; of joined ones only the last takes it: prüfen und senden Sie."""
        c, requests, changes = self._c, self._informal.requests, list[Change]()
        for i, polite in requests.items():
            word = c.word(i)
            joined = c.among(i + 1, "coordinators") and i + 2 in requests
            pronoun = "" if joined else f" {self._pronouns['nominative']}"
            after = like(word.text, polite + pronoun)
            changes.append(Change(f"{self._rules}imperative", word.start, word.end, after))
        return changes

    def _objects(self) -> list[Change]:
        read, c = self._informal, self._c
        subjects = {*read.subjects, *read.plural_subjects, *read.verbs, *read.requests, *read.contractions}
        address = {*subjects, *read.accusatives, *read.datives, *read.plural_objects}
        reader = Reflexives(c, subjects.__contains__, address.__contains__)
        changes = list[Change]()
        for case, places in (("accusative", read.accusatives), ("dative", read.datives)):
            for i in places:
                changes.append(self._object(i, "pronoun", case, bound=reader.bound(i)))
        for i in read.plural_objects:
            case = "dative" if self._governs_dative(i) else "accusative"
            changes.append(self._object(i, "familiar-plural", case, bound=reader.bound(i)))
        return changes

    def _object(self, i: int, rule: str, case: str, *, bound: bool) -> Change:
        if not bound:
            return self._put(rule, i, self._pronouns[case])
        word = self._c.word(i)
        form = self._pronouns["reflexive"]
        after = like(word.text, form) if self._c.opens(i) else form
        return Change(f"{self._rules}reflexive", word.start, word.end, after)

    def _governs_dative(self, i: int) -> bool:
        """Tell the case of a pronoun that shows none: mit euch, wir helfen euch."""
        c = self._c
        if c.among(i - 1, "dative_prepositions", "accusative_prepositions"):
            return c.among(i - 1, "dative_prepositions")
        chunk = c.chunk(i)
        if not any(c.plural(j) or c.singular(j) or c.marked(j) for j in range(chunk.start, chunk.end)):
            return True
        tail = c.low(chunk.end - 1) if c.low(chunk.end - 1) in c.verbs.separable else ""
        return any(self._dative_verb(j, tail) for j in range(chunk.start, chunk.end))

    def _dative_verb(self, j: int, tail: str) -> bool:
        c = self._c
        datives = c.grammar.sets["dative_verbs"]
        if c.among(j, "dative_participles_of_verbs"):
            return True
        second = c.verbs.second(c.low(j)) or c.verbs.second_plural(c.low(j))
        request = c.verbs.imperative(c.low(j))
        lemmas = {c.lemma(j), c.verbs.with_mark(c.low(j)), request, second.plural if second else ""}
        lemmas.add(c.verbs.first_person_lemma(c.low(j)))
        return not c.noun(j) and any(lemma and {tail + lemma, lemma if not tail else ""} & datives for lemma in lemmas)
