"""Guesses the language of a text with py3langid, loaded at first use; knows no request."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

# py3langid's label where it differs from the code used everywhere else.
_LABELS = {"nb": "no"}


@dataclass(frozen=True, kw_only=True)
class Guess:
    """A detected language.

    Args:
        language: primary language subtag, "" when there was nothing to go by.
        probability: how sure the detector is among its languages, 0 to 1.
    """

    language: str
    probability: float


class LangidDetector:
    """Naive Bayes over byte n-grams, restricted to the languages that are served; safe to share between threads."""

    def __init__(self, languages: Iterable[str]) -> None:
        """Remember the languages; the model (about 0.8 s) loads at the first call.

        Args:
            languages: primary language subtags; those the model does not know are never guessed.
        """
        self._languages = tuple(dict.fromkeys(languages))
        self._lock = threading.Lock()
        self._model: Any = None

    def __call__(self, text: str) -> Guess:
        """Return the most likely language.

        Args:
            text: prose, without links and codes.
        """
        label, probability = self._loaded().classify(text)
        names = {label: code for code, label in _LABELS.items() if code in self._languages}
        return Guess(language=names.get(label, label), probability=probability)

    def _loaded(self) -> Any:  # noqa: ANN401 (py3langid has no types)
        with self._lock:
            if self._model is None:
                from py3langid.langid import (  # type: ignore[import-untyped, unused-ignore]
                    MODEL_FILE,
                    LanguageIdentifier,
                )

                model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
                wanted = {_LABELS.get(code, code) for code in self._languages}
                model.set_languages(wanted & set(model.labels))
                self._model = model
            return self._model
