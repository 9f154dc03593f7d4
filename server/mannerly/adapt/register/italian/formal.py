"""Turns the places of an Italian text that say tu into Lei; finds none of them itself."""

from __future__ import annotations

from mannerly.adapt.register.italian.edits import Edits
from mannerly.adapt.register.italian.groups import Group, Scene
from mannerly.adapt.register.italian.left import Left
from mannerly.adapt.register.italian.orders import Orders
from mannerly.adapt.register.italian.places import Place
from mannerly.adapt.register.italian.subjects import Subjects

_TENSES = ("present", "imperfect", "future", "conditional", "unknown", "past_subjunctive", "remote")


class ToFormal:
    """One rewriting."""

    def __init__(self, scene: Scene, subjects: Subjects, orders: Orders, edits: Edits, capitals: str) -> None:
        """Write into these edits; `capitals` says which words of address have one: none, pronouns, all."""
        self._scene = scene
        self._grammar = scene.grammar
        self._subjects = subjects
        self._orders = orders
        self._edits = edits
        self._capitals = capitals

    def turn(self, place: Place) -> None:
        """Write one place anew."""
        turns = {
            "possessive": self._possessive, "subject": self._subject, "oblique": self._oblique, "clitic": self._clitic,
            "pair": self._pair, "finite": self._finite, "command": self._order, "ban": self._ban,
            "attached": self._attached,
        }  # fmt: skip
        turns[place.kind](place)

    def _word(self, name: str) -> str:
        (word,) = self._grammar.lists[name]
        return word

    def _pronoun(self, word: str) -> str:
        return word if self._capitals == "none" else word[:1].upper() + word[1:]

    def _possessive(self, place: Place) -> None:
        token = self._scene.tokens[place.first]
        word = self._grammar.maps["possessive"][token.lower]
        raised = self._capitals == "all" or (token.capital and not token.opens)
        self._edits.put("possessive", place.first, place.first, word[:1].upper() + word[1:] if raised else word)

    def _subject(self, place: Place) -> None:
        self._edits.put("pronoun", place.first, place.first, self._pronoun(self._word("lei")))

    def _oblique(self, place: Place) -> None:
        self._edits.put("pronoun", place.first, place.first, self._self(place) or self._pronoun(self._word("lei")))

    def _self(self, place: Place) -> str | None:
        """Return the reflexive where the reader does it to himself: "porta con te"."""
        before = self._scene.before(place.first)
        if not self._grammar.has(self._scene.at(place.first - 1), "before_self"):
            return None
        ordered = [index for index in self._orders.informal if index < place.first]
        near = max([*ordered, before.verb if before else -1])
        if near < 0 or any(self._scene.tokens[index].boundary for index in range(near, place.first)):
            return None
        own = near in self._orders.informal or (before is not None and before.persons == {"2s"})
        return self._word("se_self") if own and not self._grammar.has(self._scene.at(near), "six") else None

    def _clitic(self, place: Place) -> None:
        group = place.group
        if group is None:
            return
        if self._own(group):
            self._edits.put("reflexive", place.first, place.first, self._word("si"))
        elif self._accusative(group.lemma, group.end, group):
            self._accusative_clitic(place.first, group)
        else:
            self._replace(place.first, self._pronoun(self._word("le")))

    def _own(self, group: Group) -> bool:
        """Tell whether the reader is the subject of a verb: ambiguous forms only where the verb is reflexive."""
        return self._orders.own(group)

    def _replace(self, index: int, word: str) -> None:
        if self._scene.tokens[index].elided:
            self._edits.join("object", index, index, word + " ")
        else:
            self._edits.put("object", index, index, word)

    def _accusative_clitic(self, index: int, group: Group) -> None:
        have = any(one.lemma in self._grammar.lists["have"] for one in group.readings)
        if not have or group.verb != index + 1:
            self._replace(index, self._pronoun(self._word("la")))
            return
        self._edits.join("object", index, index, self._pronoun(self._word("la_elided")) + "'")
        if group.chain and self._agreeing(group.chain[-1]):
            word = self._scene.tokens[group.chain[-1]].text
            self._edits.put("agreement", group.chain[-1], group.chain[-1], word[:-1] + self._word("la")[-1])

    def _agreeing(self, index: int) -> bool:
        found = self._grammar.verbs.nonfinite(self._scene.low(index))
        return any(one.slot == "participle" for one in found)

    def _accusative(self, lemma: str, end: int, group: Group | None) -> bool:
        """Tell whether the reader is the direct object of a verb."""
        lists = self._grammar.lists
        if lemma not in lists["either"]:
            return lemma in lists["accusative"]
        asked = group is not None and self._grammar.has(
            self._scene.at(self._subjects.left(group).opened_at), "wh_object"
        )
        return not asked and not self._scene.object_after(end, partitive=False)

    def _pair(self, place: Place) -> None:
        group, second = place.group or self._scene.by_token.get(place.last), self._scene.tokens[place.last]
        if group is not None and "2s" in group.persons:
            self._edits.put("reflexive", place.first, place.first, self._word("se"))
            return
        word = self._grammar.maps["dative_pair"].get(second.lower)
        if word is not None:
            self._edits.put("object", place.first, place.last, word + ("'" if second.elided else ""))

    def _finite(self, place: Place) -> None:
        group = place.group
        reading = next((found for tense in _TENSES if group and (found := group.reading("2s", tense))), None)
        if group is None or reading is None or self._of_first_person(group, reading.slot):
            return
        form = self._grammar.verbs.turned(self._scene.low(group.verb), reading, "3s")
        if form is not None:
            self._name(group)
            self._edits.put("verb", group.verb, group.verb, form)

    def _of_first_person(self, group: Group, slot: str) -> bool:
        """Tell whether a form of both persons is the writer's: "se potessi, Le scriverei"."""
        if not slot.startswith("past_subjunctive"):
            return False
        if any(self._grammar.has(self._scene.tokens[index], "ti") for index in group.clitics) and not self._own(group):
            return True
        others = [one for one in self._scene.groups if one.verb in self._scene.sentence(group.verb)]
        return any(one.reading("1s", "conditional") for one in others)

    def _name(self, group: Group) -> None:
        """Write Lei where the third person alone would be read of another: "il link che Lei ha inviato"."""
        left = self._subjects.left(group)
        place = left.opened_at + 1
        between = {self._scene.low(index) for index in range(place, group.start)}
        if between - self._grammar.lists["negation"] or left.subject or self._said_before(group):
            return
        if self._needs_name(group, left):
            self._edits.insert("named", place, self._pronoun(self._word("lei")))

    def _said_before(self, group: Group) -> bool:
        """Tell whether the sentence has said already that it speaks of the reader."""
        sentence = self._scene.sentence(group.verb)
        told = any("2s" in one.persons and one.verb in sentence and one.verb < group.verb for one in self._scene.groups)
        return told or any(
            self._grammar.has(self._scene.tokens[index], "tu") for index in sentence if index < group.verb
        )

    def _needs_name(self, group: Group, left: Left) -> bool:
        scene, grammar = self._scene, self._grammar
        opener = scene.at(left.opened_at)
        be = any(one.lemma in grammar.lists["be"] for one in group.readings) and not group.clitics
        if not left.opener:
            praised = be and bool(group.chain) and scene.tokens[group.verb].opens
            return praised and not scene.asks(group.verb) and not self._marked(group)
        if scene.asks(group.verb) and scene.open_left(left.opened_at) and not grammar.has(opener, "if"):
            return False
        if grammar.has(opener, "che") and self._subjects.relative(left.opened_at):
            return True
        before = scene.before(group.start)
        other = before is not None and "3s" in before.persons and not group.clitics
        return (
            (be and grammar.has(opener, "naming"))
            or (grammar.has(opener, "while") and (other or scene.open_left(left.opened_at)))
            or (other and grammar.has(opener, "when"))
        )

    def _marked(self, group: Group) -> bool:
        """Tell whether the sentence has another word that shows whom it speaks to."""
        words = [self._scene.tokens[index] for index in self._scene.sentence(group.verb)]
        return any(
            self._grammar.has(word, "ti", "te") or word.lower in self._grammar.maps["possessive"] for word in words
        )

    def _order(self, place: Place) -> None:
        word = self._scene.low(place.last)
        verbs = self._grammar.verbs
        group = self._scene.by_token.get(place.last)
        host = None if group is not None and group.verb == place.last else verbs.host(word)
        if host is not None and host.kind == "imperative":
            self._command("imperative", place, host.lemma, verbs.pronouns(host.chain))
            return
        lemma = (
            self._grammar.maps["other_imperative"].get(word)
            or next(
                (lemma for lemma in verbs.imperatives(word) if lemma not in self._grammar.lists["no_imperative"]), None
            )
            or next(iter(verbs.imperatives(word)), None)
        )
        if lemma is not None:
            self._command("imperative", place, lemma, ())

    def _ban(self, place: Place) -> None:
        scene, verbs = self._scene, self._grammar.verbs
        host = verbs.host(scene.low(place.last))
        before = self._grammar.has(scene.at(place.last - 1), "clitics")
        pronouns = (scene.low(place.last - 1),) if before else ()
        if host is not None:
            lemma, pronouns = host.lemma, (*pronouns, *verbs.pronouns(host.chain))
        else:
            found = verbs.nonfinite(scene.low(place.last))
            lemma = next((one.lemma for one in found if one.slot == "infinitive"), "")
        first = place.last - 1 if before else place.last
        self._command(
            "negative-imperative",
            Place(level=place.level, kind=place.kind, strength=place.strength, first=first, last=place.last),
            lemma,
            pronouns,
        )

    def _command(self, rule: str, place: Place, lemma: str, pronouns: tuple[str, ...]) -> None:
        form = self._grammar.verbs.form(lemma, "subjunctive.3s")
        if form is None:
            return
        swap = {self._word("ti"): self._word("si"), self._word("te"): self._word("se")}
        words = (*(swap.get(word, word) for word in pronouns), form)
        self._edits.put(rule, place.first, place.last, " ".join(words))

    def _attached(self, place: Place) -> None:
        token, verbs = self._scene.tokens[place.first], self._grammar.verbs
        host = verbs.host(token.lower)
        if host is None:
            return
        pronouns = verbs.pronouns(host.chain)
        chain = self._chain(place.first, host.lemma, pronouns)
        if chain is not None:
            rule = "reflexive" if chain[:1] == self._word("si")[:1] else "object"
            self._edits.put(rule, place.first, place.first, token.text[: len(host.stem)] + chain)

    def _chain(self, index: int, lemma: str, pronouns: tuple[str, ...]) -> str | None:
        own = self._by_reader(index, lemma)
        if len(pronouns) > 1:
            if own:
                return self._grammar.verbs.chain((self._word("se"), *pronouns[1:]))
            return self._grammar.maps["dative_pair"].get(pronouns[-1])
        if own:
            return self._word("si")
        return self._pronoun(self._word("la" if self._accusative(lemma, index, None) else "le"))

    def _by_reader(self, index: int, lemma: str) -> bool:
        """Tell whether the reader is also who does it: "puoi registrarti", "ti invito a iscriverti"."""
        scene, lists = self._scene, self._grammar.lists
        before = scene.before(index)
        ordered = max((place for place in self._orders.informal if place < index), default=-1)
        turned = lemma in lists["reflexive"] - lists["address_verbs"]
        if ordered >= 0 and ordered in scene.sentence(index) and (before is None or ordered >= before.verb):
            return turned
        if before is None:
            return turned and not scene.object_after(index)
        if "2s" in before.persons:
            linked = self._grammar.has(scene.at(index - 1), "linking_prepositions", "purpose")
            return turned or (index in before.chain and not (linked and lemma in lists["giving"] | lists["accusative"]))
        objects = [place for place in before.clitics if self._grammar.has(scene.tokens[place], "ti")]
        if objects and any(one.lemma in lists["control"] for one in before.readings):
            return True
        return lemma in lists["always_reflexive"] or (
            lemma in lists["reflexive"]
            and index not in before.chain
            and self._grammar.has(scene.at(index - 1), "linking_prepositions", "purpose")
            and lemma not in lists["accusative"]
        )
