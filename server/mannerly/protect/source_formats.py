"""How the language of the source text writes numbers, from locale data; must not know any word of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

_SPACES = frozenset(" \u00a0\u202f\u2009")
_APOSTROPHES = frozenset("'\u2019")


@dataclass(frozen=True, kw_only=True)
class SourceFormats:
    """Number and region facts of the source text.

    Args:
        locale: Babel's data, None for a language it does not know.
        decimal: decimal separators; "" when not known.
        groups: grouping separators.
        region: ISO 3166 region the caller named, "" when only a language is known.
        likely_region: the region CLDR thinks of when only the language is known, "" when none.
    """

    locale: Locale | None = None
    decimal: str = ""
    groups: str = ""
    region: str = ""
    likely_region: str = ""

    @property
    def identifier(self) -> str:
        """Babel's name of the locale, "" when there is none."""
        return str(self.locale) if self.locale else ""


@lru_cache(maxsize=256)
def source_formats(language: str, tag: str) -> SourceFormats:
    """Return the formats of a source text.

    Args:
        language: primary language of the text.
        tag: BCP-47 tag the caller sent for it, "" when detected; its region counts only when the
            languages agree.

    Returns:
        What is known; an empty value for an unknown language.
    """
    locale = _parse(tag) if tag.replace("_", "-").split("-")[0].lower() == language.lower() else None
    locale = locale or _parse(language)
    if locale is None:
        return SourceFormats()
    likely = get_global("likely_subtags").get(locale.language, "")
    decimal, groups = _separators(locale)
    return SourceFormats(
        locale=locale,
        decimal=decimal,
        groups=groups,
        region=locale.territory or "",
        likely_region=str(likely).rpartition("_")[2],
    )


def _parse(tag: str) -> Locale | None:
    if not tag:
        return None
    try:
        return Locale.parse(tag.replace("_", "-"), sep="-")
    except (ValueError, TypeError, UnknownLocaleError):
        return None


def _separators(locale: Locale) -> tuple[str, str]:
    symbols = locale.number_symbols.get("latn", {})
    # Arabic-Indic digits come with separators of their own in every locale.
    decimals = {symbols.get("decimal") or ".", "\u066b"}
    groups = {symbols.get("group") or ",", "\u066c"}
    for family in (_SPACES, _APOSTROPHES):
        if groups & family:
            groups |= family
    return "".join(sorted(decimals)), "".join(sorted(groups - decimals))
