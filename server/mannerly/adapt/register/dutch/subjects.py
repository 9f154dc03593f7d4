"""Tells whether the word behind a Dutch verb is its subject, and what the verb asks; knows no level."""

from __future__ import annotations

from mannerly.adapt.register.dutch.line import Line
from mannerly.adapt.register.text import Kind


class Subjects:
    """Verbs with the reader behind them."""

    def __init__(self, line: Line) -> None:
        """Read this line."""
        self._line = line
        self._words = line.words
        self._verbs = line.verbs

    def is_verb(self, verb: int) -> bool:
        """Tell whether a token is a verb in a form that je can follow, and no noun with an article."""
        word, before = self._line.word(verb), self._line.word(self._line.prev(verb))
        if self._words.has("articles", before) or self._words.has("prepositions", word):
            return False
        return self._verbs.is_(word, "stem", "past_") or self._words.has("shared", word)

    def is_shared(self, verb: int) -> bool:
        """Tell whether the form is the same with je, u and he."""
        word = self._line.word(verb)
        return self._words.has("shared", word) or self._verbs.is_(word, "past_", "present", "third")

    def has_own(self, verb: int) -> bool:
        """Tell whether ik is the subject, in the clause or left out behind en."""
        words, line = self._words, self._line
        before = line.prev(verb)
        if words.has("only_inverted", line.word(verb)):
            return False
        if any(words.has("first_person", line.word(k)) for k in self.joined_before(verb)):
            return before is None or not self.is_shared(before) or not self._verbs.is_(line.word(before), "present")
        if line.is_question(verb) or line.word(before) != words.one("and"):
            return False
        nearest = next((k for k in line.sentence_before(verb) if self._is_nominative(k)), None)
        return nearest is not None and words.has("first_person", line.word(nearest))

    def joined_before(self, verb: int) -> list[int]:
        """Return the clause before a verb, from the last coordinator on where a topic stands between the two."""
        clause = list(self._line.before(verb))
        for place in range(len(clause) - 2, -1, -1):
            if self._words.has("coordinators", self._line.word(clause[place])):
                return clause[place + 1 :]
        return clause

    def _is_nominative(self, k: int) -> bool:
        """Whether a pronoun is a subject; weak je is one at the head of its clause."""
        words, word = self._words, self._line.word(k)
        if not words.has("address", word):
            return words.has("sentence_subjects", word)
        return all(words.has("subordinators", one) or words.has("openers", one) for one in self._before(k))

    def _before(self, k: int) -> list[str]:
        return [self._line.word(one) for one in self._line.before(k)]

    def opens_clause(self, verb: int) -> bool:
        """Tell whether nothing but an opener stands before the verb in its clause."""
        return all(self._words.has("openers", self._line.word(k)) for k in self._line.before(verb))

    def never_ordered(self, word: str) -> bool:
        """Tell whether the verb is one that nobody is asked to do."""
        return any(self._words.has("not_ordered", lemma) for lemma in self._verbs.lemmas(word))

    def orders_reflexive(self, verb: int, i: int) -> bool:
        """Tell whether the verb before je is an order to oneself: Meld je aan."""
        follower = self._line.word(self._line.next(i))
        nexts = self._words.map("reflexive_orders")
        return any(
            not nexts[lemma] or follower in nexts[lemma].split()
            for lemma in self._verbs.lemmas(self._line.word(verb))
            if lemma in nexts
        )

    def is_reader(self, verb: int) -> bool:
        """Tell whether the reader right behind a finite verb is its subject, not the object of a subject before it."""
        words, word = self._words, self._line.word(verb)
        if words.has("second_person", word):
            return True
        topic = [k for k in self.joined_before(verb) if not words.has("openers", self._line.word(k))]
        if not topic:
            return True
        if self._is_done(verb, topic):
            return False
        return not words.has("subject_pronouns", self._line.word(topic[-1]))

    def _is_done(self, verb: int, topic: list[int]) -> bool:
        """Whether what stands before acts upon the reader or is felt by the reader."""
        words, word = self._words, self._line.word(verb)
        lemmas = self._verbs.lemmas(word)
        asks = words.has("questions", self._line.word(topic[0]))
        if not asks and not self._is_noun_phrase(topic):
            return False
        if any(words.has("felt_by_reader", lemma) for lemma in lemmas) or self._suits(verb):
            return True
        if asks:
            return words.has("who", self._line.word(topic[0])) and self._is_done_with(verb)
        if words.has("becoming", word):
            return any(words.has("given", self._line.word(k)) for k in self._line.after(verb))
        return self._acts(topic) or any(words.has("done_to_reader", lemma) for lemma in lemmas)

    def _is_done_with(self, verb: int) -> bool:
        """Wie heeft u geholpen?"""
        rest = [self._line.word(k) for k in self._line.after(verb)]
        return any(self._words.has(name, word) for word in rest for name in ("given", "done_participles"))

    def _is_noun_phrase(self, topic: list[int]) -> bool:
        first = self._line.tokens[topic[0]]
        known = any(self._words.has(name, first.text) for name in ("determiners", "actors"))
        return known or first.kind is Kind.SPAN or self._acts(topic)

    def _acts(self, topic: list[int]) -> bool:
        """Whether the topic is a person, a firm or a machine that does things itself."""
        last = self._line.tokens[topic[-1]]
        noun = any(self._words.has("actors", self._line.word(k)) for k in topic)
        named = len(topic) < 4 and last.raw[:1].isupper() and not last.opens
        return noun or last.kind is Kind.SPAN or named

    def _suits(self, verb: int) -> bool:
        """Welke dag komt u uit?"""
        if not self._words.has("suiting", self._line.word(verb)):
            return False
        return any(self._words.has("suits", self._line.word(k)) for k in self._line.after(verb))
