"""Finds every word of a Polish sentence that says "ty" to the reader; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.polish.clauses import Sentence, Token
from mannerly.adapt.register.polish.lexicon import SECOND, Form, Lexicon
from mannerly.adapt.register.polish.words import Rule, Words

_STATED = frozenset({"s2"})


@dataclass(frozen=True, slots=True)
class Site:
    """A word that addresses the reader.

    Args:
        place: its index in the sentence.
        rule: what changes it.
        form: its reading, None for what is no verb.
    """

    place: int
    rule: Rule
    form: Form | None = None

    @property
    def is_finite(self) -> bool:
        """Whether it is a verb that states or asks, and no command."""
        return self.rule in (Rule.VERB, Rule.PAST)


class Informal:
    """Reads "ty".

    Args:
        words: word lists of the language.
        lexicon: what reads a word.
    """

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        """Use these words."""
        self._words = words
        self._lexicon = lexicon

    def sites(self, view: Sentence) -> tuple[Site, ...]:
        """Return every such word, quoted words left out."""
        found = (self._site(view, token) for token in view.tokens if token.is_word and not token.quoted)
        return tuple(site for site in found if site is not None)

    def _site(self, view: Sentence, token: Token) -> Site | None:
        key, place = token.key, token.place
        before = view.at(place - 1)
        if token.glued and before is not None and before.text == "-":
            return None
        if key in self._words.map("ty_forms"):
            return Site(place, Rule.PRONOUN) if not self._is_those(view, place) else None
        if key in self._words.of("your_forms"):
            return Site(place, Rule.POSSESSIVE)
        if key in self._words.map("joined") or key == self._words.text("conditional_ty"):
            return Site(place, Rule.JOINED)
        if key in self._words.map("greeting_ty"):
            return Site(place, Rule.GREETING) if place == view.start(place) else None
        if self._is_label(view, token):
            return None
        return self._verb(view, token)

    def _verb(self, view: Sentence, token: Token) -> Site | None:
        form = self._lexicon.having(token.key, *SECOND)
        command = self._lexicon.having(token.key, "imp")
        if command is None and form is None:
            command = self._guessed_command(view, token)
        if command is not None and self._commands(view, token, command):
            return Site(token.place, Rule.COMMAND, command)
        if form is None or token.key in self._words.of("never_verbs"):
            return None
        return Site(token.place, Rule.VERB if form.slot in _STATED else Rule.PAST, form)

    def _guessed_command(self, view: Sentence, token: Token) -> Form | None:
        unknown = not self._lexicon.verbs(token.key) and not self._lexicon.nouns(token.head)
        if not unknown or len(token.key) < 5 or view.start(token.place) != token.place:
            return None
        return self._lexicon.guessed(token.key, "imp")

    def _commands(self, view: Sentence, token: Token, form: Form) -> bool:
        if token.key in self._words.of("never_commands"):
            return False
        before = view.key(token.place - 1)
        if before in self._words.map("prepositions"):
            return False
        if token.key in self._words.of("ambiguous_commands") or not form.lemma:
            negated = before in self._words.of("negation")
            return (
                (negated or self._opens(view, token.place))
                and not view.ends_at(token.place + 1)
                and not self._is_listed(view, token)
            )
        return True

    def _opens(self, view: Sentence, place: int) -> bool:
        """Tell whether a word opens its clause, or a conjunction with short words does."""
        start = view.start(place)
        while place > start and view.key(place - 1) in self._words.of("after_coordinator"):
            place -= 1
        leads = self._words.of("additive") | self._words.of("request")
        return place == start or view.key(place - 1) in leads

    def _is_listed(self, view: Sentence, token: Token) -> bool:
        """Tell whether the word stands between nouns, as "or" does."""
        near = (view.key(token.place - 1), view.key(token.place + 1))
        return all(key and self._lexicon.nouns(key) for key in near)

    def _is_label(self, view: Sentence, token: Token) -> bool:
        """Tell whether a capital inside the sentence makes the word the name of a button."""
        before = view.at(token.place - 1)
        if not token.capital or token.opens or before is None or (token.text.isupper() and len(token.text) > 1):
            return False
        return before.is_word

    def _is_those(self, view: Sentence, place: int) -> bool:
        """Tell whether the short dative is the demonstrative instead."""
        token = view.tokens[place]
        if self._words.map("ty_forms")[token.key] != "dat" or token.key == self._words.map("ty_full")["dat"].lower():
            return False
        after = view.at(place + 1)
        if token.opens or (place == view.start(place) and place > 0):
            return True
        follows = view.key(place + 1) or (view.key(place + 2) if after is not None and after.text == "," else "")
        if after is not None and after.text == "," and follows in self._words.of("relative"):
            return True
        plural = any(slot == "p.pl.nom" for slot in self._lexicon.nouns(follows))
        return bool(view.key(place + 1)) and (plural or follows in self._words.of("those"))
