"""The detect step: settles the language of the source text, and says so when it is not sure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from babel.core import get_global

from mannerly.language.tags import parse_tag
from mannerly.model.context import Context
from mannerly.model.draft import Draft, Finding, Severity
from mannerly.read.detector import Guess

# What tells nothing about the language: links, addresses, placeholders, anything with a digit.
_NOISE = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[{<\[][^{}<>\[\]\n]{1,80}[}>\]]|\S*\d\S*|[@#]\w+")
_LETTER = re.compile(r"[^\W\d_]")
_SURE = 0.8
# Latin-script texts below this many letters are too alike across languages; other scripts speak for themselves.
_FEWEST_LETTERS = 12


@dataclass(frozen=True, kw_only=True)
class DetectLanguage:
    """Set `source_language`.

    Args:
        detector: guesses the language of a text.
    """

    detector: Callable[[str], Guess]

    def __call__(self, draft: Draft, context: Context) -> Draft:
        """Return the draft with its language; a guess that is not sure adds the finding read.language_uncertain."""
        if primary_language(context.request.source):
            return replace(draft, source_language=parse_tag(context.request.source).written_language)
        prose = _NOISE.sub(" ", draft.original)
        letters = "".join(_LETTER.findall(prose))
        guess = self.detector(prose) if letters else Guess(language="", probability=0.0)
        draft = replace(draft, source_language=guess.language)
        too_short = len(letters) < _FEWEST_LETTERS and _is_latin(letters)
        if guess.probability < _SURE or too_short:
            return draft.noting(findings=(_uncertain(guess),))
        return draft


def primary_language(tag: str) -> str:
    """Return the canonical primary language of a BCP-47 tag, "" for an empty or undetermined one."""
    language = tag.replace("_", "-").split("-")[0].strip().lower()
    alias = str(get_global("language_aliases").get(language, language))
    return "" if language == "und" else alias.split("_")[0]


def _is_latin(letters: str) -> bool:
    return all(char < "\u0250" or "\u1e00" <= char <= "\u1eff" for char in letters)


def _uncertain(guess: Guess) -> Finding:
    language = f'read as "{guess.language}" with probability {guess.probability:.2f}' if guess.language else "not known"
    return Finding(
        code="read.language_uncertain",
        severity=Severity.ADVICE,
        message=f"The language of the reply is not certain: {language}.",
        remedy="Name it in the field source.",
    )
