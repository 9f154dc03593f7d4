"""Brings Arabic text to a form of address, with pronouns and whole agreement; knows no sentence and no customer."""

from __future__ import annotations

from mannerly.adapt.register.arabic.company import Company
from mannerly.adapt.register.arabic.plural import PluralVerbs
from mannerly.adapt.register.arabic.reading import Lexicon, Reading, Site
from mannerly.adapt.register.arabic.rest import RestVerbs
from mannerly.adapt.register.arabic.single import SingleVerbs
from mannerly.adapt.register.arabic.spelling import Spelling, Token
from mannerly.adapt.register.arabic.suffix import Suffixes
from mannerly.adapt.register.arabic.verbs import FEMALE, MALE, PLURAL, ArabicVerbs
from mannerly.adapt.register.engine import Doubt, Evidence, Plan, Wish
from mannerly.adapt.register.text import Change, Text
from mannerly.language.register import RegisterData
from mannerly.model.facts import Gender

_LANGUAGE = "ar"
_SEVERAL = "The text speaks to several people, not to one in the plural of respect."
_OPEN = "The verb may be the reader's, or of somebody else: the writer, her or it."
_UNSURE = "The verb may speak of others than the reader."


class Arabic:
    """The register engine of Arabic."""

    def __init__(self, data: RegisterData) -> None:
        """Build the tables of these data."""
        self._spelling = Spelling(data)
        self._lexicon = Lexicon(data, self._spelling)
        verbs = ArabicVerbs(data, self._spelling)
        self._suffixes = Suffixes(self._lexicon, verbs)
        self._plurals = PluralVerbs(self._lexicon, verbs)
        self._singles = SingleVerbs(self._lexicon, verbs)
        self._rest = RestVerbs(self._lexicon, verbs)
        self._company = Company(self._lexicon)
        self._formal, self._informal = data.defaults["formal"], data.defaults["informal"]
        self._unknown = FEMALE if data.policy["unknown_gender"] == Gender.FEMALE.value else MALE

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return the places that are right for one level only."""
        return tuple(
            Evidence(self._level(site), site.token.word.start, site.token.word.end)
            for site in self._sites(Reading(text, self._lexicon))
        )

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes that bring every sure place to the level, and the places that are not sure."""
        reading = Reading(text, self._lexicon)
        sites = self._sites(reading)
        wrong = [site for site in sites if self._level(site) not in wish.accepts]
        if reading.is_plural and wish.level == self._informal:
            return Plan(doubts=tuple(_doubt(site, _SEVERAL) for site in wrong))
        known = [site for site in wrong if site.is_sure or wish.addressed is not False]
        doubts = [_doubt(site, _UNSURE) for site in wrong if site not in known]
        if wish.level == self._formal:
            found = {site.token.word.index: site for site in sites}
            doubts += (_doubt_at(token, _OPEN) for token in self._rest.unsure(reading, found))
        return Plan(changes=tuple(self._change(site, wish) for site in known), doubts=tuple(doubts))

    def _level(self, site: Site) -> str:
        return self._formal if site.plural else self._informal

    def _change(self, site: Site, wish: Wish) -> Change:
        persons = {Gender.FEMALE: FEMALE, Gender.MALE: MALE}
        person = PLURAL if wish.level == self._formal else persons.get(wish.customer.gender, self._unknown)
        start, end, after = self._spelling.change(site.token, site.forms[person])
        return Change(f"{_LANGUAGE}.register.{site.rule}", start, end, after)

    def _sites(self, reading: Reading) -> tuple[Site, ...]:
        found = {site.token.word.index: site for site in self._suffixes.sites(reading)}
        for plural, verbs in ((True, self._plurals), (False, self._singles)):
            known = frozenset(index for index, site in found.items() if site.plural is plural)
            more = verbs.sites(reading, known)
            found |= {site.token.word.index: site for site in more if site.token.word.index not in found}
        found |= {site.token.word.index: site for site in self._rest.sites(reading, found)}
        company = self._company.sites(reading, tuple(found.values()))
        found |= {site.token.word.index: site for site in company if site.token.word.index not in found}
        return tuple(found[index] for index in sorted(found))


def _doubt(site: Site, why: str) -> Doubt:
    return _doubt_at(site.token, why)


def _doubt_at(token: Token, why: str) -> Doubt:
    return Doubt(token.word.start, token.word.end, why)


def build(data: RegisterData) -> Arabic:
    """Build the engine from the language's data."""
    return Arabic(data)
