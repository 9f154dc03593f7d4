"""BCP-47 tags: parse, canonicalise and fall back; must not know which languages have data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from mannerly.model.errors import InvalidInput, UnknownLocale

# RFC 5646, section 2.1, langtag: language [-extlang] [-script] [-region] *(-variant) *(-extension) [-privateuse].
_WELL_FORMED = re.compile(
    r"^(?P<language>[a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$",
    re.IGNORECASE,
)
_MAX_TAG = 64


@dataclass(frozen=True, kw_only=True)
class LocaleTag:
    """A canonical tag of language, optional script and optional region."""

    language: str
    script: str = ""
    region: str = ""

    def __str__(self) -> str:
        return "-".join(part for part in (self.language, self.script, self.region) if part)

    @property
    def likely_script(self) -> str:
        """The script the language is written in there (CLDR likely subtags)."""
        return self.script or _likely(self.language, self.region)[0]

    @property
    def written_language(self) -> str:
        """The language, with its script where that is not the usual one: "de", "zh", "zh-Hant"."""
        return (
            self.language
            if self.likely_script == _likely(self.language, "")[0]
            else f"{self.language}-{self.likely_script}"
        )

    @property
    def likely_region(self) -> str:
        """The region, given or likely (CLDR likely subtags)."""
        return self.region or _likely(self.language, "", self.script)[1]

    @property
    def babel(self) -> Locale:
        """The Babel locale nearest to this tag."""
        return _babel(self.language, self.likely_script if self.script or self.language == "zh" else "", self.region)

    @property
    def is_right_to_left(self) -> bool:
        """True for Arabic, Hebrew and other right-to-left scripts."""
        return self.babel.character_order == "right-to-left"

    def fallbacks(self) -> tuple[str, ...]:
        """Return folder names from the most specific to the least; never one written in another script."""
        names = [str(self), f"{self.language}-{self.region}", f"{self.language}-{self.likely_script}"]
        if self.likely_script == _likely(self.language, "")[0]:
            names.append(self.language)
        return tuple(dict.fromkeys(name for name in names if not name.endswith("-")))


@lru_cache(maxsize=1024)
def parse_tag(text: str, *, field: str = "locale") -> LocaleTag:
    """Parse a BCP-47 tag in any case; extensions and private use are accepted and dropped.

    Args:
        text: the tag, such as "pt-BR", "PT_br" or "zh-Hant-TW".
        field: name of the request field, for the error.

    Raises:
        InvalidInput: the tag is malformed (RFC 5646).
        UnknownLocale: it is well-formed, but CLDR knows no such language, script or region.
    """
    match = _WELL_FORMED.fullmatch(text.replace("_", "-")) if len(text) <= _MAX_TAG else None
    if not match:
        raise InvalidInput(
            "This is not a BCP-47 language tag.", field=field, remedy="Send a tag such as de-DE or pt-BR."
        )
    tag = LocaleTag(
        language=_current(match["language"].lower()),
        script=(match["script"] or "").title(),
        region=(match["region"] or "").upper(),
    )
    _require_known(tag, field)
    return tag


def _current(language: str) -> str:
    """Return the code that replaced a deprecated one (iw, he)."""
    return str(get_global("language_aliases").get(language, language)).split("_")[0]


@lru_cache(maxsize=512)
def _require_known(tag: LocaleTag, field: str) -> None:
    names = Locale("en")
    known = (
        tag.language in names.languages
        and (not tag.script or tag.script in names.scripts)
        and (not tag.region or tag.region in names.territories)
    )
    try:
        usable = known and bool(tag.babel)
    except UnknownLocaleError:
        usable = False
    if not usable:
        raise UnknownLocale(
            f"The locale {tag} is not known.", field=field, remedy="ListLocales names the locales that can be used."
        )


@lru_cache(maxsize=512)
def _likely(language: str, region: str, script: str = "") -> tuple[str, str]:
    likely = get_global("likely_subtags")
    for key in (f"{language}_{region}", f"{language}_{script}", language):
        if key in likely:
            parts = likely[key].split("_")
            return parts[1], parts[2]
    return "Latn", ""


@lru_cache(maxsize=512)
def _babel(language: str, script: str, region: str) -> Locale:
    for identifier in ((language, script, region), (language, "", region), (language, script, ""), (language, "", "")):
        try:
            return Locale.parse("_".join(part for part in identifier if part))
        except (UnknownLocaleError, ValueError):
            continue
    raise UnknownLocaleError(language)
