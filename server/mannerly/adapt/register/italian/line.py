"""The tokens of an Italian text with the word lists: neighbours, sentences, noun phrases; knows no verb group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from mannerly.adapt.register.italian.tokens import Token
from mannerly.adapt.register.italian.verbs import ItalianVerbs
from mannerly.adapt.register.text import Kind
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData


@dataclass(frozen=True)
class Grammar:
    """The word lists and the verbs."""

    lists: Mapping[str, frozenset[str]]
    maps: Mapping[str, Mapping[str, str]]
    verbs: ItalianVerbs
    patterns: Mapping[str, regex.Pattern[str]]

    def has(self, token: Token | None, *names: str) -> bool:
        """Tell whether a word stands in one of the lists."""
        return token is not None and any(token.lower in self.lists[name] for name in names)

    def adverb(self, token: Token) -> bool:
        """Tell whether a word is an adverb."""
        return token.lower in self.lists["adverbs"] or (
            len(token.text) > 6 and any(token.lower.endswith(end) for end in self.lists["adverb_ending"])
        )


def grammar_of(data: RegisterData) -> Grammar:
    """Return the grammar of the data."""
    lists = {name: frozenset(words.split()) for name, words in data.words.items()}
    patterns = {name: compiled(pattern) for name, pattern in data.patterns.items()}
    return Grammar(lists, data.maps, ItalianVerbs(data), patterns)


class Line:
    """The tokens of one text."""

    def __init__(self, tokens: tuple[Token, ...], grammar: Grammar) -> None:
        """Look at these tokens with this grammar."""
        self.tokens = tokens
        self.grammar = grammar

    def at(self, index: int) -> Token | None:
        """Return a token, None outside the text."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def low(self, index: int) -> str:
        """Return the lower-case text of a token, "" outside the text."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def open_left(self, index: int) -> bool:
        """Tell whether a sentence or a mark stands directly before the token."""
        token, before = self.tokens[index], self.at(index - 1)
        return token.opens or before is None or before.boundary

    def sentence(self, index: int) -> range:
        """Return the tokens of the sentence that a token is in."""
        start = index
        while start > 0 and not self.tokens[start].opens:
            start -= 1
        end = index + 1
        while end < len(self.tokens) and not self.tokens[end].opens:
            end += 1
        return range(start, end)

    def asks(self, index: int) -> bool:
        """Tell whether the sentence of a token ends in a question mark."""
        return any(self.tokens[place].text == "?" for place in self.sentence(index))

    def object_after(self, index: int, *, partitive: bool = True) -> bool:
        """Tell whether a noun phrase begins after a token, adverbs left out; "del pane" is one if partitive."""
        place = self.skip(index + 1)
        token = self.at(place)
        if token is None or token.opens or token.boundary:
            return False
        if token.kind is not Kind.WORD:
            return True
        if self.grammar.has(token, "partitives"):
            return partitive
        if token.capital and not self.grammar.has(token, "lei"):
            return True
        return self.grammar.has(token, "articles", "determiners", "things")

    def skip(self, index: int) -> int:
        """Return the first token from an index on that is no adverb."""
        while (token := self.at(index)) is not None and self.grammar.adverb(token) and not token.opens:
            index += 1
        return index
