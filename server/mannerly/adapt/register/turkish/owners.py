"""Tells whose a Turkish noun or participle is, the reader's or another's, by what stands around it; knows no level."""

from __future__ import annotations

from enum import IntEnum

from mannerly.adapt.register.text import Kind
from mannerly.adapt.register.turkish.line import Lexicon, Line


class Trust(IntEnum):
    """How sure it is that something is the reader's."""

    NO = 0
    LIKELY = 1
    CONTEXT = 2
    CLEAR = 3


class Owners:
    """The owners of one text.

    Args:
        line: the text.
        lexicon: the language.
    """

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        """Use these words."""
        self._line = line
        self._lexicon = lexicon

    def bare(self, place: int, base: str) -> Trust:
        """Judge a noun in -in: "your", unless something follows that it may be the owner of."""
        if self._before(place) is Trust.CLEAR:
            return Trust.CLEAR
        after = place + 1
        if self._line.is_word(after) and self._lexicon.has("after_owned", self._line.keys[after]):
            return Trust.CONTEXT
        if self._line.is_listed(place):
            after += 1
        trust = self._without_head(after)
        return Trust.CONTEXT if trust is Trust.LIKELY and self._lexicon.has("surely_owned", base) else trust

    def marked(self, place: int, base: str) -> Trust:
        """Judge a noun in -ini, -ine, -inde: "your", unless another owner or a compound stands before it."""
        before = self._before(place)
        if before is not Trust.LIKELY:
            return before
        compound = f"{self._line.key(place - 1)}-{base}"
        if self._lexicon.has("own_compounds", compound):
            return Trust.NO if self._has_relative(place) else Trust.LIKELY
        own = self._lexicon.has("feelings", compound)
        if not own and not self._is_free(place):
            return Trust.NO
        return Trust.CONTEXT if not self._speaks_of_others() and self._is_known(place, base, own=own) else Trust.LIKELY

    def deed(self, place: int, stem: str, *, is_object: bool) -> Trust:
        """Judge a participle in -diğini, -diğinde: the reader's deed, unless another subject stands before it."""
        before = self._before(place)
        if before is not Trust.LIKELY:
            return before
        after = self._line.key(place + 1)
        if is_object and self._line.is_word(place + 1) and self._is_relative(after):
            return Trust.NO
        previous = place - 1
        if previous >= self._line.start(place) and not self._fits_before(previous, stem):
            return Trust.NO
        start = self._line.start(place)
        others = range(start, max(start, previous))
        return Trust.NO if any(self._is_subject(other) for other in others) else self._by_verb(place, stem)

    def _by_verb(self, place: int, stem: str) -> Trust:
        before = self._line.key(place - 1)
        person = self._lexicon.has("person_words", before)
        if not person and not self._lexicon.has("to_us", before) and self._lexicon.verbs.is_thing(stem):
            return Trust.NO
        felt = person or self._lexicon.has("experiences", self._lexicon.verbs.root(stem))
        return Trust.CONTEXT if felt and self._is_reported(place) and not self._speaks_of_others() else Trust.LIKELY

    def _fits_before(self, place: int, stem: str) -> bool:
        word, key = self._line.words[place], self._line.keys[place]
        if word.kind is Kind.SPAN or word.kind is Kind.NUMBER:
            return False
        if key in self._lexicon.nouns.bare:
            return self._lexicon.verbs.is_light(stem)
        return True

    def _is_subject(self, place: int) -> bool:
        """Tell whether a noun stands alone, as a subject does: before the end of its group."""
        key, after = self._line.keys[place], self._line.key(place + 1)
        if not self._line.is_word(place) or after in self._lexicon.nouns.bare:
            return False
        if self._lexicon.has("subjects", key):
            return True
        alone = key in self._lexicon.nouns.bare and not self._lexicon.ends("head", after)
        return alone and self._lexicon.parts("converb", after) is None and not self._lexicon.verbs.is_verb(after)

    def _is_relative(self, key: str) -> bool:
        return self._lexicon.ends("relative", key) and self._lexicon.verbs.is_verb(self._stem_of_relative(key))

    def _stem_of_relative(self, key: str) -> str:
        parts = self._lexicon.parts("relative", key)
        return parts["stem"] if parts else ""

    def _before(self, place: int) -> Trust:
        """Look back through the clause: senin makes it clear, another owner makes it another's."""
        taken = False
        for other in range(place - 1, self._line.start(place) - 1, -1):
            if not self._line.is_word(other) or self._lexicon.has("postpositions", self._line.key(other + 1)):
                continue
            if self._lexicon.has("sens", self._line.keys[other]):
                return Trust.CLEAR
            if self._is_genitive(other):
                return Trust.LIKELY if taken else Trust.NO
            joined = self._lexicon.has("and", self._line.key(place - 1))
            taken = taken or (not joined and self._is_head(other))
        return Trust.LIKELY

    def _is_genitive(self, place: int) -> bool:
        key = self._line.keys[place]
        if self._line.is_suffix(place):
            return self._lexicon.ends("suffixed_genitive", key)
        if self._lexicon.has("genitives", key):
            return True
        if self._lexicon.has("no_genitives", key) or not self._lexicon.ends("genitive", key):
            return False
        return self._lexicon.parts("participle", key) is None and not self._is_readers_verb(key)

    def _is_readers_verb(self, key: str) -> bool:
        past = self._lexicon.parts("past", key)
        if past is not None and self._lexicon.verbs.is_past(past["stem"], past["voice"]):
            return True
        return self._lexicon.parts("sen_verb", key) is not None

    def _is_free(self, place: int) -> bool:
        """Tell whether no noun stands before that makes a compound."""
        previous = place - 1
        if previous < self._line.start(place):
            return True
        word, key = self._line.words[previous], self._line.keys[previous]
        if word.kind is not Kind.WORD or word.quoted or self._line.is_suffix(previous):
            return False
        if key in self._lexicon.nouns.bare or self._line.is_name(previous):
            return self._lexicon.has("before_owned", key)
        plain = self._lexicon.has("before_owned", key) or self._lexicon.has("joints", key)
        return plain or self._lexicon.ends("adjectival", key) or self._lexicon.ends("cased", key)

    def _has_relative(self, place: int) -> bool:
        """Tell whether a relative clause of the reader says which one is meant: kaydolduğun e-posta adresi."""
        places = range(self._line.start(place), place - 1)
        return any(self._lexicon.parts("participle", self._line.keys[other]) is not None for other in places)

    def _is_known(self, place: int, base: str, *, own: bool) -> bool:
        """Tell whether the noun is the customer's where nobody else is spoken of: Siparişini aldık."""
        if self._lexicon.has("surely_owned", base):
            return True
        return (own or self._lexicon.has("personal", base)) and self._is_reported(place)

    def _is_reported(self, place: int) -> bool:
        """Tell whether the sentence goes on with what the company does or feels: aldık, üzgünüz."""
        places = (one for one in self._line.sentence(place) if one > place and self._line.is_word(one))
        return any(self._is_of_company(one) for one in places)

    def _is_of_company(self, place: int) -> bool:
        key = self._line.keys[place]
        if self._lexicon.has("first_person_words", key):
            return True
        return self._lexicon.ends("first_person", key) and self._line.is_finite(place)

    def _speaks_of_others(self) -> bool:
        places = range(len(self._line.words))
        named = any(self._line.is_word(place) and self._line.is_name(place) for place in places)
        return named or self._line.any_in("others", places)

    def _without_head(self, after: int) -> Trust:
        for place in range(after, len(self._line.words)):
            word, key = self._line.words[place], self._line.keys[place]
            if word.opens or word.kind is Kind.MARK:
                return Trust.CONTEXT
            if word.kind is not Kind.WORD:
                continue
            if self._is_adverbial(place):
                return Trust.LIKELY
            if self._ends_with_verb(place) or self._lexicon.has("predicates", key):
                return Trust.CONTEXT
            if self._is_head(place) and (place == after or not self._lexicon.has("weak_heads", key)):
                return Trust.NO
        return Trust.CONTEXT

    def _ends_with_verb(self, place: int) -> bool:
        if self._lexicon.ends("nominal_condition", self._line.keys[place]):
            return True
        asked = self._lexicon.has("particles", self._line.key(place + 1))
        return self._line.is_finite(place) and (asked or self._line.ends_part(place))

    def _is_adverbial(self, place: int) -> bool:
        key = self._line.keys[place]
        if self._lexicon.ends("adverbial", key):
            return True
        return self._lexicon.ends("reason", key) and self._lexicon.has("reasons", self._line.key(place + 1))

    def _is_head(self, place: int) -> bool:
        key = self._line.keys[place]
        if self._line.is_suffix(place) or self._lexicon.has("no_heads", key) or not self._lexicon.ends("head", key):
            return False
        if key in self._lexicon.nouns.bare or self._follows_value(place):
            return False
        adjective = self._lexicon.parts("with_li", key)
        return adjective is None or self._lexicon.has("heads_in_l", adjective["stem"])

    def _follows_value(self, place: int) -> bool:
        """Tell whether a protected value names what the noun stands for: {date} tarihinde."""
        place -= 1
        while place > 0 and self._line.keys[place] in self._lexicon.nouns.bare:
            place -= 1
        return place >= 0 and self._line.words[place].kind in (Kind.SPAN, Kind.NUMBER)
