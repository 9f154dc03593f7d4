"""Which language codes packs may use for a BCP-47 tag; knows no pack."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from babel.core import get_global

# Argos names some written forms by codes of its own; a form with such a code must not be mixed up with the plain one.
_OWN_CODES = {"pt_BR": "pb", "zh_Hant": "zt"}
_ONE_WAY = {"zh_Hant"}  # readers of this form would not accept the plain form
_SAME = {"nb": "no", "no": "nb", "he": "iw", "id": "in", "fil": "tl", "tl": "fil"}


def pack_codes(tag: str) -> tuple[str, ...]:
    """Return the pack codes that serve a language tag, best first.

    Args:
        tag: BCP-47 tag such as "de", "pt-BR" or "zh-TW", or a pack code such as "pb".

    Returns:
        Codes to look for in pack metadata; the tag itself, lower-cased, is always among them.
    """
    wanted = _likely(tag)
    language, script, territory = wanted
    own = [f"{language}_{territory}" if territory else "", f"{language}_{script}"]
    codes = [tag.lower(), *(_OWN_CODES[key] for key in own if key in _OWN_CODES)]
    if f"{language}_{script}" not in _ONE_WAY:
        codes += [language, *([_SAME[language]] if language in _SAME else [])]
    return tuple(dict.fromkeys(codes))


def main_code(tag: str) -> str:
    """Return the code to ask for when a pack for the tag is missing: "pb" for "pt-BR", "de" for "de-AT"."""
    language, script, territory = _likely(tag)
    return _OWN_CODES.get(f"{language}_{territory}") or _OWN_CODES.get(f"{language}_{script}") or language


def same_language(one: str, other: str) -> bool:
    """Tell whether two tags or pack codes are served by the same packs."""
    return bool(set(pack_codes(one)) & set(pack_codes(other)))


def expected_script(tag: str) -> str:
    """Return the ISO 15924 code of the script that a tag or pack code is written in, "" when not known."""
    return _likely(_full_tag(tag))[1]


def two_letter(code: str) -> str:
    """Return the shortest code of a language: "de" for "deu"; the code itself where there is none."""
    return str(get_global("language_aliases").get(code, code))


def _full_tag(tag: str) -> str:
    return next((full for full, own in _OWN_CODES.items() if own == tag.lower()), tag)


def _likely(tag: str) -> tuple[str, str, str]:
    """Return language, script and territory, the missing ones as CLDR thinks likely (territory only when given)."""
    try:
        given = Locale.parse(tag.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return tag.lower().replace("_", "-").split("-")[0], "", ""
    wanted = "_".join(part for part in (given.language, given.script, given.territory) if part)
    likely = get_global("likely_subtags")
    full = likely.get(wanted) or likely.get(given.language, wanted)
    script = given.script or next((part for part in full.split("_") if len(part) == 4 and part.isalpha()), "")
    return given.language, script, given.territory or ""
