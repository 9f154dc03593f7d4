"""Brings Turkish text to siz or sen, with owners, verbs and commands; knows no sentence and no customer."""

from __future__ import annotations

from mannerly.adapt.register.engine import Doubt, Evidence, Plan, Wish
from mannerly.adapt.register.text import Change, Text
from mannerly.adapt.register.turkish.line import Lexicon, Line, Site
from mannerly.adapt.register.turkish.sen import SenSites
from mannerly.adapt.register.turkish.siz import siz_sites
from mannerly.language.register import RegisterData

_LANGUAGE, _SIZ, _SEN = "tr", "siz", "sen"
_UNSURE = "The ending may belong to something else than the reader."
_SEVERAL = "Several people are addressed."


class Turkish:
    """The register engine of Turkish."""

    def __init__(self, data: RegisterData) -> None:
        """Build the tables of these data."""
        self._lexicon = Lexicon(data)

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return the places that show a level; siz to several people is right at both."""
        line = Line(text, self._lexicon)
        polite = siz_sites(line, self._lexicon)
        also = frozenset({_SEN}) if line.is_company() else frozenset[str]()
        taken = {site.word.start for site in polite}
        shown = [Evidence(_SIZ, site.word.start, site.word.end, also) for site in polite]
        found = [site for site in SenSites(line, self._lexicon).all() if site.word.start not in taken]
        alone = not polite or any(site.clear for site in found)
        for site in found:
            if site.clear or (alone and not site.likely):
                shown.append(Evidence(_SEN, site.word.start, site.word.end))
        return tuple(sorted(shown, key=lambda found: found.start))

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes that bring every sure place to the level, and the places that are not sure."""
        line = Line(text, self._lexicon)
        polite = siz_sites(line, self._lexicon)
        if wish.level == _SEN:
            if line.is_company():
                return Plan(doubts=tuple(Doubt(site.word.start, site.word.end, _SEVERAL) for site in polite))
            return Plan(changes=tuple(self._change(site) for site in polite))
        return self._to_siz(line, polite, wish)

    def _to_siz(self, line: Line, polite: tuple[Site, ...], wish: Wish) -> Plan:
        taken = {site.word.index for site in polite}
        found = [site for site in SenSites(line, self._lexicon).all() if site.word.index not in taken]
        clear = any(site.clear for site in found)
        spoken = wish.addressed is True or clear or (not taken and any(not site.likely for site in found))
        sure, unsure = list[Site](), list[Site]()
        for site in found:
            mixed = any(index in taken for index in line.sentence(site.word.index))
            trusted = site.clear or (wish.addressed is not False and spoken and not mixed)
            (sure if trusted else unsure).append(site)
        return Plan(
            changes=tuple(self._change(site) for site in sure),
            doubts=tuple(Doubt(site.word.start, site.word.end, _UNSURE) for site in unsure),
        )

    @staticmethod
    def _change(site: Site) -> Change:
        return Change(f"{_LANGUAGE}.register.{site.rule}", site.word.start, site.word.end, site.after)


def build(data: RegisterData) -> Turkish:
    """Build the engine from the language's data."""
    return Turkish(data)
