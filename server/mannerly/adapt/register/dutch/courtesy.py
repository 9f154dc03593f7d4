"""Finds set phrases of Dutch that name the level, such as please and how do you do; decides nothing."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.dutch.line import Line
from mannerly.adapt.register.text import Change, like

_RULE = "nl.register.courtesy"


@dataclass(frozen=True, slots=True)
class Courtesy:
    """A phrase found.

    Args:
        tokens: its tokens.
        start: its first code point.
        end: the code point after it.
        after: the phrase at the other level.
    """

    tokens: range
    start: int
    end: int
    after: str

    @property
    def change(self) -> Change:
        """The change that brings it to the other level."""
        return Change(_RULE, self.start, self.end, self.after)


def courtesies(line: Line, *, formal: bool) -> tuple[Courtesy, ...]:
    """Return every phrase of one level, in order."""
    table = line.words.map("courtesy_formal" if formal else "courtesy_informal")
    sizes = dict[str, int]()
    for entry in table:
        first, *rest = entry.split()
        sizes[first] = max(sizes.get(first, 0), 1 + len(rest))
    found, i = list[Courtesy](), 0
    while i < len(line.tokens):
        longest = sizes.get(line.tokens[i].text, 0)
        phrase = next((hit for size in range(longest, 0, -1) if (hit := _phrase(line, i, size, table))), None)
        if phrase:
            found.append(phrase)
        i = phrase.tokens.stop if phrase else i + 1
    return tuple(found)


def _phrase(line: Line, i: int, size: int, table: dict[str, str]) -> Courtesy | None:
    tokens = line.tokens[i : i + size]
    if len(tokens) < size or any(token.quoted for token in tokens):
        return None
    after = table.get(" ".join(token.text for token in tokens))
    if after is None:
        return None
    return Courtesy(range(i, i + size), tokens[0].start, tokens[-1].end, like(tokens[0].raw, after))
