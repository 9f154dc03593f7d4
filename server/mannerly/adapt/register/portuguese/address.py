"""Finds the Portuguese nouns and pronouns that name the reader in the third person, and puts others in their place."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from mannerly.adapt.register.portuguese.lexicon import Lexicon
from mannerly.adapt.register.portuguese.marks import Mark, Weight
from mannerly.adapt.register.portuguese.pronouns import Third
from mannerly.adapt.register.text import Text, Word, like

_RULE, _DROPPED = "pronoun", ""


@dataclass(frozen=True, kw_only=True)
class Named:
    """One naming of the reader.

    Args:
        first: its first word.
        last: its last word.
        level: that it shows.
        preposition: that it holds ("ao senhor") or that stands before it, "" when none does.
        melted: whether the preposition is part of it.
        plural: whether several people are meant.
        feminine: whether it is a lady.
    """

    first: Word
    last: Word
    level: str
    preposition: str
    melted: bool
    plural: bool = False
    feminine: bool = False


class AddressReader:
    """Reads "você" and "o senhor"."""

    def __init__(self, text: Text, lexicon: Lexicon, *, polite: str, plain: str) -> None:
        """Use the ids of the levels of "o senhor" and of "você"."""
        self._text, self._lexicon = text, lexicon
        self._polite, self._plain = polite, plain
        self._names = bool(lexicon.policy["third_names_reader"])
        self.named = (*self._pronouns(), *self._lords())

    def marks(self, third: Third, *, second_wanted: bool) -> list[Mark]:
        """Return a mark for every naming, with what is wanted in its place."""
        return [self._mark(named, third, second_wanted=second_wanted) for named in self.named]

    def covered(self) -> frozenset[int]:
        """Return the indexes of the words of all namings."""
        return frozenset(index for named in self.named for index in range(named.first.index, named.last.index + 1))

    def subjects(self) -> frozenset[int]:
        """Return the indexes of the words of the namings that may be subjects."""
        free = (named for named in self.named if not named.preposition and not named.plural)
        return frozenset(place for named in free for place in range(named.first.index, named.last.index + 1))

    def _pronouns(self) -> list[Named]:
        found: list[Named] = []
        for word in self._text.words:
            is_plural = self._lexicon.has("pronoun_plural", word.lower)
            if word.quoted or not (is_plural or self._lexicon.has("pronoun", word.lower)):
                continue
            before = self._text.at(word.index - 1)
            preposition = before.lower if before is not None and self._is_preposition(before) else ""
            found.append(
                Named(first=word, last=word, level=self._plain, preposition=preposition, melted=False, plural=is_plural)
            )
        return found

    def _is_preposition(self, word: Word) -> bool:
        return self._lexicon.has("before_si", word.lower) or self._lexicon.has("com", word.lower)

    def _lords(self) -> list[Named]:
        words = {word.start: word for word in self._text.words}
        found: list[Named] = []
        for match in self._lexicon.finditer("lord", self._text.raw):
            named = self._lord(match, words)
            found += [named] if named is not None else []
        return found

    def _lord(self, match: regex.Match[str], words: dict[int, Word]) -> Named | None:
        first = words[match.start()]
        last = next(word for word in self._text.words if word.end >= match.end())
        before = self._text.at(first.index - 1)
        if first.quoted:
            return None
        melted = (match["prep"] or "").lower()
        separate = before.lower if before is not None and self._is_preposition(before) else ""
        singular = melted.removesuffix("s")
        preposition = self._lexicon.maps["melted"].get(singular, "") if melted else separate
        noun = match["noun"].lower()
        return Named(
            first=first, last=last, level=self._polite, preposition=preposition, melted=bool(melted),
            plural=noun.endswith("s"), feminine=self._lexicon.has("ladies", noun),
        )  # fmt: skip

    def _mark(self, named: Named, third: Third, *, second_wanted: bool) -> Mark:
        start, end, other = named.first.start, named.last.end, self._other(named, third, second_wanted=second_wanted)
        noun = self._owned(named)
        doubt = third.doubt if not second_wanted and named.level != self._polite else ""
        if named.plural:
            other, doubt = (self._several(named, third) if not second_wanted else None), ""
        elif noun is not None and other is not None and (second_wanted or third.names not in ("male", "female")):
            start, other = noun.start, f"{self._possessive(noun, second=second_wanted)} {noun.text}"
        elif (second_wanted or not third.names) and self._joins(named):
            start = self._text.words[named.first.index - 1].start
        elif other == _DROPPED and self._is_behind(named):
            start = self._text.words[named.first.index - 1].end
        return Mark(
            second=False, weight=Weight.STRONG, rule=_RULE, start=start, end=end,
            other=other if other is None else like(self._text.raw[start:end][:1], other),
            level=named.level, doubt=doubt,
        )  # fmt: skip

    def _joins(self, named: Named) -> bool:
        """Whether the word before goes into the new form: "com o senhor" -> "consigo", "ajudar você" -> "ajudar-te"."""
        return self._lexicon.has("com", named.preposition) or self._is_object(named)

    def _is_object(self, named: Named) -> bool:
        before, after = self._text.at(named.first.index - 1), self._text.at(named.last.index + 1)
        if named.preposition or before is None or (after is not None and self._lexicon.has("selves", after.lower)):
            return False
        return bool(self._lexicon.infinitive(before.lower))

    def _is_subject(self, named: Named) -> bool:
        after = self._text.at(named.last.index + 1)
        while after is not None and self._lexicon.has("between_subject", after.lower):
            after = self._text.at(after.index + 1)
        further = None if after is None else self._text.at(after.index + 1)
        is_cleft = further is not None and further.lower == self._lexicon.one("que")
        return after is not None and not is_cleft and bool(self._lexicon.thirds(after.lower))

    def _is_behind(self, named: Named) -> bool:
        """Whether it is the subject of the verb in front of it: "como está o senhor?"."""
        before = self._text.at(named.first.index - 1)
        return not named.preposition and before is not None and bool(self._lexicon.thirds(before.lower))

    def _other(self, named: Named, third: Third, *, second_wanted: bool) -> str | None:
        one, prefix = self._lexicon.one, f"{named.preposition} " if named.melted else ""
        if not second_wanted and third.names:
            return self._renamed(named, third)
        if self._lexicon.has("com", named.preposition):
            return one("contigo") if second_wanted else one("consigo")
        if named.preposition:
            return prefix + (one("ti") if second_wanted else one("si"))
        if self._is_object(named):
            return self._object(named, second_wanted=second_wanted)
        is_free = self._is_behind(named) or self._is_subject(named)
        if is_free and named.level == self._polite and not (second_wanted and self._names):
            return _DROPPED
        if self._is_subject(named) and not second_wanted:
            return _DROPPED
        return one("tu") if second_wanted else None

    def _object(self, named: Named, *, second_wanted: bool) -> str:
        verb = self._text.words[named.first.index - 1].text
        if second_wanted:
            return f"{verb}-{self._lexicon.one('te')}"
        return self._lexicon.joined(
            verb, self._lexicon.maps["object_by_gender"]["female" if named.feminine else "male"]
        )

    def _renamed(self, named: Named, third: Third) -> str | None:
        noun = self._lexicon.maps["named"][third.names]
        if third.names == "pronoun":
            return f"{named.preposition} {noun}" if named.melted else noun
        if named.level == self._polite:
            return None
        return noun

    def _several(self, named: Named, third: Third) -> str | None:
        if third.lords and named.level == self._plain:
            return self._lexicon.maps["named"]["several"]
        if third.names == "pronoun" and not third.doubt and named.level == self._polite:
            plural = self._lexicon.one("pronoun_plural")
            return f"{named.preposition} {plural}" if named.melted else plural
        return None

    def _owned(self, named: Named) -> Word | None:
        """The noun in "o pedido do senhor"."""
        noun, article = self._text.at(named.first.index - 1), self._text.at(named.first.index - 2)
        if not named.melted or noun is None or article is None or not self._lexicon.has("of", named.preposition):
            return None
        return noun if article.lower in self._lexicon.maps["owned_by_article"] else None

    def _possessive(self, noun: Word, *, second: bool) -> str:
        own = self._lexicon.maps["owned_by_article"][self._text.words[noun.index - 1].lower]
        return self._lexicon.maps["possessive"][own] if second else own
