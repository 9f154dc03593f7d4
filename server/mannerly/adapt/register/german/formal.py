"""Reads where a German text addresses the reader politely and how each place would read with du; decides no level."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mannerly.adapt.register.german.clauses import Chunk, Clauses
from mannerly.adapt.register.german.subjects import Order, Part, PoliteSubjects, Role

_FORMS = 2


@dataclass(frozen=True, slots=True)
class Request:
    """An imperative: its verbs, and the pronoun that falls away."""

    verbs: tuple[int, ...]
    pronoun: int


class FormalReading:
    """The polite address of one text."""

    def __init__(self, clauses: Clauses, *, familiar: bool) -> None:
        """Read these clauses.

        Args:
            clauses: of the text.
            familiar: whether the text surely addresses the reader with du somewhere, so that an opening word that may
                mean others does.
        """
        self._c = clauses
        self._familiar = familiar
        self.subjects = PoliteSubjects(clauses)

    @cached_property
    def pronouns(self) -> tuple[int, ...]:
        """Where the reader is meant by a nominative or accusative pronoun."""
        return tuple(i for i in self._candidates("formal_subject") if self._means_reader(i))

    @cached_property
    def datives(self) -> tuple[int, ...]:
        """Where the reader is meant by a dative pronoun."""
        return tuple(i for i in self._candidates("formal_dative") if self._means_reader(i))

    @cached_property
    def possessives(self) -> tuple[int, ...]:
        """Where something is said to be the reader's."""
        found = self._c.grammar.map("possessive_to_du")
        indices = (i for i, word in enumerate(self._c.words) if self._c.low(i) in found and self._open(i))
        return tuple(i for i in indices if not self._familiar_plural(i) and self._means_reader(i))

    @cached_property
    def unsure(self) -> tuple[int, ...]:
        """Opening words that may mean the reader or others and are left alone."""
        maybe = (*self._candidates("formal_subject"), *self._candidates("formal_dative"))
        return tuple(i for i in maybe if not self._familiar and self._opening(i) and self._undecided(i))

    @cached_property
    def roles(self) -> dict[int, Role]:
        """The part of each pronoun that means the reader."""
        return {i: self.subjects.role(i) for i in self.pronouns}

    def _candidates(self, name: str) -> tuple[int, ...]:
        return tuple(i for i, word in enumerate(self._c.words) if self._c.among(i, name) and self._open(i))

    def _open(self, i: int) -> bool:
        word = self._c.word(i)
        return word.capital and not word.quoted and not self._c.compound(i)

    def _familiar_plural(self, i: int) -> bool:
        """Tell whether the word is the subject of a familiar plural: Ihr habt, wenn Ihr wollt."""
        c = self._c
        if not c.among(i, "plural_subject"):
            return False
        around = (c.verbs.second_plural(c.low(j)) for j in (i - 1, i + 1))
        if any(found and found.sure for found in around):
            return True
        last = c.verbs.second_plural(c.low(c.piece_end(i) - 1))
        return bool(last and last.sure)

    def _opening(self, i: int) -> bool:
        return self._c.opens(i)

    def _means_reader(self, i: int) -> bool:
        if not self._opening(i):
            return True
        return not self._familiar and self._decided(i) and not (self._undecided(i) and not self._certain)

    @cached_property
    def _certain(self) -> bool:
        """Whether a capital inside a sentence shows that the reader is addressed politely."""
        names = ("formal_subject", "formal_dative")
        found = self._c.grammar.map("possessive_to_du")
        return any(
            (self._c.among(i, *names) or (self._c.low(i) in found and not self._familiar_plural(i)))
            and self._open(i)
            and not self._opening(i)
            for i in range(len(self._c.words))
        )

    def _decided(self, i: int) -> bool:
        """Tell whether the grammar of an opening word allows the reader: not "Sie hat"."""
        c = self._c
        if not c.among(i, "formal_subject"):
            return True
        role = self.subjects.role(i)
        if role.part is Part.SUBJECT and role.order is Order.SECOND:
            return not (c.singular(role.verb) and not c.plural(role.verb))
        own = c.chunk(i)
        asked = own.question and own.start == i and all(c.among(j, "after_subject") for j in range(i + 1, own.end))
        return role.verb < 0 and (asked or (own.end == i + 1 and self._certain))

    def _undecided(self, i: int) -> bool:
        """Tell whether the sentence before speaks of several others that the opening word may stand for."""
        c = self._c
        if self._certain:
            return False
        own = c.chunk(i)
        subject = c.among(i, "formal_subject")
        if self._lower(c.sentence(i), "plural_possessors" if subject else "plural_subject"):
            return True
        before = [chunk for chunk in c.chunks if chunk.sentence < own.sentence]
        if not before:
            return False
        last = tuple(chunk for chunk in before if chunk.sentence == before[-1].sentence)
        if not subject:
            return self._lower(last, "third_persons")
        told = any(self._tells_of_others(chunk) for chunk in last)
        return told and not (self._fits_reader(i, own) and not any(c.has(k.start, k.end, "people") for k in last))

    def _fits_reader(self, i: int, own: Chunk) -> bool:
        """Tell whether the verb is what readers rather than things do: Sie erhalten, Sie können."""
        c = self._c
        passive = c.among(own.end - 1, "passives")
        return c.lemma(self.subjects.role(i).verb) in c.grammar.sets["reader_verbs"] and not passive

    def _lower(self, chunks: tuple[Chunk, ...], name: str) -> bool:
        c = self._c
        indices = (j for chunk in chunks for j in range(chunk.start, chunk.end))
        return any(c.among(j, name) and not c.word(j).capital for j in indices)

    def _tells_of_others(self, chunk: Chunk) -> bool:
        c = self._c
        plural = any(c.plural(j) and not c.among(j - 1, "infinitive_mark") for j in range(chunk.start, chunk.end))
        if not plural or c.has(chunk.start, chunk.end, "first_plural", "formal_subject", "singular_modals"):
            return False
        return not any(c.singular(j) for j in range(chunk.start, chunk.end)) and c.infinitive(chunk) < 0

    # ---- verbs

    @cached_property
    def requests(self) -> tuple[Request, ...]:
        """The imperatives with their pronouns."""
        found = list[Request]()
        for i, role in self.roles.items():
            if role.order is Order.INVERTED and self._is_request(i, role.verb):
                verbs = [role.verb]
                while self._c.among(verbs[0] - 1, "coordinators") and self._joined(verbs[0] - _FORMS):
                    verbs.insert(0, verbs[0] - _FORMS)
                found.append(Request(tuple(verbs), i))
        return tuple(found)

    def _joined(self, verb: int) -> bool:
        """Tell whether a verb shares its pronoun with the next one: prüfen und bestätigen Sie."""
        c = self._c
        return c.plural(verb) and verb == c.skip(c.piece_start(verb), "imperative_leads")

    def _is_request(self, i: int, verb: int) -> bool:
        c = self._c
        chunk, found = c.chunk(i), c.verbs.plural(c.low(verb))
        lemma = found.lemma if found else c.low(verb)
        first = c.skip(c.piece_start(verb), "bare_imperative_leads") >= verb
        if found and not found.present:
            return first and c.among(verb, "imperative_only")
        polite_word = c.has(chunk.start, chunk.end, "request_word")
        if not first:
            return False
        if lemma in c.grammar.sets["never_imperative"]:
            wished = any(c.among(j, "wishes") for j in range(i, chunk.end))
            return lemma in c.grammar.sets["wishing"] and wished and not chunk.question
        if chunk.question:
            called = chunk.end == i + 1 and lemma in c.grammar.sets["calls"]
            return not chunk.last and (called or c.among(i + 1, "request_marks"))
        if lemma in c.grammar.sets["discourse"] and chunk.end == i + 1:
            return False
        return polite_word or not self._tells(lemma, chunk, verb)

    def _tells(self, lemma: str, chunk: Chunk, verb: int) -> bool:
        """Tell whether a clause after another one only says what happens: wenn Sie zahlen, erhalten Sie Ware."""
        c = self._c
        before = c.neighbour(chunk.start, -1)
        if before is None or c.among(verb - 1, "coordinators"):
            return False
        if c.has(verb, chunk.end, "negations"):
            return False
        if c.among(before.start, "content_openers") and c.neighbour(before.start, -1) is None:
            return True
        if c.among(chunk.end - 1, "particle_verbs") and lemma in c.grammar.sets["results_alone"]:
            return False
        return lemma in c.grammar.sets["results"] and (c.subordinate(before) or c.infinitive(before) >= 0)

    @cached_property
    def finite(self) -> tuple[int, ...]:
        """The verbs that agree with a pronoun that means the reader, those that share it included."""
        asked = {request.pronoun for request in self.requests}
        found = set[int]()
        for i, role in self.roles.items():
            if role.part is Part.SUBJECT and role.verb >= 0 and i not in asked:
                found.update(self._final_shared(i, role.verb) if role.order is Order.FINAL else {role.verb})
                if role.order is not Order.FINAL:
                    found.update(self._second_shared(i, role.verb))
        return tuple(sorted(found - self.asked_verbs))

    @cached_property
    def joint_verbs(self) -> frozenset[int]:
        """Verbs whose subject is the reader and somebody else."""
        return frozenset(role.verb for i, role in self.roles.items() if self.subjects.joint(i))

    @cached_property
    def several(self) -> bool:
        """Whether the text says that it addresses several readers: Sie beide."""
        c = self._c
        return any(
            c.among(i + 1, "both")
            or (c.among(i - 1, "out_of") and c.among(i - 2, "counted"))
            or (c.among(i + 1, "all") and (c.plural(i + 2) or c.among(i + 2, "reflexive")))
            for i in (*self.pronouns, *self.datives)
        )

    @cached_property
    def asked_verbs(self) -> frozenset[int]:
        """The verbs of all imperatives, those that share the pronoun of another one included."""
        found = set[int]()
        for request in self.requests:
            found.update(request.verbs)
            found.update(self._second_shared(request.pronoun, request.verbs[-1]))
        return frozenset(found)

    def _second_shared(self, i: int, verb: int) -> set[int]:
        """Return the verbs of later main clauses without a subject: Sie öffnen das Paket und prüfen es."""
        c, found = self._c, set[int]()
        for chunk in c.sentence(i):
            if chunk.end <= i:
                continue
            if (c.subordinate(chunk) and chunk.start > i) or (chunk.start > i and c.infinitive(chunk) >= 0):
                continue
            heads = [j + 1 for j in range(max(chunk.start, i), chunk.end) if c.among(j, "coordinators")]
            if chunk.start > i and chunk.start - 1 not in heads and self._listed(chunk):
                heads.insert(0, chunk.start)
            for head in heads:
                t = c.skip(head, "shared_particles")
                if c.has(max(chunk.start, i + 1), t, "other_subjects", "formal_subject") and t > head:
                    return found
                if c.plural(t) and self._goes_on(t, chunk, verb):
                    found.add(t)
        return found

    def _listed(self, chunk: Chunk) -> bool:
        """Tell whether a chunk is one of a list of clauses that ends with a conjunction."""
        c = self._c
        following = c.neighbour(chunk.start, 1)
        if c.among(chunk.start, "modals", "auxiliaries") and c.among(chunk.start + 1, "contrasts"):
            return True
        return c.has(chunk.start, chunk.end, "coordinators") or bool(
            following and c.has(following.start, following.end, "coordinators")
        )

    def _goes_on(self, t: int, chunk: Chunk, verb: int) -> bool:
        """Tell whether a verb after a conjunction is finite and without a subject of its own."""
        c = self._c
        after = c.skip(t + 1, "particles")
        pronoun = c.among(after, "neuter", "formal_subject") and not c.word(after).capital
        if c.among(after, "formal_subject", "other_subjects") and not pronoun:
            return False
        infinitives = c.among(verb, "modals") or c.lemma(verb) in c.grammar.sets["let_verbs"]
        ends = t + 1 >= chunk.end or (c.among(t + 1, "coordinators") and not c.among(t, "modals"))
        return not (infinitives and ends)

    def _final_shared(self, i: int, verb: int) -> set[int]:
        """Return the verbs of subordinate clauses that share the pronoun: wenn Sie zahlen und ein Konto haben."""
        c, found = self._c, [verb]
        end = c.chunk(verb).end
        position = verb + 1
        while position < end and c.among(position, "coordinators"):
            stop = c.piece_end(position)
            if any(c.among(j, "other_subjects") and not c.among(j, "neuter") for j in range(position + 1, stop)):
                break
            if c.has(position + 1, stop, "formal_subject"):
                break
            following = self.subjects.end_verb(position + 1, stop)
            if following < 0 or stop - position == 1:
                break
            if following + 1 < stop and not c.among(following + 1, "comparisons"):
                break
            found.append(following)
            position = stop
        last = found[-1]
        infinitives = c.among(last, "modals") and c.plural(last - 1) and not c.has(verb, last, "negations")
        keep = [v for v in found if v == last or not infinitives or c.among(v, "auxiliaries", "modals")]
        return set(keep)
