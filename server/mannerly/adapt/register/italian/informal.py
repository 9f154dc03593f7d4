"""Turns the places of an Italian text that say Lei into tu; finds none of them itself."""

from __future__ import annotations

from mannerly.adapt.register.italian.edits import Edits
from mannerly.adapt.register.italian.groups import Group, Scene
from mannerly.adapt.register.italian.places import Place
from mannerly.adapt.register.italian.subjects import Subjects

_TENSES = (
    "present", "imperfect", "future", "conditional", "unknown", "past_subjunctive", "remote", "subjunctive",
)  # fmt: skip


_WISHES = frozenset({"subjunctive", "past_subjunctive"})


class ToInformal:
    """One rewriting."""

    def __init__(self, scene: Scene, subjects: Subjects, edits: Edits, woman: bool) -> None:
        """Write into these edits; `woman` when the reader is known to be one."""
        self._scene = scene
        self._grammar = scene.grammar
        self._subjects = subjects
        self._edits = edits
        self._woman = woman

    def turn(self, place: Place) -> None:
        """Write one place anew."""
        turns = {
            "possessive": self._possessive, "subject": self._subject, "oblique": self._oblique, "clitic": self._clitic,
            "pair": self._pair, "finite": self._finite, "command": self._order, "attached": self._attached,
        }  # fmt: skip
        turns[place.kind](place)

    def _word(self, name: str) -> str:
        (word,) = self._grammar.lists[name]
        return word

    def _possessive(self, place: Place) -> None:
        mine = {formal: informal for informal, formal in self._grammar.maps["possessive"].items()}
        self._edits.put("possessive", place.first, place.first, mine[self._scene.low(place.first)])

    def _subject(self, place: Place) -> None:
        scene, index = self._scene, place.first
        group = next(
            (one for one in scene.groups if one.verb > index and self._subjects.left(one).place == index), None
        )
        before = scene.at(index - 1)
        relative = self._grammar.has(before, "che") and self._subjects.relative(index - 1)
        focus = not scene.tokens[index].opens and before is not None and self._grammar.has(before, "focus")
        after = scene.at(index + 1)
        plain = after is not None and (
            index + 1 in scene.by_token or self._grammar.adverb(after) or self._grammar.has(after, "negation")
        )
        wish = group is not None and self._reading_tense(group) in _WISHES
        if group is None or wish or focus or not plain or not (relative or self._light(group)):
            self._edits.put("pronoun", index, index, self._word("tu"))
        else:
            self._edits.drop("pronoun", index)

    def _wish(self, group: Group) -> bool:
        return self._reading_tense(group) == "subjunctive"

    def _light(self, group: Group) -> bool:
        """Tell whether a verb needs no tu: one of the small verbs, in a form that is only of tu."""
        return any(one.lemma in self._grammar.lists["light_verbs"] for one in group.readings)

    def _reading_tense(self, group: Group) -> str:
        return next((tense for tense in _TENSES if group.reading("3s", tense)), "")

    def _oblique(self, place: Place) -> None:
        self._edits.put("pronoun", place.first, place.first, self._word("te"))

    def _clitic(self, place: Place) -> None:
        token, index = self._scene.tokens[place.first], place.first
        if self._grammar.has(token, "si_forms"):
            self._write("reflexive", index, self._word("ti"))
        elif self._grammar.has(token, "se"):
            self._write("reflexive", index, self._word("te"))
        else:
            self._write("object", index, self._word("ti"))
            if place.group is not None and self._grammar.has(token, "la", "la_elided"):
                self._agree(place.group)

    def _write(self, rule: str, index: int, word: str) -> None:
        if self._scene.tokens[index].elided:
            self._edits.join(rule, index, index, word + " ")
        else:
            self._edits.put(rule, index, index, word)

    def _agree(self, group: Group) -> None:
        """Leave the feminine that Lei asked for: "L'ho chiamata", "ti ho chiamato"."""
        have = any(one.lemma in self._grammar.lists["have"] for one in group.readings)
        if not have or not group.chain or self._woman:
            return
        index = group.chain[0]
        word = self._scene.tokens[index].text
        if word[-1:] == self._word("la")[-1:]:
            self._edits.put("agreement", index, index, word[:-1] + self._word("lo")[-1:])

    def _pair(self, place: Place) -> None:
        token = self._scene.tokens[place.first]
        second = next(word for word, joined in self._grammar.maps["dative_pair"].items() if joined == token.lower)
        self._edits.put(
            "object", place.first, place.first, f"{self._word('te')} {second}" + ("'" if token.elided else "")
        )

    def _finite(self, place: Place) -> None:
        group = place.group
        if group is None:
            return
        reading = group.reading("3s", self._reading_tense(group))
        form = self._grammar.verbs.turned(self._scene.low(group.verb), reading, "2s") if reading else None
        if form is None:
            return
        if self._wish(group):
            self._name(group)
        if form != self._scene.low(group.verb):
            self._edits.put("verb", group.verb, group.verb, form)

    def _name(self, group: Group) -> None:
        """Write tu before a congiuntivo that alone does not say whose it is."""
        left = self._subjects.left(group)
        if left.subject != "lei" and self._grammar.has(self._scene.at(left.opened_at), "che", "congiuntivo_after"):
            index = group.start
            if self._scene.low(index - 1) in self._grammar.lists["negation"]:
                index -= 1
            self._edits.insert("named", index, self._word("tu"))

    def _order(self, place: Place) -> None:
        group, verbs = place.group, self._grammar.verbs
        reading = group and group.reading("3s", "subjunctive")
        if group is None or reading is None:
            return
        swap = {
            self._word("si"): self._word("ti"), self._word("se"): self._word("te"),
            self._word("la_elided"): self._word("lo"), self._word("si_elided"): self._word("ti"),
        }  # fmt: skip
        pronouns = tuple(swap.get(self._scene.low(index), self._scene.low(index)) for index in group.clitics)
        chain = verbs.chain(pronouns) if pronouns else ""
        if chain is None:
            return
        if place.first < group.start:
            form = verbs.infinitive_with(reading.lemma, chain)
            rule = "negative-imperative"
        else:
            form = verbs.attached(reading.lemma, chain) if chain else verbs.lone_imperative(reading.lemma)
            rule = "imperative"
        if form is not None:
            self._edits.put(rule, group.start, group.verb, form)

    def _attached(self, place: Place) -> None:
        token, verbs = self._scene.tokens[place.first], self._grammar.verbs
        host = verbs.host(token.lower)
        if host is None:
            return
        pronouns = verbs.pronouns(host.chain)
        chain: str | None = self._word("ti")
        if self._grammar.lists["glie"] & set(pronouns):
            second = next(word for word, joined in self._grammar.maps["dative_pair"].items() if joined in pronouns)
            chain = verbs.chain((self._word("te"), second))
        elif len(pronouns) > 1:
            chain = verbs.chain((self._word("te"), *pronouns[1:]))
        if chain is not None:
            rule = "reflexive" if pronouns[0] in self._grammar.lists["si"] else "object"
            self._edits.put(rule, place.first, place.first, token.text[: len(host.stem)] + chain)
