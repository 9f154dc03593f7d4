"""Tells what governs a word of a Polish sentence: negation, preposition, verb; knows no level of address."""

from __future__ import annotations

from mannerly.adapt.register.polish.clauses import Sentence
from mannerly.adapt.register.polish.lexicon import Lexicon
from mannerly.adapt.register.polish.words import CASES, Words

_REACH = 4


class Grammar:
    """Government and agreement around a place.

    Args:
        words: word lists of the language.
        lexicon: what reads a word.
    """

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        """Use these words."""
        self.words = words
        self.lexicon = lexicon

    def preposition(self, view: Sentence, place: int) -> frozenset[str]:
        """Return the cases of the preposition right before a place, empty where there is none."""
        return self.words.slots("prepositions", view.key(place - 1))

    def is_negated(self, view: Sentence, place: int) -> bool:
        """Tell whether a verb before this place in its stretch is negated."""
        segment = view.segment(place)
        return any(
            view.key(at) in self.words.of("negation") and not view.tokens[at].quoted
            for at in range(segment.start, place)
        )

    def starts_with(self, view: Sentence, places: range, name: str) -> bool:
        """Tell whether a word at one of the places begins with a stem of a list."""
        stems = self.words.ordered(name)
        found = (view.key(at) for at in places if view.key(at).startswith(stems))
        return any(not self.lexicon.nouns(key) for key in found)

    def wants_genitive(self, view: Sentence, place: int) -> bool:
        """Tell whether the object at a place is in the genitive: negation, or a verb that takes it."""
        segment = view.segment(place)
        return self.is_negated(view, place) or self.starts_with(view, range(segment.start, place), "genitive_verbs")

    def phrase(self, view: Sentence, place: int, *, loose: bool = False) -> tuple[frozenset[str], int]:
        """Return the slots that the noun phrase opening at a place can have, and the place of its noun.

        Adjectives may stand before the noun; the slots are empty where no phrase opens.

        Args:
            view: the sentence.
            place: where the phrase would open.
            loose: take words that no table has for nouns as well.
        """
        narrowed: frozenset[str] | None = None
        for at in range(place, min(place + _REACH, len(view.tokens))):
            token = view.tokens[at]
            if not token.is_word:
                break
            nouns = self._noun(view, at, loose=loose)
            fitting = nouns if narrowed is None else narrowed & nouns
            adjective = self.lexicon.adjectives(token.key)
            if fitting and not (loose and adjective and self._modifies(view, at)):
                return fitting, at
            narrowed = adjective if narrowed is None else narrowed & adjective
            if not narrowed or self.lexicon.is_verb(token.key):
                break
        return frozenset(), place

    def opens_phrase(self, view: Sentence, place: int) -> bool:
        """Tell whether a noun phrase opens at a place."""
        return bool(self.phrase(view, place)[0])

    def _modifies(self, view: Sentence, at: int) -> bool:
        """Tell whether a word with the ending of an adjective belongs to the word behind it."""
        token, follows = view.tokens[at], view.key(at + 1)
        if self.lexicon.nouns(token.head) or not follows or not token.key.endswith(self.words.ordered("adjectival")):
            return False
        slots = self.lexicon.adjectives(token.key)
        nouns = self.lexicon.nouns(follows) or self.lexicon.guessed_nouns(follows)
        if not nouns and slots != {"f.sg.nom"}:
            nouns = self.lexicon.loose_nouns(follows, governed=True)
        return bool(nouns & slots)

    def _noun(self, view: Sentence, at: int, *, loose: bool) -> frozenset[str]:
        token = view.tokens[at]
        listed = self.lexicon.nouns(token.key) or self.lexicon.nouns(token.head)
        if listed:
            return listed
        if self._is_name(view, at):
            return frozenset({"m.sg.nom", "m.sg.acc"})
        if self.lexicon.nouns(view.key(at + 1)) & self.lexicon.adjectives(token.key):
            return frozenset()
        guessed = self.lexicon.guessed_nouns(token.head)
        if not loose:
            return guessed
        governed = self._governs(view, at)
        if guessed and (not governed or self.cases_in(guessed) & governed):
            return guessed
        return self.lexicon.loose_nouns(token.head, governed=bool(governed))

    def _governs(self, view: Sentence, at: int) -> frozenset[str]:
        """Return the cases of a preposition that stands before the phrase of a word."""
        for step in (2, 3):
            if cases := self.words.slots("prepositions", view.key(at - step)):
                return cases
        return frozenset()

    def _is_name(self, view: Sentence, at: int) -> bool:
        """Tell whether the word is an abbreviation or the name of a thing, which take no endings."""
        text = view.tokens[at].text
        return len(text) > 1 and (text.isupper() or text[1:] != text[1:].lower())

    def expected(self, view: Sentence, place: int, end: int) -> frozenset[str]:
        """Return the cases that a noun phrase from a place to its noun can have by what stands around it."""
        governed = self.preposition(view, place)
        if governed:
            return governed
        before = view.key(place - 1)
        if before in self.words.of("nominative_after"):
            return frozenset({"nom"})
        if before and place > view.start(place):
            if self.is_genitive_attribute(view, place):
                return frozenset({"gen"})
            if self._is_object(view, place):
                return frozenset({"gen"}) if self.wants_genitive(view, place) else frozenset({"acc"})
        agreed = self._subject_cases(view, end)
        if agreed:
            return agreed
        if place == view.start(place) and not any(self.lexicon.is_verb(view.key(at)) for at in view.segment(place)):
            return frozenset({"nom"})
        return frozenset({"gen"}) if self._is_negated_later(view, end) else frozenset({"nom", "acc"})

    def attribute_behind(self, view: Sentence, end: int) -> frozenset[str]:
        """Return the slots of an adjective behind a noun, empty where none stands there."""
        key = view.key(end + 1)
        if not key.endswith(self.words.ordered("adjectival")) or self.lexicon.nouns(key) or self.lexicon.is_verb(key):
            return frozenset()
        return self.lexicon.adjectives(key)

    def is_genitive_attribute(self, view: Sentence, place: int) -> bool:
        """Tell whether a noun stands right before, on which the genitive depends."""
        key = view.key(place - 1)
        head = view.tokens[place - 1].head if place else ""
        if not key or self.lexicon.is_verb(key) or self.lexicon.guessed(key, "s3", "p3"):
            return False
        if self.attribute_behind(view, place - 2) & self.lexicon.nouns(view.key(place - 2)):
            return True
        slots = self.lexicon.nouns(head) or self.lexicon.guessed_nouns(head)
        if not slots and not key.endswith(self.words.ordered("adjectival")):
            slots = self.lexicon.loose_nouns(head, governed=False)
        if not slots and key.endswith(self.words.ordered("genitive_adjectives")):
            slots = self.lexicon.adjectives(head)
        return bool(slots) and self.cases_in(slots) != {"dat"}

    def _is_object(self, view: Sentence, place: int) -> bool:
        """Tell whether a verb stands before, in the same stretch, with no preposition or noun of its own between."""
        for at in range(place - 1, view.segment(place).start - 1, -1):
            key = view.key(at)
            if self.lexicon.having(key, "inf", "imp") or self.lexicon.is_first(key):
                return True
            if self.lexicon.guessed(key, "s3", "p3", "s2", "lm", "lf", "lp", "l2m", "l2f", "clm", "clf", "clp"):
                return not self.lexicon.lemma_in(key, "copulas") and not self.lexicon.lemma_in(key, "intransitives")
        return False

    def _subject_cases(self, view: Sentence, end: int) -> frozenset[str]:
        """Return the nominative where a third person follows the noun, the accusative where a first does."""
        for at in range(end + 1, view.segment(end).stop):
            key = view.key(at)
            if not key or key in self.words.map("prepositions") or self.lexicon.nouns(key):
                continue
            if self.lexicon.is_first(key):
                return frozenset({"gen" if self._is_negated_later(view, end) else "acc"})
            if self.lexicon.guessed(key, "s3", "p3", "lm", "lf", "lp", "clm", "clf", "clp"):
                return frozenset({"nom"})
            if self.lexicon.is_of_things(key) or key in self.words.of("small_verbs"):
                return frozenset({"nom"})
        return frozenset()

    def _is_negated_later(self, view: Sentence, end: int) -> bool:
        segment = view.segment(end)
        return any(view.key(at) in self.words.of("negation") for at in range(end + 1, segment.stop))

    def number_after(self, view: Sentence, end: int) -> str:
        """Return sg or pl by the verb that follows a noun, "" where none tells."""
        for at in range(end + 1, view.segment(end).stop):
            key = view.key(at)
            if key in self.words.of("additive"):
                return ""
            things = self.lexicon.is_of_things(key)
            if self.lexicon.having(key, "p3", "lp") or (things and key.endswith(self.words.ordered("plural_past"))):
                return "pl"
            if things or self.lexicon.having(key, "s3", "lm", "lf"):
                return "sg"
        return ""

    def cases_in(self, slots: frozenset[str]) -> frozenset[str]:
        """Return the cases of some slots."""
        return frozenset(slot.rpartition(".")[2] for slot in slots) & frozenset(CASES)
