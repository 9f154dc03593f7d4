"""Reads where a German text addresses the reader with du or ihr and the polite verb forms; decides no level."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mannerly.adapt.register.german.clauses import Chunk, Clauses
from mannerly.adapt.register.german.requests import FamiliarRequests

_NEAR = 3


@dataclass(frozen=True, slots=True)
class Dropped:
    """A verb whose pronoun is left out, and whether the polite pronoun goes before it."""

    verb: int
    before: bool


class InformalReading:
    """The familiar address of one text."""

    def __init__(self, clauses: Clauses) -> None:
        """Read these clauses."""
        self._c = clauses

    # ---- pronouns

    @cached_property
    def subjects(self) -> tuple[int, ...]:
        """Where du stands and addresses the reader."""
        return tuple(i for i in self._found("familiar_subject") if not self._names_the_level(i))

    @cached_property
    def accusatives(self) -> tuple[int, ...]:
        """Where the reader is an object in the accusative."""
        return self._found("familiar_accusative")

    @cached_property
    def datives(self) -> tuple[int, ...]:
        """Where the reader is an object in the dative."""
        return self._found("familiar_dative")

    @cached_property
    def plural_objects(self) -> tuple[int, ...]:
        """Where several readers are an object."""
        return self._found("plural_object")

    @cached_property
    def possessives(self) -> tuple[int, ...]:
        """Where something is said to be the readers'."""
        table = self._c.grammar.map("possessive_to_sie")
        return tuple(i for i in range(len(self._c.words)) if self._c.low(i) in table and self._free(i))

    @cached_property
    def plural_subjects(self) -> dict[int, int]:
        """Where several readers are the subject, with the verb."""
        found = {i: self._plural_verb(i) for i in self._found("plural_subject")}
        return {i: verb for i, verb in found.items() if verb >= 0}

    @cached_property
    def addressed(self) -> bool:
        """Whether a pronoun shows that the reader is addressed."""
        singular = (*self.subjects, *self.accusatives, *self.datives, *self.possessives)
        return bool(singular or self.plural_objects or self.plural_subjects)

    def _found(self, name: str) -> tuple[int, ...]:
        return tuple(i for i in range(len(self._c.words)) if self._c.among(i, name) and self._free(i))

    def _free(self, i: int) -> bool:
        return not self._c.word(i).quoted and not self._c.compound(i)

    def _names_the_level(self, i: int) -> bool:
        """Tell whether du only exclaims or is the name of the form of address."""
        c = self._c
        if c.among(i - 1, "before_named_du"):
            return True
        if c.among(i + 1, "after_exclaimed_du") and c.among(i + 2, "exclaimed"):
            return True
        article = c.among(i - 1, "articles_of_du") and c.word(i).capital
        return article and self._verb_of(i) < 0

    # ---- verbs of du

    @cached_property
    def verbs(self) -> dict[int, str]:
        """The polite form of each verb of the second person."""
        found = dict[int, str]()
        for i in self.subjects:
            verb, joint = self._verb_of(i), self._joint_verb(i)
            if joint >= 0:
                found[joint] = self._polite_plural(joint)
            elif verb >= 0:
                found[verb] = self._polite(verb)
        for j in range(len(self._c.words)):
            read = self._c.verbs.second(self._c.low(j))
            if read and read.sure and j not in found and self._free(j) and not self._c.noun(j):
                found[j] = read.plural
        found.update(self._shared(found))
        found.update({verb: self._polite_plural(verb) for verb in self.plural_subjects.values()})
        return found

    def _polite(self, verb: int) -> str:
        read = self._c.verbs.second(self._c.low(verb))
        return read.plural if read else self._c.verbs.guessed_second(self._c.low(verb))

    def _polite_plural(self, verb: int) -> str:
        read = self._c.verbs.second_plural(self._c.low(verb))
        return read.plural if read else self._c.low(verb)

    def _second(self, j: int) -> bool:
        c = self._c
        return c.low(j) != "" and not c.noun(j) and not c.compound(j) and c.verbs.second(c.low(j)) is not None

    def _verb_of(self, i: int) -> int:
        """Return the verb that agrees with du, -1 without one."""
        c = self._c
        before, after = c.skip(i - 1, "particles", -1), c.skip(i + 1, "after_subject")
        own = c.chunk(i)
        start = c.piece_start(i)
        if before >= start and self._second(before):
            return before
        head = c.skip(start, "leads") >= i or c.among(i - 1, "matrix_verbs")
        if head and after < own.end and self._second(after):
            return after
        final = self._final(i, own)
        if final >= 0:
            return final
        for near in (i - 1, i + 1):
            inside = own.start <= near < own.end and not c.noun(near)
            if inside and c.verbs.guessed_second(c.low(near)) and not c.among(near, "subordinators"):
                return near
        return -1

    def _joint_verb(self, i: int) -> int:
        """Return the verb of du and somebody else, -1 when du is alone: du und deine Frau seid."""
        c = self._c
        own = c.chunk(i)
        after = c.among(i + 1, "coordinators")
        if not after and not c.among(i - 1, "coordinators"):
            return -1
        if any(self._second(j) for j in range(own.start, own.end)):
            return -1
        before = c.verbs.second_plural(c.low(i - 1)) if i > own.start else None
        if before and before.sure and not c.noun(i - 1):
            return i - 1
        named = [j for j in (range(i + 2, own.end) if after else range(own.start, i)) if c.noun(j)]
        first = named[0] + 1 if named and after else i + 1
        read = ((j, c.verbs.second_plural(c.low(j))) for j in range(first, own.end) if named and not c.noun(j))
        return next((j for j, form in read if form and (form.sure or j in (first, own.end - 1))), -1)

    def _final(self, i: int, own: Chunk) -> int:
        """Return the last verb of the second person up to the next conjunction that has one before it."""
        c = self._c
        for step in range(_NEAR):
            chunk = own if step == 0 else c.neighbour(i, step)
            if chunk is None:
                break
            first = i + 1 if step == 0 else chunk.start
            if step and (c.has(first, chunk.end, "familiar_subject", "other_subjects") or c.subordinate(chunk)):
                continue
            found = [j for j in range(first, chunk.end) if self._second(j)]
            closing = [j for j in found if j + 1 == chunk.end or c.among(j + 1, "coordinators", "comparisons")]
            sure = [j for j in found if (read := c.verbs.second(c.low(j))) and read.sure]
            if closing or sure:
                return (closing or sure)[0]
            if step == 0 and chunk.end - 1 > i and c.verbs.guessed_second(c.low(chunk.end - 1)):
                last = chunk.end - 1
                return last if not c.noun(last) and c.has(chunk.start, i, "subordinators", "relatives") else -1
        return -1

    def _shared(self, found: dict[int, str]) -> dict[int, str]:
        """Return forms that du shares with er where a conjunction ties them to a verb of du: und schließt die App."""
        c, more = self._c, dict[int, str]()
        for verb in found:
            for j in range(verb + 1, c.sentence(verb)[-1].end):
                if not c.among(j, "coordinators"):
                    continue
                head = c.skip(j + 1, "shared_particles")
                stop = c.piece_end(j)
                first = head + 2 if self._second(j + 1) else j + 1
                if c.has(first, stop, "other_subjects", "familiar_subject"):
                    break
                for place in {head, stop - 1}:
                    if self._second(place) and place not in found and self._alike(verb, place, head):
                        more[place] = self._polite(place)
        return more

    def _alike(self, verb: int, place: int, head: int) -> bool:
        """Tell whether both clauses have their verb in the same place."""
        c = self._c
        final = verb + 1 == c.piece_end(verb) and c.piece_start(verb) < verb
        return (place != head) == final or c.chunk(verb) != c.chunk(place)

    @cached_property
    def dropped(self) -> tuple[Dropped, ...]:
        """Verbs of du that stand without it: Hast recht; kannst mir glauben."""
        c, found = self._c, list[Dropped]()
        plural = set(self.plural_subjects.values())
        for verb in self.verbs:
            chunks = c.sentence(verb)
            if verb in plural or any(chunks[0].start <= i < chunks[-1].end for i in self.subjects):
                continue
            start = c.chunk(verb).start
            tied = c.among(verb - 1, "coordinators") and any(chunks[0].start <= v < verb for v in self.verbs)
            if tied or (tied := self._after_request(verb)):
                continue
            head = c.skip(start, "leads")
            if head == verb:
                found.append(Dropped(verb, before=not c.question(verb)))
            elif verb + 1 < c.chunk(verb).end or c.among(start, "interrogatives"):
                found.append(Dropped(verb, before=c.among(start, "subordinators") and not c.question(verb)))
        return tuple(found)

    def _after_request(self, verb: int) -> bool:
        return self._c.among(verb - 1, "coordinators") and any(
            request.start <= verb < request.end for request in map(self._c.chunk, self.requests)
        )

    @cached_property
    def contractions(self) -> tuple[int, ...]:
        """Verb and du in one word."""
        table = self._c.grammar.map("contractions")
        return tuple(i for i in range(len(self._c.words)) if self._c.low(i) in table and self._free(i))

    # ---- verbs of ihr

    def _plural_verb(self, i: int) -> int:
        """Return the verb of ihr as a familiar plural subject, -1 when the word means her or their."""
        c = self._c
        before, after = c.skip(i - 1, "particles", -1), c.skip(i + 1, "after_subject")
        own = c.chunk(i)
        for near in (before, after):
            read = c.verbs.second_plural(c.low(near)) if own.start <= near < own.end else None
            if read and read.sure and not c.noun(near):
                return near
        several = bool(self.plural_objects or self._familiar_plurals)
        closing = [j for j in range(i + 1, own.end) if j + 1 == own.end or c.among(j + 1, "coordinators")]
        for j in closing:
            read = c.verbs.second_plural(c.low(j))
            if read and not c.noun(j) and (read.sure or several or self._certainly_subject(i)):
                return j
        read = c.verbs.second_plural(c.low(before)) if before >= own.start else None
        if not read or c.noun(before):
            return -1
        asked = own.question and (before == own.start or c.among(own.start, "interrogatives"))
        free = i + 1 >= own.end or c.among(i + 1, "after_plural_subject") or c.word(i + 1).text == "?"
        return before if several or (asked and free and read.plural not in c.grammar.sets["dative_verbs"]) else -1

    @cached_property
    def _familiar_plurals(self) -> tuple[int, ...]:
        return tuple(i for i in self.possessives if self._c.among(i, "plural_possessives"))

    def _certainly_subject(self, i: int) -> bool:
        """Tell whether the word stands where a subject must and no noun follows that it could belong to."""
        c = self._c
        opened = c.among(i - 1, "subordinators", "relatives") and c.among(i + 1, "after_plural_subject")
        return opened and not c.has(i + 1, c.piece_end(i), "other_subjects")

    # ---- imperatives

    @cached_property
    def requests(self) -> dict[int, str]:
        """The polite form of each imperative."""
        taken = set(self.verbs)
        finder = FamiliarRequests(self._c, plural=bool(self.plural_objects or self._familiar_plurals))
        return {i: polite for i, polite in finder.found.items() if i not in taken}
