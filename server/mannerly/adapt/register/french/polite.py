"""Turns veuillez and its infinitives into imperatives; must not know the rest of the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.french.line import Line, Spot
from mannerly.adapt.register.french.verbs import FrenchVerbs
from mannerly.adapt.register.french.words import Lexicon
from mannerly.adapt.register.text import like


@dataclass(frozen=True, kw_only=True)
class _Request:
    """An infinitive with its clitics; the negation is None where there is none, "" where it follows the verb."""

    negation: str | None
    clitics: tuple[str, ...]
    adverb: str
    last: int
    infinitive: str


class PoliteRequest:
    """Reads the infinitives that hang on a veuillez."""

    def __init__(self, line: Line, lexicon: Lexicon, verbs: FrenchVerbs) -> None:
        """Read in this text."""
        self._line, self._lexicon, self._verbs = line, lexicon, verbs
        self._tu = lexicon.table("tu")

    def spots(self, index: int) -> list[Spot]:
        """Return one spot for the veuillez at a place with its infinitive, and one for each joined to it."""
        line, word = self._line, self._line.words[index]
        request = self._request(index + 1)
        after = self._ordered(request) if request else None
        if request is None or after is None or not self._are_free(index, request.last):
            return [line.spot("polite", index, None)]
        found = [line.spot("polite", index, like(word.text, after), line.words[request.last].end)]
        return found + self._joined(request.last)

    def _joined(self, last: int) -> list[Spot]:
        """Follow coordinated infinitives as far as no other verb comes between."""
        line, found, place = self._line, list[Spot](), last + 1
        while place < len(line.words) and not line.words[place].opens:
            starts = line.low(place) in self._lexicon["coordinators"]
            request = self._request(place + 1) if starts else None
            after = self._ordered(request) if request else None
            if request is not None and after is not None and self._are_free(place + 1, request.last):
                found.append(line.spot("polite", place + 1, after, line.words[request.last].end))
                place = request.last + 1
            elif self._verbs.is_infinitive(line.low(place)) or self._verbs.is_vous(line.low(place)):
                break
            else:
                place += 1
        return found

    def _request(self, index: int) -> _Request | None:
        line, lexicon, place = self._line, self._lexicon, index
        adverb, negation, clitics = "", None, list[str]()
        if line.low(place) in lexicon["request_adverbs"]:
            adverb, place = line.words[place].text, place + 1
        if line.low(place) in lexicon["negation"]:
            follows = line.low(line.after(place)) in lexicon["after_negation"]
            negation = line.low(line.after(place)) if follows else ""
            place = line.after(line.after(place)) if follows else line.after(place)
        while line.low(place) in lexicon["clitics"]:
            clitics.append(line.low(place))
            place = line.after(place)
        if not self._verbs.is_infinitive(line.low(place)) or set(clitics) - set(lexicon.table("enclitics")):
            return None
        return _Request(
            negation=negation, clitics=tuple(clitics), adverb=adverb, last=place, infinitive=line.low(place)
        )

    def _ordered(self, request: _Request) -> str | None:
        """Write a request as an imperative to one person."""
        verb, adverb = self._verbs.order(request.infinitive), f" {request.adverb}" if request.adverb else ""
        if verb is None or request.infinitive in self._lexicon["letter_formulas"]:
            return None
        if request.infinitive in self._lexicon["future_after_polite"] and not request.clitics:
            return f"{self._tu['subject']} {self._verbs.future(request.infinitive)}{adverb}"
        if request.negation is not None:
            before = (
                self._lexicon.text("negation_word"),
                *(self._tu["object"] if c == self._lexicon.table("vous")["object"] else c for c in request.clitics),
            )
            return f"{self._elided((*before, verb))} {request.negation}".rstrip() + adverb
        return self._with_enclitics(verb, request.clitics) + adverb

    def _with_enclitics(self, verb: str, clitics: tuple[str, ...]) -> str:
        """Put clitics behind the imperative: le before nous, en and y last."""
        table, lexicon = self._lexicon.table("enclitics"), self._lexicon
        ordered = sorted(
            (table[c] for c in clitics), key=lambda c: (c in lexicon["adds_s"], c not in lexicon["things"])
        )
        if ordered and ordered[0] in lexicon["adds_s"] and lexicon.ends(verb, "takes_s"):
            verb += lexicon.text("letter_s")
        text = verb
        for place, clitic in enumerate(ordered):
            follower = ordered[place + 1] if place + 1 < len(ordered) else ""
            short = lexicon.table("short_enclitics").get(clitic) if follower in lexicon["adds_s"] else None
            text += (
                f"-{short}{self._line.apostrophe}"
                if short
                else (clitic if text.endswith(self._line.apostrophe) else f"-{clitic}")
            )
        return text

    def _elided(self, words: tuple[str, ...]) -> str:
        text, table = "", self._lexicon.table("elided")
        for word, follower in zip(words, (*words[1:], ""), strict=True):
            short = table.get(word) if follower and self._lexicon.is_vocalic(follower) else None
            text += f"{short}{self._line.apostrophe}" if short else f"{word} "
        return text.rstrip()

    def _are_free(self, first: int, last: int) -> bool:
        return all(not word.quoted for word in self._line.words[first : last + 1])
