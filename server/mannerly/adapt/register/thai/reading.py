"""Finds what shows the level of a Thai text: final particles, pronouns, courteous and close words; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import regex

from mannerly.adapt.register.text import Text
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData

MALE, FEMALE, CLOSE = "male", "female", "close"
_SOFT, _BARE = "soft", "bare"
_AROUND_YOU = ("you_after", "you_before", "not_you_after", "not_you_before")


@dataclass(frozen=True, slots=True, kw_only=True)
class Particle:
    """A final particle or a group of them.

    Args:
        gap: where the white space before it begins.
        start: its first code point.
        end: the code point after it.
        soft: whether it has the softening part.
        tone: MALE, FEMALE, CLOSE, or "" for the softening part alone.
        question: whether it ends a question.
        plain: whether nothing soft belongs there: after a greeting or a short answer.
    """

    gap: int
    start: int
    end: int
    soft: bool
    tone: str
    question: bool
    plain: bool

    @property
    def polite(self) -> bool:
        """Whether it is one that goes with the gender of the writer."""
        return self.tone in (MALE, FEMALE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A word of a table and what it becomes."""

    word: str
    start: int
    end: int
    after: str


class Lexicon:
    """The tables and patterns of the Thai data, ready to use."""

    def __init__(self, data: RegisterData) -> None:
        """Compile every table once."""
        self.maps = data.maps
        self._patterns = {name: compiled(pattern) for name, pattern in data.patterns.items()}
        self._lists = {name: frozenset(words.split()) for name, words in data.words.items()}
        self._data = data
        self._tables = {
            name.removeprefix("to_"): self._table(tuple(table))
            for name, table in data.maps.items()
            if name.startswith("to_")
        }
        self._shown = {name: self._table(tuple(data.words[name].split())) for name in ("courteous", "close")}

    def __getitem__(self, name: str) -> frozenset[str]:
        """Return a word list."""
        return self._lists[name]

    def pattern(self, name: str) -> regex.Pattern[str]:
        """Return a pattern."""
        return self._patterns[name]

    def shown(self, name: str) -> regex.Pattern[str]:
        """Return the pattern of the words that show a level."""
        return self._shown[name]

    def table(self, level: str) -> regex.Pattern[str]:
        """Return the pattern of the words that change on the way to a level."""
        return self._tables[level]

    @cached_property
    def you(self) -> regex.Pattern[str]:
        """The neutral word for you where it is a pronoun."""
        word = self._data.patterns["you"]
        parts = {name: "|".join(self._data.words[name].split()) for name in _AROUND_YOU}
        pronoun = f"(?<=(?:{parts['you_after']}){word})|(?={parts['you_before']})"
        return regex.compile(f"(?<!{parts['not_you_after']}){word}(?!{parts['not_you_before']})(?:{pronoun})")

    def _table(self, words: tuple[str, ...]) -> regex.Pattern[str]:
        """Compile words, longest first, that are not part of another word."""
        return regex.compile("|".join(map(self._guarded, sorted(words, key=len, reverse=True))) or r"(?!)")

    def _guarded(self, word: str) -> str:
        maps, opening = self._data.maps, self._data.patterns["clause"] if word in self._lists["opening"] else ""
        before = [regex.escape(part) for part in maps["not_after"].get(word, "").split()]
        after = [regex.escape(part) for part in maps["not_before"].get(word, "").split()]
        marks = self._data.patterns["inside_after"], self._data.patterns["inside_before"]
        behind = f"(?<!{'|'.join([marks[0], *before])})"
        return f"{opening}{behind}{regex.escape(word)}(?!{'|'.join([marks[1], *after])})"


class Reader:
    """Reads one text."""

    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        """Use these words."""
        self.raw = text.raw
        self._lexicon = lexicon
        self._quoted = frozenset(place for word in text.words if word.quoted for place in range(word.start, word.end))

    @cached_property
    def particles(self) -> tuple[Particle, ...]:
        """Every final particle, in order."""
        found, begin = list[Particle](), 0
        for match in self._lexicon.pattern("particle").finditer(self.raw):
            if match.start() in self._quoted:
                continue
            clause = self.raw[begin : match.start()].rstrip().rpartition("\n")[2]
            found.append(self._particle(match, clause))
            begin = match.end()
        return tuple(found)

    def _particle(self, match: regex.Match[str], clause: str) -> Particle:
        before = self.raw[: match.start()]
        return Particle(
            gap=len(before.rstrip(" ")),
            start=match.start(),
            end=match.end(),
            soft=bool(match[_SOFT] or match[_BARE]),
            tone=next((tone for tone in (MALE, FEMALE, CLOSE) if match[tone]), ""),
            question=self.is_question(clause, is_asked=bool(match["high"] and not match["soft"])),
            plain=self._lexicon.pattern("plain").search(clause) is not None,
        )

    def is_question(self, clause: str, *, is_asked: bool = False) -> bool:
        """Whether a clause without its particle asks something; an indirect question only where its tone tells."""
        asks = self._lexicon.pattern("question").search(clause) is not None
        asks = asks or (is_asked and self._lexicon.pattern("choice").search(clause) is not None)
        return asks and (is_asked or self._lexicon.pattern("indirect").search(clause) is None)

    @property
    def is_polite(self) -> bool:
        """Whether any particle is one of courtesy."""
        return any(particle.polite for particle in self.particles)

    def shown(self, name: str) -> tuple[tuple[int, int], ...]:
        """Return where words of a list stand, headings and a word for you that may be she left out."""
        pattern = self._lexicon.shown(name)
        places = [match for match in pattern.finditer(self.raw) if match.start() not in self._quoted]
        return tuple(
            match.span() for match in places if not (self._is_she(match[0]) or self._is_heading(match.start()))
        )

    def changed(self, level: str) -> tuple[Found, ...]:
        """Return the words that differ at a level."""
        table = self._lexicon.maps[f"to_{level}"]
        return tuple(
            Found(word=match[0], start=match.start(), end=match.end(), after=table[match[0]])
            for match in self._lexicon.table(level).finditer(self.raw)
            if match.start() not in self._quoted and not self._is_she(match[0])
        )

    def pronouns(self) -> tuple[tuple[int, int], ...]:
        """Return where the neutral word for you is a pronoun and not the title of a name."""
        found = self._lexicon.you.finditer(self.raw)
        return tuple(match.span() for match in found if match.start() not in self._quoted)

    def _is_she(self, word: str) -> bool:
        """Whether a word for you may mean somebody else: only among friends, alone with each other, it does not."""
        if word not in self._lexicon["she"]:
            return False
        is_close = any(not particle.polite for particle in self.particles) or self.is_question(self.raw.rstrip())
        return self.is_polite or not is_close or self._lexicon.pattern("others").search(self.raw) is not None

    def _is_heading(self, place: int) -> bool:
        line = self.raw[: place + 1].rpartition("\n")[2]
        return self._lexicon.pattern("heading").match(line) is not None
