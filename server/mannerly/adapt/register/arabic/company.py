"""Arabic adjectives and participles that describe the reader; knows no verb."""

from __future__ import annotations

from collections.abc import Iterator

from mannerly.adapt.register.arabic.reading import Lexicon, Reading, Site
from mannerly.adapt.register.arabic.spelling import Token
from mannerly.adapt.register.arabic.verbs import FEMALE, MALE, PLURAL


class Company:
    """Finds what is said of the reader behind "you are" and "you were"."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Use the adjectives of these lists."""
        self._lexicon = lexicon
        self._ends = lexicon.maps["adjective_endings"]
        self._broken = lexicon.maps["adjective_plurals"]
        self._single = {
            lexicon.spelling.bare(single): plural for plural, single in self._broken.items()
        }  # fmt: skip

    def sites(self, reading: Reading, sites: tuple[Site, ...]) -> Iterator[Site]:
        """Go through the adjectives that depend on these places."""
        for site in sites:
            if site.case:
                yield from self._behind(reading, site)

    def _behind(self, reading: Reading, site: Site) -> Iterator[Site]:
        case, token = site.case, reading.follows(site.token)
        while token is not None and self._lexicon.has("adverbs", token):
            case = "genitive" if self._lexicon.has("other_than", token) else case
            token = reading.follows(token)
        while token is not None and not token.word.quoted:
            found = self._plural(token, case) if site.plural else self._singular(token, case)
            if found is None:
                return
            yield found
            token = reading.follows(token)
            if token is None or not self._lexicon.begins("and", token.fold):
                return

    def _site(self, token: Token, *, plural: bool, forms: tuple[str, str, str]) -> Site:
        male, female, many = forms
        named = {MALE: male, FEMALE: female, PLURAL: many}
        return Site(token=token, plural=plural, rule="adjective", forms=named)

    def _plural(self, token: Token, case: str) -> Site | None:
        lead, word = self._split(token)
        if word in self._broken:
            base = self._broken[word]
            return self._site(token, plural=True, forms=(*self._singles(lead, base, case), token.bare))
        end = self._ends["nominative_plural" if case == "nominative" else "accusative_plural"]
        base = word.removesuffix(end)
        is_known = self._lexicon.spelling.fold(base) in self._lexicon.lists["adjectives"]
        is_known = is_known or base in self._lexicon.maps["weak_adjectives"] or self._lexicon.fits("participle", base)
        if word == base or not is_known:
            return None
        return self._site(token, plural=True, forms=(*self._singles(lead, base, case), token.bare))

    def _singles(self, lead: str, base: str, case: str) -> tuple[str, str]:
        weak = self._lexicon.maps["weak_adjectives"].get(base)
        if weak is not None:
            return lead + self._lexicon.maps["weak_" + case][base], lead + weak + self._ends["feminine"]
        tail = self._ends["accusative_singular"] if case == "accusative" else ""
        return lead + base + tail, lead + base + self._ends["feminine"]

    def _split(self, token: Token) -> tuple[str, str]:
        match = self._lexicon.begins("and", token.fold)
        word = token.bare
        if match and (word[1:] in self._broken or self._is_adjective(word[1:])):
            return word[:1], word[1:]
        return "", word

    def _is_adjective(self, word: str) -> bool:
        ends = (*self._ends.values(), self._lexicon.spelling.bare(self._ends["accusative_singular"]), "")
        bases = (self._lexicon.spelling.fold(word.removesuffix(end)) for end in ends)
        return any(base in self._lexicon.lists["adjectives"] for base in bases)

    def _singular(self, token: Token, case: str) -> Site | None:
        lead, word = self._split(token)
        tails = (self._lexicon.spelling.bare(self._ends["accusative_singular"]), self._ends["feminine"], "")
        plural = self._ends["nominative_plural" if case == "nominative" else "accusative_plural"]
        for tail in tails:
            base = word.removesuffix(tail) if tail else word
            if tail and base == word:
                continue
            many = self._many(base, plural)
            if many is not None:
                return self._site(token, plural=False, forms=(token.bare, token.bare, lead + many))
        return None

    def _many(self, base: str, plural: str) -> str | None:
        if base in self._single:
            return self._single[base]
        weak = self._lexicon.maps["weak_stems"].get(base)
        if weak is not None:
            return weak + plural
        is_known = self._lexicon.spelling.fold(base) in self._lexicon.lists["adjectives"]
        return base + plural if is_known else None
