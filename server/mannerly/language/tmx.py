"""Phrasebooks as TMX 1.4b (LISA OSCAR), the exchange format of translation memories; must not touch files on disk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree

from mannerly.language.phrasebook import Phrase, Phrasebook
from mannerly.model.errors import LanguageDataError
from mannerly.model.facts import Register

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ID, _REGISTER, _FORM = "x-mannerly-id", "x-mannerly-register", "x-mannerly-form"


@dataclass(frozen=True, kw_only=True)
class TranslationUnit:
    """One pair of texts; id, register and form are "" where the memory does not say."""

    source: str
    target: str
    phrase_id: str = ""
    register: Register = Register.UNKNOWN
    form: int = 0


def write_tmx(book: Phrasebook, version: str) -> bytes:
    """Return a phrasebook as a TMX document.

    Args:
        book: phrases to write; each plural form is a unit of its own.
        version: version of the writing tool, for the header.
    """
    root = ElementTree.Element("tmx", version="1.4")
    ElementTree.SubElement(
        root,
        "header",
        {
            "creationtool": "mannerly",
            "creationtoolversion": version,
            "segtype": "sentence",
            "o-tmf": "gettext",
            "adminlang": "en",
            "srclang": "en",
            "datatype": "plaintext",
        },
    )
    body = ElementTree.SubElement(root, "body")
    for phrase in book.phrases.values():
        for form, wording in enumerate(phrase.forms):
            _append(body, phrase, form, wording, book.language)
    ElementTree.indent(root)
    stream = BytesIO()
    ElementTree.ElementTree(root).write(stream, encoding="utf-8", xml_declaration=True)
    return stream.getvalue()


def read_tmx(document: bytes, language: str) -> tuple[TranslationUnit, ...]:
    """Return the units of a TMX document that pair English with a language.

    Args:
        document: the bytes of the file.
        language: BCP-47 tag; a regional variant in the file matches its language.

    Raises:
        LanguageDataError: it is not TMX, declares entities, or has no unit in the language.
    """
    if b"<!ENTITY" in document.upper():
        raise LanguageDataError("The TMX file declares XML entities.", remedy="Export it again without a DTD.")
    try:
        root = ElementTree.fromstring(document)  # noqa: S314 - entity declarations were refused above
    except ElementTree.ParseError as error:
        line, column = error.position
        raise LanguageDataError(
            f"The file is not TMX: line {line}, column {column}.", remedy="Export it again."
        ) from error
    units = tuple(unit for element in root.iter("tu") if (unit := _unit(element, language)))
    if root.tag != "tmx" or not units:
        raise LanguageDataError(f"The file pairs nothing with {language}.", remedy="Check its xml:lang attributes.")
    return units


def _append(body: ElementTree.Element, phrase: Phrase, form: int, wording: str, language: str) -> None:
    unit = ElementTree.SubElement(body, "tu", tuid=f"{phrase.id}#{phrase.register}#{form}")
    for kind, value in ((_ID, phrase.id), (_REGISTER, phrase.register), (_FORM, str(form))):
        ElementTree.SubElement(unit, "prop", type=kind).text = value
    source = phrase.source[min(form, len(phrase.source) - 1)]
    for tag, text in (("en", source), (language, wording)):
        variant = ElementTree.SubElement(unit, "tuv", {_LANG: tag})
        ElementTree.SubElement(variant, "seg").text = text


def _unit(element: ElementTree.Element, language: str) -> TranslationUnit | None:
    texts = dict(_variants(element))
    source, target = _best(texts, "en"), _best(texts, language)
    if not (source and target):
        return None
    props = {prop.get("type"): prop.text or "" for prop in element.iter("prop")}
    register = props.get(_REGISTER, "")
    return TranslationUnit(
        source=source,
        target=target,
        phrase_id=props.get(_ID, ""),
        register=Register(register) if register in tuple(Register) else Register.UNKNOWN,
        form=int(props[_FORM]) if props.get(_FORM, "").isdigit() else 0,
    )


def _variants(element: ElementTree.Element) -> Iterable[tuple[str, str]]:
    for variant in element.iter("tuv"):
        segment = variant.find("seg")
        if segment is not None:
            yield (variant.get(_LANG) or variant.get("lang") or "").lower(), "".join(segment.itertext()).strip()


def _best(texts: dict[str, str], language: str) -> str:
    exact = texts.get(language.lower())
    primary = language.lower().split("-")[0]
    return exact or next((text for tag, text in texts.items() if tag.split("-")[0] == primary), "")
