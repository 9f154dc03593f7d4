"""Finds German imperatives to readers who are called du or ihr; knows no polite form and changes nothing."""

from __future__ import annotations

from functools import cached_property

from mannerly.adapt.register.german.clauses import Clauses
from mannerly.adapt.register.text import Kind


class FamiliarRequests:
    """The imperatives of one text."""

    def __init__(self, clauses: Clauses, *, plural: bool) -> None:
        """Look at these clauses.

        Args:
            clauses: of the text.
            plural: whether a pronoun shows that several readers are addressed.
        """
        self._c = clauses
        self._plural = plural

    @cached_property
    def found(self) -> dict[int, str]:
        """The place of each imperative with its polite form."""
        return {i: polite for i in self._heads if (polite := self._read(i))}

    @cached_property
    def _heads(self) -> tuple[int, ...]:
        """The places where the verb of an imperative may stand: after words that open no clause."""
        c, heads = self._c, set[int]()
        for chunk in c.chunks:
            starts = [chunk.start, *(j + 1 for j in range(chunk.start, chunk.end) if c.among(j, "coordinators"))]
            for start in starts:
                head = start
                while head < chunk.end and (c.among(head, "imperative_leads") or c.word(head).kind is Kind.NUMBER):
                    heads.add(head)
                    head += 1
                heads.add(head)
            if not c.has(chunk.start, chunk.end, "other_subjects", "familiar_subject"):
                heads.update(j for j in range(chunk.start, chunk.end) if c.among(j + 1, "request_word"))
        return tuple(sorted(i for i in heads if i < len(c.words) and c.low(i)))

    def _read(self, i: int) -> str:
        c = self._c
        if c.word(i).quoted or c.noun(i) or c.compound(i) or c.among(i, "imperative_leads", "no_requests"):
            return ""
        if self._has_subject(i):
            return ""
        polite = c.verbs.imperative(c.low(i))
        if polite and self._addresses(i):
            return polite
        many = c.verbs.second_plural(c.low(i))
        return many.plural if many and self._addresses_many(i) else ""

    def _has_subject(self, i: int) -> bool:
        c = self._c
        after = c.skip(i + 1, "particles")
        if c.among(i + 1, "subject_only") or c.among(after, "subject_only", "formal_subject"):
            return not (c.among(after, "formal_subject") and not c.word(after).capital)
        if c.has(i + 1, c.piece_end(i), "speaker") or (c.among(i + 1, "neuter") and c.among(i, "copulas")):
            return True
        return c.among(i, "first_verbs") and c.among(i + 1, "first_person_objects")

    def _addresses(self, i: int) -> bool:
        """Tell whether an imperative by its form is one by its neighbours."""
        c = self._c
        chunk = c.chunk(i)
        if chunk.question and chunk.last and not c.has(i, chunk.end, "request_word"):
            return False
        if c.among(i, "wish_only"):
            return any(c.among(j, "wishes") for j in range(i + 1, chunk.end))
        marked = c.has(chunk.start, chunk.end, "reader_marks")
        if c.among(i, "speaker_imperatives"):
            own = c.verbs.imperative(c.low(i)) in c.grammar.sets["dative_reflexives"]
            return not c.noun(i + 1) and (marked or (c.among(i + 1, "datives_of_speaker") and not own))
        if c.has(i + 1, chunk.end, "speaker_adverbs") and c.verbs.first_person(c.low(i)) and not marked:
            return False
        if c.among(i, "noun_imperatives") and c.word(i).capital:
            told = marked and c.has(i + 1, c.piece_end(i), "after_imperative")
            return (told or c.among(i + 1, "objects_after_noun")) and not c.noun(i + 1)
        if c.among(i, "sure_imperatives"):
            return True
        if i + 1 >= chunk.end:
            return chunk.ended or marked or self._elided(i) or c.low(i) in c.grammar.sets["bare_imperatives"]
        following = c.word(i + 1)
        if following.kind is not Kind.WORD:
            return True
        if c.among(i + 1, "coordinators"):
            return marked or c.verbs.imperative(c.low(i + 2)) != ""
        if c.among(i + 1, "after_imperative") or marked:
            return True
        if c.noun(i + 1):
            return not c.among(i, "adjectives")
        low = c.low(i)
        return not c.verbs.first_person(low) and c.verbs.to_imperative(c.verbs.imperative(low)) == low

    def _elided(self, i: int) -> bool:
        """Tell whether an apostrophe follows: mach's gut."""
        return i + 1 < len(self._c.words) and self._c.word(i + 1).glued and self._c.word(i + 1).text in "'\u2019"

    def _addresses_many(self, i: int) -> bool:
        c = self._c
        chunk = c.chunk(i)
        if chunk.question or c.low(i) in c.grammar.sets["never_many"]:
            return False
        near = c.has(i + 1, chunk.end, "plural_object", "plural_possessives")
        let = c.low(i) in c.grammar.sets["let_many"] and c.among(i + 1, "objects_of_speaker")
        asked = c.has(chunk.start, chunk.end, "request_word") or c.among(i + 1, "objects_of_speaker")
        return near or let or (self._plural and asked)
