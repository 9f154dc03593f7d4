"""Collects changes to the morphemes of a Korean line and writes each as text; knows no level."""

from __future__ import annotations

from dataclasses import dataclass, field

from mannerly.adapt.register.korean.reading import Line, Morpheme, Part, Reader
from mannerly.adapt.register.text import Change
from mannerly.language.register import RegisterData

TEXT = "TEXT"
_PREFIX = "ko.register"
_SYLLABLES = range(0xAC00, 0xD7A4)
_FINALS = 28
_NOUN_LIKE = frozenset("NSXM")


class Spelling:
    """How morphemes are written: contraction, the copula and its variants."""

    def __init__(self, data: RegisterData, reader: Reader) -> None:
        """Use the joiner and the copula table of the data."""
        self._reader = reader
        self.yo = data.words["yo"]
        self._copula = data.words["copula"]
        self._copula_after = {key: tuple(value.split()) for key, value in data.maps["copula_ending"].items()}
        self._open_signs = frozenset(data.words["signs_ending_in_vowel"].split())
        self._fused, self._polite = data.words["merged_honorific"].split()[0], data.words["polite_ending"]
        self._honorific = frozenset(data.words["subject_honorific"].split())
        self._inherent = frozenset(data.words["inherent_honorific"].split())

    def written(self, parts: tuple[Part, ...], lead: str = "") -> str:
        """Return parts as a word; `lead` is how the first part stands in the text where that must not change."""
        words = tuple(part for part in parts if part[1] != TEXT)
        tail = "".join(form for form, tag in parts if tag == TEXT)
        return self._word(self._fuse(words), lead) + tail

    def after(self, suffix: Part, parts: tuple[Part, ...]) -> str:
        """Return an ending as it is written after a suffix that keeps its form."""
        return self.written((suffix, *parts)).removeprefix(suffix[0])

    def _word(self, parts: tuple[Part, ...], lead: str) -> str:
        for place in range(len(parts) - 1):
            if parts[place] == (self._copula, "VCP") and parts[place + 1][0] in self._copula_after:
                head = lead if lead and place == 1 else self._joined(parts[:place], lead)
                closed, opened = self._copula_after[parts[place + 1][0]]
                return head + (closed if self.is_closed(head) else opened)
        return self._joined(parts, lead)

    def _joined(self, parts: tuple[Part, ...], lead: str) -> str:
        if not parts:
            return ""
        joined = self._reader.join(parts)
        first = parts[0][0]
        return lead + joined[len(first) :] if lead and joined.startswith(first) else joined

    def _fuse(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        if len(parts) < 2 or parts[-1] != (self._polite, "EF"):
            return parts
        form, tag = parts[-2]
        if tag == "EP" and self.is_honorific(form):
            return (*parts[:-2], (self._fused, "EF"))
        if tag in {"VV", "VX"} and form in self._inherent:
            return (*parts[:-2], (form[:-1], tag), (self._fused, "EF"))
        return parts

    def is_honorific(self, form: str) -> bool:
        """Tell whether a form ends in the subject honorific: the suffix, or a verb that has it inside."""
        return form in self._honorific or form in self._inherent

    def is_closed(self, text: str) -> bool:
        """Tell whether the last sound is a consonant; unknown signs count as one, as most units and dates do."""
        last = text[-1:]
        if last and ord(last) in _SYLLABLES:
            return (ord(last) - _SYLLABLES.start) % _FINALS != 0
        return last not in self._open_signs


@dataclass
class Sheet:
    """New morphemes by index; what is not named stays."""

    line: Line
    spelling: Spelling
    new: dict[int, tuple[Part, ...]] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)
    marks: list[Change] = field(default_factory=list)

    def put(self, index: int, parts: tuple[Part, ...], rule: str) -> None:
        """Replace a morpheme; an earlier rule on the same morpheme wins."""
        if index not in self.new and not self.line.morphemes[index].quoted:
            self.new[index] = parts
            self.rules[index] = rule

    def put_text(self, start: int, end: int, after: str, rule: str) -> None:
        """Replace code points that are no part of a changed word, such as a closing mark."""
        self.marks.append(Change(f"{_PREFIX}.{rule}", start, end, after))

    def parts(self, index: int) -> tuple[Part, ...]:
        """Return what stands at an index now."""
        return self.new.get(index, (self.line.morphemes[index].part,))

    def changes(self) -> tuple[Change, ...]:
        """Return all changes that change something, in order."""
        found = list(self.marks)
        for low, high in self._runs():
            change = self._tail(low, high) or self._rewritten(low, high)
            if self.line.raw[change.start : change.end] != change.after:
                found.append(change)
        return tuple(sorted(found, key=lambda change: change.start))

    def _runs(self) -> list[tuple[int, int]]:
        runs: list[tuple[int, int]] = []
        for index in sorted(self.new):
            alone = self._is_tail(index) or self._is_swap(index) or self._is_detached(index)
            low, high = (index, index) if alone else self._widened(index)
            if runs and low <= runs[-1][1]:
                before = runs.pop()
                low = min(low, self._widened(before[0])[0])
                high = max(before[1], self._widened(index)[1])
            runs.append((low, high))
        return runs

    def _widened(self, index: int) -> tuple[int, int]:
        low = high = index
        while low > 0 and self.line.is_tight(low) and (self.line.is_contracted(low) or self._leans(low)):
            low -= 1
        while high + 1 < len(self.line.morphemes) and self.line.is_tight(high + 1):
            if not (self.line.is_contracted(high + 1) or self._leans(high + 1)):
                break
            high += 1
        return low, high

    def _leans(self, index: int) -> bool:
        """Tell whether a morpheme takes its form from the one before: an ending, a particle, the copula."""
        tag = self.line.morphemes[index].tag
        return tag[0] in "EJ" or tag == "VCP"

    def _is_tail(self, index: int) -> bool:
        old, new = self.line.morphemes[index], self.new[index]
        left = self.line.at(index - 1)
        if left is not None and (self.spelling.is_honorific(left.form) or left.start == old.start < left.end):
            return False
        if not new:
            return old.form == self.spelling.yo and old.end > old.start
        ending = self.line.raw[old.start : old.end]
        is_last = index + 1 >= len(self.line.morphemes) or not self.line.is_contracted(index + 1)
        grown = new == ((old.form + self.spelling.yo, old.full_tag),)
        shrunk = old.form == new[0][0] + self.spelling.yo and len(new) == 1 and ending.endswith(self.spelling.yo)
        return is_last and (grown or shrunk)

    def _is_swap(self, index: int) -> bool:
        """Tell whether one pronoun takes another's place and the particle after it keeps its form."""
        old, new = self.line.morphemes[index], self.new[index]
        if old.tag != "NP" or len(new) != 1 or self.line.raw[old.start : old.end] != old.form:
            return False
        if index + 1 < len(self.line.morphemes) and self.line.is_contracted(index + 1):
            return False
        return self.spelling.is_closed(old.form) == self.spelling.is_closed(new[0][0])

    def _is_detached(self, index: int) -> bool:
        """Tell whether an ending stands free after a suffix of tense or will, whose spelling is then kept."""
        left, old, new = self.line.at(index - 1), self.line.morphemes[index], self.new[index]
        if left is None or left.tag != "EP" or left.index in self.new or old.tag[0] != "E" or not new:
            return False
        is_free = not self.line.is_contracted(index) and self.line.is_tight(index)
        return is_free and self.spelling.is_closed(left.form) and new[0][1][0] == "E"

    def _tail(self, low: int, high: int) -> Change | None:
        if low != high or not self._is_tail(low):
            return None
        old, rule = self.line.morphemes[low], self._rule(low, high)
        ending = self.line.raw[old.start : old.end]
        if not self.new[low]:
            return Change(rule, old.start, old.end, "")
        grown = len(self.new[low][0][0]) > len(old.form)
        return Change(rule, old.start, old.end, ending + self.spelling.yo if grown else ending[:-1])

    def _rewritten(self, low: int, high: int) -> Change:
        first, last = self.line.morphemes[low], self.line.morphemes[high]
        parts = tuple(part for index in range(low, high + 1) for part in self.parts(index))
        end = max(self.line.morphemes[index].end for index in range(low, high + 1))
        if low == high and self._is_detached(low):
            after = self.spelling.after(self.line.morphemes[low - 1].part, parts)
        else:
            after = self.spelling.written(parts, self._lead(first))
        return Change(self._rule(low, high), first.start, max(end, last.end), after)

    def _lead(self, first: Morpheme) -> str:
        is_whole = not self.line.is_contracted(first.index + 1) if first.index + 1 < len(self.line.morphemes) else True
        if first.index in self.new or first.tag[0] not in _NOUN_LIKE or not is_whole:
            return ""
        return self.line.raw[first.start : first.end]

    def _rule(self, low: int, high: int) -> str:
        return next(f"{_PREFIX}.{self.rules[index]}" for index in range(low, high + 1) if index in self.rules)
