"""Finds what addresses the reader as siz, with its form for sen; knows nothing of the other way round."""

from __future__ import annotations

from mannerly.adapt.register.turkish.commands import Commands
from mannerly.adapt.register.turkish.line import Lexicon, Line, Site

_POSSESSIVE, _VERB, _PARTICIPLE = "possessive", "verb", "participle"


def siz_sites(line: Line, lexicon: Lexicon) -> tuple[Site, ...]:
    """Return every place of siz in a text."""
    commands = Commands(line, lexicon)
    found = (_site(place, line, lexicon, commands) for place in line.places())
    return tuple(site for site in found if site is not None)


def _site(place: int, line: Line, lexicon: Lexicon, commands: Commands) -> Site | None:
    word, key = line.words[place], line.keys[place]
    pronoun = lexicon.maps["pronouns"].get(key)
    if pronoun is not None and not line.is_suffix(place):
        return Site(word, "pronoun", lexicon.letters.like(word.text, pronoun))
    if lexicon.has("company", key):
        return None
    stem = commands.polite(place)
    if stem:
        return Site(word, "command", lexicon.letters.like(word.text, stem))
    parts = lexicon.parts("siz", key)
    if parts is None or lexicon.starts("no_siz", key):
        return None
    cut = len(parts["core"])
    return Site(word, _rule(parts["core"], lexicon), word.text[:cut] + word.text[cut + len(parts["cut"]) :])


def _rule(core: str, lexicon: Lexicon) -> str:
    if lexicon.nouns.owned(core) is not None:
        return _POSSESSIVE
    if lexicon.parts("participle", core) is not None:
        return _PARTICIPLE
    return _VERB if lexicon.ends("verbal", core) else _POSSESSIVE
