"""Turkish verb stems, what is derived from them, and their commands; knows no sentence."""

from __future__ import annotations

from mannerly.adapt.register.turkish.letters import Letters
from mannerly.language.patterns import compiled
from mannerly.language.register import RegisterData

_DEEPEST = 4
_SIZES = range(1, 6)


class TurkishVerbs:
    """The stems of the data; endings attach by harmony."""

    def __init__(self, data: RegisterData, letters: Letters) -> None:
        """Build the tables of stems."""
        words = {name: frozenset(entries.split()) for name, entries in data.words.items()}
        hardened = data.maps["hardened"]
        voiced = {hard: soft for soft, hard in hardened.items()}
        self._letters = letters
        self._softening = {stem[:-1] + voiced[stem[-1]]: stem for stem in words["softening"]}
        self._voiced = {stem: soft for soft, stem in self._softening.items()}
        self._stems = (words["stems"] | words["softening"]) - words["no_stems"]
        self._known = words["stems"] | words["softening"] | frozenset(self._softening)
        self._light = words["light_verbs"]
        self._happenings = words["happenings"]
        self._commands = data.maps["commands"]
        self._polite = data.maps["polite"]
        self._derived = compiled(data.patterns["derived"])
        self._open = compiled(data.patterns["open_stem"])
        self._aorist = compiled(data.patterns["aorist"])
        self._negative = compiled(data.patterns["negative"])
        self._passive = compiled(data.patterns["passive"])
        self._command = compiled(data.patterns["siz_command"])
        self._voiceless = words["voiceless"]
        self._back = words["back"]
        self._glide, self._ending = str(data.policy["glide"]), str(data.policy["command_ending"])

    def is_verb(self, stem: str) -> bool:
        """Tell whether a stem is a verb's: listed, of an open class, or derived from such a one."""
        return self.root(stem) != ""

    def root(self, stem: str, depth: int = 0) -> str:
        """Return the listed stem within a stem as it stands before its endings, "" where there is none."""
        if stem in self._known:
            return self._softening.get(stem, stem)
        if self._open.match(stem):
            return stem
        if depth == _DEEPEST:
            return ""
        inner = (stem[:-size] for size in _SIZES if self._derived.fullmatch(stem[-size:]))
        return next((root for one in inner if one and (root := self.root(one, depth + 1))), "")

    def is_present(self, form: str) -> bool:
        """Tell whether a form is the simple present without person: gelir, okur, eder."""
        return any(self._aorist.fullmatch(form[-size:]) and self.is_verb(form[:-size]) for size in (1, 2))

    def is_past(self, stem: str, voice: str) -> bool:
        """Tell whether a past ending with this consonant may stand behind the stem."""
        sharp = stem[-1:] in self._voiceless
        return bool(stem) and sharp == (voice in self._voiceless) and (self.is_verb(stem) or self.is_present(stem))

    def is_thing(self, stem: str) -> bool:
        """Tell whether a thing rather than a person is the subject: a passive, or a verb of happening."""
        root = self.root(stem)
        return root in self._happenings or (root != stem and self._passive.search(stem) is not None)

    def is_light(self, stem: str) -> bool:
        """Tell whether the verb takes a bare noun as its object."""
        return self.root(stem) in self._light

    def is_command(self, form: str) -> bool:
        """Tell whether a form is a bare stem that commands."""
        return form in self._stems

    def is_doing(self, form: str) -> bool:
        """Tell whether a form is a stem with -ma: "do not", and "the doing" as well."""
        found = self._negative.match(form)
        if found is None or not found["stem"]:
            return False
        harmonic = (self._letters.narrow(found["stem"]) in self._back) == (found["vowel"] in self._back)
        return harmonic and self.is_verb(found["stem"])

    def polite(self, stem: str) -> str:
        """Return the polite command of a stem."""
        if stem in self._polite:
            return self._polite[stem]
        vowel = self._letters.narrow(stem)
        glide = self._glide if self._letters.is_vowel(stem[-1]) else ""
        return self._voiced.get(stem, stem) + glide + vowel + self._ending

    def plain(self, form: str) -> str:
        """Return the stem of a polite command, "" where the form is none."""
        if form in self._commands:
            return self._commands[form]
        found = self._command.match(form)
        if found is None:
            return ""
        for stem in (found["stem"], found["stem"] + found["glide"]):
            glides = bool(found["glide"]) and stem == found["stem"]
            if stem and self._letters.is_vowel(stem[-1]) == glides and self._narrows(stem, found["end"]):
                plain = self._softening.get(stem, stem)
                if plain in self._stems or self._open.match(plain) or (glides and self.is_doing(plain)):
                    return plain
        return ""

    def _narrows(self, stem: str, end: str) -> bool:
        return self._letters.narrow(stem) == end[0]
