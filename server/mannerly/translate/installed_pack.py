"""One installed pack as a value, read from its folder; must not load the model."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

from mannerly.model.errors import PackError
from mannerly.translate.argos import read_package

MANIFEST = "mannerly.sha256.json"
NEEDED = ("metadata.json", "sentencepiece.model", "model/model.bin")
_CODE = re.compile(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_REMEDY = "Get the pack again and install it with `mannerly packs add FILE`."


@dataclass(frozen=True, kw_only=True)
class InstalledPack:
    """A translation pack on disk.

    Args:
        name: such as "translate-en_de".
        from_code: code of the source language, as the pack writes it.
        to_code: code of the target language.
        version: version of the pack.
        sha256: digest over the digests of all files, as recorded at installation.
        path: its folder.
        target_prefix: token the decoder starts with, "" for none.
        starter: True for a small pack that ships with Mannerly.
    """

    name: str
    from_code: str
    to_code: str
    version: str
    sha256: str
    path: Path
    target_prefix: str = ""
    starter: bool = False

    @property
    def label(self) -> str:
        """Name and version, as provenance shows them."""
        return f"{self.name} {self.version}"

    @property
    def pair(self) -> str:
        """The pair as commands take it, such as "en-de"."""
        return f"{self.from_code}-{self.to_code}"

    @property
    def rank(self) -> tuple[bool, Version]:
        """What decides between two packs of one pair: that somebody installed a full one, then the version."""
        return not self.starter, Version(self.version)


def read_installed(folder: Path, *, starter: bool = False) -> InstalledPack:
    """Read a pack's folder.

    Args:
        folder: an unpacked pack.
        starter: True when it lies among the packs that ship with Mannerly.

    Raises:
        PackError: a file is missing or the metadata are not valid.
    """
    for needed in NEEDED:
        if not (folder / needed).is_file():
            raise PackError(f"The pack has no {needed}.", remedy=_REMEDY)
    metadata = _metadata(folder)
    return InstalledPack(
        name=f"translate-{metadata['from_code']}_{metadata['to_code']}",
        from_code=metadata["from_code"],
        to_code=metadata["to_code"],
        version=metadata["package_version"],
        sha256=fingerprint(recorded_digests(folder) or digests(folder)),
        path=folder,
        target_prefix=metadata["target_prefix"],
        starter=starter or metadata["starter"],
    )


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a pack by relative path, without the manifest; links are refused."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            raise PackError("The pack has a link.", remedy=_REMEDY)
        if path.is_file() and path.name != MANIFEST:
            with path.open("rb") as content:
                found[path.relative_to(folder).as_posix()] = hashlib.file_digest(content, "sha256").hexdigest()
    return found


def recorded_digests(folder: Path) -> dict[str, str] | None:
    """Return the digests recorded at installation, None when there are none that can be read."""
    try:
        recorded = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(recorded, dict) or not all(isinstance(value, str) for value in recorded.values()):
        return None
    return recorded


def fingerprint(recorded: Mapping[str, str]) -> str:
    """Return one digest for all files of a pack."""
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(recorded.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def _metadata(folder: Path) -> dict[str, Any]:
    """Return the checked metadata; Argos itself accepts nearly anything."""
    try:
        raw = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
        package = read_package(folder)
    except PackError:
        raise
    except Exception as error:  # Argos raises whatever its parsers raise
        raise PackError(f"metadata.json cannot be read ({type(error).__name__}).", remedy=_REMEDY) from error
    if package.type != "translate":
        raise PackError("The pack is not a translation pack.", remedy=_REMEDY)
    for code in (package.from_code, package.to_code):
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            raise PackError("metadata.json names no valid language pair.", remedy=_REMEDY)
    return {
        "from_code": package.from_code,
        "to_code": package.to_code,
        "package_version": _version(package.package_version),
        "target_prefix": package.target_prefix if isinstance(package.target_prefix, str) else "",
        "starter": raw.get("starter") is True,
    }


def _version(written: object) -> str:
    try:
        return str(Version(written if isinstance(written, str) else ""))
    except InvalidVersion as error:
        raise PackError("metadata.json names no valid package_version.", remedy=_REMEDY) from error
