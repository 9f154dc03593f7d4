"""What stands around an Arabic word: clause openings, governing particles, people spoken of; decides no level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mannerly.adapt.register.arabic.spelling import Spelling, Token, pattern
from mannerly.adapt.register.text import Kind, Text
from mannerly.language.register import RegisterData

_FAR = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place that shows a level.

    Args:
        token: the word.
        plural: True where it is in the plural of respect.
        rule: last part of the rule's id.
        forms: the word by person: mp, ms, fs.
        lemma: the verb, "" for other words.
        case: "accusative" or "nominative" where an adjective about the reader may follow.
        is_sure: False where it is second person only if the text speaks to the reader.
    """

    token: Token
    plural: bool
    rule: str
    forms: dict[str, str]
    lemma: str = ""
    case: str = ""
    is_sure: bool = True


class Lexicon:
    """Lists of words by name, alif alike, and patterns."""

    def __init__(self, data: RegisterData, spelling: Spelling) -> None:
        """Fold every list of the data."""
        self.lists = {name: spelling.folded(words) for name, words in data.words.items()}
        self.maps = data.maps
        self.command_next = {spelling.fold(word): name for word, name in data.maps["command_next"].items()}
        self.policy = data.policy
        self.spelling = spelling
        self._patterns = {name: pattern(data, name) for name in data.patterns}

    def has(self, name: str, token: Token | None) -> bool:
        """Tell whether a word stands in a list, with or without particles written before it."""
        return token is not None and any(part in self.lists[name] for part in self.spelling.stripped(token.fold))

    def fits(self, name: str, text: str) -> bool:
        """Tell whether a whole text has the shape of a pattern."""
        return self._patterns[name].fullmatch(text) is not None

    def begins(self, name: str, text: str) -> bool:
        """Tell whether a text begins with a pattern."""
        return self._patterns[name].match(text) is not None

    def may_be_hers(self, core: str, verb: str) -> bool:
        """Tell whether a past form is written alike of a thing: not where the stem is another than hers."""
        return self.spelling.fold(core)[:-1] == verb and verb in self.lists["things_past"]


class Reading:
    """The words of a text and their surroundings."""

    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        """Read the text with these lists."""
        self._words = text.words
        self._sentences = {word.index: run for run in text.sentences for word in run}
        self._lexicon = lexicon
        self._tokens = {
            word.index: lexicon.spelling.token(word) for word in text.words if word.kind is Kind.WORD
        }  # fmt: skip

    def __iter__(self) -> Iterator[Token]:
        """Go through the words that are nobody else's."""
        return (token for token in self._tokens.values() if not token.word.quoted and token.bare)

    def at(self, index: int) -> Token | None:
        """Return the word at an index, None where there is none or a mark."""
        return self._tokens.get(index)

    def follows(self, token: Token) -> Token | None:
        """Return the word right after, None behind a mark."""
        return self.at(token.word.index + 1)

    def beyond(self, token: Token) -> Token | None:
        """Return the word after, small words left out, None behind a mark."""
        found = self.follows(token)
        while found is not None and self._is_small(found):
            found = self.follows(found)
        return found

    def sentence(self, token: Token) -> Iterator[Token]:
        """Go through the words of the sentence that are nobody else's."""
        run = self._sentences[token.word.index]
        return (self._tokens[word.index] for word in run if word.index in self._tokens and not word.quoted)

    def addresses(self, token: Token, found: set[int]) -> bool:
        """Tell whether one of these words stands before the word in its sentence."""
        return any(other.word.index in found for other in self.preceding(token))

    def is_before_value(self, token: Token) -> bool:
        """Tell whether a quotation or a value that stays as it is comes right after the word."""
        index = token.word.index + 1
        after = self._words[index] if index < len(self._words) else None
        return after is not None and (after.kind is Kind.SPAN or after.text in self._lexicon.maps["quotes"])

    def before(self, token: Token) -> Token | None:
        """Return the word before, small words such as negations left out; None at a clause opening."""
        index = token.word.index - 1
        while (found := self.at(index)) is not None and self._is_small(found):
            if self._words[index + 1].opens:
                return None
            index -= 1
        return None if self._words[index + 1].opens else found

    def _is_small(self, token: Token) -> bool:
        return self._lexicon.spelling.without_and(token.fold) in self._lexicon.lists["between"]

    def preceding(self, token: Token) -> Iterator[Token]:
        """Go back through the words of the sentence."""
        index = token.word.index
        while index > 0 and not self._words[index].opens:
            index -= 1
            if (found := self.at(index)) is not None:
                yield found

    def opens(self, token: Token) -> bool:
        """Tell whether a clause begins at the word."""
        word = token.word
        if word.opens or word.index == 0:
            return True
        last = self._words[word.index - 1]
        if last.kind is Kind.MARK:
            return True
        return self._lexicon.has("before_command", self.at(word.index - 1))

    def mood(self, token: Token, lead: str) -> str:
        """Return j where a jussive particle governs the verb, s for a subjunctive one, "" without one."""
        lists = self._lexicon.lists
        if lead in self._lexicon.lists["purpose"]:
            return "s"
        for step, found in enumerate(self.preceding(token)):
            if step > _FAR or found.fold in lists["free"]:
                return ""
            parts = tuple(self._lexicon.spelling.stripped(found.fold))[:2]
            if any(part in lists["jussive"] for part in parts):
                return "j"
            if any(part in lists["subjunctive"] for part in parts):
                return "s"
            if step == 0 and not self._lexicon.begins("and", token.fold) and found.fold not in lists["or"]:
                return ""
        return ""

    @cached_property
    def is_plural(self) -> bool:
        """Whether the text speaks to several people at once."""
        lexicon = self._lexicon
        return any(
            lexicon.has("several", token) or (token.word.opens and lexicon.has("several_opening", token))
            for token in self
        )

    def speaks_of_several(self, token: Token) -> bool:
        """Tell whether other people in the plural stand before the word in its sentence."""
        return any(
            self._lexicon.has("they", found) or self._lexicon.fits("third_plural", found.fold)
            for found in self.preceding(token)
        )
