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
# To contradict the caller takes more: a few words of another language are common in a reply.
_SURE_TO_DOUBT = 0.99
_FEWEST_TO_DOUBT = 40
_ENOUGH = 400  # characters that tell the language as well as the whole text
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
            draft = replace(draft, source_language=parse_tag(context.request.source).written_language)
            # Only a text that would go out untranslated is worth the time to doubt its language.
            return self._doubted(draft) if _passes(draft, context) else draft
        prose, letters = _prose(draft)
        guess = self.detector(prose) if letters else Guess(language="", probability=0.0)
        draft = replace(draft, source_language=guess.language)
        too_short = len(letters) < _FEWEST_LETTERS and _is_latin(letters)
        if guess.probability < _SURE or too_short:
            return draft.noting(findings=(_uncertain(guess, passes=_passes(draft, context) and bool(letters)),))
        return draft

    def _doubted(self, draft: Draft) -> Draft:
        """Say so when a text is clearly in another language than the request names."""
        named = draft.source_language.split("-")[0]
        prose, letters = _prose(draft)
        if len(letters) < _FEWEST_TO_DOUBT:
            return draft
        guess = self.detector(prose)
        if guess.language in ("", named) or guess.probability < _SURE_TO_DOUBT:
            return draft
        return draft.noting(findings=(_differs(named, guess),))


def primary_language(tag: str) -> str:
    """Return the canonical primary language of a BCP-47 tag, "" for an empty or undetermined one."""
    language = tag.replace("_", "-").split("-")[0].strip().lower()
    alias = str(get_global("language_aliases").get(language, language))
    return "" if language == "und" else alias.split("_")[0]


def _is_latin(letters: str) -> bool:
    return all(char < "\u0250" or "\u1e00" <= char <= "\u1eff" for char in letters)


def _prose(draft: Draft) -> tuple[str, str]:
    prose = _NOISE.sub(" ", draft.original[:_ENOUGH])
    return prose, "".join(_LETTER.findall(prose))


def _passes(draft: Draft, context: Context) -> bool:
    """Tell whether the text would go out untranslated, so that a wrong language is no matter of style."""
    return draft.source_language == parse_tag(context.locale).written_language


def _differs(named: str, guess: Guess) -> Finding:
    return Finding(
        code="read.language_differs",
        severity=Severity.BLOCKING,
        message=f'The request names the language "{named}", but the text reads as "{guess.language}".',
        remedy="Correct the field source, or leave it out.",
    )


def _uncertain(guess: Guess, *, passes: bool) -> Finding:
    language = f'read as "{guess.language}" with probability {guess.probability:.2f}' if guess.language else "not known"
    return Finding(
        code="read.language_uncertain",
        severity=Severity.BLOCKING if passes else Severity.ADVICE,
        message=f"The language of the reply is not certain: {language}.",
        remedy="Name it in the field source.",
    )
