"""Plans how a Polish sentence that calls its reader Pan, Pani or Panstwo says "ty"; finds no address itself."""

from __future__ import annotations

from mannerly.adapt.register.engine import Doubt
from mannerly.adapt.register.polish.clauses import Sentence
from mannerly.adapt.register.polish.edits import Edits
from mannerly.adapt.register.polish.formal import Address, Role
from mannerly.adapt.register.polish.grammar import Grammar
from mannerly.adapt.register.polish.lexicon import Form
from mannerly.adapt.register.polish.requests import Request
from mannerly.adapt.register.polish.words import BOTH, MAN, WOMAN, Rule, exchanged

_SECOND = {
    MAN: {"s3": "s2", "p3": "s2", "lm": "l2m", "lf": "l2m", "lp": "l2m", "clm": "c2m", "clf": "c2m", "clp": "c2m"},
    WOMAN: {"s3": "s2", "p3": "s2", "lm": "l2f", "lf": "l2f", "lp": "l2f", "clm": "c2f", "clf": "c2f", "clp": "c2f"},
}
_PAST = {MAN: "lm", WOMAN: "lf"}
_PRESENT = frozenset({"s3", "p3"})
_GENDERED = "Nothing tells whether the customer is a woman or a man, and the verb or adjective would have to show it."
_OPEN = "What the word is here cannot be told for sure."


