"""Deeds inside polite Japanese sentences, in conditions, relative and joined clauses; knows no word of the language."""

from __future__ import annotations

from mannerly.adapt.register.japanese.common import Edit, Grammar, before, held
from mannerly.adapt.register.japanese.deeds import Actor, actor
from mannerly.adapt.register.japanese.forms import Bare, bare, conjugated, sentence_after, sentence_before
from mannerly.adapt.register.japanese.reading import Line


class Inner:
    """Raises what the customer does and lowers our regretted deeds where no polite ending stands."""

    def __init__(self, grammar: Grammar) -> None:
        """Use these tables."""
        self._grammar = grammar
        self._words = grammar.words

    def edits(self, line: Line) -> list[Edit]:
        """Return the edits at every verb without a polite ending."""
        found = list[Edit]()
        for index, verb in enumerate(line.morphemes):
            form = bare(line, index, self._grammar) if verb.verbal and not verb.held else None
            if form is not None:
                found += self._raised(line, index, form) or self._regretted(line, index, form)
        return found

    def _raised(self, line: Line, index: int, form: Bare) -> list[Edit]:
        noun, first = self._noun(line, index)
        if before(line, first).pos == "prefix" or not self._is_customers(line, index, noun, form):
            return []
        frame = self._frame(line, index, noun)
        after = None if frame is None else conjugated(self._grammar, frame, form)
        start, end = line.at(first).start, line.at(form.stop - 1).end
        if after is None or held(line, start, end):
            return []
        return [Edit("respectful-verb", start, end, after)]

    def _noun(self, line: Line, index: int) -> tuple[str, int]:
        noun = before(line, index)
        if line.at(index).lemma in self._words["do"] and noun.sub == "deed":
            return noun.surface, index - 1
        return "", index

    def _frame(self, line: Line, index: int, noun: str) -> str | None:
        """Return the respectful verb as the table of verbs writes it."""
        say, verb, become = self._grammar.say, line.at(index), self._grammar.say["become_verb"]
        if noun:
            is_raised = noun in self._words["customer_deeds"] or (
                noun in self._words["go_nouns"] and noun not in self._words["happens"]
            )
            return say["go"] + noun + become if is_raised else None
        own = self._grammar.maps["respectful_plain"].get(verb.lemma)
        if own is not None:
            return own
        stem = self._grammar.form(verb, "stem")
        return say["o"] + stem + become if stem and verb.lemma in self._words["o_verbs"] else None

    def _is_customers(self, line: Line, index: int, noun: str, form: Bare) -> bool:
        """Whether the clause speaks of the customer: the customer is named, or what follows leaves nobody else."""
        stop = self._end(line, form)
        first = index - 1 if noun else index
        who = actor(line, first, self._grammar)
        if who not in {Actor.CUSTOMER, Actor.UNSAID}:
            return False
        following, rest = line.at(stop), line.raw[line.at(stop).start :]
        is_head = rest.startswith(tuple(self._words["customer_heads"])) and following.pos != "edge"
        if is_head and form.slot != "condition":
            return True
        if who is Actor.CUSTOMER and following.pos in {"noun", "pronoun"} and line.at(stop - 1).closes:
            return True
        is_own = (noun or line.at(index).lemma) in self._words["customer_deeds"]
        if following.surface in self._words["case_nouns"]:
            return is_own or who is Actor.CUSTOMER or self._asks_later(line, stop)
        is_time = following.surface in self._words["time_nouns"] or form.rest == self._grammar.say["ra"]
        is_time = is_time or (following.surface in self._words["when"] and form.slot in {"plain", "condition"})
        return is_time and (self._asks_later(line, stop) or (is_own and self._needs_later(line, stop)))

    def _end(self, line: Line, form: Bare) -> int:
        """Return where the predicate ends, an auxiliary of state and a negative included."""
        stop = form.stop
        if form.slot == "te" and line.at(stop).lemma in self._words["states"]:
            return stop + 2 if line.at(stop + 1).kind in {"ta", "negative"} else stop + 1
        if form.slot == "negative":
            stop += 1
            return stop + 1 if line.at(stop).kind == "ta" else stop
        return stop

    def _asks_later(self, line: Line, index: int) -> bool:
        return any(
            line.at(place).lemma in self._words["giving"] and line.at(place).form == "imperative"
            for place in sentence_after(line, index)
        )

    def _needs_later(self, line: Line, index: int) -> bool:
        return any(line.at(place).surface in self._words["needs"] for place in sentence_after(line, index))

    def _regretted(self, line: Line, index: int, form: Bare) -> list[Edit]:
        """A deed of ours that we are sorry for is humble in the clause too."""
        verb = line.at(index)
        if form.slot != "te" or line.at(form.stop).lemma not in self._words["regret"]:
            return []
        if verb.lemma not in self._words["o_humble"] or not self._is_sorry(line, index):
            return []
        stem = self._grammar.form(verb, "stem")
        if stem is None or actor(line, index, self._grammar) not in {Actor.HOUSE, Actor.UNSAID}:
            return []
        after = self._grammar.say["o"] + stem + self._grammar.say["shite"]
        return [Edit("humble-verb", verb.start, line.at(form.stop - 1).end, after)]

    def _is_sorry(self, line: Line, index: int) -> bool:
        return any(line.at(place).surface in self._words["sorry"] for place in sentence_after(line, index))


class Received:
    """Says humbly what we are given and the favours done to us, inside a sentence."""

    def __init__(self, grammar: Grammar) -> None:
        """Use these tables."""
        self._grammar = grammar
        self._words = grammar.words

    def favour(self, line: Line, index: int) -> str | None:
        """Return the humble form of a verb of receiving, None where another one receives or gives."""
        verb = line.at(index)
        own = self._grammar.maps["received"].get(verb.lemma)
        form = bare(line, index, self._grammar) if own and not verb.held else None
        if own is None or form is None or self._is_others(line, index):
            return None
        kept = Bare(slot=form.slot, stop=form.stop)
        said = conjugated(self._grammar, own, kept)
        joint = line.at(index + 1).surface[:1] if form.slot in {"ta", "te"} else ""
        return None if said is None else said[: len(said) - len(joint)]

    def _is_others(self, line: Line, index: int) -> bool:
        """Whether the clause names somebody of ours or a third person as the one who gives."""
        for place in sentence_before(line, index):
            mark = line.at(place)
            if mark.sub == "comma":
                return False
            if mark.surface in self._words["giver_marks"] and mark.pos == "particle":
                who = actor(line, place + 1, self._grammar, marks=self._words["giver_marks"])
                if who in {Actor.HOUSE, Actor.OTHER}:
                    return True
        return False
