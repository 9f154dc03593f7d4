"""Finds every word of a Russian text that addresses the reader, with its level; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mannerly.adapt.register.russian.clauses import Sentence, Token, sentence
from mannerly.adapt.register.russian.commands import Commands
from mannerly.adapt.register.russian.company import Company
from mannerly.adapt.register.russian.forms import Form, Lexicon, has_dots
from mannerly.adapt.register.russian.subjects import Subject, Subjects
from mannerly.adapt.register.russian.words import FORMAL, INFORMAL, NUMBER, Words
from mannerly.adapt.register.text import Kind, Text, Word

_LEVELS = (FORMAL, INFORMAL)


class Slot(Enum):
    """What a word is that addresses the reader; the value names the rule."""

    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"
    VERB = "verb"
    COMMAND = "imperative"
    PAST = "past"
    PREDICATE = "short-adjective"
    INSTRUMENTAL = "adjective"
    EMPHATIC = "self"
    GREETING = "greeting"


@dataclass(frozen=True, kw_only=True)
class Site:
    """A word that addresses the reader.

    Args:
        word: the word.
        level: the level that it shows.
        slot: what it is.
        form: its reading, None for pronouns, possessives and greetings.
        locative: True for a pronoun in the prepositional case.
        sure: False where the reader may not be meant.
    """

    word: Word
    level: str
    slot: Slot
    form: Form | None = None
    locative: bool = False
    sure: bool = True


class Reader:
    """Reads the address of a text.

    Args:
        words: word lists of the language.
        lexicon: what reads a word.
    """

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        """Use these words and this dictionary."""
        self._words = words
        self._lexicon = lexicon
        self._listed = {
            key: (level, slot) for level in _LEVELS for slot in _CLOSED for key in words.map(f"{slot.value}_{level}")
        }

    def sites(self, text: Text) -> tuple[Site, ...]:
        """Return every word that addresses the reader, in order; quoted words and spans left out."""
        joins, asides = self._words.of("joins"), self._words.of("asides")
        sentences = tuple(sentence(run, self._lexicon, joins, asides) for run in text.sentences)
        company = Company(self._words, self.dotted(text))
        if company.everywhere(sentences):
            return ()
        found = [site for each in sentences for site in self._of_sentence(each, company.places(each))]
        return tuple(site for site in found if not site.word.quoted)

    def dotted(self, text: Text) -> bool | None:
        """Tell whether the text writes the letter yo, None when no word shows it."""
        if has_dots(text.raw):
            return True
        lacks = any(word.kind is Kind.WORD and self._lexicon.lacks_dots(word.text) for word in text.words)
        return False if lacks else None

    def _of_sentence(self, view: Sentence, several: frozenset[int]) -> list[Site]:
        commands, found = Commands(self._words, view), dict[int, Site]()
        for place, token in enumerate(view.tokens):
            if not token.forms or place in several:
                continue
            site = self._closed(view, place, token)
            if site is None and (verb := commands.at(place)):
                level, form = verb
                slot = Slot.COMMAND if form.has("impr") and not commands.is_misspelt(place) else Slot.VERB
                site = Site(word=token.word, level=level, slot=slot, form=form)
            if site is not None:
                found[place] = site
        verbs = {place: site.level for place, site in found.items() if site.slot in (Slot.VERB, Slot.COMMAND)}
        shown = {place: site.level for place, site in found.items() if place not in verbs}
        subjects = Subjects(self._words, view, verbs, shown, several)
        for place, token in enumerate(view.tokens):
            if place not in found and place not in several and (site := self._agreeing(view, subjects, place, token)):
                found[place] = site
        return [found[place] for place in sorted(found)]

    def _closed(self, view: Sentence, place: int, token: Token) -> Site | None:
        """Return the site of a pronoun, possessive or greeting."""
        found = self._listed.get(token.key)
        if found is None:
            return None
        level, slot = found
        if token.key in self._words.of(f"reader_{level}") and self._follows_preposition(view, place):
            return None
        locative = slot is Slot.PRONOUN and self._is_locative(view, place, token)
        return Site(word=token.word, level=level, slot=slot, locative=locative)

    def _is_locative(self, view: Sentence, place: int, token: Token) -> bool:
        before, earlier = view.before(place), view.before(place, 2)
        if before is None or token.key not in self._words.of("maybe_locative"):
            return False
        if before.key in self._words.of("into"):
            lemmas = {form.lemma for form in earlier.forms} if earlier else set[str]()
            return not lemmas & self._words.of("believing")
        return before.key in self._words.of("about")

    def _follows_preposition(self, view: Sentence, place: int) -> bool:
        """Tell whether a nominative is only the name of a form of address, as after "to change to"."""
        before = view.before(place)
        return before is not None and before.is_any("PREP")

    def _agreeing(self, view: Sentence, subjects: Subjects, place: int, token: Token) -> Site | None:
        """Return the site of a past tense, short adjective or emphatic pronoun whose subject is the reader."""
        for level in _LEVELS:
            for slot, form in self._agreeing_forms(token, NUMBER[level]):
                if slot is Slot.EMPHATIC and not form.has("nomn"):
                    if self._beside(view, place, level):
                        return Site(word=token.word, level=level, slot=slot, form=form)
                    continue
                if form.lemma in self._words.of("alone") and not self._is_alone(view, place, level):
                    continue
                if slot is Slot.INSTRUMENTAL and not self._is_predicative(view, place):
                    continue
                if not self._is_free(view, place, token, form, level):
                    continue
                subject = subjects.of(place, form, level)
                if subject is Subject.READER or subjects.is_unclear(place, form, level):
                    sure = subject is Subject.READER
                    return Site(word=token.word, level=level, slot=slot, form=form, sure=sure)
        return None

    def _agreeing_forms(self, token: Token, number: str) -> list[tuple[Slot, Form]]:
        forms = list[tuple[Slot, Form]]()
        for form in sorted(token.having(number), key=lambda form: form.has("ADJS")):
            if not form.known:
                continue
            emphatic = form.lemma in self._words.of("emphatic") | self._words.of("alone")
            if form.has("VERB", "past") and not form.has("neut"):
                forms.append((Slot.PAST, form))
            elif form.marks & {"ADJS", "PRTS"} and not form.has("neut"):
                forms.append((Slot.PREDICATE, form))
            elif emphatic and not form.marks & {"neut", "inan"}:
                forms.append((Slot.EMPHATIC, form))
            elif form.has("ablt", "plur") and form.marks & {"ADJF", "PRTF"} and not form.has("neut"):
                forms.append((Slot.INSTRUMENTAL, form))
        return forms

    def _beside(self, view: Sentence, place: int, level: str) -> bool:
        near = (view.before(place), view.after(place))
        return any(token and token.key in self._words.of(f"reader_{level}_oblique") for token in near)

    def _is_free(self, view: Sentence, place: int, token: Token, form: Form, level: str) -> bool:
        """Tell whether a word that is more often something else stands close enough to its subject."""
        before = view.before(place)
        if before is not None and before.is_any("PREP"):
            return False
        alike = tuple(other for other in token.forms if other.marks & _SHAPES & _kind(form))
        if token.share(token.having("NOUN")) < _MUCH and token.share(alike) >= _ENOUGH:
            return True
        after = view.after(place)
        near = (after, view.after(place, 2) if after is not None and after.forms else None)
        if any(other is not None and other.key in self._words.of(f"reader_{level}") for other in near):
            return True
        for at in range(place - 1, max(-1, place - _REACH), -1):
            other = view.tokens[at]
            if other.key in self._words.of(f"reader_{level}") or self._is_second_copula(other):
                return True
            if (
                other.forms
                and other.key not in self._words.of("asides")
                and not other.is_any(*_LOOSE)
                and not self._is_copula(other)
            ):
                return False
        return False

    def _is_predicative(self, view: Sentence, place: int) -> bool:
        before, after = view.before(place), view.after(place)
        if before is not None and before.is_any("ADVB"):
            before = view.before(place, 2)
        return self._is_copula(before) and (after is None or not after.is_any("NOUN", "ADJF"))

    def _is_alone(self, view: Sentence, place: int, level: str) -> bool:
        """Tell whether a plural that means "alone" stands right behind the pronoun."""
        before = view.before(place)
        if before is not None and before.is_any("PRCL", "ADVB"):
            before = view.before(place, 2)
        after = view.after(place)
        named = before is not None and before.key in self._words.of(f"reader_{level}")
        return named and level == FORMAL and (after is None or not after.is_any("NOUN", "ADJF"))

    def _is_copula(self, token: Token | None) -> bool:
        return token is not None and any(form.lemma in self._words.of("copula") for form in token.forms)

    def _is_second_copula(self, token: Token) -> bool:
        copulas = (form for form in token.forms if form.lemma in self._words.of("copula"))
        return any(form.marks & {"impr", "2per"} for form in copulas)


def _kind(form: Form) -> frozenset[str]:
    """Return the grammemes of words that are the same part of a sentence."""
    return frozenset({"ADJS", "PRTS"}) if form.marks & {"ADJS", "PRTS"} else form.marks


_CLOSED = (Slot.PRONOUN, Slot.POSSESSIVE, Slot.GREETING)
_MUCH, _ENOUGH, _REACH = 0.2, 0.4, 8
_SHAPES = frozenset({"VERB", "ADJS", "PRTS", "ADJF", "PRTF"})
_LOOSE = ("ADVB", "PRCL", "PREP", "NPRO")
