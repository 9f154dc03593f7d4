"""Finds every place where a French text says tu and what stands there with vous; knows nothing of wishes."""

from __future__ import annotations

from mannerly.adapt.register.french.clauses import finite_mood
from mannerly.adapt.register.french.line import Line, Spot
from mannerly.adapt.register.french.verbs import FrenchVerbs, Mood
from mannerly.adapt.register.french.words import Lexicon
from mannerly.adapt.register.text import Text, like


def tu_spots(text: Text, lexicon: Lexicon, verbs: FrenchVerbs, *, orders: bool = True) -> tuple[Spot, ...]:
    """Return the places in order.

    Args:
        text: the text.
        lexicon: the words.
        verbs: the verbs.
        orders: whether a verb without a subject may be read as an imperative.
    """
    return _TuPass(text, lexicon, verbs, orders=orders).spots()


class _TuPass:
    """One walk through one text, from left to right."""

    def __init__(self, text: Text, lexicon: Lexicon, verbs: FrenchVerbs, *, orders: bool) -> None:
        self._raw, self._orders = text.raw, orders
        self._line = Line(text, lexicon)
        self._lexicon, self._verbs = lexicon, verbs
        self._vous, self._tu = lexicon.table("vous"), lexicon.table("tu")
        self._moods: dict[int, Mood] = {}
        self._heard: list[Mood] = []
        self._found: list[Spot] = []
        shown = {word.lower for word in text.words}
        tones = any(self._line.low(i) == self._tu["masculine"] and not self._is_noun(i) for i in range(len(text.words)))
        self._is_tu = tones or bool(shown & set(self._tu.values()) - {self._tu["masculine"]})
        self._is_vous = bool(shown & set(self._vous.values()))

    def spots(self) -> tuple[Spot, ...]:
        """Walk and return what was found."""
        for index, word in enumerate(self._line.words):
            if word.opens:
                self._heard = []
            if self._line.is_free(index):
                self._word(index)
        return tuple(self._found)

    def _word(self, index: int) -> None:
        line, low, tu = self._line, self._line.low(index), self._tu
        if low == tu["subject"]:
            self._subject(index)
        elif low == tu["elided"] and line.is_elided(index):
            self._elided(index)
        elif low in (tu["object"], tu["stressed"]):
            rule = "object" if low == tu["object"] or self._is_enclitic(index) else "stressed"
            self._replace(rule, index, self._vous["object"])
            self._relative(index)
        elif low in (tu["masculine"], tu["feminine"], tu["plural"]):
            self._possessive(index)
        elif low in self._lexicon.table("own_to_vous") and line.low(line.before(index)) in self._lexicon["articles"]:
            self._replace("own", index, self._lexicon.table("own_to_vous")[low])
        elif self._verbs.is_tu(low) or index in self._moods:
            self._verb(index)

    # Pronouns

    def _subject(self, index: int) -> None:
        line = self._line
        joined = line.joined_before(index)
        if joined is not None:
            if joined in self._moods:
                self._replace("subject", index, self._vous["subject"])
            return
        verb = line.verb_place(index)
        if line.is_free(verb) and self._is_tu_verb(line.low(verb)):
            self._moods[verb] = self._finite(index)
            self._replace("subject", index, self._vous["subject"])
        elif index - 1 in self._moods:
            self._replace("subject", index, self._vous["subject"])
        elif line.low(line.before(index)) not in self._lexicon["auxiliaries"]:
            self._found.append(line.spot("subject", index, None))

    def _elided(self, index: int) -> None:
        """Read t': an object, a reflexive, or tu before a vowel."""
        line, verb = self._line, self._line.after(index)
        if not line.words[index + 1].text or verb >= len(line.words):
            return
        joined = line.joined_before(index)
        if joined is not None:
            self._found.append(line.spot("object", index, f"{self._vous['object']}-", line.words[verb].start))
            return
        rule, after = "object", self._vous["object"]
        if self._is_colloquial(index, line.verb_place(index)):
            rule = "subject"
            self._moods[line.verb_place(index)] = Mood.FINITE
        elif self._is_short_order(index, verb):
            after = f"{self._lexicon.text('negation_word')} {after}"
        self._found.append(line.spot(rule, index, like(line.words[index].text, after) + " ", line.words[verb].start))

    def _is_short_order(self, index: int, verb: int) -> bool:
        """Whether the negation is left out: t'inquiète pas, t'inquiète."""
        line, lemmas = self._line, self._verbs.lemmas(self._line.low(verb))
        return bool(lemmas & self._lexicon["worries"]) and line.opens_clause(index, is_addressed=self._is_tu)

    def _is_colloquial(self, index: int, verb: int) -> bool:
        """Whether t' is the subject: t'as, t'es."""
        line = self._line
        before = line.low(line.before(line.chain_start(index)))
        return (
            self._verbs.is_statement(line.low(verb))
            and verb not in self._moods
            and (before not in self._lexicon["first_person"] or line.low(verb) in self._lexicon["only_tu"])
            and line.low(line.before(index)) not in self._lexicon["negation"]
        )

    def _relative(self, index: int) -> None:
        """Give toi qui its verb."""
        line, after = self._line, index + 1
        if line.low(after) in self._lexicon["relative"] | self._lexicon["emphasis"]:
            verb = line.verb_place(after)
            if self._verbs.is_statement(line.low(verb)):
                self._moods[verb] = Mood.FINITE

    def _is_enclitic(self, index: int) -> bool:
        return self._line.joined_before(index) is not None

    def _possessive(self, index: int) -> None:
        low = self._line.low(index)
        if low == self._tu["masculine"] and self._is_noun(index):
            return
        after = self._vous["plural" if low == self._tu["plural"] else "singular"]
        self._replace("possessive", index, after)

    def _is_noun(self, index: int) -> bool:
        """Whether ton is the tone of something."""
        line = self._line
        word = line.words[index + 1] if index + 1 < len(line.words) else None
        follows = line.low(index + 1) not in self._lexicon["after_tone"] and not (line.mark(index + 1) or word is None)
        before = line.before(index)
        if line.low(before) in self._lexicon["before_tone"] and line.joined_before(before) is None:
            return True
        return not follows

    # Verbs

    def _is_tu_verb(self, low: str) -> bool:
        return self._verbs.is_tu(low) or self._verbs.to_vous(low, Mood.FINITE) is not None

    def _finite(self, index: int) -> Mood:
        words = self._line.words
        before = self._raw[words[self._line.sentence_start(index)].start : words[index].start]
        return finite_mood(before, self._lexicon)

    def _verb(self, index: int) -> None:
        mood = self._moods.get(index) or self._mood(index)
        if mood is None:
            return
        self._moods[index] = mood
        line, word = self._line, self._line.words[index]
        turned = self._verbs.to_vous(word.lower, mood)
        if turned is None and self._lexicon.ends(word.lower, "plural_s"):
            turned = self._verbs.to_vous(word.lower[:-1], mood)
        start, after = line.with_neighbour(index, turned) if turned else (word.start, None)
        rule = "imperative" if mood is Mood.IMPERATIVE else "verb"
        if after is not None:
            after = like(self._raw[start : word.end], after) + self._lacking(index)
        self._found.append(Spot(rule=rule, start=start, end=word.end, after=after))
        self._heard.append(mood)

    def _lacking(self, index: int) -> str:
        """Return the negation that t'inquiète goes without."""
        line, lexicon = self._line, self._lexicon
        lacks = bool(self._verbs.lemmas(line.low(index)) & lexicon["worries"]) and not self._is_negated(index)
        alone = lacks and line.before(index) == index - 2 and not line.low(line.before(line.before(index)))
        return f" {lexicon.text('negation_end')}" if alone else ""

    def _mood(self, index: int) -> Mood | None:
        """Say how a form without a tu before it is used; None for a word that does not address the reader."""
        line, low = self._line, self._line.low(index)
        right = line.joined_after(index)
        if line.low(right) == self._tu["subject"]:
            return Mood.FINITE if self._verbs.is_statement(low) else None
        if self._is_turned(index):
            return Mood.FINITE
        if right is not None and self._has_enclitic(index, right):
            return Mood.IMPERATIVE
        if right is not None or line.joined_before(index) is not None or line.is_elided(index):
            return None
        start = line.chain_start(index)
        if start != index:
            return self._after_clitics(start, index)
        shared = self._shared(index)
        if shared is not None:
            return shared
        return Mood.IMPERATIVE if self._is_order(index) else None

    def _is_turned(self, index: int) -> bool:
        """Whether tu follows without its hyphen: as tu reçu."""
        line = self._line
        return (
            line.low(index + 1) == self._tu["subject"]
            and line.low(index) in self._lexicon["inverting"]
            and not self._verbs.is_tu(line.low(line.verb_place(index + 1)))
        )

    def _has_enclitic(self, index: int, right: int) -> bool:
        line, low, lexicon = self._line, self._line.low(index), self._lexicon
        if line.low(right) not in lexicon["after_imperative"] or not self._orders:
            return False
        if line.low(right) in self._tu["elided"] and not line.is_elided(right):
            return False
        bare = low[:-1] if line.low(right) in lexicon["adds_s"] and lexicon.ends(low, "plural_s") else low
        return self._verbs.is_order(low) or self._verbs.is_order(bare)

    def _after_clitics(self, start: int, index: int) -> Mood | None:
        """Read ne t'inquiète pas, t'inquiète, and a verb that shares its tu."""
        line, lexicon, low = self._line, self._lexicon, self._line.low(index)
        chain = {line.low(place) for place in range(start, index)}
        shared = self._shared(start)
        if shared is not None and self._fits(low, shared):
            return shared
        reflexive = chain & {self._tu["object"], self._tu["elided"]}
        negated = chain & lexicon["negation"]
        fits = self._verbs.is_order(low) or (
            negated and self._verbs.is_order(low.removesuffix(lexicon.text("letter_s")))
        )
        if not (negated or reflexive) or not fits or not self._orders:
            return None
        joined = bool(self._heard) and line.low(line.before(start)) in lexicon["coordinators"]
        opens = joined or line.opens_clause(start, is_addressed=self._speaks_to_one())
        return Mood.IMPERATIVE if opens else None

    def _speaks_to_one(self) -> bool:
        return self._is_tu or Mood.IMPERATIVE in self._heard

    def _is_negated(self, index: int) -> bool:
        line, negations = self._line, self._lexicon["after_negation"]
        return line.low(index + 1) in negations or line.low(index + 2) in negations

    def _shared(self, start: int) -> Mood | None:
        """Return the mood of the verb before that a conjunction joins this one to."""
        line = self._line
        if not self._heard or line.low(line.before(start)) not in self._lexicon["coordinators"]:
            return None
        mood = Mood.IMPERATIVE if Mood.IMPERATIVE in self._heard else self._heard[-1]
        place = line.verb_place(start - 1)
        is_noun = not line.low(place + 1) and not self._is_verb_there(place)
        return mood if self._fits(line.low(place), mood) and not is_noun else None

    def _fits(self, low: str, mood: Mood) -> bool:
        return self._verbs.is_order(low) if mood is Mood.IMPERATIVE else self._verbs.is_statement(low)

    def _is_verb_there(self, index: int) -> bool:
        """Whether a form that may be a noun has an object after it."""
        line, low, lexicon = self._line, self._line.low(index), self._lexicon
        if low in lexicon["between"] and lexicon.matches("between", self._rest(index)):
            return False
        if low in lexicon["only_pairs"]:
            return lexicon.is_pair(low, line.low(index + 1))
        if low not in lexicon["also_nouns"] and low.removesuffix(lexicon.text("letter_s")) not in lexicon["also_nouns"]:
            return True
        objects = line.low(index + 1) in lexicon["objects"] or lexicon.is_pair(low, line.low(index + 1))
        return objects or (low in lexicon["asking"] and self._asks(index))

    def _asks(self, index: int) -> bool:
        """Whether somebody is named, and what is asked of them: demande au chauffeur de."""
        line, lexicon, place = self._line, self._lexicon, index + 2
        if line.low(index + 1) not in lexicon["to_somebody"]:
            return False
        while line.low(place):
            if line.low(place) in lexicon["asks_whether"]:
                return True
            if line.low(place) in lexicon["asks_to"] and self._verbs.is_infinitive(line.low(line.verb_place(place))):
                return True
            place = line.after(place)
        return False

    def _rest(self, index: int) -> str:
        return self._raw[self._line.words[index].start : self._line.sentence_end(index)]

    def _is_order(self, index: int) -> bool:
        """Whether a verb that opens a clause is an imperative."""
        line, lexicon, low = self._line, self._lexicon, self._line.low(index)
        if not self._orders or not self._verbs.is_order(low) or (self._is_vous and not self._is_tu):
            return False
        if low in lexicon["set_words"] and not line.low(index + 1):
            return False
        if line.words[index].capital and line.mark(index - 1) == "" and not line.is_opening(index):
            return False
        if low in lexicon["interjections"]:
            speaks_on = line.is_opening(index) and line.low(index + 1) in lexicon["subjects"]
            if speaks_on or (line.mark(index - 1) and line.mark(index + 1)):
                return True
        return self._is_verb_there(index) and line.opens_clause(index, is_addressed=self._speaks_to_one())

    def _replace(self, rule: str, index: int, after: str) -> None:
        self._found.append(self._line.spot(rule, index, like(self._line.words[index].text, after)))
