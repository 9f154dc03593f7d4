"""The register engine of Vietnamese: address, kinship terms, particles and courtesies; holds no Vietnamese word."""

from __future__ import annotations

from mannerly.adapt.register.engine import Doubt, Evidence, Plan, Wish
from mannerly.adapt.register.text import Text, Word
from mannerly.adapt.register.vietnamese.edits import Edits
from mannerly.adapt.register.vietnamese.friendly import Friendly
from mannerly.adapt.register.vietnamese.polite import Polite
from mannerly.adapt.register.vietnamese.reading import Reader, Reading, Site, Use
from mannerly.adapt.register.vietnamese.tables import Tables
from mannerly.language.register import RegisterData

_ADDRESS = "vi.register.address"
_ADDRESS_DOUBT = "This word may address the reader or speak of somebody else."


class Vietnamese:
    """Reads and rewrites Vietnamese by the tables of the data."""

    def __init__(self, data: RegisterData) -> None:
        """Build the tables once."""
        self._tables = Tables(data)
        self._reader = Reader(self._tables)
        self._polite = Polite(self._tables)
        self._friendly = Friendly(self._tables)

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return words of address, polite particles, and answers among friends."""
        reading = self._reader.read(text)
        plain = any(site.level == self._tables.plain_level for site in reading.sites)
        return tuple(self._shown(reading.words, site, plain=plain) for site in reading.sites)

    def _shown(self, words: tuple[Word, ...], site: Site, *, plain: bool) -> Evidence:
        tables, start, end = self._tables, words[site.first].start, words[site.last].end
        if site.use is Use.POLITE:
            return Evidence(site.level, start, end, tables.formal - {site.level})
        if site.use is Use.ADDRESS and site.level == tables.friendly_level:
            level = tables.plain_level if plain else site.level
            return Evidence(level, start, end, tables.informal - {level})
        return Evidence(site.level, start, end)

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes to the level; none where the text is known to speak of others."""
        if wish.addressed is False:
            return Plan()
        reading = self._reader.read(text)
        level = self._level(reading, wish)
        edits = Edits(reading.words)
        rewrite = self._polite if level in self._tables.formal else self._friendly
        rewrite.prepare(edits, reading, level, self._tables.you(level, wish.customer, plural=False))
        self._address(edits, reading, level, wish)
        return Plan(changes=edits.changes(), doubts=_doubts(reading))

    def _level(self, reading: Reading, wish: Wish) -> str:
        """The level of the pair that the profile chose, one that is shown and accepted, or the one asked for."""
        family = self._tables.formal if wish.level in self._tables.formal else self._tables.informal
        if wish.pair in family:
            return wish.pair
        shown = (site.level for site in reading.addressed if site.level in wish.accepts and site.level in family)
        usual = wish.level if wish.level in self._tables.informal else ""
        return usual or next(shown, wish.level)

    def _address(self, edits: Edits, reading: Reading, level: str, wish: Wish) -> None:
        same = {level, self._tables.friendly_level} if level in self._tables.informal else {level}
        fixed = self._tables.map("pair_you").get(level) if wish.pair == level else None
        for site in reading.addressed:
            if site.level in same:
                continue
            crowd = site.plural or self._is_crowd(reading, site)
            you = self._tables.you(level, wish.customer, plural=crowd)
            if fixed and not site.plural:
                edits.put(site.first, site.last, fixed, _ADDRESS)
            elif self._is_courtesy_capital(reading.words[site.first], site):
                edits.put(site.first, site.last, you, _ADDRESS)
            else:
                edits.put_like(site.first, site.last, you, _ADDRESS)

    def _is_crowd(self, reading: Reading, site: Site) -> bool:
        """Tell whether "all" stands before the word."""
        before = tuple(word.lower for word in reading.words[max(site.first - 2, 0) : site.first])
        return any(self._tables.phrases("everybody").at(before, place) for place in range(len(before)))

    def _is_courtesy_capital(self, word: Word, site: Site) -> bool:
        """Tell whether a capital inside the sentence only honours the customer."""
        return word.capital and not word.opens and not word.text.isupper() and site.level in self._tables.formal


def _doubts(reading: Reading) -> tuple[Doubt, ...]:
    words = reading.words
    return tuple(Doubt(words[site.first].start, words[site.last].end, _ADDRESS_DOUBT) for site in reading.doubtful)


def build(data: RegisterData) -> Vietnamese:
    """Return the engine of these data."""
    return Vietnamese(data)
