"""Which engine rewrites which language, and the data it is built from; knows no rule of any language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from threading import RLock

from mannerly.adapt.register.engine import Engine, MissingLibrary
from mannerly.adapt.register.markers import Markers
from mannerly.language.register import RegisterData
from mannerly.language.tags import parse_tag

BuildEngine = Callable[[RegisterData], Engine]

_MODULES = {
    "ar": "arabic", "de": "german", "es": "spanish", "fr": "french", "hi": "hindi", "id": "indonesian",
    "it": "italian", "ja": "japanese", "ko": "korean", "nl": "dutch", "pl": "polish", "pt": "portuguese",
    "ru": "russian", "th": "thai", "tr": "turkish", "vi": "vietnamese", "zh": "chinese",
}  # fmt: skip


def _builder(name: str) -> BuildEngine | None:
    try:
        module = import_module(f"mannerly.adapt.register.{name}")
    except ModuleNotFoundError:
        return None
    built: BuildEngine = module.build
    return built


ENGINES: Mapping[str, BuildEngine] = {
    language: builder for language, name in _MODULES.items() if (builder := _builder(name)) is not None
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
