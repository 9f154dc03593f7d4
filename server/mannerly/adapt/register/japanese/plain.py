"""From polite Japanese to the plain style: predicates, requests, questions, set phrases; knows no word of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mannerly.adapt.register.japanese.clauses import FINALS
from mannerly.adapt.register.japanese.common import Edit, Edits, Grammar, Phrases, Weight, before, held, kept
from mannerly.adapt.register.japanese.reading import Line, Morpheme


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands for the morphemes from `first` to before `stop`."""

    first: int
    stop: int
    after: str
    rule: str


class ToPlain:
    """Finds what is polite and says it plainly."""

    def __init__(self, grammar: Grammar) -> None:
        """Use these tables."""
        self._grammar = grammar
        self._say = grammar.say
        self._phrases = Phrases(grammar.maps["plain_phrases"], "plain-phrase", Weight.WEAK)

    def edits(self, line: Line) -> Edits:
        """Return the edits that make a line plain."""
        found = self._phrases.edits(line)
        for index, morpheme in enumerate(line.morphemes):
            said = self._said(line, index, morpheme)
            if said is not None and not held(line, line.at(said.first).start, line.at(said.stop - 1).end):
                found.append(self._edit(line, said))
        return Edits(kept(line.raw, found))

    def _said(self, line: Line, index: int, morpheme: Morpheme) -> _Said | None:
        if morpheme.kind == "masu":
            return self._verb(line, index)
        if morpheme.kind == "desu" and morpheme.surface not in self._grammar.words["tags"]:
            return self._copula(line, index)
        if morpheme.form == "imperative" and morpheme.lemma in self._grammar.words["giving"]:
            return self._request(line, index)
        return None

    def _edit(self, line: Line, said: _Said) -> Edit:
        """Take in the particles that the style changes: a question needs no か, and ますね stays ね."""
        stop, after = said.stop, said.after
        tail_end = stop
        while line.at(tail_end).pos == "particle" and line.at(tail_end).sub == "final":
            tail_end += 1
        tail = "".join(line.at(index).surface for index in range(stop, tail_end))
        plain = self._grammar.maps["plain_tails"].get(tail)
        ends = FINALS if plain is None else FINALS | {"comma"}
        following = line.at(tail_end)
        is_end = following.pos in {"edge", "space"} or following.sub in ends
        if plain is not None and is_end and not after.endswith(self._keeping):
            after, stop = after + plain, tail_end
            if tail in self._grammar.words["asking"] and following.surface == self._say["stop"]:
                return Edit(said.rule, line.at(said.first).start, following.end, after + self._say["question"])
        weight = Weight.STRONG if is_end and following.sub != "comma" else Weight.WEAK
        return Edit(said.rule, line.at(said.first).start, line.at(stop - 1).end, after, weight)

    @property
    def _keeping(self) -> tuple[str, ...]:
        return tuple(self._grammar.words["keep_asking"])

    def _verb(self, line: Line, index: int) -> _Said | None:
        if not before(line, index).verbal:
            return None
        slot, length, ending = self._slot(line, index, line.at(index + 1))
        if not slot:
            return None
        first, form = self._framed(line, index - 1, slot)
        return None if form is None else _Said(first, index + length, form + ending, "plain-verb")

    def _framed(self, line: Line, at: int, slot: str) -> tuple[int, str | None]:
        """Return a form of the verb, freed from the humble and the favour-asking frame around it, and its place."""
        words, verb, noun = self._grammar.words, line.at(at), before(line, at)
        if noun.surface in words["te"] and verb.lemma in words["states"] and line.at(at - 2).lemma in words["do"]:
            first, te = self._framed(line, at - 2, "te")
            if te is not None and first < at - 2:
                return first, te + (self._plain_form(verb, slot) or "")
        if before(line, at - 1).pos != "prefix" or noun.held:
            return at, self._plain_form(verb, slot)
        base = self._plain_noun(noun)
        if verb.lemma in words["do"]:
            form = (
                self._grammar.form(base, slot) if base.verbal else noun.surface + (self._plain_form(verb, slot) or "")
            )
            return at - 2, form
        if verb.lemma in self._grammar.maps["plain_verbs"]:
            te = self._grammar.form(base, "te") if base.verbal else noun.surface + self._say["shite"]
            return at - 2, None if te is None else te + (self._plain_form(verb, slot) or "")
        return at, self._plain_form(verb, slot)

    def _plain_noun(self, noun: Morpheme) -> Morpheme:
        """Return the verb that a noun of a deed comes from, itself where it comes from none."""
        own = self._grammar.maps["verb_of_noun"].get(noun.surface, "")
        lemma, _, kind = own.partition("/")
        return replace(noun, lemma=lemma, kind=kind) if own else noun

    def _slot(self, line: Line, index: int, following: Morpheme) -> tuple[str, int, str]:
        """Return the verb form, how many morphemes it takes from the polite ending on, and what follows it."""
        polite = line.at(index)
        if polite.form == "volitional":
            return "volitional", 1, ""
        if following.kind == "nu":
            past = line.at(index + 2).kind == "desu" and line.at(index + 3).kind == "ta"
            return ("negative", 4, self._say["nakatta"]) if past else ("negative", 2, self._say["nai"])
        if following.kind == "ta":
            return "ta", 2, following.surface[1:]
        if following.surface in self._grammar.words["te"] and polite.form == "continuative":
            return "te", 2, ""
        return ("plain", 1, "") if polite.closes else ("", 1, "")

    def _plain_form(self, verb: Morpheme, slot: str) -> str | None:
        own = self._grammar.maps["plain_verbs"].get(verb.lemma)
        if own is None:
            return self._grammar.form(verb, slot)
        lemma, _, kind = own.partition("/")
        return self._grammar.form_of(lemma, kind, slot)

    def _copula(self, line: Line, index: int) -> _Said | None:
        copula, previous, following = line.at(index), before(line, index), line.at(index + 1)
        if previous.kind == "nu":
            return None
        if copula.form == "volitional":
            return _Said(index, index + 1, self._say["darou"], "plain-copula")
        is_free = previous.adjectival or previous.kind in {"ta", "negative"}
        if copula.form == "continuative" and following.kind == "ta":
            return _Said(index, index + 2, self._say["datta"] + following.surface[1:], "plain-copula")
        if not copula.closes:
            return None
        if is_free and previous.closes:
            return _Said(index, index + 1, self._shared(line, index), "plain-adjective")
        if following.surface in self._grammar.words["so"]:
            return _Said(index, index + 1, self._say["na"], "plain-copula")
        if following.surface == self._say["ka"]:
            return self._asking(line, index, previous)
        return _Said(index, index + 1, self._say["da"], "plain-copula")

    def _shared(self, line: Line, index: int) -> str:
        """A feeling about the talk itself, told at the end of a sentence, is told to somebody."""
        felt = before(line, index - 1)
        ends = line.at(index + 1).sub == "period"
        is_told = line.at(index - 1).kind == "ta" and felt.lemma in self._grammar.words["felt"] and ends
        return self._say["yo"] if is_told else ""

    def _asking(self, line: Line, index: int, previous: Morpheme) -> _Said:
        """A noun asks by itself; the explanatory noun asks in its full form."""
        ends = line.at(index + 2).pos in {"edge", "space"} or line.at(index + 2).sub in FINALS
        if previous.sub == "nominal" and previous.pos == "particle" and ends:
            return _Said(index - 1, index + 1, self._say["explain"], "plain-question")
        return _Said(index, index + 1, "", "plain-question")

    def _request(self, line: Line, index: int) -> _Said | None:
        stop = index + 2 if line.at(index + 1).kind == "masu" else index + 1
        asked = before(line, index)
        if asked.surface in self._grammar.words["te"]:
            return _Said(index, stop, "", "plain-request")
        own = self._grammar.maps["plain_requests"].get(asked.surface)
        prefix = before(line, index - 1)
        first = index - 2 if prefix.pos == "prefix" else index - 1
        if own is not None:
            return _Said(first, stop, own, "plain-request")
        base = self._plain_noun(asked)
        if base.verbal and prefix.pos == "prefix":
            te = self._grammar.form(base, "te")
            return None if te is None else _Said(first, stop, te, "plain-request")
        if asked.sub == "deed" and prefix.pos == "prefix":
            return _Said(first, stop, asked.surface + self._say["shite"], "plain-request")
        return _Said(index, stop, self._say["choudai"], "plain-request") if asked.sub == "case" else None
