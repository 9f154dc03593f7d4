"""Says which mood a que asks of the verb after it, also where the que repeats an earlier one; must not know levels."""

from __future__ import annotations

from mannerly.adapt.register.french.verbs import Mood
from mannerly.adapt.register.french.words import Lexicon


def finite_mood(before: str, lexicon: Lexicon) -> Mood:
    """Return the mood of a verb with a subject.

    Args:
        before: the sentence as far as the subject.
        lexicon: the words.
    """
    if lexicon.matches("subjunctive", before):
        return Mood.SUBJUNCTIVE
    if not lexicon.matches("joined_que", before):
        return Mood.FINITE
    for end in reversed(lexicon.ends_of("que", before)[:-1]):
        if lexicon.matches("subjunctive", before[:end]):
            return Mood.SUBJUNCTIVE
        if lexicon.matches("indicative", before[:end]):
            return Mood.FINITE
    return Mood.FINITE
