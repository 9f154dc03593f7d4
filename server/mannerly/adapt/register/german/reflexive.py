"""Whose a German reflexive pronoun is and in which case it stands; knows no level and changes nothing."""

from __future__ import annotations

from collections.abc import Callable

from mannerly.adapt.register.german.clauses import Chunk, Clauses


class Reflexives:
    """The reflexive pronouns of one text."""

    def __init__(self, clauses: Clauses, is_subject: Callable[[int], bool], is_address: Callable[[int], bool]) -> None:
        """Look at these clauses.

        Args:
            clauses: of the text.
            is_subject: tells whether a word shows the reader as a subject: pronoun, verb or imperative.
            is_address: tells whether a word means the reader in any case.
        """
        self._c = clauses
        self._is_subject = is_subject
        self._is_address = is_address

    def bound(self, i: int) -> bool:
        """Tell whether a pronoun refers back to the reader as the subject of its clause."""
        c = self._c
        chunk = c.chunk(i)
        if self._let(i, chunk):
            return False
        end = c.piece_end(i)
        start = c.piece_start(i)
        while True:
            if self._controlled_here(i, chunk):
                return True
            if any(self._is_subject(j) for j in range(start, end)):
                return True
            finite = any(c.singular(j) for j in range(start, end))
            if finite or c.has(start, end, "subject_only", "speaker") or start <= chunk.start:
                break
            start, end = c.piece_start(start - 1), start - 1
        return self._infinitive(i, chunk)

    def _let(self, i: int, chunk: Chunk) -> bool:
        """Tell whether somebody else acts: lass mich dir helfen."""
        c = self._c
        let = any(c.among(j, "let_forms") for j in range(chunk.start, i))
        return let and c.has(chunk.start, i, "accusatives_of_speaker")

    def _controlled_here(self, i: int, chunk: Chunk) -> bool:
        """Tell whether an infinitive without a comma has the reader as its subject: wir bitten Sie sich zu melden."""
        c = self._c
        infinitive = c.infinitive(chunk)
        if infinitive <= i or c.has(i, i + 1, "familiar_dative") or not self._is_address(i - 1):
            return False
        return any(self._is_address(j) for j in range(chunk.start, i))

    def _infinitive(self, i: int, chunk: Chunk) -> bool:
        """Tell whether the subject that an infinitive clause takes over is the reader."""
        c = self._c
        before, after = c.neighbour(i, -1), c.neighbour(i, 1)
        if before is not None and before.end - before.start == 1:
            before = c.neighbour(i, -2) or before
        if c.infinitive(chunk) < 0:
            return self._continues(chunk, before)
        if self._own_choice(i) and not (before and self._is_subject_in(before)):
            return True
        purpose = c.among(c.skip(chunk.start, "leads"), "infinitive_opener")
        familiar = c.among(i, "familiar_dative", "familiar_accusative")
        follows = after is not None and (before is None or not familiar or (purpose and c.subordinate(after)))
        if (before and self._is_subject_in(before)) or (after and follows and self._is_subject_in(after)):
            return True
        if purpose or before is None or familiar:
            return not purpose and before is not None and self._asks(before)
        return any(self._is_address(j) for j in range(before.start, before.end))

    def _is_subject_in(self, chunk: Chunk) -> bool:
        return any(self._is_subject(j) for j in range(chunk.start, chunk.end))

    def _own_choice(self, i: int) -> bool:
        """Tell whether a familiar pronoun can only refer back: dich selbst zu ..., eine Art, dich auszudrücken."""
        c = self._c
        if not c.among(i, "familiar_dative", "familiar_accusative"):
            return False
        if c.among(i + 1, "emphatic"):
            return True
        before = c.neighbour(i, -1)
        bare = before is not None and not any(c.plural(j) or c.singular(j) for j in range(before.start, before.end))
        return bare and bool(self._lemmas(i) & self._known)

    def _asks(self, before: Chunk) -> bool:
        """Tell whether a clause asks the reader to do something: ich bitte dich, ..."""
        c = self._c
        return c.has(before.start, before.end, "control_verbs") and any(
            self._is_address(j) for j in range(before.start, before.end)
        )

    def _continues(self, chunk: Chunk, before: Chunk | None) -> bool:
        """Tell whether a chunk without a subject goes on with the clause before: du kannst anrufen, dich melden."""
        c = self._c
        if before is None or c.subordinate(chunk) or c.subordinate(before):
            return False
        own = range(chunk.start, chunk.end)
        if any(c.among(j, "other_subjects") or c.singular(j) for j in own):
            return False
        return any(self._is_subject(j) for j in range(before.start, before.end))

    def case(self, i: int) -> str:
        """Return "dative" or "accusative" for a reflexive pronoun."""
        c = self._c
        if c.among(i - 1, "dative_prepositions", "accusative_prepositions"):
            return "dative" if c.among(i - 1, "dative_prepositions") else "accusative"
        lemmas = self._lemmas(i)
        if lemmas & c.grammar.sets["accusative_reflexives"]:
            return "accusative"
        chunk = c.chunk(i)
        predicate = c.has(chunk.start, chunk.end, "dative_predicates")
        state = predicate and c.has(chunk.start, chunk.end, "predicate_verbs")
        told = lemmas & c.grammar.sets["dative_reflexives"] or c.has(chunk.start, chunk.end, "dative_participles")
        return "dative" if told or state or self._object(i) else "accusative"

    def _object(self, i: int) -> bool:
        """Tell whether the clause has another object in the accusative."""
        c = self._c
        if c.among(i - 1, "neuter"):
            return True
        head = c.skip(i + 1, "skipped_before_object")
        if head >= c.chunk(i).end:
            return False
        if c.among(head, "object_heads"):
            return not c.among(head + 1, "measures") and not c.among(head + 2, "measures")
        return c.noun(head)

    def _lemmas(self, i: int) -> frozenset[str]:
        """Return the infinitives of the clause, particles put back on their verbs."""
        c, found = self._c, set[str]()
        start, end = c.piece_start(i), c.piece_end(i)
        tail = c.low(end - 1)
        particle = tail if tail in c.verbs.separable else ""
        for j in range(start, end):
            marked = c.verbs.with_mark(c.low(j)) if not c.noun(j) else ""
            lemma = marked or (c.lemma(j) if c.plural(j) else "")
            if lemma and lemma not in c.grammar.sets["modals"]:
                known = particle and not marked and particle + lemma in self._known
                found.add(particle + lemma if known else lemma)
        return frozenset(found)

    @property
    def _known(self) -> frozenset[str]:
        sets = self._c.grammar.sets
        return sets["accusative_reflexives"] | sets["dative_reflexives"]
