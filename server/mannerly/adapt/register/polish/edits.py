"""Collects the changes of one Polish sentence and sets spaces and capitals; knows no grammar."""

from __future__ import annotations

from mannerly.adapt.register.polish.clauses import Sentence, Token
from mannerly.adapt.register.polish.words import Rule
from mannerly.adapt.register.text import Change, Kind, like


class Edits:
    """Changes to the tokens of a sentence, in any order.

    Args:
        sentence: the sentence.
        rules: how the ids of the rules begin.
    """

    def __init__(self, sentence: Sentence, rules: str) -> None:
        """Change nothing yet."""
        self._sentence = sentence
        self._prefix = rules
        self._texts: dict[int, str] = {}
        self._before: dict[int, list[tuple[str, Rule]]] = {}
        self._after: dict[int, list[tuple[str, Rule]]] = {}
        self._dropped: set[int] = set()
        self._rules: dict[int, Rule] = {}

    def put(self, place: int, text: str, rule: Rule) -> None:
        """Write another word in place of a token; somebody else's words stay."""
        if text != self._sentence.tokens[place].text and not self._sentence.tokens[place].quoted:
            self._texts[place] = text
            self._rules.setdefault(place, rule)

    def drop(self, place: int, rule: Rule) -> None:
        """Leave a token out."""
        self._dropped.add(place)
        self._rules.setdefault(place, rule)

    def before(self, place: int, text: str, rule: Rule) -> None:
        """Write a word before a token."""
        self._before.setdefault(place, []).append((text, rule))

    def after(self, place: int, text: str, rule: Rule) -> None:
        """Write a word after a token."""
        self._after.setdefault(place, []).append((text, rule))

    def is_dropped(self, place: int) -> bool:
        """Tell whether a token is left out."""
        return place in self._dropped

    def changes(self) -> tuple[Change, ...]:
        """Return the changes in order."""
        raised = self._raised()
        return tuple(
            change
            for token in self._sentence.tokens
            for change in (self._dropping(token) if token.place in self._dropped else self._writing(token, raised))
        )

    def _dropping(self, token: Token) -> list[Change]:
        """Return the change that leaves a token out, and those that write around it."""
        start, end = self._span(token.place)
        written = [*self._before.get(token.place, ()), *self._after.get(token.place, ())]
        made = [Change(self._id(token.place), start, end, "")]
        return made + [Change(self._prefix + rule.value, end, end, " " + text) for text, rule in written]

    def _writing(self, token: Token, raised: int | None) -> list[Change]:
        """Return the changes of a token that stays and of what is written around it."""
        lead, rest = self._before.get(token.place, []), self._after.get(token.place, [])
        core = self._core(token, leads=bool(lead), raised=raised == token.place)
        shouts = len(token.text) > 1 and token.text.isupper()
        raises = bool(lead) and (
            raised == token.place or (token.capital and (token.opens or token.place in self._texts))
        )
        made = list[Change]()
        for text, rule in lead:
            written = text.upper() if shouts and raises else text
            written = written[:1].upper() + written[1:] if raises and not made else written
            made.append(Change(self._prefix + rule.value, token.start, token.start, written + " "))
        if core != token.text:
            cause = token.place if token.place in self._rules else self._opening
            rule_id = self._id(cause) if cause in self._rules else made[0].rule
            made.append(Change(rule_id, token.start, token.end, core))
        made += [Change(self._prefix + rule.value, token.end, token.end, " " + text) for text, rule in rest]
        return made

    def _core(self, token: Token, *, leads: bool, raised: bool) -> str:
        core = self._texts.get(token.place)
        if core is None:
            core = _lowered(token) if leads else token.text
        elif len(token.text) > 1 and token.text.isupper():
            core = core.upper()
        elif not leads:
            core = like(token.text, core)
        return core[:1].upper() + core[1:] if raised and not leads else core

    @property
    def _opening(self) -> int:
        return next((token.place for token in self._sentence.tokens if token.opens), 0)

    def _raised(self) -> int | None:
        """Return the token that opens the sentence after the one that did was left out."""
        if self._opening not in self._dropped or not self._sentence.tokens[self._opening].capital:
            return None
        rest = (
            token.place
            for token in self._sentence.tokens[self._opening + 1 :]
            if token.place not in self._dropped and token.kind is not Kind.MARK
        )
        return next(rest, None)

    def _span(self, place: int) -> tuple[int, int]:
        tokens = self._sentence.tokens
        token = tokens[place]
        leads = all(
            other.place in self._dropped or other.kind is Kind.MARK for other in tokens[:place]
        ) and place + 1 < len(tokens)
        if leads and not tokens[place + 1].glued:
            return token.start, tokens[place + 1].start
        if place == 0 or token.glued:
            return token.start, token.end
        return tokens[place - 1].end, token.end

    def _id(self, place: int) -> str:
        return self._prefix + self._rules[place].value


def _lowered(token: Token) -> str:
    if not token.opens or not token.capital or (len(token.text) > 1 and token.text.isupper()):
        return token.text
    return token.text[:1].lower() + token.text[1:]
