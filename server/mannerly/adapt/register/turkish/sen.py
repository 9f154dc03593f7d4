"""Finds what addresses the reader as sen, with its form for siz; knows nothing of the other way round."""

from __future__ import annotations

from mannerly.adapt.register.turkish.commands import Commands
from mannerly.adapt.register.turkish.line import Lexicon, Line, Site
from mannerly.adapt.register.turkish.nouns import Kind
from mannerly.adapt.register.turkish.owners import Owners, Trust

_KINDS = {Kind.OPEN: Trust.CLEAR, Kind.CLEAR: Trust.CLEAR, Kind.WEAK: Trust.LIKELY}


class SenSites:
    """The places of sen in one text.

    Args:
        line: the text.
        lexicon: the language.
    """

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        """Use these words."""
        self._line = line
        self._lexicon = lexicon
        self._owners = Owners(line, lexicon)
        self._commands = Commands(line, lexicon)

    def all(self) -> tuple[Site, ...]:
        """Return every place of sen."""
        found = (self._site(place) for place in self._line.places())
        return tuple(site for site in found if site is not None)

    def _site(self, place: int) -> Site | None:
        key = self._line.keys[place]
        if self._line.is_suffix(place) or (self._line.is_name(place) and self._line.is_word(place - 1)):
            return None
        pronoun = self._lexicon.maps["polite_pronouns"].get(key)
        if pronoun is not None:
            word = self._line.words[place]
            return Site(word, "pronoun", self._lexicon.letters.like(word.text, pronoun))
        if self._lexicon.has("no_sen", key):
            return None
        return (
            self._verb(place, key)
            or self._command(place)
            or self._self(place, key)
            or self._participle(place, key)
            or self._noun(place, key)
        )

    def _command(self, place: int) -> Site | None:
        found = self._commands.bare(place)
        if found is None:
            return None
        word, (polite, sure) = self._line.words[place], found
        return Site(word, "command", self._lexicon.letters.like(word.text, polite), clear=sure, likely=not sure)

    def _verb(self, place: int, key: str) -> Site | None:
        parts = self._lexicon.parts("sen_verb", key)
        if parts is not None:
            return self._grown(place, "verb", len(parts["core"]))
        verbs = self._lexicon.verbs
        parts = self._lexicon.parts("past", key)
        if parts is not None and verbs.is_past(parts["stem"], parts["voice"]):
            return self._grown(place, "verb", len(key))
        for name in ("present", "condition"):
            parts = self._lexicon.parts(name, key)
            if parts is None:
                continue
            stem, cut = parts["stem"], len(key) - len(parts["tail"])
            if self._is_person(name, stem):
                return self._grown(place, "verb", cut)
        return None

    def _is_person(self, name: str, stem: str) -> bool:
        verbs = self._lexicon.verbs
        if name == "present" and verbs.is_verb(stem) and not self._is_person_word(stem):
            return verbs.root(stem) != stem and verbs.is_present(stem) and not self._lexicon.ends("causative", stem)
        if verbs.is_present(stem) or self._is_person_word(stem) or self._lexicon.ends("located", stem):
            return True
        return name == "condition" and (verbs.is_verb(stem) or self._is_person_word(stem[:-1]))

    def _is_person_word(self, word: str) -> bool:
        return self._lexicon.has("person_words", word) or self._lexicon.has("praise", word)

    def _self(self, place: int, key: str) -> Site | None:
        parts = self._lexicon.parts("oneself", key)
        if parts is None:
            return None
        tail = parts["tail"]
        trust = Trust.LIKELY if tail and not self._lexicon.ends("owner_with", tail) else Trust.CLEAR
        return self._grown(place, "pronoun", len(parts["core"]), trust)

    def _participle(self, place: int, key: str) -> Site | None:
        parts = self._lexicon.parts("participle", key)
        if parts is None or not self._lexicon.verbs.is_verb(parts["stem"]):
            return None
        tail, cut = parts["tail"], len(key) - len(parts["tail"])
        if self._lexicon.ends("several_deeds", key[:cut]) and not tail:
            return self._grown(place, "participle", cut, self._owners.bare(place, parts["stem"]))
        if not tail or self._lexicon.parts("owner_with", tail) is not None:
            return self._grown(place, "participle", cut)
        is_object = not self._lexicon.ends("adverbial", key)
        return self._grown(place, "participle", cut, self._owners.deed(place, parts["stem"], is_object=is_object))

    def _noun(self, place: int, key: str) -> Site | None:
        owned = self._lexicon.nouns.owned(key)
        if owned is None:
            return None
        if owned.kind is Kind.BARE:
            trust = self._owners.bare(place, owned.base)
        elif owned.kind is Kind.MARKED:
            trust = self._owners.marked(place, owned.base)
        else:
            trust = _KINDS[owned.kind]
        return self._grown(place, "possessive", owned.cut, trust)

    def _grown(self, place: int, rule: str, cut: int, trust: Trust = Trust.CLEAR) -> Site | None:
        """Put the narrow vowel and the sound of siz behind the n of sen."""
        if trust is Trust.NO:
            return None
        word, key = self._line.words[place], self._line.keys[place]
        vowel = self._lexicon.letters.narrow(key[:cut])
        more = vowel + self._lexicon.plural_sound
        if len(word.text) > 1 and word.text.isupper():
            more = self._lexicon.letters.upper(more)
        after = word.text[:cut] + more + word.text[cut:]
        return Site(word, rule, after, clear=trust is Trust.CLEAR, likely=trust is Trust.LIKELY)
