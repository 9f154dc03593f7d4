"""Tells Pan, Pani and Panstwo the reader from men, women and countries; knows no verb."""

from __future__ import annotations

from mannerly.adapt.register.polish.clauses import Sentence, Token
from mannerly.adapt.register.polish.grammar import Grammar
from mannerly.adapt.register.polish.words import Words
from mannerly.adapt.register.text import Kind


class Addressees:
    """Words of formal address in a sentence.

    Args:
        grammar: what governs what.
    """

    def __init__(self, grammar: Grammar) -> None:
        """Use this grammar and its words."""
        self._grammar = grammar
        self._words: Words = grammar.words

    def forms(self, token: Token | None) -> frozenset[str]:
        """Return gender and cases of a form of Pan, empty for any other word."""
        if token is None or not token.is_word:
            return frozenset()
        return self._words.slots("pan_forms", token.key)

    def is_reader(self, view: Sentence, place: int) -> bool:
        """Tell whether a form of Pan speaks to the reader."""
        token = view.tokens[place]
        if token.quoted or not self.forms(token):
            return False
        if not token.capital and not self._is_invited(view, place):
            return False
        return not (self._is_named(view, place) or self._is_somebody(view, place))

    def last(self, view: Sentence, place: int) -> int:
        """Return the end of a pair like Pan/Pani that begins at a place, the place itself where there is none."""
        slash, other = view.at(place + 1), view.at(place + 2)
        paired = slash is not None and slash.text == "/" and other is not None and self.forms(other)
        return place + 2 if paired else place

    def is_second(self, view: Sentence, place: int) -> bool:
        """Tell whether a form is the second half of a pair."""
        return place >= 2 and self.last(view, place - 2) == place

    def is_called(self, view: Sentence, place: int) -> bool:
        """Tell whether a given name in the vocative follows."""
        token, name = view.tokens[place], view.at(place + 1)
        if name is None or not name.is_word or not name.capital or name.text.isupper() or not view.ends_at(place + 2):
            return False
        if self._grammar.lexicon.nouns(name.key):
            return False
        before = view.at(place - 1)
        stands = (
            before is None
            or not before.is_word
            or token.opens
            or before.key in self._words.of("greeting_words") | self._words.of("esteem")
        )
        return stands and "voc" in self.forms(token) and name.key.endswith(self._words.ordered("vocative_endings"))

    def _is_invited(self, view: Sentence, place: int) -> bool:
        """Tell whether a small letter may be the reader: in a polite question right behind its verb."""
        at = place - 1
        while view.key(at) in self._words.of("enclitics"):
            at -= 1
        return view.asks and view.key(at) in self._words.of("invites") and "nom" in self.forms(view.tokens[place])

    def _is_named(self, view: Sentence, place: int) -> bool:
        """Tell whether a name stands behind, so that somebody else is spoken of."""
        name = view.at(self.last(view, place) + 1)
        if name is None:
            return False
        forms = self.forms(view.tokens[place])
        if name.kind is Kind.SPAN:
            return self._names_somebody(view, place, forms)
        if not name.is_word or not name.capital or self.forms(name) or self.is_called(view, place):
            return False
        if self._grammar.lexicon.nouns(name.key) and "poss" in forms:
            return False
        if len(name.text) > 1 and name.text != name.text[:1] + name.text[1:].lower():
            return False
        if "f" in forms and "nom" in forms and name.key.endswith(self._words.ordered("not_names")):
            return False
        if name.key in self._words.map("ty_forms") or name.key in self._words.of("your_forms"):
            return False
        if "n" in forms:
            return name.key.endswith(self._words.ordered("family_endings"))
        return "poss" not in forms or "f" in forms or name.key.endswith(self._words.ordered("name_endings_gen"))

    def _names_somebody(self, view: Sentence, place: int, forms: frozenset[str]) -> bool:
        """Tell whether a protected value behind is rather a name than an object of the sentence."""
        if "n" in forms or ("poss" in forms and "f" not in forms):
            return False
        before = view.key(place - 1)
        return not before or before in self._words.map("prepositions") or not self._grammar.lexicon.is_verb(before)

    def _is_somebody(self, view: Sentence, place: int) -> bool:
        """Tell whether the words around make it a person or a country that is spoken of."""
        token = view.tokens[place]
        before, after = view.key(place - 1), view.key(place + 1)
        forms = self.forms(token)
        pure = "nom" in forms and "gen" not in forms
        if before in self._words.of("pointing_nominative" if pure else "pointing"):
            return before not in self._words.of("loose_pointing")
        if after in self._words.of("offices") and "nom" in forms and "n" not in forms:
            return before not in self._words.map("prepositions")
        if "n" in forms and after in self._words.of("states"):
            return True
        if after in self._words.of("origins") and (token.opens or not token.capital):
            return "n" not in forms and view.key(place + 2) not in self._words.of("not_origins")
        return False
