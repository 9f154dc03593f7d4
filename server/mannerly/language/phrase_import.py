"""Take translation units into the phrasebooks on disk, all or nothing; must not know where they came from."""

from __future__ import annotations

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from mannerly.language.phrasebook import read_phrasebook
from mannerly.language.tmx import TranslationUnit
from mannerly.model.errors import LanguageDataError
from mannerly.model.facts import Register

_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, kw_only=True)
class ImportReport:
    """How many phrases were changed, added or the same already."""

    changed: int = 0
    added: int = 0
    same: int = 0


def import_units(units: Iterable[TranslationUnit], *, english: Path, target: Path) -> ImportReport:
    """Merge units into a phrasebook; a sentence that is not in the English list yet is added to both.

    Args:
        units: pairs of English and the target language.
        english: phrasebook.po of English.
        target: phrasebook.po of the target language.

    Returns:
        What the import did.

    Raises:
        LanguageDataError: a unit loses a slot or lacks a plural form; no file is changed.
    """
    books = {path: _catalog(path) for path in (english, target)}
    before = {path: po_bytes(book) for path, book in books.items()}
    known = _known_ids(books[english])
    counts: dict[str, int] = defaultdict(int)
    for group in _grouped(units):
        source = group[0].source if len(group) == 1 else known.get(group[0].source, ("", group[0].source))[1]
        phrase_id, message_id = known.get(group[0].source, (_new_id(group[0]), source))
        if group[0].source not in known:
            _put(books[english], phrase_id, message_id, Register.UNKNOWN, [group[0].source])
        counts[_put(books[target], phrase_id, message_id, group[0].register, [unit.target for unit in group])] += 1
    _write_checked({path: book for path, book in books.items() if po_bytes(book) != before[path]})
    return ImportReport(**counts)


def po_bytes(catalog: Catalog) -> bytes:
    """Return a catalogue as this project writes them: one line per text, in file order."""
    stream = BytesIO()
    write_po(stream, catalog, width=0)
    return stream.getvalue().strip() + b"\n"


def _catalog(path: Path) -> Catalog:
    read_phrasebook(path)  # refuses a broken file before anything is changed
    with path.open("rb") as handle:
        return read_po(handle)


def _known_ids(catalog: Catalog) -> dict[str, tuple[str, str | tuple[str, ...]]]:
    known: dict[str, tuple[str, str | tuple[str, ...]]] = {}
    for message in catalog:
        phrase_id = next((c.removeprefix("id: ") for c in message.auto_comments if c.startswith("id: ")), "")
        for source in message.id if isinstance(message.id, tuple) else (message.id,):
            known[str(source)] = (phrase_id, tuple(message.id) if isinstance(message.id, (tuple, list)) else message.id)
    return known


def _grouped(units: Iterable[TranslationUnit]) -> Iterable[Sequence[TranslationUnit]]:
    """Put the plural forms of one phrase together, in order."""
    groups: dict[tuple[str, Register], list[TranslationUnit]] = defaultdict(list)
    for unit in units:
        groups[(unit.phrase_id or unit.source, unit.register)].append(unit)
    return [sorted(group, key=lambda unit: unit.form) for group in groups.values()]


def _put(catalog: Catalog, phrase_id: str, source: str | tuple[str, ...], register: Register, texts: list[str]) -> str:
    context = _context(catalog, source, register)
    message = catalog.get(source, context)
    string = tuple(texts) if isinstance(source, tuple) else texts[0]
    if message is not None:
        if message.string == string:
            return "same"
        message.string = string
        return "changed"
    catalog.add(source, string, auto_comments=[f"id: {phrase_id}"], context=context)
    return "added"


def _context(catalog: Catalog, source: str | tuple[str, ...], register: Register) -> str | None:
    """A memory that names no register means the sentence as it stands, or the formal one."""
    if register is not Register.UNKNOWN:
        return register.value
    has_formal = catalog.get(source, Register.FORMAL.value) is not None
    return Register.FORMAL.value if has_formal else None


def _new_id(unit: TranslationUnit) -> str:
    words = "_".join(_WORD.findall(unit.source.lower())[:5]) or "sentence"
    return unit.phrase_id or f"own.{words}_{hashlib.sha256(unit.source.encode()).hexdigest()[:6]}"


def _write_checked(books: dict[Path, Catalog]) -> None:
    """Write beside the files, check what was written, then replace them."""
    written: list[tuple[Path, Path]] = []
    try:
        for path, catalog in books.items():
            beside = path.with_suffix(".po.new")
            beside.write_bytes(po_bytes(catalog))
            written.append((beside, path))
            read_phrasebook(beside)
        for beside, path in written:
            os.replace(beside, path)
    except OSError as error:
        raise LanguageDataError(
            "The phrasebook cannot be written.",
            field="locales_dir",
            remedy="Point locales_dir to a folder you can write.",
        ) from error
    finally:
        for beside, _ in written:
            beside.unlink(missing_ok=True)
