"""Finds every Pan, Pani and Panstwo of a Polish sentence that is the reader, and what it is there; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mannerly.adapt.register.polish.addressees import Addressees
from mannerly.adapt.register.polish.clauses import Sentence, Token
from mannerly.adapt.register.polish.grammar import Grammar
from mannerly.adapt.register.polish.pani import Pani
from mannerly.adapt.register.polish.subjects import Predicate, Subjects
from mannerly.adapt.register.polish.words import BOTH, MAN, WOMAN
from mannerly.adapt.register.text import Kind


class Role(Enum):
    """What a form of Pan is in its sentence."""

    SUBJECT = "subject"
    POSSESSIVE = "possessive"
    OBJECT = "object"
    LORDLY = "lordly"
    CALL = "call"
    DEAR = "esteem"
    FORMULA = "formula"
    UNCLEAR = "unclear"


@dataclass(frozen=True, kw_only=True)
class Address:
    """A form of Pan that is the reader.

    Args:
        place: its index in the sentence.
        last: the last index of a pair like Pan/Pani.
        gender: of the form: m, f, n for Panstwo.
        role: what it is.
        case: of an object.
        slots: of the noun behind a possessive.
        end: place of that noun.
        verbs: of a subject.
    """

    place: int
    last: int
    gender: str
    role: Role
    case: str = ""
    slots: frozenset[str] = frozenset()
    end: int = 0
    verbs: tuple[Predicate, ...] = ()

    @property
    def is_pair(self) -> bool:
        """Whether both a man and a woman are named."""
        return self.last > self.place


class Formal:
    """Reads Pan, Pani and Panstwo.

    Args:
        grammar: what governs what.
    """

    def __init__(self, grammar: Grammar) -> None:
        """Use this grammar."""
        self._grammar = grammar
        self._words = grammar.words
        self._lexicon = grammar.lexicon
        self._who = Addressees(grammar)
        self._subjects = Subjects(grammar, self._who)
        self._pani = Pani(grammar)

    def places(self, view: Sentence) -> tuple[int, ...]:
        """Return every form of Pan that is the reader, the second half of a pair left out."""
        return tuple(token.place for token in view.tokens if self._is_reader(view, token))

    def _is_reader(self, view: Sentence, token: Token) -> bool:
        if self._is_lordly(token):
            return not token.quoted
        known = bool(self._who.forms(token)) and self._who.is_reader(view, token.place)
        return known and not self._who.is_second(view, token.place)

    def _is_lordly(self, token: Token) -> bool:
        """Tell whether the word is the adjective made from Pan."""
        return token.is_word and token.key in self._words.map("pan_adjective")

    def gender(self, view: Sentence, place: int) -> str:
        """Return the gender of a form of Pan."""
        forms = self._who.forms(view.tokens[place])
        return next((gender for gender in (MAN, WOMAN, BOTH) if gender in forms), MAN)

    def addresses(self, view: Sentence) -> tuple[Address, ...]:
        """Return what each of them is."""
        return tuple(self._address(view, place) for place in self.places(view))

    def _address(self, view: Sentence, place: int) -> Address:
        forms = self._who.forms(view.tokens[place])
        last, gender = self._who.last(view, place), self.gender(view, place)

        def found(role: Role, case: str = "", verbs: tuple[Predicate, ...] = ()) -> Address:
            return Address(place=place, last=last, gender=gender, role=role, case=case, verbs=verbs)

        if self._is_lordly(view.tokens[place]):
            return found(Role.LORDLY)
        if view.key(place - 1) in self._words.of("esteem") and {"voc", "nom"} & forms:
            return found(Role.DEAR)
        follows = view.at(last + 1)
        if follows is not None and follows.glued and follows.text == "(":
            return found(Role.UNCLEAR)
        if self._is_formula(view, place, last):
            return found(Role.FORMULA)
        if self._who.is_called(view, place) or self._is_greeted(view, place, forms):
            return found(Role.CALL)
        if view.key(last + 1) in self._words.of("additive") and "nom" in forms and "poss" not in forms:
            return found(Role.UNCLEAR)
        if "nom" in forms and self._is_named_only(view, place, last):
            return found(Role.SUBJECT)
        if "nom" in forms and (verbs := self._verbs(view, place, last, gender)):
            return found(Role.SUBJECT, verbs=verbs)
        if "poss" in forms:
            if gender == WOMAN and self._is_loose(view, place, last):
                return found(Role.UNCLEAR)
            owned = self._belonging(view, place, last, gender)
            if owned is not None and not owned.slots:
                return found(Role.UNCLEAR)
            if owned is None and self._is_open(view, place, last):
                return found(Role.UNCLEAR)
            return owned or found(Role.OBJECT, self._case(view, place, forms))
        if forms & {"nom", "voc"}:
            return found(Role.SUBJECT if self._is_bare(view, last) else Role.UNCLEAR)
        return found(Role.OBJECT, self._case(view, place, forms))

    def _is_loose(self, view: Sentence, place: int, last: int) -> bool:
        """Tell whether no word of the stretch could govern it, or it opens the stretch as one of several subjects."""
        before = view.key(place - 1)
        heads = not before or before in self._words.of("stressing")
        if heads and view.key(last + 1) in self._words.of("additive"):
            return True
        stems = self._words.ordered("giving")
        keys = [view.key(at) for at in view.segment(place) if at != place]
        return all(key in self._words.of("small") and not key.startswith(stems) for key in keys)

    def _is_greeted(self, view: Sentence, place: int, forms: frozenset[str]) -> bool:
        """Tell whether a greeting that fits every level stands before, with the person in the dative."""
        return "dat" in forms and view.key(place - 1) in self._words.of("greeting_ends")

    def _is_open(self, view: Sentence, place: int, last: int) -> bool:
        """Tell whether a word that no table has follows where only a possessive would be at home."""
        key = view.key(last + 1)
        after = view.at(last + 1)
        if after is not None and after.kind in (Kind.NUMBER, Kind.SPAN):
            return not self._grammar.preposition(view, place) and not self._takes_person(view, place)
        if not key or key in self._words.of("small") or self._lexicon.is_verb(key):
            return False
        governed = self._grammar.preposition(view, place)
        return (place == view.start(place) or bool(governed)) and not governed & {"gen", "acc"}

    def _takes_person(self, view: Sentence, place: int) -> bool:
        near = range(max(view.segment(place).start, place - 1), place)
        return self._grammar.starts_with(view, near, "personal_objects")

    def _is_named_only(self, view: Sentence, place: int, last: int) -> bool:
        """Tell whether it is a nominative without a verb: in a comparison, or after "is it"."""
        before, earlier = view.key(place - 1), view.key(place - 2)
        if "poss" in self._who.forms(view.tokens[place]) and self._grammar.phrase(view, last + 1, loose=True)[0]:
            return False
        if before in self._words.of("comparing") or (before in self._words.of("alike") and view.ends_at(last + 1)):
            return True
        if before in self._words.of("alike") and earlier in self._words.of("such"):
            return True
        if before in self._words.of("negation"):
            before = earlier
        return before in self._words.of("pointing_verbless") and view.ends_at(last + 1)

    def _is_formula(self, view: Sentence, place: int, last: int) -> bool:
        """Tell whether it is the formula that calls a person: a comma behind, and no request."""
        asks = view.key(place - 1) == self._words.text("request_word") and "poss" in self._who.forms(view.tokens[place])
        return asks and view.ends_at(last + 1) and view.key(last + 2) not in self._words.of("purposes")

    def _is_bare(self, view: Sentence, last: int) -> bool:
        return view.ends_at(last + 1) and view.segment(last).stop - view.segment(last).start <= 3

    def _verbs(self, view: Sentence, place: int, last: int, gender: str) -> tuple[Predicate, ...]:
        if gender == WOMAN and not self._pani.may_be_subject(view, place, last):
            return ()
        return self._subjects.predicates(view, place, gender)

    def _belonging(self, view: Sentence, place: int, last: int, gender: str) -> Address | None:
        """Return the address as a possessive, None where it is no possessive."""
        slots, end = self._grammar.phrase(view, last + 1, loose=True)
        if not slots or self._is_predicate(view, place, last + 1) or self._is_person(view, place, gender, slots, end):
            return None
        expected = self._grammar.expected(view, place, end)
        narrowed = frozenset(slot for slot in slots if slot.rpartition(".")[2] in expected)
        if not narrowed and not self._grammar.preposition(view, place):
            narrowed = frozenset(slot for slot in slots if not slot.endswith(".loc"))
        agreeing = narrowed & self._grammar.attribute_behind(view, end)
        fitting = agreeing or self._numbered(view, place, narrowed, end)
        return Address(place=place, last=last, gender=gender, role=Role.POSSESSIVE, slots=fitting, end=end)

    def _is_predicate(self, view: Sentence, place: int, after: int) -> bool:
        """Tell whether an adjective behind belongs to a copula before: "will be known to you"."""
        if self._lexicon.predicative(view.key(after)) is None or self._lexicon.nouns(view.key(after)):
            return False
        before = range(view.segment(place).start, place)
        attribute = self._lexicon.nouns(view.key(after + 1)) & self._lexicon.adjectives(view.key(after))
        return not attribute and any(self._lexicon.lemma_in(view.key(at), "copulas") for at in before)

    def _numbered(self, view: Sentence, place: int, slots: frozenset[str], end: int) -> frozenset[str]:
        """Leave out the slots of the number that the verb behind does not have."""
        number = self._grammar.number_after(view, end) if "nom" in self._grammar.cases_in(slots) else ""
        if self._lexicon.lemmas_of(view.key(place - 1)) & self._words.of("collectives"):
            number = "pl"
        fitting = frozenset(slot for slot in slots if number and f".{number}." in slot)
        return fitting or slots

    def _is_person(self, view: Sentence, place: int, gender: str, slots: frozenset[str], end: int) -> bool:
        """Tell whether the person is meant and not a belonging, though a noun follows."""
        governed = self._grammar.preposition(view, place)
        cases = self._grammar.cases_in(slots)
        if governed:
            return self._is_person_after(view, place, governed, cases, end)
        before = range(view.segment(place).start, place)
        if gender != WOMAN:
            near = range(max(before.start, place - 1), place)
            charged = self._grammar.starts_with(view, near, "charging") and not cases & {"acc", "gen"}
            return charged or self._takes_person(view, place)
        named = view.key(place - 1) in self._words.of("nominative_after")
        if named or self._grammar.is_genitive_attribute(view, place):
            return False
        gives = self._is_given(view, before)
        owned = self._lexicon.lemmas_of(view.tokens[end].head) & self._words.of("belongings")
        return gives and not owned and bool(cases & {"acc", "gen", "nom"})

    def _is_given(self, view: Sentence, before: range) -> bool:
        """Tell whether the nearest verb before gives something to somebody."""
        if view.key(before.stop - 1) in self._words.of("additive"):
            return False
        for at in reversed(before):
            key = view.key(at)
            if key and (self._lexicon.is_verb(key) or key in self._words.of("impersonal")):
                return key.startswith(self._words.ordered("giving"))
        return self._grammar.starts_with(view, before, "giving")

    def _is_person_after(
        self, view: Sentence, place: int, governed: frozenset[str], cases: frozenset[str], end: int
    ) -> bool:
        if not governed & cases:
            return True
        if view.key(place - 1) in self._words.of("agent_prepositions"):
            return self._is_agent(view, place, end)
        sent = self._lexicon.lemmas_of(view.tokens[end].head) & self._words.of("sent_things")
        everywhere = range(len(view.tokens))
        return bool(sent) and self._grammar.starts_with(view, everywhere, f"with_{view.key(place - 1)}")

    def _is_agent(self, view: Sentence, place: int, end: int) -> bool:
        """Tell whether a participle before the preposition belongs to the noun behind: what was sent by the reader."""
        agreeing = self._lexicon.adjectives(view.key(place - 2))
        if not agreeing & self._grammar.phrase(view, end, loose=True)[0]:
            return False
        return not self._lexicon.lemma_in(view.key(place - 3), "copulas")

    def _case(self, view: Sentence, place: int, forms: frozenset[str]) -> str:
        """Return the case of an object."""
        governed = self._grammar.preposition(view, place) & forms
        if governed:
            return min(governed)
        if {"dat", "gen"} <= forms:
            gives = self._grammar.starts_with(view, view.segment(place), "giving")
            return "gen" if self._grammar.wants_genitive(view, place) and not gives else "dat"
        if {"acc", "ins"} <= forms:
            before = range(view.segment(place).start, place)
            leads = self._grammar.starts_with(view, before, "instrumental_verbs")
            return "ins" if leads else "acc"
        return next(case for case in ("dat", "acc", "ins", "loc", "gen") if case in forms)
