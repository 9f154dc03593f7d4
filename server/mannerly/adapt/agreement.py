"""Choose the particle that fits the sound before it; must not know which particles a language has."""

from __future__ import annotations

from dataclasses import replace

from mannerly.language.library import LanguageLibrary
from mannerly.language.rules import Agreement, Particle
from mannerly.language.tags import parse_tag
from mannerly.model.context import Context
from mannerly.model.draft import Draft, Edit, Origin, Segment
from mannerly.model.spans import unmask

_FIRST_SYLLABLE, _LAST_SYLLABLE = 0xAC00, 0xD7A3  # Unicode, Hangul Syllables
_FINALS = 28  # finals per syllable block: none and 27 consonants
_RIEUL = 8  # index of the final rieul


class AgreeParticles:
    """Step: two-form particles after a filled slot."""

    def __init__(self, library: LanguageLibrary) -> None:
        """Use the agreement data of a language library."""
        self._library = library

    def __call__(self, draft: Draft, context: Context) -> Draft:
        """Return the draft with each two-form particle resolved whose preceding sound is known."""
        agreement = self._library.get(parse_tag(context.locale)).agreement
        if not agreement.particles:
            return draft
        edits: list[Edit] = []
        segments = []
        for index, segment in enumerate(draft.segments):
            agreed = segment
            if segment.provenance.origin in (Origin.PHRASE, Origin.PACK, Origin.LOCALE):
                for particle in agreement.particles:
                    agreed = _agreed(agreed, particle, agreement, draft)
            if agreed.text != segment.text:
                edits.append(_edit(segment, agreed, index))
            segments.append(agreed)
        return replace(draft, segments=tuple(segments)).noting(edits=tuple(edits))


def _agreed(segment: Segment, particle: Particle, agreement: Agreement, draft: Draft) -> Segment:
    head, *rest = segment.text.split(particle.written)
    text = head
    for part in rest:
        text += choose(unmask(text, draft.spans), particle, agreement) + part
    return replace(segment, text=text)


def choose(before: str, particle: Particle, agreement: Agreement) -> str:
    """Return the particle's form after a text, or its two-form spelling where the sound is not known.

    Args:
        before: what stands before the particle.
        particle: the particle.
        agreement: gives the final sounds of digits and letters.
    """
    sound = final_sound(before, agreement)
    forms = {"consonant": particle.after_consonant, "vowel": particle.after_vowel, "rieul": particle.after_rieul}
    return forms.get(sound, particle.written)


def final_sound(text: str, agreement: Agreement) -> str:
    """Return "consonant", "vowel" or "rieul" for the last sound of a text, "" when not known."""
    last = text[-1:]
    if last and _FIRST_SYLLABLE <= ord(last) <= _LAST_SYLLABLE:
        final = (ord(last) - _FIRST_SYLLABLE) % _FINALS
        return {0: "vowel", _RIEUL: "rieul"}.get(final, "consonant")
    return agreement.final_sounds.get(last, "")


def _edit(before: Segment, after: Segment, index: int) -> Edit:
    return Edit(
        step="agreement",
        rule_id="agreement.particle",
        before=before.text,
        after=after.text,
        reason="The particle follows the sound before it.",
        segment=index,
    )
