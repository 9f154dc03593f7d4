"""Turkish letters: case with and without the dot, vowel harmony; knows no word."""

from __future__ import annotations

from mannerly.language.register import RegisterData


class Letters:
    """Case and harmony as the data give them."""

    def __init__(self, data: RegisterData) -> None:
        """Use the tables of these data."""
        self._lower = data.maps["lower"]
        self._upper = data.maps["upper"]
        self._harmony = data.maps["harmony"]

    def lower(self, text: str) -> str:
        """Return the text in lower case, letter by letter, so that places stay."""
        return "".join(self._lower.get(letter) or _single(letter.lower(), letter) for letter in text)

    def upper(self, text: str) -> str:
        """Return the text in capitals, letter by letter."""
        return "".join(self._upper.get(letter) or _single(letter.upper(), letter) for letter in text)

    def like(self, pattern: str, word: str) -> str:
        """Return a lower-case word with the capitals of the pattern."""
        if len(pattern) > 1 and pattern.isupper():
            return self.upper(word)
        return self.upper(word[:1]) + word[1:] if pattern[:1].isupper() else word

    def is_vowel(self, letter: str) -> bool:
        """Tell whether a lower-case letter is a vowel."""
        return letter in self._harmony

    def narrow(self, text: str) -> str:
        """Return the narrow vowel that follows the last vowel of a lower-case text, "" where it has none."""
        return next((self._harmony[letter] for letter in reversed(text) if letter in self._harmony), "")


def _single(changed: str, letter: str) -> str:
    return changed if len(changed) == 1 else letter
