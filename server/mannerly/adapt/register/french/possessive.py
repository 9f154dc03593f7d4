"""Turns votre, vos and le vôtre into ton, ta, tes and le tien; must not know verbs."""

from __future__ import annotations

from mannerly.adapt.register.french.line import Line, Spot
from mannerly.adapt.register.french.words import Lexicon
from mannerly.adapt.register.text import like

_MOST_WORDS = 3  # of a noun phrase


def possessive_spots(line: Line, lexicon: Lexicon, index: int) -> list[Spot]:
    """Return the spot of a votre or vos, and one for a second noun that shares a votre but needs its own word."""
    tu = lexicon.table("tu")
    if line.low(index) == lexicon.table("vous")["plural"]:
        return [line.spot("possessive", index, like(line.words[index].text, tu["plural"]))]
    after, second = tu[_form(line, lexicon, index + 1)], index + 3
    found = [line.spot("possessive", index, like(line.words[index].text, after))]
    other = tu[_form(line, lexicon, second)]
    joined = line.low(index + 2) in lexicon["joins_nouns"] and line.is_free(second) and other != after
    if joined and lexicon.is_listed(line.low(index + 1)) and lexicon.is_listed(line.low(second)):
        start = line.words[second].start
        found.append(Spot(rule="possessive", start=start, end=start, after=f"{other} "))
    return found


def own_spot(line: Line, lexicon: Lexicon, index: int) -> Spot:
    """Return the spot of a vôtre, with the gender that the article shows."""
    table, low = lexicon.table("own_to_tu"), line.low(index)
    after = table.get(f"{line.low(line.before(index))} {low}", table[low])
    return line.spot("own", index, like(line.words[index].text, after))


def _form(line: Line, lexicon: Lexicon, index: int) -> str:
    """Name the possessive that the words from a place on ask for."""
    phrase = _phrase(line, lexicon, index)
    is_feminine = bool(phrase) and not lexicon.is_vocalic(phrase[0]) and lexicon.is_feminine(phrase)
    return "feminine" if is_feminine else "masculine"


def _phrase(line: Line, lexicon: Lexicon, index: int) -> tuple[str, ...]:
    """Return the words after a possessive, a hyphened one whole where the lists know it."""
    found, place = list[str](), index
    while line.low(place) and len(found) < _MOST_WORDS:
        whole, end = line.low(place), place
        while (joined := line.joined_after(end)) is not None:
            whole, end = f"{whole}-{line.low(joined)}", joined
        found.append(whole if lexicon.is_listed(whole) else line.low(place))
        place = end + 1
    return tuple(found)
