"""Arabic pronouns of the reader, alone and written onto words; knows no verb of the reader."""

from __future__ import annotations

from collections.abc import Iterator

from mannerly.adapt.register.arabic.reading import Lexicon, Reading, Site
from mannerly.adapt.register.arabic.spelling import Token
from mannerly.adapt.register.arabic.verbs import FEMALE, MALE, PLURAL, ArabicVerbs


class Suffixes:
    """Finds pronouns of the second person."""

    def __init__(self, lexicon: Lexicon, verbs: ArabicVerbs) -> None:
        """Use these lists and, to know a word without its pronoun, these verbs."""
        self._lexicon = lexicon
        self._verbs = verbs
        endings = lexicon.maps["pronoun"]
        self._plural, self._single = endings["plural"], endings["singular"]

    def sites(self, reading: Reading) -> Iterator[Site]:
        """Go through the pronouns of a text."""
        for token in reading:
            site = self._pronoun(token) or self._special(token) or self._plural_site(token, reading)
            site = site or self._single_site(token, reading)
            if site is not None:
                yield site

    def _pronoun(self, token: Token) -> Site | None:
        for name, other in (("subject_plural", "subject_singular"), ("subject_singular", "subject_plural")):
            found = self._ending(token, name)
            if found is not None:
                lead, plural = found, name == "subject_plural"
                new = lead + self._lexicon.maps["pronoun"][other]
                forms = {MALE: new, FEMALE: new, PLURAL: new}
                return Site(token=token, plural=plural, rule="pronoun", forms=forms, case="nominative")
        return None

    def _ending(self, token: Token, name: str) -> str | None:
        for part in (token.fold, self._lexicon.spelling.without_and(token.fold)):
            if part in self._lexicon.lists[name]:
                return token.bare[: len(token.bare) - len(part)]
        return None

    def _special(self, token: Token) -> Site | None:
        for plural, table in ((True, "special_plural"), (False, "special_singular")):
            for old, new in self._lexicon.maps[table].items():
                lead = self._lead(token, old)
                if lead is not None:
                    return self._site(token, lead + new, plural=plural)
        return None

    def _lead(self, token: Token, old: str) -> str | None:
        if not token.fold.endswith(old):
            return None
        lead = token.bare[: len(token.bare) - len(old)]
        return lead if not lead or old in self._lexicon.spelling.stripped(token.fold) else None

    def _site(self, token: Token, new: str, *, plural: bool) -> Site:
        is_subject = self._lexicon.has("that_you", token)
        return Site(
            token=token,
            plural=plural,
            rule="suffix",
            forms={MALE: new, FEMALE: new, PLURAL: new},
            case="nominative" if is_subject else "",
        )

    def _plural_site(self, token: Token, reading: Reading) -> Site | None:
        lexicon, bare = self._lexicon, token.bare
        if lexicon.fits("plural_object", bare):
            start = bare.rindex(self._plural)
            new = bare[:start] + self._single + bare[start + len(self._plural) + 1 :]
            return self._site(token, new, plural=True)
        if not bare.endswith(self._plural) or lexicon.fits("no_plural", token.fold):
            return None
        if lexicon.has("price_question", token) and token.word.opens:
            return None
        near = (reading.before(token), reading.follows(token))
        if lexicon.has("greeting_end", token) and any(lexicon.has("greeting", word) for word in near):
            return None
        return self._site(token, bare.removesuffix(self._plural) + self._single, plural=True)

    def _single_site(self, token: Token, reading: Reading) -> Site | None:
        lexicon = self._lexicon
        if not token.bare.endswith(self._single):
            return None
        is_hope = lexicon.has("hope", token) and lexicon.has("hope_before", reading.before(token))
        if not is_hope and not self.is_single(token):
            return None
        return self._site(token, token.bare.removesuffix(self._single) + self._plural, plural=False)

    def is_single(self, token: Token) -> bool:
        """Tell whether the last letter of a word is the pronoun of one reader."""
        lexicon = self._lexicon
        parts = tuple(lexicon.spelling.stripped(token.fold))
        if any(part in lexicon.lists["with_single"] for part in parts):
            return True
        if lexicon.has("no_single", token) or any(lexicon.fits("no_single", part) for part in parts):
            return False
        if lexicon.fits("definite", token.bare):
            return False
        stems = tuple(part.removesuffix(self._single) for part in parts)
        if any(stem in lexicon.lists["stems"] for stem in stems):
            return True
        return self._is_verb(token) or lexicon.fits("open_single", token.fold)

    def _is_verb(self, token: Token) -> bool:
        stem = token.bare.removesuffix(self._single)
        for person in self._lexicon.maps["person_prefix"]:
            start = stem.find(person)
            if 0 <= start <= 2 and self._verbs.knows(self._lexicon.maps["person_prefix"][person] + stem[start + 1 :]):
                return self._lexicon.fits("verb_lead", stem[:start])
        return False
