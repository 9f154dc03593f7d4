"""From polite Japanese to service honorifics: the customer's deeds raised, ours lowered; knows no word of it."""

from __future__ import annotations

from mannerly.adapt.register.engine import Doubt
from mannerly.adapt.register.japanese.clauses import FINALS
from mannerly.adapt.register.japanese.common import Edit, Edits, Grammar, Phrases, Weight, before, held, honours, kept
from mannerly.adapt.register.japanese.deeds import Actor, Deed, actor, deeds
from mannerly.adapt.register.japanese.forms import sentence_before
from mannerly.adapt.register.japanese.inner import Inner, Received
from mannerly.adapt.register.japanese.reading import Line, Morpheme

_WRONG_WAY = "An honorific verb for our own deed, or a humble one for the customer's."


class ToHonorific:
    """Finds deeds that the tables can raise or lower, and says them so."""

    def __init__(self, grammar: Grammar) -> None:
        """Use these tables."""
        self._grammar = grammar
        self._say = grammar.say
        self._words = grammar.words
        self._inner, self._received = Inner(grammar), Received(grammar)
        maps = grammar.maps
        self._phrases = (
            Phrases(maps["double_honorifics"], "double-honorific"),
            Phrases(maps["honorific_phrases"], "honorific-phrase"),
        )
        self._company = Phrases(maps["honorific_words"], "honorific-word", Weight.NONE)

    def edits(self, line: Line) -> Edits:
        """Return the edits that bring a polite line to service honorifics."""
        found = [edit for table in self._phrases for edit in table.edits(line)]
        doubts = list[Doubt]()
        for deed in deeds(line, self._grammar):
            found += self._favour(line, deed) or self._deed(line, deed)
            doubts += self._doubt(line, deed)
        for index, morpheme in enumerate(line.morphemes):
            if not morpheme.held:
                found += self._request(line, index, morpheme) + self._question(line, index, morpheme)
                found += self._given(line, index)
        found += self._inner.edits(line)
        return Edits(kept(line.raw, (*found, *self._company.edits(line))), tuple(doubts))

    def _deed(self, line: Line, deed: Deed) -> list[Edit]:
        if self._doubt(line, deed):
            return []
        if deed.actor is Actor.CUSTOMER or (deed.actor is Actor.UNSAID and self._asks_customer(line, deed)):
            raised = self._raised(deed)
            return [] if raised is None else [self._edit(line, deed, raised, "respectful-verb")]
        is_unsaid = deed.actor is Actor.UNSAID and deed.main
        if deed.denies and deed.state and (is_unsaid or deed.actor is Actor.HOUSE) and not deed.asks:
            return self._not_done(line, deed)
        is_ours = deed.actor is Actor.HOUSE or (is_unsaid and not deed.denies)
        if not is_ours or (deed.asks and line.at(deed.last + 1).form != "volitional"):
            return []
        lowered = self._lowered(line, deed)
        return [] if lowered is None else [self._edit(line, deed, lowered, "humble-verb")]

    def _edit(self, line: Line, deed: Deed, after: str, rule: str) -> Edit:
        return Edit(rule, line.at(deed.first).start, line.at(deed.last).end, after)

    def _not_done(self, line: Line, deed: Deed) -> list[Edit]:
        """What we have not done or cannot do: the auxiliary of state alone is lowered."""
        noun = before(line, deed.last - 2)
        is_work = deed.noun and deed.noun not in self._words["happens"]
        is_work = is_work or (deed.lemma in self._words["do"] and noun.surface in self._words["object_marks"])
        is_work = is_work or (deed.lemma in self._words["can"] and noun.sub == "deed")
        is_work = is_work or deed.lemma in self._words["our_states"] or deed.actor is Actor.HOUSE
        state = line.at(deed.last)
        return [Edit("humble-verb", state.start, state.end, self._say["state_humble"])] if is_work else []

    def _asks_customer(self, line: Line, deed: Deed) -> bool:
        if deed.noun in self._words["movers"] or deed.lemma in self._words["movers"]:
            topics = self._words["topic_marks"]
            if any(line.at(place).surface in topics for place in sentence_before(line, deed.first)):
                return False
        return deed.asks and line.at(deed.last + 1).form != "volitional"

    def _given(self, line: Line, index: int) -> list[Edit]:
        """What we are given, and a favour done to us, inside the sentence."""
        said = self._received.favour(line, index)
        if said is None:
            return []
        verb, te = line.at(index), before(line, index)
        asked = self._asked(line, index - 1) if te.surface in self._words["te"] and te.pos == "particle" else None
        if asked is None or held(line, line.at(asked[0]).start, verb.end):
            return [Edit("respectful-request", verb.start, verb.end, said)]
        return [Edit("respectful-request", line.at(asked[0]).start, verb.end, asked[1] + said)]

    def _raised(self, deed: Deed) -> str | None:
        """Return the respectful verb before the polite ending."""
        maps, say = self._grammar.maps, self._say
        after = say["become"]
        is_own = deed.noun in self._words["customer_deeds"] or deed.noun in self._words["movers"]
        if (deed.noun in self._words["happens"] and not is_own) or deed.lemma in self._words["respectful_only"]:
            return None
        if deed.noun:
            if deed.noun in self._words["go_nouns"] or (deed.prefixed and deed.noun in self._words["o_nouns"]):
                stem = (say["go"] if deed.noun in self._words["go_nouns"] else say["o"]) + deed.noun
                return stem + (say["become_state"] if deed.state else after)
            return deed.noun + (say["do_respectful_state"] if deed.state else say["do_respectful"])
        own = maps["respectful_verbs"].get(deed.lemma)
        if own is not None:
            return None if deed.state else own
        if deed.lemma not in self._words["o_verbs"]:
            return None
        return say["o"] + deed.stem + (say["become_state"] if deed.state else after)

    def _lowered(self, line: Line, deed: Deed) -> str | None:
        """Return the humble verb before the polite ending."""
        say = self._say
        done = say["do_humble_state"] if deed.state else say["do_humble"]
        if deed.noun:
            if deed.noun in self._words["happens"] and not self._is_our_work(line, deed):
                return None
            prefix = line.at(deed.first).surface if deed.prefixed else "" if deed.state else self._prefix(deed)
            return prefix + deed.noun + done
        if deed.lemma in self._words["do"]:
            return done if self._does_something(line, deed) else None
        if deed.state:
            return self._lowered_state(deed)
        own = self._own_humble(line, deed)
        if own is not None:
            return own
        return say["o"] + deed.stem + done if deed.lemma in self._words["o_humble"] else None

    def _lowered_state(self, deed: Deed) -> str | None:
        if deed.actor is Actor.HOUSE and deed.lemma in self._grammar.maps["humble_states"]:
            return self._grammar.maps["humble_states"][deed.lemma]
        if deed.lemma in self._words["o_states"]:
            return self._say["o"] + deed.stem + self._say["do_humble_state"]
        te = deed.lemma in self._words["our_states"] or deed.actor is Actor.HOUSE
        return self._te(deed) if te else None

    def _own_humble(self, line: Line, deed: Deed) -> str | None:
        """Return a humble verb of its own; being and going are lowered only where one of ours is named."""
        te = before(line, deed.last)
        if te.surface in self._words["te"] and te.pos == "particle":
            owner = line.at(deed.last - 2)
            is_work = owner.lemma in self._words["our_states"] or (
                owner.lemma in self._words["do"] and before(line, deed.last - 2).sub == "deed"
            )
            return self._grammar.maps["humble_courses"].get(deed.lemma) if is_work else None
        if deed.actor is Actor.HOUSE and deed.lemma in self._grammar.maps["humble_of_house"]:
            return self._grammar.maps["humble_of_house"][deed.lemma]
        return self._grammar.maps["humble_verbs"].get(deed.lemma)

    def _is_our_work(self, line: Line, deed: Deed) -> bool:
        """Whether a happening is brought about by us: it has an object, or our service begins or ends."""
        if deed.noun not in self._words["our_works"]:
            return False
        if before(line, deed.first).surface in self._words["object_marks"]:
            return True
        return any(line.at(place).surface in self._words["house_works"] for place in sentence_before(line, deed.first))

    def _does_something(self, line: Line, deed: Deed) -> bool:
        """Whether the verb stands with a noun of a deed as its object."""
        noun = line.at(deed.first - 2)
        is_object = before(line, deed.first).surface in self._words["object_marks"]
        return is_object and (noun.sub == "deed" or noun.surface in self._words["o_nouns"])

    def _te(self, deed: Deed) -> str | None:
        te = self._grammar.form(deed.verb, "te")
        return None if te is None else te + self._say["state_humble"]

    def _prefix(self, deed: Deed) -> str:
        """A deed that reaches the customer takes the prefix."""
        if deed.noun not in self._words["reaching"]:
            return ""
        return self._say["o"] if deed.noun in self._words["o_nouns"] else self._say["go"]

    def _favour(self, line: Line, deed: Deed) -> list[Edit]:
        """Asking whether the customer does us a favour: the verb before it takes the honorific frame."""
        te = before(line, deed.last)
        if (
            line.at(deed.last).lemma not in self._words["favours"]
            or te.surface not in self._words["te"]
            or not deed.asks
        ):
            return []
        asked = self._asked(line, deed.last - 1)
        if asked is None:
            return [Edit("respectful-request", line.at(deed.last).start, line.at(deed.last).end, self._say["receive"])]
        first, stem = asked
        return [Edit("respectful-request", line.at(first).start, line.at(deed.last).end, stem + self._say["receive"])]

    def _request(self, line: Line, index: int, please: Morpheme) -> list[Edit]:
        te = before(line, index)
        if please.lemma not in self._words["giving"] or te.surface not in self._words["te"]:
            return []
        if please.form != "imperative":
            return []
        if before(line, index - 1).kind == "negative":
            return self._forbidding(line, index)
        asked = self._asked(line, index - 1)
        if asked is None:
            return []
        first, stem = asked
        if held(line, line.at(first).start, please.start):
            return []
        return [Edit("respectful-request", line.at(first).start, please.start, stem)]

    def _asked(self, line: Line, te: int) -> tuple[int, str] | None:
        """Return where a verb in the te-form begins, and its honorific frame."""
        say, index = self._say, te - 1
        if line.at(index).lemma in self._words["trying"] and before(line, index).surface in self._words["te"]:
            index -= 2
        verb = line.at(index)
        noun, first = before(line, index), index
        if verb.lemma in self._words["do"] and (noun.sub == "deed" or before(line, index - 1).pos == "prefix"):
            first = index - 1
            prefix = before(line, first)
            prefixed = honours(prefix, self._grammar)
            if prefix.pos == "prefix" and not prefixed:
                return None
            start = first - 1 if prefixed else first
            if noun.surface in self._words["o_nouns"] or (prefixed and noun.verbal):
                return start, say["o"] + noun.surface
            if noun.surface in self._words["go_nouns"] or prefixed:
                return start, say["go"] + noun.surface
            return None
        own = self._grammar.maps["respectful_requests"].get(verb.lemma)
        if own is not None:
            return first, own
        stem = self._grammar.form(verb, "stem") if verb.verbal else None
        return None if stem is None or verb.lemma not in self._words["o_verbs"] else (first, say["o"] + stem)

    def _forbidding(self, line: Line, index: int) -> list[Edit]:
        verb_at = index - 3
        verb, noun = line.at(verb_at), before(line, verb_at)
        end = line.at(index).end
        if verb.lemma in self._words["do"] and noun.sub == "deed" and not noun.held:
            first = verb_at - 2 if honours(before(line, verb_at - 1), self._grammar) else verb_at - 1
            after = noun.surface + self._say["do_respectful_not"]
        elif verb.lemma in self._words["o_verbs"]:
            first = verb_at
            after = self._say["o"] + (self._grammar.form(verb, "stem") or "") + self._say["become_not"]
        else:
            return []
        return [Edit("respectful-request", line.at(first).start, end, after + self._say["we_ask"])]

    def _question(self, line: Line, index: int, copula: Morpheme) -> list[Edit]:
        asks = line.at(index + 1).surface == self._say["ka"]
        ends = line.at(index + 2).pos == "edge" or line.at(index + 2).sub in FINALS
        if copula.kind != "desu" or copula.form != "end" or not asks or not ends or before(line, index).pos == "edge":
            return []
        return [Edit("honorific-question", copula.start, copula.end, self._say["deshou"])]

    def _doubt(self, line: Line, deed: Deed) -> list[Doubt]:
        who = actor(line, deed.first, self._grammar)
        said = {line.at(deed.last).lemma, deed.lemma, deed.noun}
        wrong = (who is Actor.CUSTOMER and not said.isdisjoint(self._words["humble_only"])) or (
            who is Actor.HOUSE and not said.isdisjoint(self._words["respectful_only"])
        )
        return [Doubt(line.at(deed.first).start, line.at(deed.last + 1).end, _WRONG_WAY)] if wrong else []
