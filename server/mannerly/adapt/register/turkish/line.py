"""A Turkish text as tokens with their neighbours, clauses and company; knows word lists and no level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mannerly.adapt.register.text import Kind, Text, Word
from mannerly.adapt.register.turkish.letters import Letters
from mannerly.adapt.register.turkish.nouns import Nouns
from mannerly.adapt.register.turkish.verbs import TurkishVerbs
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData

_APOSTROPHES = frozenset("'\u2019")
_TIES = frozenset("-\u2010\u2011_/@")
_LISTS = frozenset(",")


@dataclass(frozen=True, slots=True)
class Site:
    """A place that shows a level.

    Args:
        word: the word.
        rule: last part of the rule's id.
        after: the word at the other level.
        clear: the form alone tells; otherwise what stands around it.
        likely: it may be read otherwise and shows no level by itself.
    """

    word: Word
    rule: str
    after: str
    clear: bool = True
    likely: bool = False


class Lexicon:
    """Everything the data know, built once."""

    def __init__(self, data: RegisterData) -> None:
        """Build the tables of these data."""
        self.letters = Letters(data)
        self.verbs = TurkishVerbs(data, self.letters)
        self.nouns = Nouns(data, self.verbs)
        self.maps = data.maps
        self.plural_sound = str(data.policy["plural_sound"])
        self.after = {form: frozenset(words.split()) for form, words in data.maps["commands_after"].items()}
        self._words = {name: frozenset(entries.split()) for name, entries in data.words.items()}
        self._patterns = {name: compiled(pattern) for name, pattern in data.patterns.items()}

    def has(self, name: str, key: str) -> bool:
        """Tell whether a list holds a word."""
        return key in self._words[name]

    def starts(self, name: str, key: str) -> bool:
        """Tell whether a word begins with an entry of a list."""
        return key.startswith(tuple(self._words[name]))

    def ends(self, name: str, key: str) -> bool:
        """Tell whether a pattern is found in a word."""
        return self._patterns[name].search(key) is not None

    def parts(self, name: str, key: str) -> dict[str, str] | None:
        """Return the named groups of a pattern that matches a word, None where it does not."""
        found = self._patterns[name].match(key)
        return None if found is None else {group: part or "" for group, part in found.groupdict().items()}


class Line:
    """One text with the keys of its words.

    Args:
        text: the text.
        lexicon: the language.
    """

    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        """Read the text."""
        self.words = text.words
        self.keys = tuple(lexicon.letters.lower(word.text) for word in text.words)
        self._lexicon = lexicon

    def places(self) -> Iterator[int]:
        """Every word that may be changed."""
        for place, word in enumerate(self.words):
            if word.kind is Kind.WORD and not word.quoted and not self._is_tied(place):
                yield place

    def key(self, place: int) -> str:
        """Return the lower-case word at a place, "" outside the text."""
        return self.keys[place] if 0 <= place < len(self.keys) else ""

    def is_word(self, place: int) -> bool:
        """Tell whether a place holds a word."""
        return 0 <= place < len(self.words) and self.words[place].kind is Kind.WORD

    def is_suffix(self, place: int) -> bool:
        """Tell whether a word hangs on the one before by an apostrophe."""
        before = self.words[place - 1] if place > 1 else None
        return before is not None and before.text in _APOSTROPHES and before.glued and self.words[place].glued

    def is_name(self, place: int) -> bool:
        """Tell whether a word within a sentence has a capital of its own."""
        word = self.words[place]
        return word.capital and not word.opens and not (len(word.text) > 1 and word.text.isupper())

    def ends_clause(self, place: int) -> bool:
        """Tell whether a clause may end with the word at a place."""
        return self.ends_part(place) or self.words[place + 1].kind is Kind.SPAN

    def ends_part(self, place: int) -> bool:
        """Tell whether a mark, a conjunction or nothing follows the word at a place."""
        after = place + 1
        if after >= len(self.words) or self.words[after].opens:
            return True
        word = self.words[after]
        if word.kind is Kind.MARK:
            return not (word.glued and (word.text in _APOSTROPHES or word.text in _TIES))
        return word.kind is Kind.WORD and self._lexicon.has("joints", self.keys[after])

    def start(self, place: int) -> int:
        """Return where the clause of a place begins: behind the last mark, sentence opening or finite verb."""
        while place > 0 and not self.words[place].opens:
            before = self.words[place - 1]
            if before.kind is Kind.MARK and not (before.text in _APOSTROPHES or before.text in _TIES):
                break
            if before.kind is Kind.WORD and self.is_finite(place - 1):
                break
            place -= 1
        return place

    def sentence(self, place: int) -> range:
        """Return the places of the sentence around a place."""
        first = next((one for one in range(place, -1, -1) if self.words[one].opens), 0)
        last = next((one for one in range(place + 1, len(self.words)) if self.words[one].opens), len(self.words))
        return range(first, last)

    def is_finite(self, place: int) -> bool:
        """Tell whether a word is a verb in the third or first person."""
        key = self.keys[place]
        if not self.is_word(place) or self._lexicon.has("no_finite", key):
            return False
        parts = self._lexicon.parts("plain_past", key)
        if parts is not None:
            return self._lexicon.verbs.is_past(parts["stem"], parts["voice"])
        if self._lexicon.ends("finite", key) or self._lexicon.verbs.is_present(key):
            return True
        parts = self._lexicon.parts("of_present", key)
        return parts is not None and self._lexicon.verbs.is_present(parts["form"])

    def is_listed(self, place: int) -> bool:
        """Tell whether a comma or "and" follows a word, so that more of its kind may come."""
        return self.key(place + 1) in _LISTS or self._lexicon.has("and", self.key(place + 1))

    def any_in(self, name: str, places: range) -> bool:
        """Tell whether one of the words at some places is in a list."""
        return any(self._lexicon.has(name, self.keys[place]) for place in places)

    def is_company(self) -> bool:
        """Tell whether the text speaks to several people."""
        return any(
            self._lexicon.has("company", key) or (self._lexicon.has("called_company", key) and self._is_called(place))
            for place, key in enumerate(self.keys)
        )

    def _is_called(self, place: int) -> bool:
        greeted = self._lexicon.has("calls", self.key(place - 1)) or self._lexicon.has("calls", self.key(place + 1))
        after = self.words[place + 1] if place + 1 < len(self.words) else None
        apart = after is None or after.kind is Kind.MARK
        return apart and (greeted or self.words[place].opens)

    def _is_tied(self, place: int) -> bool:
        """Tell whether a word is part of an address or a name with an underscore."""
        before = self.words[place - 1] if place else None
        return before is not None and before.glued and self.words[place].glued and before.text in "@_/"
