"""All language data under one folder, loaded once when first needed; knows files, not requests."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from mannerly.language.address import Address
from mannerly.language.phrasebook import Phrasebook, merge, read_phrasebook
from mannerly.language.register import RegisterData, merged_register
from mannerly.language.rules import Agreement, Formats, Meaning, Punctuation, Wording
from mannerly.language.tags import LocaleTag, parse_tag
from mannerly.language.yaml_reader import DataModel, check, read_mapping
from mannerly.model.errors import UnknownLocale

ModelT = TypeVar("ModelT", bound=DataModel)


@dataclass(frozen=True, kw_only=True)
class Language:
    """Everything known about how one locale writes.

    Args:
        tag: the locale asked for.
        folders: folders the data came from, most specific first.
        revision: short hash over the bytes of every file used.
    """

    tag: LocaleTag
    folders: tuple[str, ...]
    revision: str
    address: Address
    formats: Formats
    punctuation: Punctuation
    meaning: Meaning
    agreement: Agreement
    wording: Wording
    register: RegisterData
    phrasebook: Phrasebook


class LanguageLibrary:
    """The languages under a `locales` folder."""

    def __init__(self, root: Path) -> None:
        """Open a library.

        Args:
            root: folder with one sub-folder per BCP-47 tag.
        """
        self._root = root
        self._loaded: dict[LocaleTag, Language] = {}
        self._supported: dict[LocaleTag, bool] = {}
        self._lock = RLock()

    @property
    def folders(self) -> tuple[str, ...]:
        """Tags that have a folder, sorted."""
        return tuple(sorted(path.name for path in self._root.iterdir() if path.is_dir()))

    @property
    def languages(self) -> tuple[str, ...]:
        """Tags with data of their own: a phrasebook, not only an overlay."""
        return tuple(name for name in self.folders if (self._root / name / "phrasebook.po").is_file())

    def supports(self, tag: LocaleTag) -> bool:
        """Tell whether there is data for the tag or a fallback of it."""
        known = self._supported.get(tag)
        if known is None:
            known = any((self._root / name / "address.yaml").is_file() for name in tag.fallbacks())
            self._supported[tag] = known
        return known

    def get(self, tag: LocaleTag, *, field: str = "locale") -> Language:
        """Return the data of a locale.

        Raises:
            UnknownLocale: there is no data for the language.
            LanguageDataError: a file is broken.
        """
        loaded = self._loaded.get(tag)
        if loaded is not None:
            return loaded
        if not self.supports(tag):
            raise UnknownLocale(
                f"There is no language data for {tag}.",
                field=field,
                remedy="ListLocales names the locales that can be used.",
            )
        with self._lock:
            if tag not in self._loaded:
                self._loaded[tag] = self._load(tag)
            return self._loaded[tag]

    def load_all(self) -> tuple[Language, ...]:
        """Load every language, for warm-up and checks."""
        return tuple(self.get(parse_tag(name)) for name in self.languages)

    def files(self, folder: str) -> tuple[Path, ...]:
        """Return the data files of a folder, sorted by name."""
        return tuple(sorted(path for path in (self._root / folder).iterdir() if path.is_file()))

    def paths(self) -> tuple[tuple[Path, Path], ...]:
        """Return every data file with the library's folder."""
        return tuple((path, self._root) for folder in self.folders for path in self.files(folder))

    def _load(self, tag: LocaleTag) -> Language:
        folders = tuple(name for name in tag.fallbacks() if (self._root / name).is_dir())
        base = str(tag)
        return Language(
            tag=tag,
            folders=folders,
            revision=self._revision(folders),
            address=self._merged(Address, "address.yaml", folders),
            formats=self._merged(Formats, "formats.yaml", folders),
            punctuation=self._punctuation(folders),
            meaning=self._merged(Meaning, "meaning.yaml", folders),
            agreement=self._merged(Agreement, "agreement.yaml", folders, default={"language": base}),
            wording=self._merged(Wording, "wording.yaml", folders, default={"language": base}),
            register=self._register(folders, base),
            phrasebook=self._phrasebook(folders, base),
        )

    def _existing(self, name: str, folders: tuple[str, ...]) -> list[Path]:
        return [path for folder in folders if (path := self._root / folder / name).is_file()]

    def _merged(
        self, model: type[ModelT], name: str, folders: tuple[str, ...], default: dict[str, Any] | None = None
    ) -> ModelT:
        paths = self._existing(name, folders)
        if not paths and default is not None:
            return model.model_validate(default)
        if not paths:
            raise UnknownLocale(f"{folders[0]} has no {name}.", remedy="Add the file or remove the folder.")
        data: dict[str, Any] = {}
        for path in reversed(paths):
            data |= read_mapping(path)
        return check(model, data, paths[0])

    def _punctuation(self, folders: tuple[str, ...]) -> Punctuation:
        files = [check(Punctuation, read_mapping(path), path) for path in self._existing("punctuation.yaml", folders)]
        dropped = {rule_id for file in files for rule_id in file.without}
        rules = tuple(rule for file in files for rule in file.rules if rule.id not in dropped)
        space = next((file.sentence_space for file in files if "sentence_space" in file.model_fields_set), " ")
        return Punctuation(language=folders[0], sentence_space=space, rules=rules)

    def _register(self, folders: tuple[str, ...], language: str) -> RegisterData:
        paths = [path for name in reversed(folders) for path in sorted((self._root / name).glob("register*.yaml"))]
        if not paths:
            return RegisterData(language=language)
        data = merged_register(tuple(read_mapping(path) for path in paths))
        return check(RegisterData, data | {"language": language}, paths[-1])

    def _phrasebook(self, folders: tuple[str, ...], language: str) -> Phrasebook:
        paths = self._existing("phrasebook.po", folders)
        return merge((read_phrasebook(path) for path in reversed(paths)), language)

    def _revision(self, folders: tuple[str, ...]) -> str:
        digest = hashlib.sha256()
        for folder in folders:
            for path in self.files(folder):
                digest.update(path.name.encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:12]
