"""A Portuguese text with its clauses and small questions about a word in them; decides nothing about readers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mannerly.adapt.register.inflection import Analysis
from mannerly.adapt.register.portuguese.clauses import Clause
from mannerly.adapt.register.portuguese.lexicon import Lexicon
from mannerly.adapt.register.text import Kind, Text, Word

_NEAR = 5


@dataclass(frozen=True, kw_only=True)
class Verb:
    """A finite verb in the third person with the reading that was chosen for it."""

    clause: Clause
    word: Word
    reading: Analysis

    @property
    def tense(self) -> str:
        """First part of its slot."""
        return self.reading.slot.split(".")[0]


@dataclass(frozen=True)
class View:
    """A text as the readers of verbs look at it.

    Args:
        text: the text.
        clauses: its clauses.
        lexicon: the tables.
        named: indexes of all words that name the reader.
        subjects: those of them that may be a subject.
        told: whether the text is known to speak to the reader and of nobody else.
    """

    text: Text
    clauses: tuple[Clause, ...]
    lexicon: Lexicon
    named: frozenset[int]
    subjects: frozenset[int]
    told: bool = False

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.raw.lower()

    def at(self, index: int) -> Word | None:
        """Return a word."""
        return self.text.at(index)

    def is_in(self, name: str, index: int) -> bool:
        """Tell whether the word at an index is in a list."""
        word = self.text.at(index)
        return word is not None and self.lexicon.has(name, word.lower)

    def is_like(self, pattern: str, word: Word) -> bool:
        """Tell whether the text from a word on matches a pattern."""
        return self.lexicon.matches(pattern, self.lower, word.start) is not None

    def clitic_after(self, word: Word) -> Word | None:
        """Return the pronoun that hangs on a verb."""
        mark, clitic = self.text.at(word.index + 1), self.text.at(word.index + 2)
        if mark is None or clitic is None or mark.text != "-" or not mark.glued or not clitic.glued:
            return None
        return clitic if self.lexicon.has("clitics", clitic.lower) else None

    def has_clitic(self, name: str, word: Word) -> bool:
        """Tell whether a pronoun of a list hangs on a verb."""
        clitic = self.clitic_after(word)
        return clitic is not None and self.lexicon.has(name, clitic.lower)

    def before(self, clause: Clause, word: Word) -> tuple[Word, ...]:
        """Return the words of the clause in front of a word."""
        return tuple(other for other in clause.words if other.start < word.start)

    def opens(self, clause: Clause, word: Word) -> bool:
        """Tell whether nothing that could be a subject stands in front of a verb in its clause."""
        return all(self._may_precede(other) for other in self.before(clause, word))

    def _may_precede(self, word: Word) -> bool:
        lower, has = word.lower, self.lexicon.has
        if word.index in self.named or word.kind is not Kind.WORD:
            return True
        return has("adverbs", lower) or has("polite_openers", lower) or bool(self.lexicon.matches("adverb", lower, 0))

    def place(self, clause: Clause) -> int:
        """Return the number of a clause among all."""
        return next(place for place, other in enumerate(self.clauses) if other is clause)

    def earlier(self, clause: Clause) -> tuple[Clause, ...]:
        """Return the clauses of its sentence in front of a clause."""
        return tuple(other for other in self.clauses[: self.place(clause)] if other.number == clause.number)

    def leads(self, clause: Clause) -> bool:
        """Tell whether no clause of the sentence before this one has a verb."""
        return not any(self.lexicon.is_finite(word.lower) for other in self.earlier(clause) for word in other.words)

    def is_alone(self, clause: Clause) -> bool:
        """Tell whether a clause is its whole sentence."""
        return sum(other.number == clause.number for other in self.clauses) == 1

    def verbal_after(self, clause: Clause, word: Word) -> bool:
        """Tell whether what follows a word is what follows a verb."""
        after = self.text.at(word.index + 1)
        if after is None or self.clitic_after(word) is not None:
            return after is not None
        has, lower = self.lexicon.has, after.lower
        starts = has("determiners", lower) or has("verb_complements", lower) or bool(self.lexicon.infinitive(lower))
        return starts and (clause.question or not has("never_commands", word.lower))

    def object_follows(self, word: Word) -> bool:
        """Tell whether a noun follows a verb, and no preposition, adverb, infinitive or new clause."""
        after, further = self.text.at(word.index + 1), self.text.at(word.index + 2)
        lexicon = self.lexicon
        if after is None or after.kind is Kind.MARK or lexicon.infinitive(after.lower):
            return False
        if further is not None and (lexicon.infinitive(further.lower) or lexicon.has("degrees", further.lower)):
            return False
        if lexicon.is_finite(after.lower) and not lexicon.is_soft(after.lower):
            return False
        is_article = after.lower in lexicon.maps["owned_by_article"] and lexicon.has("determiners", after.lower)
        lists = ("prepositions", "adverbs", "conjunctions", "subordinators")
        return is_article or not any(lexicon.has(name, after.lower) for name in lists)

    def has_se(self, clause: Clause, word: Word) -> bool:
        """Tell whether "se" stands with a verb."""
        before, se = self.text.at(word.index - 1), self.lexicon.one("se")
        clitic = self.clitic_after(word)
        is_before = before is not None and before.lower == se and any(before is other for other in clause.words)
        return (clitic is not None and clitic.lower == se) or is_before

    def infinitives_after(self, word: Word) -> tuple[str, ...]:
        """Return the infinitives shortly behind an auxiliary."""
        near = [self.text.at(place) for place in range(word.index + 1, word.index + _NEAR)]
        return tuple(filter(None, (self.lexicon.infinitive(other.lower) for other in near if other is not None)))
