"""Collects the changes to one Vietnamese text and keeps them apart; knows no word of the language."""

from __future__ import annotations

from mannerly.adapt.register.text import Change, Kind, Word, like

_COMMA = ","


class Edits:
    """Changes by word index; a word is changed once, the first to ask wins."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        """Begin with none."""
        self.words = words
        self._taken = set[int]()
        self._made = dict[int, tuple[int, Change]]()
        self._more = list[Change]()
        self._openers = dict[int, str]()
        self._ended = set[int]()
        self._gone = set[int]()

    def word(self, index: int) -> Word | None:
        """Return a word by index, None outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else None

    def is_free(self, first: int, last: int) -> bool:
        """Tell whether nothing of a range is changed or quoted."""
        return not any(
            index in self._taken or self.words[index].quoted or self.words[index].kind is Kind.SPAN
            for index in range(first, last + 1)
        )

    def put(self, first: int, last: int, after: str, rule: str) -> None:
        """Write other words in the place of a range."""
        if self.is_free(first, last):
            self._taken.update(range(first, last + 1))
            self._made[first] = (last, Change(rule, self.words[first].start, self.words[last].end, after))

    def put_like(self, first: int, last: int, after: str, rule: str) -> None:
        """The same with the capitals of the first word."""
        capital = "".join(word.text for word in self.words[first : last + 1] if word.kind is Kind.WORD)
        shouted = len(capital) > 1 and capital.isupper()
        self.put(first, last, after.upper() if shouted else like(self.words[first].text[:1], after), rule)

    def add(self, index: int, extra: str, rule: str) -> None:
        """Write a word after the word at an index."""
        word = self.words[index]
        if index not in self._ended and not word.quoted:
            self._ended.add(index)
            self._more.append(Change(rule, word.end, word.end, f" {extra}"))

    def drop(self, first: int, last: int, rule: str, *, comma: bool = True) -> None:
        """Take words out with a comma that would be left alone; the next word takes over a capital."""
        if not self.is_free(first, last):
            return
        opens = self.words[first].opens or not first
        if opens and (self._drop_opening(first, last, rule) or not first):
            return
        start = first - 1 if comma and self._is_comma(first - 1) and self._ends(last + 1) else first
        begin = self.words[start - 1].end if start else 0
        self._taken.update(range(start, last + 1))
        self._gone.update(range(start, last + 1))
        end = self.words[last + 1].start if self._is_comma(last + 1) else self.words[last].end
        self._made[start] = (last, Change(rule, begin, end, ""))

    def _drop_opening(self, first: int, last: int, rule: str) -> bool:
        last = last + 1 if self._is_comma(last + 1) else last
        following = self.word(last + 1)
        if following is None or following.kind not in (Kind.WORD, Kind.NUMBER, Kind.SPAN) or following.opens:
            return False
        self._taken.update(range(first, last + 1))
        self._made[first] = (last, Change(rule, self.words[first].start, following.start, ""))
        if self.words[first].capital:
            self._openers[following.index] = rule
        return True

    def said(self, index: int) -> str:
        """Return what stands at an index after the changes so far."""
        return self._made[index][1].after if index in self._made else self.words[index].lower

    def next_kept(self, index: int) -> int:
        """Return the nearest index from here onwards that is not taken out."""
        while index in self._gone:
            index += 1
        return index

    def last_kept(self, index: int) -> int:
        """Return the nearest index from here backwards that is not taken out."""
        while index in self._gone:
            index -= 1
        return index

    def _is_comma(self, index: int) -> bool:
        word = self.word(index)
        return word is not None and word.text == _COMMA

    def _ends(self, index: int) -> bool:
        word = self.word(index)
        return word is None or word.kind is Kind.MARK

    def changes(self) -> tuple[Change, ...]:
        """Return all changes in order, none of them idle."""
        for index, rule in self._openers.items():
            word = self.words[index]
            last, change = self._made.get(index, (index, Change(rule, word.start, word.end, word.text)))
            after = change.after[:1].upper() + change.after[1:]
            self._made[index] = (last, Change(change.rule, change.start, change.end, after))
        made = [change for _, change in self._made.values()]
        text = {(word.start, word.end): word.text for word in self.words}
        real = [change for change in made if text.get((change.start, change.end)) != change.after]
        return _apart(sorted((*real, *self._more), key=lambda change: (change.start, change.end)))


def _apart(changes: list[Change]) -> tuple[Change, ...]:
    """Two words taken out side by side share the space between them: the first has it."""
    apart, place = list[Change](), 0
    for change in changes:
        start, end = max(change.start, place), max(change.end, place)
        if change.after or end > start:
            apart.append(Change(change.rule, start, end, change.after))
        place = end
    return tuple(apart)
