"""Approved sentences of a language, read from gettext; must not know how a reply is split or protected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from mannerly.model.errors import LanguageDataError
from mannerly.model.facts import Register

SLOT = re.compile(r"\{([a-z_]+)\}")
COUNT = "count"
TYPED_SLOTS = frozenset(
    {
        "name", "agent", "company", "order", "tracking", "code", "amount", "date", "time",
        "link", "email", "phone", COUNT, "percent", "product",
    }
)  # fmt: skip
_ID = re.compile(r"^id: ([a-z0-9_]+(?:\.[a-z0-9_]+)+)$")


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """One approved sentence in one register.

    Args:
        id: stable dotted id, the same in every language.
        register: FORMAL or INFORMAL, UNKNOWN where the sentence addresses nobody.
        source: English wordings: one, or singular and plural.
        forms: wordings in the language: one, or one per plural form.
    """

    id: str
    register: Register
    source: tuple[str, ...]
    forms: tuple[str, ...]

    @property
    def is_plural(self) -> bool:
        """True when the wording depends on {count}."""
        return len(self.source) > 1


@dataclass(frozen=True, kw_only=True)
class Phrasebook:
    """All approved sentences of one language, later folders overriding earlier ones.

    Args:
        language: folder name of the most specific file.
        phrases: by id and register.
        plural_form: index into Phrase.forms for a count (the file's Plural-Forms header).
    """

    language: str
    phrases: Mapping[tuple[str, Register], Phrase]
    plural_form: Callable[[int], int]

    def find(self, phrase_id: str, register: Register) -> Phrase | None:
        """Return the phrase in the register, or the one that addresses nobody, or None."""
        return self.phrases.get((phrase_id, register)) or self.phrases.get((phrase_id, Register.UNKNOWN))

    def in_any_register(self, phrase_id: str) -> Phrase | None:
        """Return the phrase in whatever register exists, formal first."""
        found = (self.find(phrase_id, register) for register in (Register.FORMAL, Register.INFORMAL))
        return next((phrase for phrase in found if phrase), None)

    @property
    def ids(self) -> frozenset[str]:
        """Ids of all phrases."""
        return frozenset(phrase_id for phrase_id, _ in self.phrases)


@dataclass(frozen=True, kw_only=True)
class PhraseFile:
    """One phrasebook.po with its plural rule."""

    phrases: tuple[Phrase, ...]
    plural_form: Callable[[int], int]


def read_phrasebook(path: Path) -> PhraseFile:
    """Read and check one phrasebook.po.

    Raises:
        LanguageDataError: naming file and line of the first fault found.
    """
    try:
        with path.open("rb") as handle:
            catalog = read_po(handle, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise LanguageDataError(f"{path}: {error}.", remedy="Run msgfmt --check on the file.") from error
    return PhraseFile(
        phrases=tuple(_phrase(message, catalog, path) for message in catalog if message.id and not message.fuzzy),
        plural_form=c2py(catalog.plural_expr),
    )


def _phrase(message: Message, catalog: Catalog, path: Path) -> Phrase:
    where = f"{path}:{message.lineno}"
    ids = [match[1] for comment in message.auto_comments if (match := _ID.match(comment))]
    if len(ids) != 1:
        raise LanguageDataError(
            f"{where}: the entry has no '#. id:' comment.", remedy="Add one, such as #. id: delivery.shipped"
        )
    if message.context not in (None, Register.FORMAL, Register.INFORMAL):
        raise LanguageDataError(f"{where}: msgctxt {message.context!r}.", remedy="Use formal, informal or none.")
    source, forms = _texts(message.id), _texts(message.string)
    if len(source) > 1 and len(forms) != catalog.num_plurals:
        raise LanguageDataError(f"{where}: {len(forms)} plural forms.", remedy=f"Give {catalog.num_plurals}.")
    phrase = Phrase(id=ids[0], register=Register(message.context or Register.UNKNOWN), source=source, forms=forms)
    _require_same_slots(phrase, where)
    return phrase


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(part or "") for part in (value if isinstance(value, (tuple, list)) else (value,)))


def _require_same_slots(phrase: Phrase, where: str) -> None:
    wanted = Counter(SLOT.findall(phrase.source[-1]))
    for form in phrase.forms:
        if not form:
            raise LanguageDataError(f"{where}: {phrase.id} is empty.", remedy="Translate it or remove the entry.")
        found = Counter(slot for slot in SLOT.findall(form) if slot in TYPED_SLOTS)
        spare = {COUNT} if phrase.is_plural else set()  # "one day" may leave the number out
        if {s: n for s, n in found.items() if s not in spare} != {s: n for s, n in wanted.items() if s not in spare}:
            raise LanguageDataError(
                f"{where}: {phrase.id} has slots {sorted(found)}, the source has {sorted(wanted)}.",
                remedy="Use each slot of the source exactly once.",
            )


def merge(files: Iterable[PhraseFile], language: str) -> Phrasebook:
    """Merge phrasebook files, most specific last."""
    merged: dict[tuple[str, Register], Phrase] = {}
    plural_form: Callable[[int], int] = _only_form
    for file in files:
        plural_form = file.plural_form
        overridden = {phrase.id for phrase in file.phrases}
        merged = {key: phrase for key, phrase in merged.items() if key[0] not in overridden}
        merged |= {(phrase.id, phrase.register): phrase for phrase in file.phrases}
    return Phrasebook(language=language, phrases=merged, plural_form=plural_form)


def _only_form(_: int) -> int:
    return 0
