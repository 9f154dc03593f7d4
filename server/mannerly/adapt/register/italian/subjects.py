"""Tells whether a third person verb can have the reader as its subject; changes nothing."""

from __future__ import annotations

from functools import cached_property

from mannerly.adapt.register.italian.groups import Group
from mannerly.adapt.register.italian.left import Left, Lefts


class Subjects(Lefts):
    """The subjects of one scene."""

    @cached_property
    def _judged(self) -> dict[int, bool]:
        judged: dict[int, bool] = {}
        for group in self.scene.groups:
            judged[group.verb] = "3s" in group.persons and self._judge(group, judged)
        return judged

    def addressed(self, group: Group) -> bool:
        """Tell whether the subject can be the reader: said to be, or nobody else is named."""
        return self._judged[group.verb]

    def _judge(self, group: Group, judged: dict[int, bool]) -> bool:
        left = self.left(group)
        if left.subject == "lei":
            return True
        if self._nobody(group) or self._is_object(group):
            return False
        if left.subject == "third":
            return self._asked_object(group, left) or self._taken_up(group)
        if self._grammar.has(self.scene.at(left.opened_at), "who") or self._subject_after(group, left):
            return False
        if left.opener and self._grammar.has(self.scene.at(left.opened_at), "joining"):
            return self._joined(group, judged)
        if left.opener and self._grammar.has(self.scene.at(left.opened_at), "che") and self.relative(left.opened_at):
            return self._reader_of_relative(group, left.opened_at)
        return True

    def _nobody(self, group: Group) -> bool:
        """Tell whether the verb has no reader as subject by what it is: "va bene", "c'è", "si vede", "manca"."""
        scene, grammar = self.scene, self._grammar
        pairs = {f"{scene.low(index)}_{scene.low(index + 1)}" for index in (group.verb - 1, group.verb)}
        if pairs & grammar.lists["nobody_pairs"] or self._existential(group) or self._impersonal(group):
            return True
        heads = {one.lemma for one in group.readings}
        if (heads | {group.lemma} if not heads & grammar.lists["modals"] else heads) & grammar.lists["thing_verbs"]:
            return True
        if grammar.has(scene.at(group.verb), "ago") and grammar.has(
            scene.at(group.verb - 1), "time_nouns", "spans_of_time"
        ):
            return True
        if heads & grammar.lists["passive"] and group.chain and not self._done_to_people(group):
            return True
        if heads & grammar.lists["modals"] and group.chain:
            if len(group.chain) > 1 and scene.low(group.chain[0]) in grammar.lists["be"]:
                return not self._person(group)
            acts = self._person_follows(group) or (self.told and scene.object_after(group.end))
            return group.lemma in grammar.lists["thing_infinitives"] and not acts
        return bool(heads & grammar.lists["be"]) and not self._person(group)

    def _existential(self, group: Group) -> bool:
        there = any(self.scene.low(place) in self._grammar.lists["existential"] for place in group.clitics)
        return there and group.lemma in self._grammar.lists["existential_verbs"]

    def _impersonal(self, group: Group) -> bool:
        """Tell whether "si" means one or is passive: its verb is not one that people do to themselves."""
        if not any(self.scene.low(place) in self._grammar.lists["si_forms"] for place in group.clitics):
            return False
        after = self.scene.at(self.scene.skip(group.end + 1))
        thing = self._grammar.has(after, "articles", "determiners")
        if group.chain and {one.lemma for one in group.readings} & self._grammar.lists["modals"]:
            return group.lemma not in self._grammar.lists["always_reflexive"] and not self._for_reader(group, thing)
        if group.lemma in self._grammar.lists["reflexive_with_object"]:
            return False
        return group.lemma not in self._grammar.lists["reflexive"] or thing

    def _for_reader(self, group: Group, thing: bool) -> bool:
        """Tell whether "si può registrare" is said of the reader, who is known to be meant or named by "Sua"."""
        if thing or group.lemma not in self._grammar.lists["reflexive"]:
            return False
        own = self._grammar.maps["possessive"].values()
        words = (self.scene.tokens[place] for place in self.scene.sentence(group.verb))
        return self.told or any(token.lower in own and token.capital and not token.opens for token in words)

    def _is_object(self, group: Group) -> bool:
        """Tell whether the reader is the object: "Le piace", "La chiamerà"."""
        heads = {one.lemma for one in group.readings}
        passive = bool(heads & (self._grammar.lists["be"] | self._grammar.lists["passive"])) and bool(group.chain)
        for place in group.clitics:
            token = self.scene.tokens[place]
            if passive and self._grammar.has(token, "le"):
                return True
            if token.opens and group.lemma in self._grammar.lists["address_verbs"] and self._grammar.has(token, "la"):
                return True
            if self._grammar.has(token, "la", "le") and token.capital and not token.opens and not token.elided:
                return True
        if any(self.scene.tokens[place].text.endswith(self._capital_ends) for place in group.chain):
            return True
        after = group.end + 1
        return (
            self._grammar.has(self.scene.at(after), "before_lei")
            and self._grammar.has(self.scene.at(after + 1), "lei")
            and self.scene.tokens[after + 1].capital
        )

    @cached_property
    def _capital_ends(self) -> tuple[str, ...]:
        lists = self._grammar.lists
        return tuple(word[:1].upper() + word[1:] for word in (*lists["la"], *lists["le"]))

    def _done_to_people(self, group: Group) -> bool:
        return group.lemma in self._grammar.lists["done_to_people"]

    def _person(self, group: Group) -> bool:
        """Tell whether "essere" says something of a person: "è sicuro", "è in linea", "è stato registrato"."""
        scene, grammar = self.scene, self._grammar
        if scene.asks(group.verb) and grammar.has(scene.at(self.left(group).opened_at), "what_is"):
            return False
        told = self.told and group.lemma in grammar.lists["told_of_people"]
        if group.chain and (told or self._done_to_people(group) or self._to_oneself(group) or self._ever(group)):
            return True
        return self._person_follows(group) or any(
            grammar.has(scene.tokens[place], "person_predicates") for place in group.chain
        )

    def _to_oneself(self, group: Group) -> bool:
        own = any(self._grammar.has(self.scene.tokens[place], "si_forms") for place in group.clitics)
        return own and group.lemma in self._grammar.lists["reflexive"]

    def _ever(self, group: Group) -> bool:
        """Tell whether it is asked if the reader ever was somewhere: "È mai stato a Roma?"."""
        between = (self.scene.tokens[place] for place in range(group.verb, group.end))
        return self.scene.asks(group.verb) and any(self._grammar.has(token, "ever") for token in between)

    def _person_follows(self, group: Group) -> bool:
        scene, grammar = self.scene, self._grammar
        place = scene.skip(group.end + 1)
        if place - 1 >= 0 and f"{scene.low(place - 1)}_{scene.low(place)}" in grammar.lists["person_phrases"]:
            return True
        pair = f"{scene.low(place)}_{scene.low(place + 1)}"
        return grammar.has(scene.at(place), "person_predicates") or pair in grammar.lists["person_phrases"]

    def _asked_object(self, group: Group, left: Left) -> bool:
        """Tell whether the noun before the verb is what is asked for: "Quale browser usa?"."""
        return left.named and self._transitive(group) and not self.scene.object_after(group.end)

    def _taken_up(self, group: Group) -> bool:
        """Tell whether a pronoun takes the noun before the verb up as its object: "Il modulo lo trova qui"."""
        taken = any(self._grammar.has(self.scene.tokens[place], "third_accusative") for place in group.clitics)
        return taken and any(one.lemma in self._grammar.lists["told_verbs"] for one in group.readings)

    def _transitive(self, group: Group) -> bool:
        return group.lemma not in self._grammar.lists["intransitive"]

    def _subject_after(self, group: Group, left: Left) -> bool:
        if not self.scene.object_after(group.end, partitive=False):
            return False
        opener = self.scene.at(left.opened_at)
        if left.opener and self._grammar.has(opener, "wh_object") and self.asks_for(left.opened_at):
            return self.scene.asks(group.verb)
        heads = {one.lemma for one in group.readings}
        moved = group.chain and heads & self._grammar.lists["be"] and not self._person(group)
        if moved or self._transitive(group) or self._person(group):
            return bool(moved)
        return not self._time_after(group.end)

    def _time_after(self, index: int) -> bool:
        """Tell whether the noun phrase after a token says when: "il lunedì", "la prossima settimana"."""
        return any(self._grammar.has(self.scene.at(place), "time_nouns") for place in range(index + 1, index + 5))

    def _joined(self, group: Group, judged: dict[int, bool]) -> bool:
        """Tell whose verb follows "e": that of the verb before, unless it was not third person."""
        before = self.scene.before(group.start)
        if before is None or "3s" not in before.persons:
            return True
        takes = any(self._grammar.has(self.scene.tokens[place], "third_accusative") for place in group.clitics)
        hosts = [self._grammar.verbs.host(self.scene.low(place)) for place in group.chain]
        takes = takes or any(
            host is not None and host.chain in self._grammar.lists["third_accusative"] for host in hosts
        )
        modal = any(one.lemma in self._grammar.lists["modals"] for one in group.readings)
        if self.told and self._turns_to_reader(group, before):
            return True
        return judged.get(before.verb, False) or (takes and modal)

    def _turns_to_reader(self, group: Group, before: Group) -> bool:
        """Tell whether the reader acts after a thing did: "il pacco arriverà domani e riceverà una mail"."""
        lists, scene = self._grammar.lists, self.scene
        if any(self._grammar.has(scene.tokens[place], "si_forms") for place in group.clitics):
            return False
        start = scene.sentence(before.verb).start
        animate = any(
            self._grammar.has(scene.tokens[place], "animate", "visitors") for place in range(start, before.verb)
        )
        hosts = [self._grammar.verbs.host(scene.low(place)) for place in group.chain]
        itself = any(host is not None and host.chain in lists["si"] for host in hosts)
        acts = scene.object_after(group.end) or any(host is not None and host.chain for host in hosts)
        typical = {one.lemma for one in group.readings} & lists["readers_acts"]
        return bool(typical) and acts and not animate and not itself

    def _reader_of_relative(self, group: Group, index: int) -> bool:
        if not self._transitive(group) or self._grammar.has(self.scene.at(index - 1), "animate"):
            return False
        objects = any(self._grammar.has(self.scene.tokens[place], "third_accusative") for place in group.clitics)
        return not objects and not self.scene.object_after(group.end)
