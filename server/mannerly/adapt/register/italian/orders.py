"""Finds the imperatives of an Italian text, to a friend and to a customer; changes nothing."""

from __future__ import annotations

from functools import cached_property

from mannerly.adapt.register.italian.groups import Group, Scene
from mannerly.adapt.register.italian.places import LEI, TU, Place, Strength
from mannerly.adapt.register.italian.subjects import Subjects
from mannerly.adapt.register.text import Kind

_PRESENT, _WISH = "present", "subjunctive"


class Orders:
    """The imperatives of one scene by the index of their verb."""

    def __init__(self, scene: Scene, subjects: Subjects) -> None:
        """Look at this scene and its subjects."""
        self._scene = scene
        self._grammar = scene.grammar
        self._subjects = subjects

    def possible(self, index: int) -> bool:
        """Tell whether an imperative can stand at a token: nothing but small words before it in its clause."""
        return self._opens(index, frozenset())

    def banned(self, index: int) -> bool:
        """Tell whether a pronoun stands between "non" and an infinitive: "non ti preoccupare"."""
        return self._scene.low(index - 1) in self._grammar.lists["negation"] and self._is_infinitive(index + 1)

    def own(self, group: Group) -> bool:
        """Tell whether tu can be the subject of a verb with "ti": ambiguous forms only where the verb is reflexive."""
        lists = self._grammar.lists
        if group.reading("2s", "past_subjunctive") is not None:
            return group.lemma in lists["reflexive"]
        if group.reading("3s", _WISH) is not None and self.wished(group):
            return group.lemma in lists["reflexive"] - lists["address_verbs"]
        return "2s" in group.persons

    def wished(self, group: Group) -> bool:
        """Tell whether a congiuntivo is due: "spero che tu trovi"."""
        scene, grammar = self._scene, self._grammar
        left = self._subjects.left(group)
        place = left.opened_at
        if grammar.has(scene.at(group.start - 1), "tu"):
            place = group.start - 2
        while place > 0 and (grammar.has(scene.at(place), "tu") or grammar.adverb(scene.tokens[place])):
            place -= 1
        if grammar.has(scene.at(place), "congiuntivo_after"):
            return True
        if grammar.has(scene.at(place), "che"):
            place -= 1
        elif not grammar.has(scene.at(group.start - 1), "tu"):
            return False
        governor = scene.by_token.get(place)
        if governor is not None:
            return any(one.lemma in grammar.lists["congiuntivo_verbs"] for one in governor.readings)
        return grammar.has(scene.at(place), "congiuntivo_before")

    @cached_property
    def informal(self) -> dict[int, Place]:
        """Orders to a friend: "invia", "dimmi", "non preoccuparti"."""
        found: dict[int, Place] = {}
        for index, token in enumerate(self._scene.tokens):
            if token.kind is Kind.WORD and not token.quoted:
                place = self._attached(index, found) or self._ban(index, found) or self._bare(index, found)
                if place is not None:
                    found[index] = place
        return found

    @cached_property
    def formal(self) -> dict[int, Place]:
        """Orders to a customer: "invii", "mi dica", "non si preoccupi"."""
        found: dict[int, Place] = {}
        for group in self._scene.groups:
            strength = self._formal(group, found)
            if strength is not None:
                start = group.start
                if self._scene.low(start - 1) in self._grammar.lists["negation"]:
                    start -= 1
                found[group.verb] = Place(
                    level=LEI, kind="command", strength=strength, first=start, last=group.verb, group=group
                )
        return found

    def _opens(self, index: int, orders: frozenset[int]) -> bool:
        scene, grammar = self._scene, self._grammar
        while not scene.open_left(index):
            index -= 1
            token = scene.tokens[index]
            if grammar.has(token, "joining"):
                return token.opens or self._after_order(index, orders)
            small = grammar.has(token, "before_imperative", "negation") or grammar.adverb(token)
            if not small and not self._politely(index):
                return self._after_purpose(index)
        return True

    def _after_purpose(self, index: int) -> bool:
        """Tell whether nothing but "per" with an infinitive stands before: "Per pagare clicca qui"."""
        start = self._scene.sentence(index).start
        if not self._grammar.has(self._scene.tokens[start], "purpose") or not self._is_infinitive(start + 1):
            return False
        marks = any(self._scene.tokens[place].boundary for place in range(start, index))
        return not marks and not any(start < group.verb <= index for group in self._scene.groups)

    def _politely(self, index: int) -> bool:
        """Tell whether a token is the first of "per favore"."""
        return self._grammar.has(self._scene.tokens[index], "prepositions") and self._grammar.has(
            self._scene.at(index + 1), "before_imperative"
        )

    def _after_order(self, index: int, orders: frozenset[int]) -> bool:
        """Tell whether the last verb before a conjunction is an order."""
        before = self._scene.before(index)
        verbs = [place for place in orders if place < index]
        if not verbs or before is None:
            return bool(verbs)
        return all(self._subordinate(group) for group in self._scene.groups if max(verbs) < group.verb <= before.verb)

    def _subordinate(self, group: Group) -> bool:
        opener = self._scene.at(self._subjects.left(group).opened_at)
        return self._grammar.has(opener, "subordinators")

    def _attached(self, index: int, found: dict[int, Place]) -> Place | None:
        scene, verbs = self._scene, self._grammar.verbs
        host = verbs.host(scene.low(index))
        group = scene.by_token.get(index)
        if host is None or host.kind != "imperative" or (group is not None and group.verb == index):
            return None
        if scene.low(index - 1) in self._grammar.lists["negation"]:
            return None
        doubtful = bool(verbs.nonfinite(scene.low(index))) or bool(verbs.finite(scene.low(index)))
        if scene.tokens[index].capital and not scene.open_left(index):
            return None
        opens = self._opens(index, frozenset(found))
        participle = any(one.slot == "participle" for one in verbs.nonfinite(scene.low(index)))
        if participle and not self._reflexively(index, host.lemma, found):
            return None
        if not opens and (doubtful or self._noun_before(index) or host.chain not in self._grammar.lists["sure_chains"]):
            return None
        return self._place("command", Strength.SHOWS, index, index)

    def _reflexively(self, index: int, lemma: str, found: dict[int, Place]) -> bool:
        """Tell whether a word like "registrati" is an order and no participle."""
        if lemma not in self._grammar.lists["reflexive"]:
            return False
        sentence = self._scene.sentence(index)
        told = any(place in sentence for place in found)
        told = told or any(group.persons == {"2s"} for group in self._scene.groups if group.verb in sentence)
        settled = self._grammar.has(self._scene.at(index + 1), "after_reflexive")
        return self._scene.tokens[index].opens or told or (settled and self._opens(index, frozenset(found)))

    def _noun_before(self, index: int) -> bool:
        before = self._scene.at(index - 1)
        return self._grammar.has(before, "articles", "determiners", "articulated", "prepositions", "before_noun")

    def _ban(self, index: int, found: dict[int, Place]) -> Place | None:
        scene, grammar = self._scene, self._grammar
        if scene.low(index) not in grammar.lists["negation"]:
            return None
        verb = scene.skip(index + 1)
        if grammar.has(scene.at(verb), "clitics") and self._is_infinitive(verb + 1):
            verb += 1
        if not self._is_infinitive(verb) or not self._opens(index, frozenset(found)):
            return None
        own = scene.low(verb - 1) in grammar.lists["ti"]
        host = grammar.verbs.host(scene.low(verb))
        own = own or (host is not None and bool(grammar.lists["of_tu"] & set(grammar.verbs.pronouns(host.chain))))
        return self._place("ban", Strength.SHOWS if own else Strength.SUGGESTS, index, verb)

    def _is_infinitive(self, index: int) -> bool:
        token = self._scene.at(index)
        if token is None or token.kind is not Kind.WORD or token.opens:
            return False
        host = self._grammar.verbs.host(token.lower)
        if host is not None:
            return host.kind == "infinitive"
        return any(found.slot == "infinitive" for found in self._grammar.verbs.nonfinite(token.lower))

    def _bare(self, index: int, found: dict[int, Place]) -> Place | None:
        scene, grammar = self._scene, self._grammar
        token = scene.tokens[index]
        group = scene.by_token.get(index)
        if group is None:
            sure = token.elided and token.lower in grammar.maps["other_imperative"]
            alone = not grammar.verbs.finite(token.lower) and bool(grammar.verbs.imperatives(token.lower))
            if (sure or alone) and self._opens(index, frozenset(found)) and not self._noun_before(index):
                return self._place("command", Strength.SHOWS if alone else Strength.SUGGESTS, index, index)
            return None
        never = grammar.lists["no_imperative"] | grammar.lists["thing_verbs"]
        lemmas = [lemma for lemma in grammar.verbs.imperatives(token.lower) if lemma not in never]
        negated = scene.low(index - 1) in grammar.lists["negation"]
        if negated or group.verb != index or group.clitics or not lemmas or not self._opens(index, frozenset(found)):
            return None
        if scene.asks(index) and not self._aside(index) and not grammar.has(token, "calls"):
            return None
        if "3s" not in group.persons:
            return self._place("command", Strength.SHOWS, index, index) if not self._told(group) else None
        return None if self._third(group) else self._place("command", Strength.SUGGESTS, index, index)

    def _third(self, group: Group) -> bool:
        """Tell whether somebody else does it: named before the verb, or the subject of the verb before."""
        if self._subjects.left(group).subject:
            return True
        before = self._scene.before(group.start)
        if before is None or "3s" not in before.persons:
            return False
        marks = (self._scene.tokens[place] for place in range(before.end, group.start))
        if any(mark.boundary and mark.text not in self._grammar.lists["weak_marks"] for mark in marks):
            return False
        left = self._subjects.left(before)
        main = not left.opener or not self._grammar.has(self._scene.at(left.opened_at), "subordinators")
        return main and left.subject == "third"

    def _aside(self, index: int) -> bool:
        """Tell whether a comma follows, or an object: "Scusa, hai tempo?"."""
        after = self._scene.at(index + 1)
        return after is not None and after.boundary and after.text != "?"

    def _told(self, group: Group) -> bool:
        """Tell whether a form like an order tells what the reader does: "stai parlando", "vai sempre"."""
        return bool(group.chain) and any(one.lemma in self._grammar.lists["stay"] for one in group.readings)

    def _formal(self, group: Group, found: dict[int, Place]) -> Strength | None:
        scene, grammar = self._scene, self._grammar
        reading = group.reading("3s", _WISH)
        if reading is None or grammar.verbs.imperatives(scene.low(group.verb)):
            return None
        if reading.lemma in grammar.lists["never_order"] | grammar.lists["thing_verbs"]:
            return None
        start = group.start
        if not self._opens(start, frozenset(found)) or (scene.asks(start) and not self._aside(group.verb)):
            return None
        if scene.low(group.verb) in grammar.lists["formal_imperatives"]:
            return Strength.SHOWS
        if group.reading("2s", _PRESENT) is None:
            return Strength.SHOWS
        if any(grammar.has(scene.tokens[place], "si_forms") for place in group.clitics):
            return Strength.SHOWS
        return None if reading.lemma in grammar.lists["no_imperative"] else Strength.SUGGESTS

    def _place(self, kind: str, strength: Strength, first: int, last: int) -> Place:
        group = self._scene.by_token.get(last)
        return Place(level=TU, kind=kind, strength=strength, first=first, last=last, group=group)
