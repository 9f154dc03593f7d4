"""The clauses of a German text as far as commas, conjunctions and verb endings show them; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mannerly.adapt.register.german.verbs import GermanVerbs
from mannerly.adapt.register.text import Kind, Text, Word
from mannerly.language.register import RegisterData

_JOINTS = frozenset(".!?,;:()[]{}|*\u2013\u2014\u2026\u2022")
_ENDS = frozenset(".!?\u2026")
_QUESTION = "?"
_HYPHENS = frozenset("-\u2010\u2011")
_OPENING_MARKS = frozenset(":([\u2013\u2014-*\u2022|")


@dataclass(frozen=True)
class Grammar:
    """The language data as sets for lookups, and the verbs.

    Args:
        data: the register data.
        verbs: the verbs of the data.
    """

    data: RegisterData
    verbs: GermanVerbs

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        """Every list of words as a set."""
        return {name: frozenset(text.split()) for name, text in self.data.words.items()}

    @cached_property
    def address_words(self) -> frozenset[str]:
        """Words that have a capital because they address the reader."""
        pronouns = self.sets["formal_subject"] | self.sets["formal_dative"] | self.sets["familiar_pronouns"]
        tables = ("possessive_to_du", "possessive_to_sie")
        return pronouns.union(*(self.map(name) for name in tables))

    def map(self, name: str) -> dict[str, str]:
        """Return a table of the data."""
        return self.data.maps[name]


@dataclass(frozen=True, slots=True)
class Chunk:
    """The words between two punctuation marks of a sentence, `end` not included."""

    start: int
    end: int
    sentence: int
    question: bool
    last: bool
    ended: bool


class Clauses:
    """One text with the questions about its clauses that the readers of both levels ask."""

    def __init__(self, text: Text, grammar: Grammar) -> None:
        """Look at this text with these words."""
        self.words = text.words
        self.grammar = grammar
        self.verbs = grammar.verbs
        self._sets = grammar.sets
        self._low = tuple(word.lower if word.kind is Kind.WORD else "" for word in self.words)

    def low(self, index: int) -> str:
        """Return a word in lower case, "" for what is no word or outside the text."""
        return self._low[index] if 0 <= index < len(self._low) else ""

    def among(self, index: int, *names: str) -> bool:
        """Tell whether a word stands in one of these lists."""
        low = self.low(index)
        return low != "" and any(low in self._sets[name] for name in names)

    def word(self, index: int) -> Word:
        """Return the word at an index."""
        return self.words[index]

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The chunks in order."""
        runs, start, sentence = list[tuple[int, int, int]](), 0, 0
        for word in self.words:
            if not self._joint(word):
                continue
            if word.index > start:
                runs.append((self._after_bullet(start), word.index, sentence))
            start = word.index + 1
            sentence += self._ends(word)
        if len(self.words) > start:
            runs.append((self._after_bullet(start), len(self.words), sentence))
        questions = {sentence for _, end, sentence in runs if self._mark(end) == _QUESTION}
        lasts = {sentence: end for _, end, sentence in runs}
        return tuple(
            Chunk(
                start, end, number, question=number in questions, last=lasts[number] == end, ended=self._mark(end) != ""
            )
            for start, end, number in runs
        )

    def _after_bullet(self, start: int) -> int:
        """Return the start of a chunk without the protected mark of a list before it."""
        following = self.words[start + 1] if start + 1 < len(self.words) else None
        bullet = self.words[start].kind is Kind.SPAN and self.words[start].opens
        listed = bullet and following is not None and following.kind is Kind.WORD and following.capital
        return start + 1 if listed else start

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {i: number for number, chunk in enumerate(self.chunks) for i in range(chunk.start, chunk.end)}

    def chunk(self, index: int) -> Chunk:
        """Return the chunk of a word."""
        return self.chunks[self._numbers[index]]

    def neighbour(self, index: int, step: int) -> Chunk | None:
        """Return the chunk so many places away, None outside the sentence."""
        number = self._numbers[index] + step
        if not 0 <= number < len(self.chunks):
            return None
        found = self.chunks[number]
        return found if found.sentence == self.chunk(index).sentence else None

    def sentence(self, index: int) -> tuple[Chunk, ...]:
        """Return the chunks of the sentence of a word."""
        own = self.chunk(index).sentence
        return tuple(chunk for chunk in self.chunks if chunk.sentence == own)

    def piece_start(self, index: int) -> int:
        """Return where the part of the chunk begins that no conjunction cuts off before the word."""
        start = self.chunk(index).start
        return next((i + 1 for i in range(index - 1, start - 1, -1) if self.among(i, "coordinators")), start)

    def piece_end(self, index: int) -> int:
        """Return where the part of the chunk ends that no conjunction cuts off after the word."""
        end = self.chunk(index).end
        return next((i for i in range(index + 1, end) if self.among(i, "coordinators")), end)

    def opens(self, index: int) -> bool:
        """Tell whether a capital is owed to the place of the word."""
        if self.words[index].opens:
            return True
        before = self.words[index - 1] if index else None
        if before is not None and before.kind is Kind.SPAN and before.opens:
            return True
        return before is None or (
            before.kind is Kind.MARK and before.text in _OPENING_MARKS and not self.compound(index)
        )

    def compound(self, index: int) -> bool:
        """Tell whether a hyphen makes the word a part of a longer one."""
        after = self.words[index + 1] if index + 1 < len(self.words) else None
        before = self.words[index - 1] if index else None
        tail = before is not None and before.text in _HYPHENS and self.words[index].glued and before.glued
        return tail or (after is not None and after.text in _HYPHENS and after.glued)

    def noun(self, index: int) -> bool:
        """Tell whether a word has the capital of a noun or name."""
        if not 0 <= index < len(self.words) or self.words[index].kind is not Kind.WORD:
            return False
        word = self.words[index]
        if word.lower in self.grammar.address_words:
            return False
        shouted = len(word.text) > 1 and word.text.isupper() and self._shouting
        return word.capital and not self.opens(index) and not shouted

    @cached_property
    def _shouting(self) -> bool:
        long = [word.text for word in self.words if word.kind is Kind.WORD and len(word.text) > 1]
        return len(long) > 1 and all(text.isupper() for text in long)

    def plural(self, index: int) -> bool:
        """Tell whether a word is a plural verb form of the data."""
        return self._verbal(index) and self.verbs.plural(self.low(index)) is not None

    def maybe_plural(self, index: int) -> bool:
        """Tell whether a word is or, by its ending, may be a plural verb form."""
        low = self.low(index)
        unknown = self.verbs.like_plural(low) and not self.marked(index)
        return self._verbal(index) and (self.plural(index) or unknown)

    def singular(self, index: int) -> bool:
        """Tell whether a word is a singular verb form of the data."""
        return self._verbal(index) and self.verbs.singular(self.low(index))

    def marked(self, index: int) -> bool:
        """Tell whether a word is an infinitive with the mark inside it."""
        return self._verbal(index) and self.verbs.with_mark(self.low(index)) != ""

    def lemma(self, index: int) -> str:
        """Return the infinitive of a plural form, "" when it is none."""
        found = self.verbs.plural(self.low(index))
        return found.lemma if found else ""

    def skip(self, index: int, name: str, step: int = 1) -> int:
        """Return the first index from here on whose word is not in the list."""
        while self.among(index, name):
            index += step
        return index

    def question(self, index: int) -> bool:
        """Tell whether a question mark ends the sentence."""
        return self.chunk(index).question

    def subordinate(self, chunk: Chunk) -> bool:
        """Tell whether a chunk is a clause with its verb at the end or an infinitive clause."""
        first = self.skip(chunk.start, "leads")
        if self.among(first, "relatives"):
            return not self.noun(first + 1) or (first > 0 and self.words[first - 1].text == ",")
        if self.among(first, "subordinators"):
            return True
        prepositions = self.among(first, "accusative_prepositions", "dative_prepositions")
        return prepositions and self.among(first + 1, "relatives") and not self.noun(first + 2)

    def infinitive(self, chunk: Chunk) -> int:
        """Return the index of the infinitive of an infinitive clause, -1 when the chunk is none."""
        for i in range(chunk.start, chunk.end):
            marked = self.low(i) in self._sets["infinitive_mark"] and self.maybe_plural(i + 1)
            if marked and i + 1 < chunk.end:
                return i + 1
            if self.marked(i):
                return i
        return -1

    def has(self, start: int, end: int, *names: str) -> bool:
        """Tell whether a word between two indices stands in one of these lists."""
        return any(self.among(i, *names) for i in range(start, end))

    def _verbal(self, index: int) -> bool:
        return self.low(index) != "" and not self.noun(index) and not self.compound(index)

    def _mark(self, index: int) -> str:
        """Return the mark that ends a sentence from here, "" when none does."""
        for word in self.words[index : index + 3]:
            if word.kind is Kind.MARK and word.text in _ENDS:
                return _QUESTION if any(m.text == _QUESTION for m in self.words[index : index + 3]) else word.text
            if word.kind is not Kind.MARK:
                break
        return ""

    def _ends(self, word: Word) -> bool:
        following = self.words[word.index + 1] if word.index + 1 < len(self.words) else None
        return word.text in _ENDS and (following is None or following.opens or following.kind is Kind.MARK)

    def _joint(self, word: Word) -> bool:
        if word.kind is not Kind.MARK:
            return False
        if word.text in _HYPHENS:
            following = self.words[word.index + 1] if word.index + 1 < len(self.words) else None
            return not word.glued and following is not None and not following.glued
        if word.text not in _JOINTS:
            return False
        return word.text not in _ENDS or self._ends(word)
