"""Finds who is addressed and how in a Vietnamese text; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from mannerly.adapt.register.text import Kind, Text, Word
from mannerly.adapt.register.vietnamese.tables import Syllables, Tables


class Use(Enum):
    """What a place is."""

    ADDRESS = "address"
    POLITE = "polite"
    FRIENDLY = "friendly"


@dataclass(frozen=True, slots=True)
class Site:
    """A place that shows a level.

    Args:
        use: what it is.
        level: the level that it shows.
        first: index of its first word.
        last: index of its last word.
        plural: several people are addressed.
    """

    use: Use
    level: str
    first: int
    last: int
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: index of its first word, of its last that is no mark, and the marks after that."""

    first: int
    last: int
    marks: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark."""
        return "?" in self.marks


@dataclass(frozen=True)
class Reading:
    """The sites of a text in order, and the words that may be address and may be not."""

    words: tuple[Word, ...]
    sites: tuple[Site, ...]
    doubtful: tuple[Site, ...]

    def address(self, index: int) -> Site | None:
        """Return the word of address that begins at an index."""
        return next((site for site in self.sites if site.first == index and site.use is Use.ADDRESS), None)

    @property
    def addressed(self) -> tuple[Site, ...]:
        """All words of address."""
        return tuple(site for site in self.sites if site.use is Use.ADDRESS)

    def shows(self, levels: frozenset[str]) -> bool:
        """Tell whether something shows one of these levels."""
        return any(site.level in levels for site in self.sites)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The words in runs, each with the marks that end it."""
        starts = [word.index for word in self.words if word.opens or not word.index]
        ends = [*starts[1:], len(self.words)]
        return tuple(self._sentence(first, end) for first, end in zip(starts, ends, strict=True))

    def _sentence(self, first: int, end: int) -> Sentence:
        last = end - 1
        while last > first and self.words[last].kind is Kind.MARK:
            last -= 1
        marks = tuple(word.text for word in self.words[last + 1 : end])
        return Sentence(first, last, marks)


