"""Splits Hindi text into tokens and finds the pronouns of the reader; knows no verb and no clause."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from unicodedata import category

from mannerly.adapt.register.hindi.verbs import Spelling
from mannerly.adapt.register.text import Kind, Text, Word
from mannerly.language.register import RegisterData

LEVELS = ("aap", "tum", "tu")
_JOINERS = frozenset("\u200c\u200d")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its joiners and marks, or another piece of the text.

    Args:
        text: as written.
        key: as looked up.
        start: first code point in the text.
        kind: what it is.
        opens: True for the first word of a sentence.
        fixed: True for what is never changed: quoted words and spans.
    """

    text: str
    key: str
    start: int
    kind: Kind
    opens: bool
    fixed: bool

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)


@dataclass(frozen=True, kw_only=True)
class Pronoun:
    """A pronoun of the reader.

    Args:
        level: the level it shows.
        case: its case ("direct", "dative"); "emphatic" for the nominative with its particle in one word.
        first: index of the pronoun among the tokens.
        last: index of the last token it takes up with a particle and a postposition that stands apart.
        apart: the case that this postposition makes, "" without one.
        nominative: whether it can be a subject that a verb agrees with.
        plural: whether the words behind it say that several people are addressed.
    """

    level: str
    case: str
    first: int
    last: int
    apart: str = ""
    nominative: bool = False
    plural: bool = False


class Lexicon:
    """The word lists and the pronouns of the data, as looked up."""

    def __init__(self, data: RegisterData, spelling: Spelling) -> None:
        """Build the tables."""
        self.key = spelling.key
        self._words = {name: frozenset(map(self.key, words.split())) for name, words in data.words.items()}
        self.apart = {self.key(word): case for word, case in data.maps["apart"].items()}
        self.forms = {level: {case: all_.split() for case, all_ in data.maps[level].items()} for level in LEVELS}
        self.pronouns: dict[str, tuple[str, str]] = {}
        for level, cases in self.forms.items():
            for case, spelt in cases.items():
                for form in spelt:
                    self.pronouns.setdefault(self.key(form), (level, case))

    def has(self, name: str, token: Token | None) -> bool:
        """Whether a word stands in a list."""
        return token is not None and token.kind is Kind.WORD and token.key in self._words[name]

    def words(self, name: str) -> frozenset[str]:
        """Return a word list."""
        return self._words[name]

    def form(self, level: str, case: str) -> str:
        """Return the form of the pronoun."""
        return self.forms[level][case][0]


@dataclass(frozen=True)
class Reading:
    """The tokens of a text and its pronouns."""

    text: Text
    lexicon: Lexicon

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All pieces; what joiners or stray marks split is one word again."""
        groups: list[list[Word]] = []
        for word in self.text.words:
            if groups and _continues(groups[-1][-1], word):
                groups[-1].append(word)
            else:
                groups.append([word])
        return tuple(self._token(group) for group in groups)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """First token of each sentence and the one behind its last."""
        starts = [index for index, token in enumerate(self.tokens) if token.opens or index == 0]
        return tuple(pairwise([*starts, len(self.tokens)]))

    @cached_property
    def pronouns(self) -> dict[int, Pronoun]:
        """The pronouns of the reader by the index of their first token."""
        found = (self._pronoun(index, token) for index, token in enumerate(self.tokens))
        return {pronoun.first: pronoun for pronoun in found if pronoun}

    def at(self, index: int) -> Token | None:
        """Return a token, None outside the text."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def has(self, name: str, index: int) -> bool:
        """Whether the token at an index stands in a word list."""
        return self.lexicon.has(name, self.at(index))

    def nominative(self, index: int) -> bool:
        """Whether no postposition stands behind a word and its particles."""
        while self.has("particles", index + 1):
            index += 1
        return not self.has("postpositions", index + 1)

    def ends(self, index: int) -> bool:
        """Whether a clause can end before this index: a mark, another sentence, a connective or the end."""
        token = self.at(index)
        return token is None or token.opens or token.kind is not Kind.WORD or self.has("connectives", index)

    def _token(self, group: list[Word]) -> Token:
        text = "".join(word.text for word in group)
        first = group[0]
        fixed = first.kind is Kind.SPAN or any(word.quoted for word in group)
        key = self.lexicon.key(text) if first.kind is Kind.WORD else text
        return Token(text, key, first.start, first.kind, first.opens, fixed)

    def _pronoun(self, index: int, token: Token) -> Pronoun | None:
        found = self.lexicon.pronouns.get(token.key)
        if found is None or token.kind is not Kind.WORD or self._other_word(index):
            return None
        level, case = found
        if case not in {"direct", "stem"}:
            return Pronoun(level=level, case=case, first=index, last=index, nominative=case == "emphatic")
        behind = index
        while self.has("particles", behind + 1):
            behind += 1
        apart = self.lexicon.apart.get(self.tokens[behind + 1].key, "") if behind + 1 < len(self.tokens) else ""
        if apart:
            return Pronoun(level=level, case=case, first=index, last=behind + 1, apart=apart)
        plural = self.has("plural", behind + 1) or self.has("plural_oblique", behind + 1)
        nominative = not self.has("plural_oblique", behind + 1) or self.has("plural", behind + 1)
        nominative = nominative and self.nominative(behind + 1 if plural else index)
        return Pronoun(level=level, case=case, first=index, last=index, nominative=nominative, plural=plural)

    def _other_word(self, index: int) -> bool:
        before, behind = self.at(index - 1), self.at(index + 1)
        if behind is not None and behind.kind is Kind.MARK and behind.start == self.tokens[index].end:
            behind = self.at(index + 2)
            if behind is not None and behind.start > self.tokens[index].end + 1:
                behind = None
        doubled = behind is not None and behind.key == self.tokens[index].key
        return (
            self.lexicon.has("not_pronoun_before", before)
            or self.lexicon.has("not_pronoun_after", behind)
            or (doubled and self.lexicon.pronouns[self.tokens[index].key][0] == "tu")
        )


def _continues(before: Word, word: Word) -> bool:
    if not word.glued or before.kind in {Kind.SPAN, Kind.NUMBER}:
        return False
    stray = word.kind is Kind.MARK and (word.text in _JOINERS or category(word.text).startswith("M"))
    joined = before.kind is Kind.MARK and (before.text in _JOINERS or category(before.text[-1]).startswith("M"))
    return stray or (joined and word.kind is Kind.WORD)
