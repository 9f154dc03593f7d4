"""Finds every place where a French text says vous and what stands there with tu; knows nothing of wishes."""

from __future__ import annotations

from mannerly.adapt.register.french.clauses import finite_mood
from mannerly.adapt.register.french.line import Line, Spot
from mannerly.adapt.register.french.polite import PoliteRequest
from mannerly.adapt.register.french.possessive import own_spot, possessive_spots
from mannerly.adapt.register.french.verbs import FrenchVerbs, Mood
from mannerly.adapt.register.french.words import Lexicon
from mannerly.adapt.register.text import Kind, Text, like


def vous_spots(text: Text, lexicon: Lexicon, verbs: FrenchVerbs) -> tuple[Spot, ...]:
    """Return the places in order; none where the text speaks to several people."""
    if lexicon.matches("several", text.raw) or lexicon.matches("plural_agreement", text.raw):
        return ()
    return _VousPass(text, lexicon, verbs).spots()


class _VousPass:
    """One walk through one text, from left to right."""

    def __init__(self, text: Text, lexicon: Lexicon, verbs: FrenchVerbs) -> None:
        self._raw = text.raw
        self._line = Line(text, lexicon)
        self._lexicon, self._verbs = lexicon, verbs
        self._vous, self._tu = lexicon.table("vous"), lexicon.table("tu")
        self._polite = PoliteRequest(self._line, lexicon, verbs)
        self._roles: dict[int, str] = {}
        self._moods: dict[int, Mood] = {}
        self._done: set[int] = set()
        self._heard: list[Mood] = []
        self._is_joint = self._has_joint = False
        self._spots: list[Spot] = []

    def spots(self) -> tuple[Spot, ...]:
        """Walk and return what was found."""
        for index, word in enumerate(self._line.words):
            if word.opens:
                self._heard, self._is_joint, self._has_joint = [], False, False
            if self._line.breaks(index):
                self._has_joint = False
            if index not in self._done and self._line.is_free(index) and not self._has_joint:
                self._word(index)
        return tuple(self._spots)

    def _word(self, index: int) -> None:
        low = self._line.low(index)
        if low == self._vous["subject"]:
            self._pronoun(index)
        elif low in (self._vous["singular"], self._vous["plural"]):
            self._spots += possessive_spots(self._line, self._lexicon, index)
        elif low == self._tu["stressed"]:
            self._is_joint = self._joins(index) or self._line.low(index - 1) in self._lexicon["joins_nouns"]
        elif low in self._lexicon.table("own_to_tu"):
            self._spots.append(own_spot(self._line, self._lexicon, index))
        elif low in self._lexicon["polite"]:
            self._request(index)
        elif index in self._moods or self._is_verb(index):
            if self._is_joint and index not in self._moods and not self._line.mark(index - 1):
                self._is_joint, self._has_joint = False, True
            else:
                self._verb(index)

    def _request(self, index: int) -> None:
        spots = self._polite.spots(index)
        self._spots += spots
        for place in range(index, len(self._line.words)):
            if any(spot.start <= self._line.words[place].start < spot.end for spot in spots):
                self._done.add(place)
        self._heard.append(Mood.IMPERATIVE)

    # Pronouns

    def _pronoun(self, index: int) -> None:
        line = self._line
        role = self._roles.get(index) or self._role(index)
        if role == "object":
            self._object(index)
        elif role:
            self._is_joint = role == "stressed" and (self._joins(index) or self._is_joined(index))
            enclitic = role == "stressed" and line.joined_before(index) is not None
            rule = "object" if enclitic else role
            self._spots.append(line.spot(rule, index, like(line.words[index].text, self._tu[role])))

    def _role(self, index: int) -> str:
        """Say what a vous is that no verb has claimed; "" for one that is part of a noun."""
        line, verb = self._line, self._line.verb_place(index)
        if line.joined_before(index) is not None:
            return ""
        if line.joined_after(index) is not None or (self._is_vous_verb(verb) and self._is_joined(index)):
            return "stressed"
        if self._is_vous_verb(verb) and line.low(verb) not in self._lexicon["not_verbs"]:
            return self._claim(index, verb)
        after = line.after(index)
        if line.low(after) in self._lexicon["relative"] | self._lexicon["emphasis"]:
            verb = line.verb_place(after)
            if self._is_vous_verb(verb):
                self._moods[verb] = Mood.FINITE
                return "stressed"
        return "stressed" if self._stands_alone(index) else "object"

    def _joins(self, index: int) -> bool:
        """Whether somebody else is joined to the reader as one subject: vous et votre femme."""
        line = self._line
        opens = not line.low(line.before(index)) and line.joined_before(index) is None
        return opens and line.low(index + 1) in self._lexicon["joins_nouns"]

    def _is_joined(self, index: int) -> bool:
        """Whether the reader is joined to somebody else as one subject: votre femme et vous."""
        words = self._line.words
        before = self._raw[words[self._line.sentence_start(index)].start : words[index].start]
        return self._lexicon.matches("joint_subject", before)

    def _claim(self, index: int, verb: int) -> str:
        """Give the verb its mood and return the role of the vous before it."""
        line, place = self._line, index
        inner = [i for i in range(index + 1, verb) if line.low(i) == self._vous["object"]]
        if line.low(line.joined_after(verb)) == self._vous["subject"]:
            return "object"
        if inner:
            self._roles.update(dict.fromkeys(inner, "object"))
        elif line.low(line.before(index)) in self._lexicon["negation"]:
            place = line.chain_start(index)
            self._moods[verb] = self._bare_mood(place)
            return "object"
        self._moods[verb] = self._finite(place)
        return "subject"

    def _is_turned(self, index: int) -> bool:
        """Whether the vous of a verb follows it without a hyphen: avez vous reçu."""
        line = self._line
        return (
            index not in self._moods
            and line.low(index) in self._lexicon["inverting"]
            and line.low(index + 1) == self._vous["subject"]
            and not self._is_vous_verb(line.verb_place(index + 1))
        )

    def _stands_alone(self, index: int) -> bool:
        line, lexicon = self._line, self._lexicon
        before, after, verb = line.low(line.before(index)), line.low(line.after(index)), line.verb_place(index)
        nothing = not after and not self._is_span(index + 1)
        follows = nothing or after in lexicon["after_alone"]
        if before in lexicon["before_stressed"]:
            return True
        if before in lexicon["before_infinitive"]:
            return not self._is_nonfinite(line.low(verb)) or nothing
        if before in lexicon["before_alone"] and after in lexicon["negation"]:
            return True
        if before in lexicon["copula"] and line.low(line.before(line.before(index))) in lexicon["this"]:
            return True
        return follows

    def _object(self, index: int) -> None:
        line, word, following = self._line, self._line.words[index], index + 1
        if line.low(following) and self._lexicon.is_vocalic(line.low(following)):
            short = like(word.text, self._tu["elided"]) + line.apostrophe
            self._spots.append(line.spot("object", index, short, line.words[following].start))
        else:
            self._spots.append(line.spot("object", index, like(word.text, self._tu["object"])))

    # Verbs

    def _is_vous_verb(self, index: int) -> bool:
        return self._line.is_free(index) and self._verbs.is_vous(self._line.low(index))

    def _is_verb(self, index: int) -> bool:
        """Whether a word without a vous before it is a verb that addresses the reader."""
        line, low = self._line, self._line.low(index)
        if not self._is_vous_verb(index) or (line.words[index].capital and not self._may_be_capital(index)):
            return False
        if low in self._lexicon["set_words"] and self._is_interjection(index):
            return False
        if low in self._lexicon["also_participles"]:
            return self._is_no_participle(index)
        return True

    def _is_no_participle(self, index: int) -> bool:
        line, lexicon, place = self._line, self._lexicon, self._line.before(index)
        before = line.low(place)
        if line.opens_clause(index, is_addressed=True) or line.low(line.joined_after(index)) == self._vous["subject"]:
            return True
        if before in lexicon["clitics"]:
            helper = line.joined_before(place)
            return line.low(line.before(place) if helper is None else helper) not in lexicon["auxiliaries"]
        return before in lexicon["coordinators"] | lexicon["interrogatives"]

    def _may_be_capital(self, index: int) -> bool:
        return (
            self._line.is_opening(index) or self._line.words[index].text.isupper() or bool(self._line.mark(index - 1))
        )

    def _is_interjection(self, index: int) -> bool:
        line = self._line
        return line.joined_after(index) is None and (
            not line.low(index + 1) or line.low(index + 1) in self._lexicon["after_set"]
        )

    def _verb(self, index: int) -> None:
        line = self._line
        pronoun = line.joined_after(index)
        if pronoun is None and self._is_turned(index):
            pronoun = index + 1
        if pronoun is not None and line.low(pronoun) == self._vous["subject"]:
            self._with_pronoun(index, pronoun)
            return
        mood = self._moods.get(index) or self._bare_mood(line.chain_start(index))
        if pronoun is not None and line.low(pronoun) in self._lexicon["after_imperative"] and index not in self._moods:
            mood = Mood.IMPERATIVE
        self._add_verb(index, mood)

    def _with_pronoun(self, index: int, pronoun: int) -> None:
        line = self._line
        if line.low(index) in self._lexicon["meetings"] and not self._is_journey(index, pronoun):
            self._done.add(pronoun)
            return
        last = line.joined_after(pronoun)
        leaves = last is not None and line.low(last) in self._lexicon["adds_s"]
        if leaves or self._is_order(index):
            self._roles[pronoun] = "stressed"
            if last is not None and leaves:
                self._done.add(pronoun)
                self._spots.append(
                    line.spot("object", pronoun, self._tu["elided"] + line.apostrophe, line.words[last].start)
                )
            self._add_verb(index, Mood.IMPERATIVE)
        else:
            self._roles[pronoun] = "subject"
            self._add_verb(index, Mood.FINITE)

    def _is_journey(self, index: int, pronoun: int) -> bool:
        """Whether rendez-vous is the verb."""
        line, lexicon, before = self._line, self._lexicon, self._line.low(self._line.before(index))
        if before == self._vous["object"]:
            return True
        rest = self._raw[line.words[pronoun].end : line.sentence_end(pronoun)]
        opens = line.opens_clause(index, is_addressed=True) or before in lexicon["coordinators"]
        return opens and lexicon.matches("journey", rest) and not lexicon.matches("appointment", rest)

    def _is_order(self, index: int) -> bool:
        """Whether a verb before -vous is an imperative and no question."""
        line, lexicon = self._line, self._lexicon
        before = line.low(line.before(index))
        if line.is_question(index) or before in lexicon["clitics"] | lexicon["interrogatives"]:
            return False
        return (
            bool(self._verbs.lemmas(line.low(index)) & lexicon["reflexive"])
            and line.low(index) not in lexicon["inverting"]
        )

    def _add_verb(self, index: int, mood: Mood) -> None:
        line, word = self._line, self._line.words[index]
        turned = self._verbs.to_tu(word.lower, mood)
        if turned and mood is Mood.IMPERATIVE and line.low(line.joined_after(index)) in self._lexicon["adds_s"]:
            turned += self._lexicon.text("letter_s") if self._lexicon.ends(turned, "takes_s") else ""
        start, after = line.with_neighbour(index, turned) if turned else (word.start, None)
        rule = "imperative" if mood is Mood.IMPERATIVE else "verb"
        if after is not None:
            after = like(self._raw[start : word.end], after)
        self._spots.append(Spot(rule=rule, start=start, end=word.end, after=after))
        self._heard.append(mood)

    def _finite(self, index: int) -> Mood:
        words = self._line.words
        before = self._raw[words[self._line.sentence_start(index)].start : words[index].start]
        return Mood.SUBJUNCTIVE if self._lexicon.matches("si_que", before) else finite_mood(before, self._lexicon)

    def _bare_mood(self, index: int) -> Mood:
        """Say whether a verb without its own vous is an imperative or shares an earlier subject."""
        line = self._line
        if self._verbs.lemmas(line.low(line.verb_place(index - 1))) & self._lexicon["always_orders"]:
            return Mood.IMPERATIVE
        joins = line.low(line.before(index)) in self._lexicon["coordinators"]
        breaks = bool(line.mark(line.before(index) - 1)) and line.low(index) in self._lexicon["negation"]
        if breaks and not self._verbs.lemmas(line.low(line.verb_place(index - 1))) & self._lexicon["states"]:
            return Mood.IMPERATIVE
        if joins and self._heard and Mood.IMPERATIVE not in self._heard:
            return self._heard[-1]
        return Mood.IMPERATIVE

    def _is_nonfinite(self, word: str) -> bool:
        return self._verbs.is_infinitive(word) or self._lexicon.ends(word, "gerund")

    def _is_span(self, index: int) -> bool:
        return index < len(self._line.words) and self._line.words[index].kind is Kind.SPAN
