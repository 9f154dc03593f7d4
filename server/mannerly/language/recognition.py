"""Find salutations and closings that a writer typed, by the language's own patterns; must not rewrite them."""

from __future__ import annotations

import regex

from mannerly.language.address import Recognise
from mannerly.language.library import LanguageLibrary
from mannerly.language.patterns import compiled
from mannerly.language.tags import parse_tag

# A salutation inside a line ends with a mark; without one it must be the whole line.
_ENDS_WITH_MARK = regex.compile(r".*[\p{Po}\p{Pd}]$", regex.DOTALL)


class Recogniser:
    """Salutations and closings of every language in a library."""

    def __init__(self, library: LanguageLibrary) -> None:
        """Use the `recognise` patterns of a language library."""
        self._library = library

    def salutation_prefix(self, line: str, language: str) -> int:
        """Return the length of the salutation a line begins with, 0 for none.

        Args:
            line: a masked line without surrounding white space.
            language: primary language of the text, "" when not known.
        """
        found = 0
        for pattern in self._patterns(language).salutation if self._knows(language) else ():
            match = compiled(pattern, ignore_case=True).match(line)
            if match and (match.end() == len(line) or _ENDS_WITH_MARK.match(match[0])):
                found = max(found, match.end())
        return found

    def is_closing(self, line: str, language: str) -> bool:
        """Tell whether a masked line is a closing formula."""
        return self._knows(language) and any(
            compiled(pattern, ignore_case=True).fullmatch(line) for pattern in self._patterns(language).closing
        )

    def _knows(self, language: str) -> bool:
        return bool(language) and self._library.supports(parse_tag(language))

    def _patterns(self, language: str) -> Recognise:
        return self._library.get(parse_tag(language)).address.recognise
