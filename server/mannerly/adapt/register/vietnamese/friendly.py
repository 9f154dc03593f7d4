"""Turns the formal words around an address into friendly Vietnamese; leaves the address itself to the engine."""

from __future__ import annotations

from mannerly.adapt.register.text import Kind, Word, like
from mannerly.adapt.register.vietnamese.edits import Edits
from mannerly.adapt.register.vietnamese.reading import Reading, Sentence, Site
from mannerly.adapt.register.vietnamese.self import Self
from mannerly.adapt.register.vietnamese.tables import Phrases, Tables

_ANSWER = "vi.register.answer"
_CALL = "vi.register.call"
_COURTESY = "vi.register.courtesy"
_FINAL = "vi.register.polite-particle"
_REQUEST = "vi.register.request"


class Friendly:
    """Rewrites towards an informal level."""

    def __init__(self, tables: Tables) -> None:
        """Use these lists."""
        self._tables = tables
        self._self = Self(tables)

    def prepare(self, edits: Edits, reading: Reading, level: str, you: str) -> None:
        """Plan everything but the words of address; arguments as for the formal levels."""
        equals = level == self._tables.plain_level
        self._self.informal(edits, reading)
        if not equals:
            self._self.equal(edits)
        for site in reading.addressed:
            self._calls(edits, site, you)
            self._plea(edits, site)
        self._courtesies(edits, reading, equals=equals)
        for sentence in reading.sentences:
            self._opening(edits, sentence, equals=equals)
            self._particles(edits, reading, sentence, level)

    def _calls(self, edits: Edits, site: Site, you: str) -> None:
        """Respectful calls: at the opening a friendly one, elsewhere none."""
        first = site.first - 1
        word = edits.word(first)
        if word is None or not self._tables.has("vocative", word) or site.level not in self._tables.formal:
            return
        solemn = edits.word(first - 1)
        if solemn is not None and self._tables.has("solemn", solemn):
            first, word = first - 1, solemn
        following = edits.word(site.last + 1)
        if (word.opens or not first or self._is_yes(edits, first - 1)) and following is not None:
            self._opening_call(edits, first, site, you)
        else:
            edits.drop(first, site.last, _CALL)

    def _is_yes(self, edits: Edits, index: int) -> bool:
        return self._tables.has("yes_polite", edits.word(index))

    def _opening_call(self, edits: Edits, first: int, site: Site, you: str) -> None:
        word, named = edits.words[first], site.last
        while (following := edits.word(named + 1)) and following.kind is Kind.WORD and following.capital:
            named += 1
        if self._tables.has("solemn", word):
            edits.put(first, site.last, like(word.text[:1], f"{self._tables.one('greets_plainly')} {you}"), _CALL)
            return
        call = self._tables.one("call")
        edits.put(first, site.last, like(word.text[:1], you if named > site.last else f"{you} {call}"), _CALL)
        if named > site.last:
            edits.add(named, call, _CALL)

    def _plea(self, edits: Edits, site: Site) -> None:
        """The plea before an address: "Xin quý vị hãy"."""
        if self._tables.has("plea", edits.word(site.first - 1)) and site.level in self._tables.formal:
            edits.drop(site.first - 1, site.first - 1, _REQUEST, comma=False)

    def _courtesies(self, edits: Edits, reading: Reading, *, equals: bool) -> None:
        low = tuple("" if word.quoted else word.lower for word in edits.words)
        for index in range(len(low)):
            if self._is_salutation(edits, reading, low, index):
                phrase = self._tables.phrases("salutation").at(low, index) or ()
                said = self._tables.phrases("salutation").value(phrase)
                edits.put_like(index, index + len(phrase) - 1, said, _COURTESY)
            self._phrase(edits, low, index, self._tables.phrases("courtesy"), _COURTESY)
            if equals:
                self._phrase(edits, low, index, self._tables.phrases("courtesy_equals"), _REQUEST)

    def _phrase(self, edits: Edits, low: tuple[str, ...], index: int, table: Phrases, rule: str) -> None:
        phrase = table.at(low, index)
        following = edits.word(index + len(phrase)) if phrase else None
        if phrase and following and following.kind is not Kind.MARK:
            edits.put_like(index, index + len(phrase) - 1, table.value(phrase), rule)

    def _is_salutation(self, edits: Edits, reading: Reading, low: tuple[str, ...], index: int) -> bool:
        """Tell whether a letter opens: the opening word, the address, perhaps a name, and a mark."""
        phrase = self._tables.phrases("salutation").at(low, index)
        site = reading.address(index + len(phrase)) if phrase else None
        if site is None or not edits.words[index].opens:
            return False
        place = site.last + 1
        while (word := edits.word(place)) and word.kind is Kind.WORD and word.capital:
            place += 1
        return word is None or word.kind is Kind.MARK

    def _opening(self, edits: Edits, sentence: Sentence, *, equals: bool) -> None:
        """The answer that opens a sentence."""
        low = tuple(word.lower for word in edits.words[: sentence.last + 1])
        table = self._tables.phrases("yes_equals" if equals else "yes")
        phrase = table.at(low, sentence.first)
        if phrase:
            edits.put_like(sentence.first, sentence.first + len(phrase) - 1, table.value(phrase), _ANSWER)
        if not equals and low[sentence.first] in self._tables.map("answer"):
            edits.put_like(sentence.first, sentence.first, self._tables.map("answer")[low[sentence.first]], _ANSWER)

    def _particles(self, edits: Edits, reading: Reading, sentence: Sentence, level: str) -> None:
        polite = {site.first for site in reading.sites if site.level in self._tables.formal}
        for word in edits.words[sentence.first : sentence.last + 1]:
            if word.index not in polite:
                continue
            if self._tables.has("polite", word):
                self._particle(edits, sentence, word, level)
            elif self._tables.has("yes_polite", word):
                self._yes(edits, sentence, word, level)

    def _yes(self, edits: Edits, sentence: Sentence, word: Word, level: str) -> None:
        if word.index == sentence.last == sentence.first:
            edits.put_like(word.index, word.index, self._tables.map("yes_alone")[level], _ANSWER)
        elif word.opens or word.index == sentence.first:
            edits.drop(word.index, word.index, _ANSWER)
        else:
            edits.drop(word.index, word.index, _ANSWER, comma=False)

    def _particle(self, edits: Edits, sentence: Sentence, word: Word, level: str) -> None:
        after = self._softer(edits, sentence, word, level)
        if after:
            edits.put(word.index, word.index, after, _FINAL)
        else:
            edits.drop(word.index, word.index, _FINAL, comma=False)

    def _softer(self, edits: Edits, sentence: Sentence, word: Word, level: str) -> str:
        """What stands in the place of the polite particle; nothing where the sentence says enough."""
        tables, words = self._tables, edits.words[sentence.first : word.index]
        if word.index != sentence.last:
            return ""
        if sentence.asks:
            return "" if self._is_asked(words) else tables.one("doubting")
        if self._is_call(edits, word):
            return tables.map("vocative_softener")[level]
        low = tuple(before.lower for before in words)
        requests = (tables.phrases("asking"), tables.phrases("bidding"))
        asked = any(request.at(low, index) for request in requests for index in range(len(low)))
        friendly = tables.has("friendly", edits.word(word.index - 1))
        return tables.map("request_softener").get(level, "") if asked and not friendly else ""

    def _is_asked(self, words: tuple[Word, ...]) -> bool:
        last = words[-1] if words else None
        return self._tables.has("asks_last", last) or any(self._tables.has("asks", word) for word in words)

    def _is_call(self, edits: Edits, word: Word) -> bool:
        """Tell whether the particle follows an address that only calls: "... nữa quý vị ạ"."""
        place = word.index - 1
        for length in (3, 2, 1):
            low = tuple(before.lower for before in edits.words[max(place - length + 1, 0) : place + 1])
            if self._tables.terms.at(low, 0) == low:
                return self._tables.has("before_call", edits.word(place - length))
        return False
