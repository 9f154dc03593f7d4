"""Arabic verbs in the plural of respect, with their singular; knows no singular form in a text."""

from __future__ import annotations

from collections.abc import Iterator

from mannerly.adapt.register.arabic.reading import Lexicon, Reading, Site
from mannerly.adapt.register.arabic.spelling import Token
from mannerly.adapt.register.arabic.verbs import FEMALE, MALE, PLURAL, ArabicVerbs, Form

_RULES = {"i": "present", "j": "subjunctive", "c": "command", "p": "past"}


class PluralVerbs:
    """Finds verbs that address the reader in the plural of respect."""

    def __init__(self, lexicon: Lexicon, verbs: ArabicVerbs) -> None:
        """Use these lists and verbs."""
        self._lexicon = lexicon
        self._verbs = verbs

    def sites(self, reading: Reading, known: frozenset[int]) -> Iterator[Site]:
        """Go through the verbs of a text; `known` are the words that show the plural of respect otherwise."""
        seen = set(known)
        for token in reading:
            forms = [form for form in self._verbs.read(token.bare) if form.person == PLURAL]
            if token.word.index in known or not forms:
                continue
            site = self._site(token, reading, forms, is_addressed=any(place < token.word.index for place in seen))
            if site is not None:
                seen.add(token.word.index)
                yield site

    def _site(self, token: Token, reading: Reading, forms: list[Form], *, is_addressed: bool) -> Site | None:
        govern = reading.mood(token, forms[0].lead or forms[-1].lead)
        chosen = self._chosen(forms, "j" if govern else "c")
        if chosen.mood == "c" and not self._commands(token, reading, chosen, is_addressed=is_addressed):
            return None
        # A weak verb is shorter where a jussive particle governs it: not so after other particles.
        moods = {"j": "j" if govern == "j" else "i"}
        male = self._verbs.written(chosen, moods.get(chosen.mood, chosen.mood), MALE)
        female = male if chosen.mood == "p" else self._verbs.written(chosen, chosen.mood, FEMALE)
        if male is None or female is None:
            return None
        return Site(
            token=token,
            plural=True,
            rule=_RULES[chosen.mood],
            forms={MALE: male, FEMALE: female, PLURAL: token.bare},
            lemma=chosen.verb,
            case="accusative" if chosen.verb in self._lexicon.lists["copulas"] else "",
        )

    @staticmethod
    def _chosen(forms: list[Form], wanted: str) -> Form:
        rank = {wanted: 0, "p": 1, "i": 1}
        return min(forms, key=lambda form: rank.get(form.mood, 2))

    def _commands(self, token: Token, reading: Reading, form: Form, *, is_addressed: bool) -> bool:
        before = reading.before(token)
        if self._lexicon.has("who", before) or (not token.word.opens and reading.speaks_of_several(token)):
            return False
        return reading.opens(token) or bool(form.conjunction and is_addressed) or is_addressed
