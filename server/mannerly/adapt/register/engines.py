"""Which engine rewrites which language, and the data it is built from; knows no rule of any language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import RLock

from mannerly.adapt.register import (
    arabic,
    chinese,
    dutch,
    french,
    german,
    hindi,
    indonesian,
    italian,
    japanese,
    korean,
    polish,
    portuguese,
    russian,
    spanish,
    thai,
    turkish,
    vietnamese,
)
from mannerly.adapt.register.engine import Engine, MissingLibrary
from mannerly.adapt.register.markers import Markers
from mannerly.language.register import RegisterData
from mannerly.language.tags import parse_tag

BuildEngine = Callable[[RegisterData], Engine]

ENGINES: Mapping[str, BuildEngine] = {
    "ar": arabic.build,
    "de": german.build,
    "es": spanish.build,
    "fr": french.build,
    "hi": hindi.build,
    "id": indonesian.build,
    "it": italian.build,
    "ja": japanese.build,
    "ko": korean.build,
    "nl": dutch.build,
    "pl": polish.build,
    "pt": portuguese.build,
    "ru": russian.build,
    "th": thai.build,
    "tr": turkish.build,
    "vi": vietnamese.build,
    "zh": chinese.build,
}


class Engines:
    """One engine per locale, built when first needed."""

    def __init__(self, data_of: Callable[[str], RegisterData], builders: Mapping[str, BuildEngine] = ENGINES) -> None:
        """Use the register data of a BCP-47 tag, and builders by primary language subtag."""
        self._data_of = data_of
        self._builders = builders
        self._built: dict[str, Engine | MissingLibrary | None] = {}
        self._lock = RLock()

    def data(self, locale: str) -> RegisterData:
        """Return the register data of a locale."""
        return self._data_of(locale)

    def get(self, locale: str) -> Engine | MissingLibrary | None:
        """Return the locale's engine, the library it lacks, or None where the language has none."""
        if locale not in self._built:
            with self._lock:
                self._built.setdefault(locale, self._build(locale))
        return self._built[locale]

    def _build(self, locale: str) -> Engine | MissingLibrary | None:
        build = self._builders.get(parse_tag(locale).language)
        data = self._data_of(locale)
        if build is None:
            return Markers(data) if data.markers else None
        try:
            return build(data)
        except MissingLibrary as missing:
            return missing
