"""Turkish nouns with the ending of the owner sen; knows what may be owned and no sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mannerly.adapt.register.turkish.verbs import TurkishVerbs
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData


class Kind(Enum):
    """How clear the ending is.

    OPEN: a vowel stem, nobody else's; WEAK: the same, but the form is a word of its own as well;
    BARE: "your" or "of the"; CLEAR: "with your"; MARKED: "your" or "his" with a case.
    """

    OPEN = "open"
    WEAK = "weak"
    BARE = "bare"
    CLEAR = "clear"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Owned:
    """A noun that may be the reader's.

    Args:
        kind: how clear it is.
        base: the noun without endings.
        cut: place in the word behind the owner's n.
    """

    kind: Kind
    base: str
    cut: int


class Nouns:
    """The nouns of the data."""

    def __init__(self, data: RegisterData, verbs: TurkishVerbs) -> None:
        """Build the tables of stems."""
        words = {name: entries.split() for name, entries in data.words.items()}
        self._verbs = verbs
        self._soft = data.maps["softened"]
        pairs = [(entry.partition(":")[0], entry.partition(":")[2]) for entry in words["owned"]]
        self._closed = {stem or self._softened(noun): noun for noun, stem in pairs}
        self._open = frozenset(words["owned_open"])
        self._weak = frozenset(words["weak_open"])
        self._never = frozenset(words["no_sen"])
        self._callings = tuple(words["no_sen_stems"])
        self._plurals = frozenset(self._closed.values()) | self._open | frozenset(words["owned_plural"])
        self.bare = frozenset(words["bare_nouns"]) | self._plurals
        self._tail = compiled(data.patterns["owned_tail"])
        self._alone = compiled(data.patterns["owner_alone"])
        self._with = compiled(data.patterns["owner_with"])
        self._genitive = compiled(data.patterns["owner_genitive"])
        self._linked = compiled(data.patterns["linked"])
        self._plural = compiled(data.patterns["plural"])
        self._abstract = compiled(data.patterns["abstract"])
        self._owner = str(data.policy["owner"])

    def owned(self, key: str) -> Owned | None:
        """Return how a lower-case word is the reader's, None where it cannot be."""
        if key in self._never or key.startswith(self._callings):
            return None
        places = [place for place in range(len(key), 2, -1) if key[place - 1] == self._owner]
        for place in places:
            tail = key[place:]
            if self._tail.fullmatch(tail):
                found = self._reading(key[: place - 1], tail, place)
                if found is not None:
                    return found
        return None

    def is_open(self, key: str) -> bool:
        """Tell whether a word is a vowel stem with the ending of siz: gönderiniz, "your parcel"."""
        return any(key.startswith(stem) and len(key) == len(stem) + 3 for stem in self._open)

    def _reading(self, body: str, tail: str, place: int) -> Owned | None:
        genitive = self._genitive.match(tail) is not None
        if body in self._open and not genitive:
            return Owned(Kind.WEAK if body in self._weak else Kind.OPEN, body, place)
        plural = self._plural.match(body)
        if plural is not None and plural["stem"] in self._plurals:
            return Owned(self._kind(tail), plural["stem"], place)
        linked = self._linked.match(body)
        if linked is not None and (linked["stem"] in self._closed or self._abstract.match(linked["stem"])):
            return Owned(self._kind(tail), self._closed.get(linked["stem"], linked["stem"]), place)
        return Owned(Kind.OPEN, body, place) if not genitive and self._verbs.is_doing(body) else None

    def _kind(self, tail: str) -> Kind:
        if self._alone.fullmatch(tail):
            return Kind.BARE
        return Kind.CLEAR if self._with.match(tail) else Kind.MARKED

    def _softened(self, noun: str) -> str:
        return noun[:-1] + self._soft[noun[-1]] if noun[-1] in self._soft and len(noun) > 3 else noun
