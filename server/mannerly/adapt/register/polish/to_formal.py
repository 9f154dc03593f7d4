"""Plans how a Polish sentence that says "ty" calls its reader Pan, Pani or Panstwo; finds no address itself."""

from __future__ import annotations

from mannerly.adapt.register.engine import Doubt
from mannerly.adapt.register.polish.clauses import Sentence
from mannerly.adapt.register.polish.commands import Commands
from mannerly.adapt.register.polish.edits import Edits
from mannerly.adapt.register.polish.grammar import Grammar
from mannerly.adapt.register.polish.informal import Site
from mannerly.adapt.register.polish.words import BOTH, MAN, WOMAN, Rule, exchanged

_TARGETS = {
    MAN: {"s2": "s3", "l2m": "lm", "l2f": "lm", "c2m": "clm", "c2f": "clm", "lm": "lm", "lf": "lm"},
    WOMAN: {"s2": "s3", "l2m": "lf", "l2f": "lf", "c2m": "clf", "c2f": "clf", "lm": "lf", "lf": "lf"},
    BOTH: {"s2": "p3", "l2m": "lp", "l2f": "lp", "c2m": "clp", "c2f": "clp", "lm": "lp", "lf": "lp"},
}
_UNKNOWN = "The verb or its class is not known."


class ToFormal:
    """Rewrites one sentence.

    Args:
        grammar: what governs what.
        view: the sentence.
        sites: every word in it that says "ty".
        gender: m for Pan, f for Pani, n for Panstwo.
        edits: where the changes are collected.
    """

    def __init__(self, grammar: Grammar, view: Sentence, sites: tuple[Site, ...], gender: str, edits: Edits) -> None:
        """Plan nothing yet."""
        self._words, self._lexicon, self._grammar = grammar.words, grammar.lexicon, grammar
        self._view, self._sites, self._gender, self._edits = view, sites, gender, edits
        self._pan = grammar.words.map(f"pan_{gender}")
        self._doubts = list[Doubt]()

    def planned(self) -> tuple[Doubt, ...]:
        """Collect all changes and return the doubts."""
        commands = Commands(self._grammar, self._view, self._edits)
        for site in self._sites:
            match site.rule:
                case Rule.PRONOUN:
                    self._pronoun(site.place)
                case Rule.POSSESSIVE:
                    self._edits.put(site.place, self._pan["poss"], Rule.POSSESSIVE)
                case Rule.JOINED:
                    self._joined(site.place)
                case Rule.GREETING:
                    self._edits.put(site.place, self._words.map("greeting_ty")[self._view.key(site.place)], site.rule)
                case Rule.COMMAND:
                    if not commands.asked(site):
                        self._doubt(site.place)
                case _:
                    self._verb(site)
        return tuple(self._doubts)

    def _doubt(self, place: int) -> None:
        token = self._view.tokens[place]
        self._doubts.append(Doubt(token.start, token.end, _UNKNOWN))

    def _pronoun(self, place: int) -> None:
        view, key = self._view, self._view.key(place)
        cases = self._words.slots("ty_forms", key)
        text = self._pan[self._case(place, cases)]
        after = place + 1
        while cases <= {"dat", "gen", "acc"} and view.key(after) in self._words.of("swapped"):
            after += 1
        clitic = key not in {form.lower() for form in self._words.map("ty_full").values()}
        if clitic and after > place + 1:
            self._edits.drop(place, Rule.PRONOUN)
            self._edits.after(after - 1, text, Rule.PRONOUN)
        else:
            self._edits.put(place, text, Rule.PRONOUN)

    def _case(self, place: int, cases: frozenset[str]) -> str:
        if cases != {"gen", "acc"}:
            return min(cases)
        governed = self._grammar.preposition(self._view, place) & cases
        if governed:
            return min(governed)
        return "gen" if self._grammar.wants_genitive(self._view, place) else "acc"

    def _verb(self, site: Site) -> None:
        form = site.form
        text = None if form is None else self._lexicon.other(
            self._view.key(site.place), form, _TARGETS[self._gender][form.slot]
        )  # fmt: skip
        if form is None or text is None:
            self._doubt(site.place)
            return
        if self._edits.is_dropped(site.place):
            return
        self._edits.put(site.place, text, site.rule)
        last = self._slash(site.place)
        if not self._is_named(site.place) and not self._shares(site.place):
            self._insert(site.place, last)
        self._dependents(site, last)

    def _dependents(self, site: Site, last: int) -> None:
        """Change what agrees with the person behind a verb: participles, adjectives, predicate nouns."""
        key = self._view.key(site.place)
        segment = self._view.segment(site.place)
        if last > site.place and last + 1 < len(self._view.tokens):
            segment = range(segment.start, self._view.segment(last + 1).stop)
        if self._lexicon.lemma_in(key, "future"):
            self._participles(segment)
        if self._lexicon.lemma_in(key, "copulas"):
            self._adjectives(segment)
        elif self._words.of("emphatic") & self._view.keys(segment):
            self._adjectives(segment, only=self._words.of("emphatic"))

    def _participles(self, places: range) -> None:
        taken = {site.place for site in self._sites}
        for at in places:
            form = self._lexicon.having(self._view.key(at), "lm", "lf") if self._view.key(at) else None
            if form is not None and at not in taken and not self._lexicon.nouns(self._view.key(at)):
                text = self._lexicon.other(self._view.key(at), form, _TARGETS[self._gender][form.slot])
                if text is not None:
                    self._edits.put(at, text, Rule.PAST)

    def _adjectives(self, places: range, only: frozenset[str] = frozenset()) -> None:
        for at in places:
            key = self._view.key(at)
            found = self._lexicon.predicative(key) if key else None
            pointed = key in self._words.of("emphatic") and self._view.key(at - 1) in self._words.of("pointing")
            if found is None or pointed or (only and key not in only) or self._is_attribute(at):
                self._member(at)
                continue
            text = self._lexicon.agreeing(found[0], self._gender)
            if text is not None and found[1] != BOTH:
                self._edits.put(at, text, Rule.ADJECTIVE)
                self._slash(at)

    def _slash(self, at: int) -> int:
        """Leave out the other gender behind a slash or in brackets; return the last place left out, else the same."""
        view, mark = self._view, self._view.at(at + 1)
        if mark is None or not mark.glued or mark.text not in ("/", "("):
            return at
        end = at + 2 + (view.tokens[at + 2].text == "-" if at + 3 < len(view.tokens) else 0)
        other = view.at(end)
        if other is None or not other.glued or not other.key.endswith(self._words.ordered("gender_endings")):
            return at
        closing = view.at(end + 1)
        if mark.text == "(" and (closing is None or closing.text != ")"):
            return at
        end += mark.text == "("
        for place in range(at + 1, end + 1):
            self._edits.drop(place, Rule.ADJECTIVE)
        return end

    def _is_attribute(self, at: int) -> bool:
        nouns = self._lexicon.nouns(self._view.key(at + 1))
        return bool(nouns & self._lexicon.adjectives(self._view.key(at)))

    def _member(self, at: int) -> None:
        """Put a predicate noun with its adjectives in the plural for Panstwo."""
        text = self._words.map("member_n").get(self._view.key(at)) if self._gender == BOTH else None
        if text is None:
            return
        self._edits.put(at, text, Rule.ADJECTIVE)
        before = at - 1
        while (changed := exchanged(self._words.map("member_adjective_n"), self._view.key(before))) is not None:
            self._edits.put(before, changed, Rule.ADJECTIVE)
            before -= 1

    def _joined(self, place: int) -> None:
        key = self._view.key(place)
        text = self._words.map("joined").get(key, self._words.text("conditional"))
        self._edits.put(place, text, Rule.JOINED)
        segment = self._view.segment(place)
        self._participles(segment)
        if any(self._lexicon.predicative(self._view.key(at)) for at in segment if self._view.key(at)):
            self._adjectives(range(place + 1, segment.stop))
        if not self._is_named(place):
            self._edits.after(place, self._pan["nom"], Rule.SUBJECT)

    def _is_named(self, place: int) -> bool:
        """Tell whether the pronoun itself stands in the stretch."""
        nominative = {key for key, cases in self._words.map("ty_forms").items() if cases == "nom"}
        return bool(nominative & self._view.keys(self._view.segment(place)))

    def _shares(self, place: int) -> bool:
        """Tell whether a conjunction joins the verb to one before it that has the subject."""
        segment = self._view.segment(place)
        for at in range(place - 1, segment.start - 1, -1):
            if any(site.place == at and site.is_finite for site in self._sites):
                return False
            if self._view.key(at) in self._words.of("coordinators"):
                return self._has_subject_before(at, segment)
        return any(site.rule is Rule.JOINED and site.place in segment and site.place < place for site in self._sites)

    def _has_subject_before(self, conjunction: int, segment: range) -> bool:
        verbs = [site for site in self._sites if site.place < conjunction and self._is_predicate(site)]
        if not verbs or (not verbs[-1].is_finite and verbs[-1].rule is not Rule.JOINED):
            return False
        return verbs[-1].place in segment or conjunction == self._view.start(conjunction)

    def _is_predicate(self, site: Site) -> bool:
        return site.is_finite or site.rule in (Rule.COMMAND, Rule.JOINED)

    def _insert(self, place: int, last: int) -> None:
        """Write the subject behind the verb and its short words, before a verb that ends its clause."""
        view, text = self._view, self._pan["nom"]
        while view.key(last + 1) in self._words.of("enclitics"):
            last += 1
        first = place - 1 if view.key(place - 1) in self._words.of("negation") else place
        closes = view.ends_at(last + 1)
        if closes and first > view.start(place) and view.key(first - 1) not in self._words.of("additive"):
            self._edits.before(first, text, Rule.SUBJECT)
        else:
            self._edits.after(last, text, Rule.SUBJECT)
