"""Tells finite verbs of Italian from the nouns and adjectives that look like them; knows no addressee."""

from __future__ import annotations

from mannerly.adapt.register.inflection import Analysis
from mannerly.adapt.register.italian.line import Line
from mannerly.adapt.register.italian.tokens import Token
from mannerly.adapt.register.text import Kind

_VERBAL = (
    "clitics", "clitics_elided", "subordinators", "subject_pronouns", "tu", "lei", "negation", "verbal_adverbs",
)  # fmt: skip


class Homographs:
    """The doubtful words of one line."""

    def __init__(self, line: Line) -> None:
        """Look at this line."""
        self._line = line
        self._grammar = line.grammar

    def is_verb(self, index: int, readings: tuple[Analysis, ...], *, after_wish: bool) -> bool:
        """Tell whether a token with these finite readings is a verb; `after_wish`: the verb before is a congiuntivo."""
        token, before = self._line.tokens[index], self._line.at(index - 1)
        if self._grammar.has(token, "six") and self._is_six(index):
            return False
        if self._grammar.has(token, "dai") and not self._gives(index):
            return False
        if token.capital and not self._line.open_left(index) and not token.text.isupper():
            return False
        plural = self._like_plural(token, readings)
        mine = {one.slot for one in readings} == {"present.1s"}
        noun = plural or mine or self._grammar.has(token, "noun_homographs") or self._participle(token)
        if self._line.open_left(index) or before is None or self._grammar.has(before, "coordinators"):
            told = after_wish and not self._line.open_left(index)
            return mine or not noun or self._object_follows(index, plural and not told)
        if self._grammar.has(before, "article_before_s") and not self._grammar.patterns["after_lo"].search(token.lower):
            return True
        if self._grammar.has(before, "article_or_clitic"):
            noun = (noun and not mine) or (self._grammar.has(token, "face") and self._grammar.has(before, "la"))
            noun = noun or self._like_singular(token, readings) or self._after_verb(index - 1)
            return (before.capital and not before.opens) or not noun
        if self._grammar.has(before, "determiners", "articulated", "prepositions") or before.kind is Kind.NUMBER:
            return self._grammar.has(before, "free_prepositions") and not noun
        if self._grammar.has(before, *_VERBAL):
            return True
        if self._predicate(index):
            return False
        return not noun or self._asked_thing(index)

    def _predicate(self, index: int) -> bool:
        """Tell whether a form of "essere" stands before: what follows is no finite verb."""
        return any(
            one.lemma in self._grammar.lists["be"] for one in self._grammar.verbs.finite(self._line.low(index - 1))
        )

    def _like_plural(self, token: Token, readings: tuple[Analysis, ...]) -> bool:
        """Tell whether a form could as well be a plural: the tu of the first conjugation ends like one."""
        slots = {one.slot for one in readings}
        return {"present.2s", "subjunctive.3s"} <= slots and not self._grammar.has(token, "clear_second")

    def _like_singular(self, token: Token, readings: tuple[Analysis, ...]) -> bool:
        """Tell whether a form after an article is rather a noun: "la quota", not "la trova"."""
        if self._participle(token):
            return True
        like = any(one.slot == "present.3s" for one in readings) and bool(self._grammar.verbs.imperatives(token.lower))
        return like and not self._grammar.has(token, "clear_third")

    def _participle(self, token: Token) -> bool:
        return any(one.slot == "participle" for one in self._grammar.verbs.nonfinite(token.lower))

    def _after_verb(self, index: int) -> bool:
        """Tell whether a verb or preposition stands before an article; a pronoun could not stand there."""
        if self._line.open_left(index):
            return False
        before, verbs = self._line.tokens[index - 1], self._grammar.verbs
        if self._grammar.has(before, "prepositions", "articulated", "determiners"):
            return not self._grammar.has(before, "free_prepositions", "subject_pronouns")
        found = bool(verbs.finite(before.lower) or verbs.nonfinite(before.lower) or verbs.host(before.lower))
        return found and not self._grammar.has(before, "noun_homographs", "clitics", "subordinators")

    def _object_follows(self, index: int, plural: bool) -> bool:
        token = self._line.at(index + 1)
        if token is None or token.boundary:
            tag = self._grammar.lists["tag_verbs"] & {
                one.lemma for one in self._grammar.verbs.finite(self._line.low(index))
            }
            return bool(tag) and token is not None and token.text == "?"
        if token.kind in (Kind.SPAN, Kind.NUMBER) or self._grammar.has(token, "articles", "determiners", "things"):
            return True
        if any(one.slot == "infinitive" for one in self._grammar.verbs.nonfinite(token.lower)):
            return True
        if plural and not self._line.asks(index):
            return self._grammar.has(token, "wh") and not self._grammar.has(token, "che")
        return self._grammar.has(token, "after_imperative") or self._grammar.adverb(token)

    def _asked_thing(self, index: int) -> bool:
        """Tell whether a question word opens the clause: "Che dispositivo usi?"."""
        place = index - 1
        while place >= 0 and not self._line.tokens[place].boundary:
            if self._grammar.has(self._line.tokens[place], "wh"):
                return True
            if self._grammar.verbs.finite(self._line.tokens[place].lower):
                return False
            if self._line.tokens[place].opens or index - place > 4:
                break
            place -= 1
        return False

    def _is_six(self, index: int) -> bool:
        before, after = self._line.at(index - 1), self._line.at(index + 1)
        if before is not None and self._grammar.has(before, "articles", "determiners", "articulated", "prepositions"):
            return not self._grammar.has(before, "free_prepositions")
        if after is None or after.kind is not Kind.WORD:
            return False
        return self._grammar.has(after, "six_before")

    def _gives(self, index: int) -> bool:
        before, after = self._line.at(index - 1), self._line.at(index + 1)
        given = after is not None and self._grammar.has(after, "articles", "after_imperative")
        return given or (
            before is not None and self._grammar.has(before, "clitics", "clitics_elided", "tu", "negation")
        )
