"""Which versions of the libraries that shape a text are installed; must not import any of them."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version

# Libraries whose data or decisions reach the customer's text. One that is not installed counts as such.
SHAPING = (
    "babel",
    "ctranslate2",
    "kiwipiepy",
    "kiwipiepy-model",
    "phonenumbers",
    "py3langid",
    "pymorphy3",
    "pymorphy3-dicts-ru",
    "pythainlp",
    "pytz",
    "regex",
    "sentencepiece",
    "sentencex",
    "sudachidict-small",
    "sudachipy",
)


@cache
def shaping_libraries() -> dict[str, str]:
    """Return the version of each library, "" where it is not installed."""
    return {name: _version(name) for name in SHAPING}


@cache
def libraries_revision() -> str:
    """Return a short hash over these names and versions, 8 hexadecimal digits."""
    lines = "\n".join(f"{name} {installed}" for name, installed in shaping_libraries().items())
    return hashlib.sha256(lines.encode()).hexdigest()[:8]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
