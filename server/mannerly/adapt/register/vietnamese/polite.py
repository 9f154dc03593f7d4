"""Turns the friendly words around an address into formal Vietnamese; leaves the address itself to the engine."""

from __future__ import annotations

from mannerly.adapt.register.text import Kind, like
from mannerly.adapt.register.vietnamese.edits import Edits
from mannerly.adapt.register.vietnamese.reading import Reading, Sentence, Site
from mannerly.adapt.register.vietnamese.self import Self
from mannerly.adapt.register.vietnamese.tables import Tables

_ANSWER = "vi.register.answer"
_CALL = "vi.register.call"
_COURTESY = "vi.register.courtesy"
_FINAL = "vi.register.polite-particle"
_REQUEST = "vi.register.request"
_SOFTENER = "vi.register.friendly-particle"
_FULL_STOP, _COLON = ".", ":"


class Polite:
    """Rewrites towards a formal level."""

    def __init__(self, tables: Tables) -> None:
        """Use these lists."""
        self._tables = tables
        self._self = Self(tables)

    def prepare(self, edits: Edits, reading: Reading, level: str, you: str) -> None:
        """Plan everything but the words of address.

        Args:
            edits: where the changes go.
            reading: what the text shows.
            level: id of the formal level.
            you: how that level addresses the customer.
        """
        self._self.formal(edits, reading, level)
        if not reading.shows(self._tables.informal):
            return
        for sentence in reading.sentences:
            self._opening(edits, sentence, level)
            self._calls(edits, reading, sentence, you)
            self._requests(edits, reading, sentence, level)
            self._softeners(edits, sentence, level)
            if sentence.asks:
                self._question(edits, sentence)
        self._closing(edits, reading, level)

    def _opening(self, edits: Edits, sentence: Sentence, level: str) -> None:
        tables, first, word = self._tables, sentence.first, edits.words[sentence.first]
        following = edits.word(first + 1)
        answer = tables.map("answer").get(word.lower)
        if answer:
            edits.put_like(first, first, answer, _ANSWER)
        elif tables.has("greets_plainly", word) and following and following.kind is not Kind.MARK:
            greeting = tables.map("greeting").get(level)
            if greeting and not tables.has("greets_not_before", following):
                edits.put_like(first, first, greeting, _COURTESY)
        elif tables.has("forbid", word) and not tables.has("comfort", following):
            edits.put_like(first, first, tables.map("forbid")[level], _REQUEST)
        elif tables.has("order", word) and not tables.has("order_not_before", following):
            edits.put_like(first, first, tables.map("order").get(level, word.lower), _REQUEST)

    def _calls(self, edits: Edits, reading: Reading, sentence: Sentence, you: str) -> None:
        """Words of address that only call the reader: "bạn ơi", "... không bạn?", "... rồi bạn nhé"."""
        for site in reading.addressed:
            if not sentence.first <= site.first <= sentence.last or site.level in self._tables.formal:
                continue
            following = edits.word(site.last + 1)
            if self._tables.has("call", following):
                self._opening_call(edits, site, you)
            elif self._is_final_call(edits, sentence, site):
                self._final_call(edits, sentence, site)
            elif not sentence.asks and site.last + 1 == sentence.last and self._tables.has("doubting", following):
                edits.put(sentence.last, sentence.last, self._tables.one("polite"), _SOFTENER)

    def _opening_call(self, edits: Edits, site: Site, you: str) -> None:
        word = edits.words[site.first]
        if word.opens:
            call = f"{self._tables.one('vocative')} {you}"
            edits.put(site.first, site.last + 1, like(word.text[:1], call), _CALL)
        else:
            edits.drop(site.last + 1, site.last + 1, _CALL, comma=False)

    def _is_final_call(self, edits: Edits, sentence: Sentence, site: Site) -> bool:
        tables, rest = self._tables, edits.words[site.last + 1 : sentence.last + 1]
        if not tables.has("before_call", edits.word(site.first - 1)):
            return False
        return not rest or (len(rest) == 1 and any(tables.has(name, rest[0]) for name in ("friendly", "doubting")))

    def _final_call(self, edits: Edits, sentence: Sentence, site: Site) -> None:
        if sentence.asks or self._tables.has("friendly", edits.words[site.first - 1]):
            edits.drop(site.first, sentence.last, _CALL, comma=False)
        elif site.last == sentence.last:
            edits.put(site.first, site.last, self._tables.one("polite"), _CALL)
        elif self._tables.has("doubting", edits.words[sentence.last]):
            edits.put(sentence.last, sentence.last, self._tables.one("polite"), _SOFTENER)

    def _requests(self, edits: Edits, reading: Reading, sentence: Sentence, level: str) -> None:
        tables, please = self._tables, self._tables.one("request_word")
        for site in reading.addressed:
            following = edits.word(site.last + 1)
            if not sentence.first <= site.first <= sentence.last or following is None:
                continue
            after = edits.word(site.last + 2)
            if tables.has("order", following):
                edits.put(following.index, following.index, please, _REQUEST)
            elif tables.has("forbid", following) and not tables.has("comfort", after):
                edits.put(following.index, following.index, tables.map("forbid")[level], _REQUEST)
            elif self._is_request(edits, sentence, site):
                edits.add(site.last, please, _REQUEST)

    def _is_request(self, edits: Edits, sentence: Sentence, site: Site) -> bool:
        """Tell whether the clause opens with the address and the sentence asks kindly: "Bạn gửi ảnh nhé"."""
        word, following = edits.words[site.first], edits.words[site.last + 1]
        opens = word.opens or edits.words[site.first - 1].kind is Kind.MARK
        ends = any(self._softens(edits, index) for index in range(site.last + 1, sentence.last + 1))
        able = self._tables.has("able", edits.word(site.last + 2))
        plain = following.kind is Kind.WORD and not able and not self._tables.has("no_request", following)
        return opens and ends and plain and not (sentence.asks or self._is_asked(edits, sentence))

    def _softens(self, edits: Edits, index: int) -> bool:
        """Tell whether a friendly particle ends a clause, dropped words not counted."""
        following = edits.word(edits.next_kept(index + 1))
        return self._tables.has("friendly", edits.words[index]) and not (following and following.kind is Kind.WORD)

    def _is_asked(self, edits: Edits, sentence: Sentence) -> bool:
        low = tuple(word.lower for word in edits.words[sentence.first : sentence.last + 1])
        please = self._tables.phrases("asking")
        return any(please.at(low, index) for index in range(len(low)))

    def _softeners(self, edits: Edits, sentence: Sentence, level: str) -> None:
        particle = self._tables.map("softener").get(level)
        if particle is None:
            return
        for word in edits.words[sentence.first : sentence.last + 1]:
            following = edits.word(edits.next_kept(word.index + 1))
            if not self._softens(edits, word.index):
                continue
            if following and following.text == _COLON:
                edits.drop(word.index, word.index, _SOFTENER, comma=False)
            else:
                edits.put(word.index, word.index, particle, _SOFTENER)

    def _question(self, edits: Edits, sentence: Sentence) -> None:
        tables, polite = self._tables, self._tables.one("polite")
        place = sentence.last + sentence.marks.index("?")
        last = edits.last_kept(place)
        word = edits.words[last]
        if last < sentence.first or edits.said(last) == polite or self._is_thanked(edits, sentence):
            return
        if tables.has("question_softener", word) and last > sentence.first:
            edits.put(last, last, polite, _FINAL)
        elif not tables.has("closed", word):
            edits.add(last, polite, _FINAL)

    def _is_thanked(self, edits: Edits, sentence: Sentence) -> bool:
        """Tell whether the sentence ends in a respectful call already."""
        return any(
            self._tables.has("vocative", word) for word in edits.words[max(sentence.last - 2, 0) : sentence.last]
        )

    def _closing(self, edits: Edits, reading: Reading, level: str) -> None:
        """End the statement to the reader that closes the text in the polite particle."""
        particle, sentence = self._tables.map("closing").get(level), reading.sentences[-1]
        if particle is None or sentence.marks[:1] != (_FULL_STOP,) or sentence.marks.count(_FULL_STOP) > 1:
            return
        last = edits.last_kept(sentence.last)
        addressed = any(sentence.first <= site.first for site in reading.addressed)
        closed = edits.said(last) == particle or self._tables.has("closed", edits.words[last])
        if addressed and not closed and not self._is_thanked(edits, sentence):
            edits.add(last, particle, _FINAL)
