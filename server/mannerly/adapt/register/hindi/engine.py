"""Brings Hindi text to a form of address, with pronouns and whole agreement; knows no sentence and no customer."""

from __future__ import annotations

from mannerly.adapt.register.engine import Doubt, Evidence, Plan, Wish
from mannerly.adapt.register.hindi.reading import Lexicon, Reading
from mannerly.adapt.register.hindi.sites import Site, sites
from mannerly.adapt.register.hindi.verbs import HindiVerbs, Spelling
from mannerly.adapt.register.text import Change, Text
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData

_LANGUAGE = "hi"
_UNSURE = "The verb may speak of others than the reader."


class Hindi:
    """The register engine of Hindi."""

    def __init__(self, data: RegisterData) -> None:
        """Build the tables of these data."""
        spelling = Spelling(str.maketrans(data.maps["fold"]))
        self._data = data
        self._lexicon = Lexicon(data, spelling)
        self._verbs = HindiVerbs(data, spelling)
        self._dots = compiled(data.patterns["dotted"])
        self._moon = str(data.policy["chandrabindu"])

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return the places that are right for one level only."""
        return tuple(
            Evidence(next(iter(site.levels)), site.start, site.end)
            for site in self._sites(text)
            if len(site.levels) == 1
        )

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes that bring every sure place to the level, and the places that are not sure."""
        wrong = [site for site in self._sites(text) if _differs(site, text, wish)]
        known = [site for site in wrong if site.sure or wish.addressed is not False]
        return Plan(
            changes=tuple(
                Change(f"{_LANGUAGE}.register.{site.rule}", site.start, site.end, site.forms[wish.level])
                for site in known
            ),
            doubts=tuple(Doubt(site.start, site.end, _UNSURE) for site in wrong if site not in known),
        )

    def _sites(self, text: Text) -> tuple[Site, ...]:
        dotted = self._moon not in text.raw and self._dots.search(text.raw) is not None
        return sites(Reading(text, self._lexicon), self._verbs, self._data, dotted=dotted)


def _differs(site: Site, text: Text, wish: Wish) -> bool:
    if wish.level in site.levels or site.levels <= wish.accepts:
        return False
    now = text.raw[site.start : site.end]
    return site.forms.get(wish.level, now) != now


def build(data: RegisterData) -> Hindi:
    """Build the engine from the language's data."""
    return Hindi(data)
