"""Find approved phrases near a text, for people to choose from; never used to translate by itself."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from mannerly.language.phrasebook import Phrase, Phrasebook


@dataclass(frozen=True, kw_only=True)
class PhraseHit:
    """A phrase and how near its English or its wording is to the text, 0 to 1."""

    phrase: Phrase
    nearness: float


def search_phrases(book: Phrasebook, text: str, *, limit: int = 10, least: float = 0.3) -> tuple[PhraseHit, ...]:
    """Return the nearest phrases, best first.

    Args:
        book: where to look.
        text: words of the English source or of the translation; a phrase that holds all of them comes first.
        limit: most hits to return, at least 1.
        least: least nearness, 0 to 1.
    """
    wanted = text.casefold()
    hits = [PhraseHit(phrase=phrase, nearness=_nearness(phrase, wanted)) for phrase in book.phrases.values()]
    near = sorted((hit for hit in hits if hit.nearness >= least), key=lambda hit: (-hit.nearness, hit.phrase.id))
    return tuple(near[:limit])


def _nearness(phrase: Phrase, wanted: str) -> float:
    words = wanted.split()
    best = 0.0
    for candidate in (*phrase.source, *phrase.forms):
        folded = candidate.casefold()
        held = sum(word in folded for word in words) / len(words) if words else 0.0
        # Word overlap finds phrases by keyword; the sequence ratio orders them by how much else they say.
        best = max(best, 0.7 * held + 0.3 * SequenceMatcher(None, wanted, folded).ratio())
    return best
