"""Tells Portuguese nouns and adjectives from verb forms that look the same; knows no address."""

from __future__ import annotations

from mannerly.adapt.register.portuguese.clauses import Clause
from mannerly.adapt.register.portuguese.view import View
from mannerly.adapt.register.text import Kind, Word

_NO_CLAUSE_WORDS = ("adverbs", "subordinators", "conjunctions", "third_nouns", "pronoun")


class NounSense:
    """Judges the words of one text."""

    def __init__(self, view: View) -> None:
        """Judge words of this view."""
        self._view, self._lexicon = view, view.lexicon

    def is_noun(self, word: Word, table: str, clause: Clause) -> bool:
        """Tell whether a form that is a noun or an adjective too is one here; `table` lists the likely ones."""
        before = self._view.at(word.index - 1)
        last = "" if before is None or before.kind is not Kind.WORD else before.lower
        if self._lexicon.has(table, word.lower):
            return self._is_listed_noun(word, last, clause)
        if not last or not self._lexicon.is_soft(word.lower):
            return False
        if self._is_article(last):
            return not self._view.is_in("pronoun_triggers_only", word.index - 2)
        if self._lexicon.has("either_article", last):
            return not self._view.is_in("pronoun_triggers", word.index - 2)
        return self._lexicon.has("nominal_before", last) or self._completes(word, last, clause)

    def _is_article(self, lower: str) -> bool:
        return self._lexicon.has("article_clitics", lower) or self._lexicon.has("plural_articles", lower)

    def _is_listed_noun(self, word: Word, last: str, clause: Clause) -> bool:
        lexicon, after = self._lexicon, self._view.at(word.index + 1)
        is_infinitive = any(found.slot.startswith("pin") for found in lexicon.seconds(word.lower))
        if is_infinitive and self._follows_preposition(word):
            return False
        if clause.first and clause.opener == last == lexicon.one("que"):
            return True
        if after is not None and lexicon.is_finite(after.lower) and not lexicon.is_soft(after.lower):
            return True
        if lexicon.has("before_verbs", last):
            return False
        asked = clause.question and clause.first and not self._view.is_in("of_words", word.index + 1)
        follows = asked or self._view.verbal_after(clause, word)
        is_verb = self._view.opens(clause, word) and follows
        return self._is_article(last) or not is_verb

    def _follows_preposition(self, word: Word) -> bool:
        """Tell whether a preposition that takes an infinitive stands in front, pronouns between left out."""
        place = word.index - 1
        while self._view.is_in("before_infinitive", place) and not self._view.is_in("infinitive_prepositions", place):
            place -= 1
        return self._view.is_in("infinitive_prepositions", place)

    def _completes(self, word: Word, last: str, clause: Clause) -> bool:
        """Tell whether a word goes with the verb or the plural noun in front of it."""
        has, lexicon = self._lexicon.has, self._lexicon
        if has("plural_determiners", last):
            return word.lower.endswith("s")
        if self._is_graded(word):
            return True
        if any(has(name, last) for name in _NO_CLAUSE_WORDS):
            return False
        if lexicon.is_finite(last) or lexicon.infinitive(last) or lexicon.matches("gerund", last, 0):
            return True
        is_asked = has("questions", clause.opener) or (bool(clause.words) and has("questions", clause.words[0].lower))
        plural = lexicon.matches("plural", last, 0) and lexicon.matches("plural", word.lower, 0)
        return bool(plural) and not is_asked

    def _is_graded(self, word: Word) -> bool:
        """Tell whether "mais" or the like stands in front, and a verb or a preposition before that."""
        place = word.index - 1
        while self._view.is_in("degrees", place):
            place -= 1
        earlier = self._view.at(place)
        if earlier is None or place == word.index - 1:
            return False
        lower, lexicon = earlier.lower, self._lexicon
        return lexicon.is_finite(lower) or bool(lexicon.infinitive(lower)) or lexicon.has("nominal_before", lower)
