"""Collects the changes of one rewriting of an Italian text and sets their capitals; knows no grammar."""

from __future__ import annotations

from collections.abc import Sequence

from mannerly.adapt.register.italian.tokens import Token
from mannerly.adapt.register.text import Change, like

# Words of address have their own capitals; verbs keep the one they have.
_VERBAL = frozenset({"verb", "imperative", "negative-imperative"})


class Edits:
    """Changes to tokens, in any order."""

    def __init__(self, tokens: Sequence[Token], rules: str) -> None:
        """Change these tokens by rules whose ids begin so; what no longer opens a sentence loses its capital."""
        self._tokens = tokens
        self._rules = rules
        self._made: list[Change] = []
        self._raised: dict[int, str] = {}
        self._lowered = set[int]()

    def put(self, rule: str, first: int, last: int, text: str) -> None:
        """Write a text in place of tokens; what is the same stays untouched."""
        start, end = self._tokens[first].start, self._tokens[last].end
        pattern = self._tokens[first].text if rule in _VERBAL else _pattern(self._tokens[first])
        self._made.append(Change(self._rules + rule, start, end, like(pattern, text)))

    def join(self, rule: str, first: int, last: int, text: str) -> None:
        """Write a text in place of tokens and of the space after them."""
        start = self._tokens[first].start
        end = self._tokens[last + 1].start
        self._made.append(Change(self._rules + rule, start, end, like(_pattern(self._tokens[first]), text)))

    def insert(self, rule: str, index: int, text: str) -> None:
        """Write a word before a token."""
        token = self._tokens[index]
        self._made.append(Change(self._rules + rule, token.start, token.start, text + " "))
        if token.opens and not (len(token.text) > 1 and token.text.isupper()):
            self._lowered.add(token.start)

    def drop(self, rule: str, index: int) -> None:
        """Leave a token out; its capital goes to the next."""
        start, after = self._tokens[index].start, self._tokens[index + 1]
        self._made.append(Change(self._rules + rule, start, after.start, ""))
        if self._tokens[index].opens:
            self._raised[after.start] = after.text

    def changes(self) -> tuple[Change, ...]:
        """Return the changes in order, none of them empty."""
        found = list[Change]()
        raised = dict(self._raised)
        for change in sorted(self._made, key=lambda change: (change.start, change.end)):
            if change.start in raised and change.after and change.end > change.start:
                raised.pop(change.start)
                change = Change(change.rule, change.start, change.end, change.after[:1].upper() + change.after[1:])
            if change.start in self._lowered and change.end > change.start:
                change = Change(change.rule, change.start, change.end, change.after[:1].lower() + change.after[1:])
            found.append(change)
        dropped = {change.end: change.rule for change in found if not change.after}
        for start, text in raised.items():
            found.append(Change(dropped[start], start, start + 1, text[:1].upper()))
        return tuple(sorted(found, key=lambda change: (change.start, change.end)))


def _pattern(token: Token) -> str:
    return token.text if token.opens or (len(token.text) > 1 and token.text.isupper()) else ""
