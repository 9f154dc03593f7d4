"""Which currency a sign stands for, from locale data; a sign that several countries share needs a region."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

from babel import Locale
from babel.core import get_global

from mannerly.protect.source_formats import SourceFormats

# Characters of Unicode category Sc in one class, for regexes.
SIGN_CHARS = "$\u00a2-\u00a5\u058f\u060b\u09f2\u09f3\u0e3f\u17db\u20a0-\u20c0\uff04\uffe0\uffe1\uffe5\uffe6"
# Locales whose own sign CLDR's English does not use.
_SIGN_LOCALES = ("en_001", "en", "ru", "tr", "uk", "kk", "th", "he", "vi", "fil")
_DOLLARS = frozenset("$\uff04")
_YENS = frozenset("\u00a5\uffe5")


@lru_cache(maxsize=128)
def currency_signs(formats: SourceFormats) -> MappingProxyType[str, str]:
    """Return sign to ISO 4217 code; a sign that cannot be told apart has the code "".

    A bare dollar sign needs a region the caller named; a bare yen sign takes the likely region of
    the language. Signs made of letters come from the source locale alone.
    """
    signs: dict[str, str] = {}
    for name in _SIGN_LOCALES:
        for code, sign in Locale.parse(name).currency_symbols.items():
            if sign != code and any(char in _sign_set() for char in sign):
                signs.setdefault(_bare(sign), code)
    if formats.locale:
        for code, sign in formats.locale.currency_symbols.items():
            if sign != code and _is_current(code):
                signs[_bare(sign)] = code
    for sign in _DOLLARS:
        signs[sign] = _regional(formats, formats.region, _DOLLARS)
    for sign in _YENS:
        signs[sign] = _regional(formats, formats.region or formats.likely_region, _YENS)
    return MappingProxyType(signs)


@lru_cache(maxsize=128)
def common_codes(regions: tuple[str, ...]) -> frozenset[str]:
    """Return the ISO codes that may stand beside a whole number: traded widely, or money of one of the regions.

    Other codes (ALL, TOP, TRY) read like words and need decimals or groups to count.
    """
    symbols = Locale.parse("en").currency_symbols
    local = {code for region in regions for code in (territory_currency(region),) if code}
    return frozenset({code for code, sign in symbols.items() if sign != code and code != "XXX"} | local)


@lru_cache(maxsize=1)
def current_codes() -> frozenset[str]:
    """Return every currency that some territory uses today."""
    return frozenset(
        str(code)
        for entries in get_global("territory_currencies").values()
        for code, _, ended, tender in entries
        if ended is None and tender
    )


@lru_cache(maxsize=512)
def territory_currency(region: str) -> str:
    """Return the legal tender of a region, "" when not known."""
    entries = get_global("territory_currencies").get(region, ())
    return next((str(code) for code, _, ended, tender in reversed(entries) if ended is None and tender), "")


def _regional(formats: SourceFormats, region: str, family: frozenset[str]) -> str:
    code = territory_currency(region) if region else ""
    if not (code and formats.locale):
        return ""
    return code if formats.locale.currency_symbols.get(code) in family else ""


def _is_current(code: str) -> bool:
    return code in current_codes()


def _bare(sign: str) -> str:
    return sign.strip("\u200e\u200f\u061c .")


@lru_cache(maxsize=1)
def _sign_set() -> frozenset[str]:
    first_last = ((0xA2, 0xA5), (0x20A0, 0x20C0))
    block = {chr(code) for first, last in first_last for code in range(first, last + 1)}
    return frozenset(block | set("$\u0e3f\uffe5"))