class ToInformal:
    """Rewrites one sentence.

    Args:
        grammar: what governs what.
        view: the sentence.
        gender: m or f of the customer, "" when not known.
        edits: where the changes are collected.
    """

    def __init__(self, grammar: Grammar, view: Sentence, gender: str, edits: Edits, *, capital: bool) -> None:
        """Plan nothing yet."""
        self._words, self._lexicon, self._grammar = grammar.words, grammar.lexicon, grammar
        self._view, self._gender, self._edits, self._capital = view, gender, edits, capital
        self._doubts = list[Doubt]()
        self.is_stuck = False

    def planned(self, addresses: tuple[Address, ...], requests: tuple[Request, ...]) -> tuple[Doubt, ...]:
        """Collect all changes and return the doubts; `is_stuck` tells that the sentence had better stay as it is."""
        for address in addresses:
            self._address(address)
        for request in requests:
            self._request(request)
        if self.is_stuck:
            return tuple(self._doubt_of(address.place, _GENDERED) for address in addresses)
        return tuple(self._doubts)

    def _doubt_of(self, place: int, why: str) -> Doubt:
        token = self._view.tokens[place]
        return Doubt(token.start, token.end, why)

    def _address(self, address: Address) -> None:
        match address.role:
            case Role.SUBJECT:
                self._subject(address)
            case Role.POSSESSIVE:
                self._possessive(address)
            case Role.OBJECT:
                self._object(address)
            case Role.LORDLY:
                text = self._words.map("pan_adjective")[self._view.key(address.place)]
                self._edits.put(address.place, self._written(text, address.place), Rule.POSSESSIVE)
            case Role.CALL:
                self._edits.drop(address.place, Rule.GREETING)
            case Role.DEAR:
                self._salute(address)
            case _:
                self._doubts.append(self._doubt_of(address.place, _OPEN))
        if address.is_pair and address.role is not Role.UNCLEAR:
            self._edits.drop(address.place + 1, Rule.PRONOUN)
            self._edits.drop(address.last, Rule.PRONOUN)

    def _written(self, text: str, place: int) -> str:
        return text if self._capital or self._view.tokens[place].opens else text[:1].lower() + text[1:]

    def _salute(self, address: Address) -> None:
        slash = self._view.at(address.place - 2)
        if slash is not None and slash.text == "/":
            for place in range(slash.place, address.place + 1):
                self._edits.drop(place, Rule.GREETING)
            return
        after = self._view.at(address.last + 1)
        comma = "," if after is not None and after.is_word else ""
        self._edits.put(address.place - 1, self._words.text("greeting_neutral") + comma, Rule.GREETING)
        self._edits.drop(address.place, Rule.GREETING)

    def _subject(self, address: Address) -> None:
        place = address.place
        if not address.verbs:
            self._edits.put(place, self._written(self._words.map("ty_full")["nom"], place), Rule.PRONOUN)
            return
        gender = self._gender if address.gender == BOTH or address.is_pair else address.gender
        for at, form in address.verbs:
            self._verb(at, form, gender)
            self._dependents(at, gender, address.gender)
        before, after = self._view.key(place - 1), self._view.key(address.last + 1)
        leads = all(at > place for at, _ in address.verbs)
        if before in self._words.of("contrasting") or (leads and after in self._words.of("adding")):
            self._edits.put(place, self._written(self._words.map("ty_full")["nom"], place), Rule.PRONOUN)
        else:
            self._edits.drop(place, Rule.SUBJECT)

    def _verb(self, at: int, form: Form, gender: str) -> None:
        if self._let(at, form):
            return
        if form.slot in _PRESENT:
            self._change(at, form, "s2", Rule.VERB)
            return
        if not gender:
            self.is_stuck = True
            return
        if form.slot in ("lm", "lf", "lp") and self._joins(at):
            self._change(at, form, _PAST[gender], Rule.PAST)
        else:
            self._change(at, form, _SECOND[gender][form.slot], Rule.PAST)

    def _change(self, at: int, form: Form, slot: str, rule: Rule) -> None:
        text = self._lexicon.other(self._view.key(at), form, slot)
        if text is None:
            self.is_stuck = True
        else:
            self._edits.put(at, text, rule)

    def _let(self, at: int, form: Form) -> bool:
        """Turn a wish with "let" into an imperative; False where there is none."""
        segment = self._view.segment(at)
        let = next((place for place in segment if self._view.key(place) in self._words.of("let")), None)
        if let is None or let > at or form.slot not in _PRESENT:
            return False
        command = self._lexicon.other(self._view.key(at), form, "imp")
        if not command:
            self.is_stuck = True
            return True
        self._edits.put(at, command, Rule.COMMAND)
        self._edits.drop(let, Rule.COMMAND)
        self._move_enclitics(let + 1, at)
        return True

    def _move_enclitics(self, start: int, verb: int) -> None:
        """Put the short words that opened the request behind its verb."""
        for at in range(start, verb):
            key = self._view.key(at)
            if key in self._words.of("moved") and not self._grammar.opens_phrase(self._view, at + 1):
                self._edits.drop(at, Rule.COMMAND)
                self._edits.after(verb, key, Rule.COMMAND)
            elif key not in self._words.map("pan_forms"):
                break

    def _joins(self, at: int) -> bool:
        """Put the ending of "ty" on the conjunction before a past; False where there is none."""
        joined = self._words.map("joined_pan")
        for place in range(at - 1, self._view.segment(at).start - 1, -1):
            if self._view.key(place) in joined:
                self._edits.put(place, joined[self._view.key(place)], Rule.JOINED)
                return True
        return False

    def _dependents(self, at: int, gender: str, given: str) -> None:
        segment = self._view.segment(at)
        if given != BOTH:
            return
        if self._lexicon.lemma_in(self._view.key(at), "future"):
            self._participles(range(at + 1, segment.stop), gender)
        copula = self._lexicon.lemma_in(self._view.key(at), "copulas")
        for place in segment:
            key = self._view.key(place)
            if key and (copula or key in self._words.of("emphatic")):
                self._adjective(place, gender)
            if key and copula:
                self._member(place, gender)

    def _participles(self, places: range, gender: str) -> None:
        for place in places:
            form = self._lexicon.having(self._view.key(place), "lp") if self._view.key(place) else None
            if form is None:
                continue
            if gender:
                self._change(place, form, _PAST[gender], Rule.PAST)
            elif form.lemma in self._words.of("no_infinitive"):
                self.is_stuck = True
            else:
                self._change(place, form, "inf", Rule.PAST)

    def _adjective(self, place: int, gender: str) -> None:
        found = self._lexicon.predicative(self._view.key(place))
        if found is None or found[1] != BOTH:
            return
        text = self._lexicon.agreeing(found[0], gender) if gender else None
        if text is None:
            self.is_stuck = True
        else:
            self._edits.put(place, text, Rule.ADJECTIVE)

    def _member(self, place: int, gender: str) -> None:
        key = self._view.key(place)
        if key not in self._words.map("member_m"):
            return
        if not gender:
            self.is_stuck = True
            return
        self._edits.put(place, self._words.map(f"member_{gender}")[key], Rule.ADJECTIVE)
        before, table = place - 1, self._words.map(f"member_adjective_{gender}")
        while (changed := exchanged(table, self._view.key(before))) is not None:
            self._edits.put(before, changed, Rule.ADJECTIVE)
            before -= 1

    def _possessive(self, address: Address) -> None:
        forms = {self._words.map("your")[slot] for slot in address.slots}
        if len(forms) > 1:
            single = {self._words.map("your")[slot] for slot in address.slots if ".sg." in slot}
            forms = single if len(single) == 1 else forms
        if len(forms) == 1:
            self._edits.put(address.place, self._written(forms.pop(), address.place), Rule.POSSESSIVE)
        else:
            self._doubts.append(self._doubt_of(address.place, _OPEN))

    def _object(self, address: Address) -> None:
        place, view = address.place, self._view
        short = self._words.map("ty_clitic").get(address.case)
        if short is None or self._is_stressed(place):
            self._edits.put(place, self._written(self._words.map("ty_full")[address.case], place), Rule.PRONOUN)
            return
        first = place
        while view.key(first - 1) in self._words.of("swapped"):
            first -= 1
        if first < place and first > view.start(place):
            self._edits.drop(place, Rule.PRONOUN)
            self._edits.before(first, self._written(short, place), Rule.PRONOUN)
        else:
            self._edits.put(place, self._written(short, place), Rule.PRONOUN)

    def _is_governed(self, place: int) -> bool:
        return bool(self._grammar.preposition(self._view, place))

    def _is_stressed(self, place: int) -> bool:
        """Tell whether the pronoun cannot be the short one: behind a preposition, or at the head of its clause."""
        before = self._view.key(place - 1)
        heads = place == self._view.start(place)
        return heads or self._is_governed(place) or before in self._words.of("stressing") | self._words.of("additive")

    def _request(self, request: Request) -> None:
        commands = [(at, self._lexicon.other(self._view.key(at), form, "imp")) for at, form in request.infinitives]
        if not all(text for _, text in commands):
            self._doubts.append(self._doubt_of(request.place, _OPEN))
            return
        for at, text in commands:
            self._edits.put(at, text or "", Rule.COMMAND)
        self._edits.drop(request.place, Rule.COMMAND)
        if self._view.key(request.place - 1) in self._words.of("before_request"):
            self._edits.drop(request.place - 1, Rule.COMMAND)
        self._move_enclitics(request.place + 1, request.infinitives[0][0])
