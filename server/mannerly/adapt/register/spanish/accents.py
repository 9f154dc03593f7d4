"""Where a Spanish word is stressed and how it is written with pronouns at its end; knows no grammar."""

from __future__ import annotations

from mannerly.language.register import RegisterData

_LETTERS = ("silent", "silent_after", "front_vowels", "light_endings", "half_vowel")


class Accents:
    """Spelling of stress, from the tables of the language's data."""

    def __init__(self, data: RegisterData) -> None:
        """Read the letters of the data."""
        self._accented = data.maps["accented"]
        self._plain = {marked: plain for plain, marked in self._accented.items()}
        self._strong = frozenset(data.words["strong_vowels"].split())
        self._weak = frozenset(data.words["weak_vowels"].split())
        self._letters = {name: frozenset(data.words[name].split()) for name in _LETTERS}

    def bare(self, word: str) -> str:
        """Return a lower-case word without its accent."""
        return "".join(self._plain.get(letter, letter) for letter in word)

    def joined(self, form: str, pronouns: str, dropped: int = 0) -> str:
        """Return a verb form with pronouns written to its end, the accent where the rules want it.

        Args:
            form: the verb form.
            pronouns: what is written to it.
            dropped: how many letters the form loses before them.
        """
        place = self._stress(form)
        word = self.bare(form)[: len(form) - dropped] + pronouns
        if place < 0:
            return word
        hiatus = self._plain.get(form[place], "") in self._weak and self._touches_strong(word, place)
        if place == self._unmarked(word, self._nuclei(word)) and not hiatus:
            return word
        return word[:place] + self._accented.get(word[place], word[place]) + word[place + 1 :]

    def _touches_strong(self, word: str, place: int) -> bool:
        return any(0 <= near < len(word) and word[near] in self._strong for near in (place - 1, place + 1))

    def _stress(self, word: str) -> int:
        marked = [place for place, letter in enumerate(word) if letter in self._plain]
        return marked[0] if marked else self._unmarked(word, self._nuclei(word))

    def _unmarked(self, word: str, nuclei: list[int]) -> int:
        if not nuclei:
            return -1
        light = word[-1] in self._letters["light_endings"] and len(nuclei) > 1
        return nuclei[-2 if light else -1]

    def _nuclei(self, word: str) -> list[int]:
        """Return the place of the vowel that carries each syllable."""
        nuclei: list[int] = []
        previous = -2
        for place, letter in enumerate(word):
            if not self._is_vowel(word, place):
                continue
            together = place == previous + 1 and bool(nuclei)
            previous = place
            if not together or (letter in self._strong and word[nuclei[-1]] in self._strong):
                nuclei.append(place)
            elif letter in self._strong or word[nuclei[-1]] not in self._strong:
                nuclei[-1] = place
        return nuclei

    def _is_vowel(self, word: str, place: int) -> bool:
        letter = word[place]
        if letter in self._strong:
            return True
        if letter not in self._weak:
            return False
        following = word[place + 1 : place + 2]
        if letter in self._letters["silent"] and place and word[place - 1] in self._letters["silent_after"]:
            return following not in self._letters["front_vowels"]
        return following not in self._strong | self._weak or letter not in self._letters["half_vowel"]