class Reader:
    """Reads texts by the lists of the data."""

    def __init__(self, tables: Tables) -> None:
        """Use these lists."""
        self._tables = tables

    def read(self, text: Text) -> Reading:
        """Return what shows a level, quoted words left out."""
        words = text.words
        low = tuple("" if word.quoted or word.kind is Kind.SPAN else word.lower for word in words)
        candidates = self._candidates(words, low)
        sure, doubtful = self._settled(words, low, candidates)
        polite = tuple(self._polite(words, sure))
        return Reading(words, tuple(sorted((*sure, *polite), key=lambda site: site.first)), doubtful)

    def _candidates(self, words: tuple[Word, ...], low: Syllables) -> list[Site]:
        found, index, blocked = list[Site](), 0, self._blocked(words, low)
        while index < len(words):
            term = self._tables.terms.at(low, index)
            if term is not None and term[-1] == self._tables.one("every_head") and self._is_every(words, index, term):
                term = term[:-1]
            if term is None:
                index += 1
                continue
            last = index + len(term) - 1
            if not blocked.intersection(range(index, last + 1)) and not self._is_other(words, low, index, term):
                plural = self._tables.has("plural", words[index])
                found.append(Site(Use.ADDRESS, self._tables.terms.value(term), index, last, plural))
            index = last + 1
        return found

    def _blocked(self, words: tuple[Word, ...], low: Syllables) -> set[int]:
        places = set[int]()
        for index in range(len(low)):
            phrase = self._tables.phrases("not_address").at(low, index)
            following = words[index + len(phrase)] if phrase and index + len(phrase) < len(words) else None
            if phrase and not self._tables.has("fond_close", following):
                places.update(range(index, index + len(phrase)))
        return places

    def _is_every(self, words: tuple[Word, ...], index: int, term: Syllables) -> bool:
        following = index + len(term)
        return following < len(words) and self._tables.has("every", words[following])

    def _is_other(self, words: tuple[Word, ...], low: Syllables, first: int, term: Syllables) -> bool:
        """Tell whether the neighbours show a friend, a sibling, a third person, a country."""
        last = first + len(term) - 1
        before = low[first - 1] if first and not words[first].opens else ""
        following = low[last + 1] if last + 1 < len(low) and self._is_common(words[last + 1]) else ""
        if following == self._tables.one("every_head") and self._is_every(words, first, (*term, following)):
            following = ""
        return self._tables.is_guarded(term, before, following) or self._is_owned(words, low, last, term)

    def _is_owned(self, words: tuple[Word, ...], low: Syllables, last: int, term: Syllables) -> bool:
        """Tell whether "my" follows: "bạn tôi" is my friend, but "giúp bạn tôi cần" opens a clause."""
        if len(term) > 1 or last + 2 > len(low) or not self._tables.has("owner", words[last + 1]):
            return False
        next_one = words[last + 2] if last + 2 < len(words) else None
        return words[last].opens or not self._tables.has("clause", next_one)

    def _settled(
        self, words: tuple[Word, ...], low: Syllables, candidates: list[Site]
    ) -> tuple[list[Site], tuple[Site, ...]]:
        sure, bare, doubtful = list[Site](), list[Site](), list[Site]()
        called = {low[site.last] for site in candidates if self._is_called(words, site)}
        for site in candidates:
            single = site.first == site.last or site.plural
            if single and self._is_named(words, site):
                doubtful.append(site)
            elif single and self._tables.has("anchored", words[site.last]):
                sure += [site] if low[site.last] in called else []
            elif single and self._tables.has("bare", words[site.last]) and low[site.last] not in called:
                bare.append(site)
            else:
                sure.append(site)
        third = {low[index] for index in range(len(low)) if self._tables.phrases("third").at(low, index)}
        levels = {site.level for site in sure}
        for site in bare:
            clear = low[site.last] not in third and levels <= {site.level} and self._is_common(words[site.first])
            (sure if clear else doubtful).append(site)
        weak = [site for site in sure if self._is_weak(words, site)] if levels & self._tables.formal else []
        sure = [site for site in sure if site not in weak]
        return sorted(sure, key=lambda site: site.first), (*doubtful, *weak)

    def _is_weak(self, words: tuple[Word, ...], site: Site) -> bool:
        """Tell whether a word that also means a friend does not clearly address the reader, who is called otherwise."""
        before = words[site.first - 1] if site.first and not words[site.first].opens else None
        following = words[site.last + 1] if site.last + 1 < len(words) else None
        clear = self._tables.has("surely_after", before) or self._tables.has("surely_before", following)
        return site.level == self._tables.friendly_level and not clear

    def _is_common(self, word: Word) -> bool:
        """Tell whether a word has no capital of its own: "Anh" inside a sentence is England."""
        return word.opens or not word.capital or (len(word.text) > 1 and word.text.isupper())

    def _is_called(self, words: tuple[Word, ...], site: Site) -> bool:
        """Tell whether the word calls somebody: after a greeting, or before "ơi"."""
        before = words[site.first - 1] if site.first else None
        place = site.last + 1
        while place < len(words) and words[place].kind is Kind.WORD and words[place].capital:
            place += 1
        after = words[place] if place < len(words) else None
        alone = after is None or after.kind is Kind.MARK
        apart = before is None or words[site.first].opens or before.kind is Kind.MARK
        named = place > site.last + 1
        if self._tables.has("greets", before) or self._tables.has("call", after):
            return True
        return named and ((alone and apart) or self._tables.has("fond", after))

    def _is_named(self, words: tuple[Word, ...], site: Site) -> bool:
        """Tell whether a name follows that may be a third person's: "bạn Nam sẽ gọi"."""
        following = words[site.last + 1] if site.last + 1 < len(words) else None
        if following is None or following.kind is not Kind.WORD or not following.capital or following.opens:
            return False
        if len(following.text) > 1 and following.text.isupper():
            return False
        before = words[site.first - 1] if site.first and not words[site.first].opens else None
        return not (self._tables.has("calling", before) or self._is_called(words, site))

    def _polite(self, words: tuple[Word, ...], address: list[Site]) -> list[Site]:
        """Particles and answers; they show the formal level of the address, or the usual one."""
        shown = [site.level for site in address if site.level in self._tables.formal]
        level = shown[0] if shown else self._tables.polite_level
        found = list[Site]()
        for word in words:
            if word.quoted or word.kind is not Kind.WORD:
                continue
            if self.is_polite(words, word.index):
                found.append(Site(Use.POLITE, level, word.index, word.index))
            elif self.is_friendly(words, word.index):
                found.append(Site(Use.FRIENDLY, self._tables.plain_level, word.index, word.index))
        return found

    def is_polite(self, words: tuple[Word, ...], index: int) -> bool:
        """Tell whether a polite particle, a polite "yes" or a solemn opening stands at an index."""
        word, following = words[index], words[index + 1] if index + 1 < len(words) else None
        if self._tables.has("polite", word):
            return True
        if self._tables.has("yes_polite", word):
            return self._opens_clause(words, index) and not self._tables.has("yes_not_before", following)
        return self._tables.has("solemn", word) and self._tables.has("solemn_before", following)

    def is_friendly(self, words: tuple[Word, ...], index: int) -> bool:
        """Tell whether an answer among friends opens the sentence, or a blunt particle closes a question."""
        word, following = words[index], words[index + 1] if index + 1 < len(words) else None
        if word.opens and word.lower in self._tables.map("answer"):
            return True
        return self._tables.has("blunt", word) and (
            following is None or following.kind is Kind.MARK or self._tables.terms.at((following.lower,), 0) is not None
        )

    def _opens_clause(self, words: tuple[Word, ...], index: int) -> bool:
        return words[index].opens or words[index - 1].kind is Kind.MARK
