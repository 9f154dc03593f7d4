"""Finds the places of a Russian text that speak to several people; changes nothing."""

from __future__ import annotations

from mannerly.adapt.register.russian.clauses import Sentence, Token
from mannerly.adapt.register.russian.words import Words
from mannerly.adapt.register.text import Kind


class Company:
    """Which second-person plurals are plurals in meaning.

    Args:
        words: word lists of the language.
        dotted: True when the text writes the letter yo, None when it does not show.
    """

    def __init__(self, words: Words, dotted: bool | None) -> None:
        """Use these words."""
        self._words = words
        self._dotted = dotted

    def everywhere(self, sentences: tuple[Sentence, ...]) -> bool:
        """Tell whether the text opens by calling several people: all of it speaks to them then."""
        for sentence in sentences:
            for place, token in enumerate(sentence.tokens):
                if token.key in self._pronouns():
                    break
                if token.key in self._words.of("people") and self._is_called(sentence, place):
                    return True
        return False

    def places(self, sentence: Sentence) -> frozenset[int]:
        """Return the places of one sentence that speak to several people."""
        found: set[int] = set()
        for place, token in enumerate(sentence.tokens):
            if token.key in self._pronouns() and self._is_plural(sentence, place):
                last = self._end(sentence, place)
                found.update(range(place, last), sentence.clause(place))
        return frozenset(found)

    def _pronouns(self) -> frozenset[str]:
        return self._words.of("reader_vy") | self._words.of("reader_vy_oblique")

    def _is_called(self, sentence: Sentence, place: int) -> bool:
        before = [token for token in sentence.tokens[:place] if token.word.kind is not Kind.MARK]
        after = sentence.after(place)
        stops = after is None or after.word.kind is Kind.MARK or after.key in self._words.of("joins")
        fitting = self._words.of("before_people") | self._words.of("people") | self._words.of("joins")
        bare = not before and sentence.tokens[place].key not in self._words.of("companions")
        return stops and not bare and all(token.key in fitting for token in before)

    def _is_plural(self, sentence: Sentence, place: int) -> bool:
        near = [token for step in (1, 2, 3) if (token := sentence.after(place, step))]
        before, after = sentence.before(place), near[0] if near else None
        called = next((token for token in near if token.word.text != ","), None)
        if called is not None and called.key in self._words.of("people") and called.any("nomn"):
            return True
        numbers = self._words.of("numbers_of_people")
        if (after is not None and after.key in numbers) or (before is not None and before.key in numbers):
            return True
        every = sentence.tokens[place].key in self._words.of("reader_vy") and self._is_all(after, near)
        return every or self._is_of_several(sentence, place)

    def _is_all(self, after: Token | None, near: list[Token]) -> bool:
        if after is None or after.key not in self._words.of("all") or self._dotted is False:
            return False
        following = near[1] if len(near) > 1 else None
        if following is None or not following.forms:
            return True
        return not following.is_any("ADVB", "PRCL") and not following.any("VERB", "tran") and not following.any("PRED")

    def _is_of_several(self, sentence: Sentence, place: int) -> bool:
        before = sentence.before(place)
        if before is None:
            return False
        if before.key in self._words.of("among"):
            return True
        earlier = sentence.before(place, 2)
        return (
            before.key in self._words.of("out_of") and earlier is not None and earlier.key in self._words.of("whoever")
        )

    def _end(self, sentence: Sentence, place: int) -> int:
        """Return the end of the clause, past a form of address between commas."""
        end = sentence.segment(place).stop
        after = sentence.after(place)
        if after is not None and after.word.text == "," and end < len(sentence.tokens):
            end = sentence.segment(end).stop
            if end < len(sentence.tokens) and sentence.tokens[end].word.text == ",":
                end = sentence.segment(end).stop
        return end
