"""What French words are by themselves: vowels, genders, word lists; must not know sentences."""

from __future__ import annotations

from functools import cached_property

from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData

_MASCULINE, _FEMININE = "masculine", "feminine"


class Lexicon:
    """The word lists and tables of the French data, ready to look up."""

    def __init__(self, data: RegisterData) -> None:
        """Split every list once."""
        self._lists = {name: frozenset(words.split()) for name, words in data.words.items()}
        self._maps = data.maps
        self._pairs = frozenset(data.phrases["imperative_with"])
        self._patterns = {name: compiled(pattern) for name, pattern in data.patterns.items()}
        self._aspirated = tuple(data.words["aspirated"].split())

    def __getitem__(self, name: str) -> frozenset[str]:
        """Return a word list."""
        return self._lists[name]

    def text(self, name: str) -> str:
        """Return a list of one word as that word."""
        return next(iter(self._lists[name]))

    def ends(self, word: str, name: str) -> bool:
        """Whether a word has one of the endings of a list."""
        return word.endswith(tuple(self._lists[name]))

    def table(self, name: str) -> dict[str, str]:
        """Return a table."""
        return self._maps[name]

    def matches(self, name: str, raw: str) -> bool:
        """Whether a pattern is found in a text."""
        return self._patterns[name].search(raw) is not None

    def ends_of(self, name: str, raw: str) -> tuple[int, ...]:
        """Return where each place of a pattern in a text ends."""
        return tuple(found.end() for found in self._patterns[name].finditer(raw))

    def is_pair(self, first: str, second: str) -> bool:
        """Whether two words together are an imperative though the first is also a noun."""
        return f"{first} {second}" in self._pairs

    def is_vocalic(self, word: str) -> bool:
        """Whether a word takes elision before it: a vowel or a mute h."""
        lower = word.lower()
        if lower in self["whole"] or lower.startswith(self._aspirated):
            return False
        return self._patterns["vowel"].match(lower) is not None

    def is_feminine(self, phrase: tuple[str, ...]) -> bool:
        """Guess the gender of the noun that lower-case words after a possessive lead to."""
        for index, word in enumerate(phrase):
            if word in self["feminine_marks"]:
                return True
            if word in self["masculine_marks"]:
                return False
            if word not in self["neutral_marks"] or index == len(phrase) - 1:
                return self._gender_of(word) == _FEMININE
        return False

    def is_listed(self, noun: str) -> bool:
        """Whether the gender of a noun is known and not guessed."""
        return noun in self[_MASCULINE] or noun in self[_FEMININE]

    def _gender_of(self, noun: str) -> str:
        for form in (noun, noun.removesuffix("s")):
            for gender in (_MASCULINE, _FEMININE):
                if form in self[gender]:
                    return gender
        ends = [noun[-size:] for size in range(min(self._longest, len(noun)), 0, -1)]
        for end in ends:
            for gender in (_MASCULINE, _FEMININE):
                if end in self[f"{gender}_endings"]:
                    return gender
        return _MASCULINE

    @cached_property
    def _longest(self) -> int:
        return max(len(end) for gender in (_MASCULINE, _FEMININE) for end in self[f"{gender}_endings"])
