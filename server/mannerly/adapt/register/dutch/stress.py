"""Chooses between weak and strong forms of the familiar reader in Dutch: je or jij, jou, jouw; changes nothing."""

from __future__ import annotations

from mannerly.adapt.register.dutch.informal import Part, Role
from mannerly.adapt.register.dutch.line import Line


class Stress:
    """The form that a polite word gets, by what is stressed in its clause."""

    def __init__(self, line: Line, roles: dict[int, Role]) -> None:
        """Read this line, with the roles of its polite words."""
        self._line = line
        self._words = line.words
        self._roles = roles

    def pronoun(self, i: int, role: Role) -> str:
        """Return the pronoun for u."""
        if role.part is Part.OBJECT:
            strong = self._is_coordinated(i) or self._is_strong_object(i)
            return self._words.one("strong_object" if strong else "reader_informal")
        asked = self._is_opinion(i, role)
        strong = asked or self._is_coordinated(i) or self._is_contrasted(i, role) or self._echoes(i, role)
        return self._words.one("strong_subject" if strong else "reader_informal")

    def possessive(self, i: int) -> str:
        """Return the possessive for uw."""
        line, words = self._line, self._words
        after = line.word(line.next(i))
        chosen = words.has("choice_words", after) and any(words.has("is", line.word(k)) for k in line.before(i))
        before = line.word(line.prev(i))
        owners = (line.word(k) for k in line.sentence_before(i))
        owner = next((word for word in owners if words.has("first_possessives", word) or word == line.word(i)), "")
        against = words.has("coordinators", before) and words.has("first_possessives", owner)
        return words.one("strong_possessive" if chosen or against else "reader_informal")

    def _is_coordinated(self, i: int) -> bool:
        after = self._line.next(i)
        if self._line.word(after) != self._words.one("and") or after is None:
            return False
        return self._words.has("coordinated", self._line.word(self._line.next(after)))

    def _is_contrasted(self, i: int, role: Role) -> bool:
        line, words = self._line, self._words
        before, after = line.prev(i), line.next(i)
        if words.has("comparing", line.word(before)) and (after is None or self._compares(after)):
            return True
        if words.has("stress_before", line.word(before)):
            return True
        if role.verb is not None or not all(words.has("openers", line.word(k)) for k in line.before(i)):
            return False
        return after is None or (words.has("stress_after", line.word(after)))

    def _compares(self, verb: int) -> bool:
        """Net als jij hou ik van reizen: the main clause follows at once."""
        is_first = self._words.has("first_person", self._line.word(self._line.next(verb)))
        return is_first and self._line.verbs.is_(self._line.word(verb), "stem", "past_")

    def _is_opinion(self, i: int, role: Role) -> bool:
        """Wat vindt u? Wat zou u doen?: nothing but the reader is asked for."""
        line, words = self._line, self._words
        if role.verb is None or not line.is_question(i) or not words.has("opinion_verbs", line.word(role.verb)):
            return False
        after = [k for k in line.sentence_after(i) if not line.tokens[k].is_mark]
        asked = words.has("opinion_questions", line.word(line.prev(role.verb)))
        return asked and (not after or (len(after) == 1 and words.has("opinion_deeds", line.word(after[0]))))

    def _echoes(self, i: int, role: Role) -> bool:
        """En jij? Wat doe jij? The question after a bare counter-question keeps its stress."""
        if role.verb is None or not self._line.is_question(i):
            return False
        return any(
            self._is_contrasted(k, other) and self._line.tokens[k].sentence == self._line.tokens[i].sentence - 1
            for k, other in self._roles.items()
            if k < i and other.part is Part.SUBJECT
        )

    def _is_strong_object(self, i: int) -> bool:
        line, words = self._line, self._words
        before, after = line.prev(i), line.next(i)
        if before is None or words.has("stress_before", line.word(before)):
            return before is not None
        if not words.has("prepositions", line.word(before)):
            return False
        ahead = line.prev(before)
        marked = words.has("stress_before", line.word(ahead)) or words.has("stress_after", line.word(after))
        if line.tokens[before].opens or marked:
            return True
        if after is None and words.has("stress_prepositions", line.word(ahead)):
            return True
        if after is None and words.has("handing", line.word(before)) and words.has("handed", line.word(ahead)):
            return True
        if words.has("owning", line.word(before)) and words.has("owned", line.word(ahead)):
            return True
        if ahead is not None and line.tokens[ahead].opens and words.has("coordinators", line.word(ahead)):
            return True
        return after is None and line.is_question(i) and self._ends(i) and self._is_about(i, before)

    def _is_about(self, i: int, before: int) -> bool:
        """En met jou? Hoe zit het met jou? Is dit van jou?"""
        words, clause = self._words, [self._line.word(k) for k in self._line.before(before)]
        if any(words.has("asking_about", word) for word in clause):
            return True
        owned = words.has("owning", self._line.word(before)) and any(words.has("be", word) for word in clause)
        return owned or not any(self._line.verbs.read(word) or words.has("be", word) for word in clause)

    def _ends(self, i: int) -> bool:
        return all(self._line.tokens[k].is_mark for k in self._line.sentence_after(i))
