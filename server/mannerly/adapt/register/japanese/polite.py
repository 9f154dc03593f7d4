"""From plain Japanese to the polite style: predicates, requests, questions, set phrases; knows no word of it."""

from __future__ import annotations

from mannerly.adapt.register.engine import Doubt
from mannerly.adapt.register.japanese.clauses import Clause, Stop, clauses
from mannerly.adapt.register.japanese.common import Edit, Edits, Grammar, Phrases, Weight, before, held, kept
from mannerly.adapt.register.japanese.predicates import Predicates
from mannerly.adapt.register.japanese.reading import Line

_PROHIBITED = "It may forbid or exclaim."


class ToPolite:
    """Finds what is plain and says it politely."""

    def __init__(self, grammar: Grammar) -> None:
        """Use these tables."""
        self._grammar = grammar
        self._say = grammar.say
        self._predicates = Predicates(grammar)
        self._phrases = Phrases(grammar.maps["polite_phrases"], "polite-phrase")
        self._fragments = Phrases(grammar.maps["polite_fragments"], "polite-phrase", Weight.WEAK)
        self._company = Phrases(grammar.maps["polite_words"], "polite-word", Weight.NONE)

    def edits(self, line: Line) -> Edits:
        """Return the edits that make a line polite."""
        found = self._phrases.edits(line) + self._fragments.edits(line)
        doubts = list[Doubt]()
        for clause in clauses(line, self._grammar):
            if not line.at(clause.stop - 1).held:
                found += [edit for edit in self._clause(line, clause) if not held(line, edit.start, edit.end)]
                doubts += self._doubts(line, clause)
        found += self._contractions(line)
        return Edits(kept(line.raw, (*found, *self._company.edits(line))), tuple(doubts))

    def _contractions(self, line: Line) -> list[Edit]:
        """Spoken contractions before the explanatory noun or another contraction are written out."""
        short = self._grammar.maps["contractions"]
        found = list[Edit]()
        for index, verb in enumerate(line.morphemes):
            if verb.pos != "auxiliary" or verb.lemma not in short or verb.held:
                continue
            following = line.at(index + 1)
            past = following.kind == "ta"
            noun = line.at(index + 2) if past else following
            full, end = None, verb.end
            if noun.sub == "nominal" and noun.pos == "particle" and (past or verb.closes):
                full, end = self._grammar.form(verb, "ta" if past else "plain"), line.at(index + past).end
            elif following.pos == "auxiliary" and following.lemma in short:
                full = (self._grammar.form(verb, "te") or verb.surface)[: -len(following.surface[:1])]
            if full:
                found.append(Edit("polite-word", verb.start, end, full, Weight.NONE))
        return found

    def _clause(self, line: Line, clause: Clause) -> list[Edit]:
        request = self._request(line, clause)
        if request is not None:
            return [request]
        tail = clause.tail(line)
        muses = tail in self._grammar.words["musing_tails"] and line.at(clause.last).form != "volitional"
        if muses and clause.kind is not Stop.QUESTION:
            return []
        plan = self._asking_tail(line, clause, tail) or self._grammar.maps["polite_tails"].get(tail)
        if plan is None:
            return []
        explanatory, _, after = plan.rpartition("/")
        core = self._predicates.kept(line, clause) if explanatory else self._predicates.polite(line, clause)
        if core is None:
            return []
        after = self._question(clause, tail, core.after + after)
        start, end = line.at(core.first).start, line.at(clause.stop - 1).end
        rule = "polite-ending" if explanatory else core.rule
        return [Edit(rule, start, end, after, self._weight(line, clause)), *self._connective(line, clause)]

    def _asking_tail(self, line: Line, clause: Clause, tail: str) -> str | None:
        asks = clause.kind is Stop.QUESTION or (clause.kind is Stop.FINAL and self._predicates.asks_what(line, clause))
        return self._grammar.maps["polite_asking_tails"].get(tail) if asks else None

    def _question(self, clause: Clause, tail: str, said: str) -> str:
        done = (self._say["ka"], self._say["deshou"])
        is_open = (not tail or tail in self._grammar.words["asking_tails"]) and not said.endswith(done)
        return said + self._say["ka"] if clause.kind is Stop.QUESTION and is_open else said

    def _weight(self, line: Line, clause: Clause) -> Weight:
        """Only a verb or copula at a marked end shows the style beyond doubt; the rest may be fragments."""
        last, tail = line.at(clause.last), clause.tail(line)
        if clause.kind is Stop.COMMA:
            return Weight.STRONG if tail in self._grammar.words["closing_tails"] else Weight.WEAK
        if clause.kind not in {Stop.FINAL, Stop.QUESTION}:
            return Weight.WEAK
        is_fragment = not last.kind or (not tail and last.adjectival)
        is_musing = tail.endswith(self._say["ka"]) and last.form != "volitional"
        return Weight.WEAK if clause.open_end or is_fragment or is_musing else Weight.STRONG

    def _connective(self, line: Line, clause: Clause) -> list[Edit]:
        but = line.at(clause.stop)
        following = line.at(clause.stop + 1)
        if clause.kind is not Stop.BUT or following.sub in {"final", "period"} or following.pos == "edge":
            return []
        return [Edit("polite-word", but.start, but.end, self._say["but"], Weight.NONE)]

    def _request(self, line: Line, clause: Clause) -> Edit | None:
        if clause.kind is not Stop.FINAL:
            return None
        last, tail = line.at(clause.last), clause.tail(line)
        end = line.at(clause.stop - 1).end
        softener = self._say["ne"] if tail.endswith(self._say["ne"]) else ""
        if not tail or tail in self._grammar.words["request_tails"]:
            if last.lemma in self._grammar.words["te"] and last.pos == "particle" and self._can_ask(line, clause):
                return self._asking_for(line, clause, self._say["kudasai"] + softener)
            if last.form == "imperative" and last.verbal:
                return self._imperative(line, clause, softener)
        if tail in self._grammar.words["forbidding_tails"] and last.verbal and last.form == "end":
            negative = self._grammar.form(last, "negative")
            if negative is not None and (tail != self._say["na"] or clause.exclaims):
                return Edit("polite-request", last.start, end, negative + self._say["naide_kudasai"])
        return None

    def _asking_for(self, line: Line, clause: Clause, please: str) -> Edit:
        """Finish a request; a bare te-form beside polite sentences may just break off."""
        last, owner = line.at(clause.last), before(line, clause.last)
        end = line.at(clause.stop - 1).end
        is_bare = not clause.tail(line) and owner.kind != "negative"
        weight = Weight.WEAK if is_bare else Weight.STRONG
        if owner.pos == "auxiliary" and owner.lemma in self._grammar.maps["contractions"]:
            te = self._grammar.form(owner, "te") or owner.surface + last.surface
            return Edit("polite-request", owner.start, end, te + please, weight)
        return Edit("polite-request", last.end, end, please, weight)

    def _can_ask(self, line: Line, clause: Clause) -> bool:
        """A te-form at the end asks for something when its verb is an act and nothing shows a mere breaking off."""
        owner = before(line, clause.last)
        if owner.kind == "negative":
            return line.at(clause.last).surface == self._say["de"]
        if not owner.verbal or owner.lemma in self._grammar.words["no_request"]:
            return False
        return not clause.open_end or bool(clause.tail(line))

    def _imperative(self, line: Line, clause: Clause, softener: str) -> Edit | None:
        last, verb = line.at(clause.last), before(line, clause.last)
        end = line.at(clause.stop - 1).end
        if last.lemma in self._grammar.words["give_me"]:
            is_asked = verb.surface in self._grammar.words["asked_with"]
            return Edit("polite-request", last.start, end, self._say["kudasai"] + softener) if is_asked else None
        if before(line, clause.last - 1).pos == "prefix":
            return None
        if last.lemma in self._grammar.words["polite_imperatives"]:
            if last.lemma != self._say["nasaru"] or not verb.verbal:
                return None
            te = self._grammar.form(verb, "te")
            return None if te is None else Edit("polite-request", verb.start, end, te + self._say["kudasai"] + softener)
        te = self._grammar.form(last, "te")
        return None if te is None else Edit("polite-request", last.start, end, te + self._say["kudasai"] + softener)

    def _doubts(self, line: Line, clause: Clause) -> list[Doubt]:
        last = line.at(clause.last)
        if clause.tail(line) == self._say["na"] and last.verbal and last.form == "end" and not clause.exclaims:
            return [Doubt(last.start, line.at(clause.stop - 1).end, _PROHIBITED)]
        return []
