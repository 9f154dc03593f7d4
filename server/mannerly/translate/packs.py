"""The packages folder: lists, installs, removes, checks and finds packs; must not use the network."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mannerly.model.errors import NotFound, PackError
from mannerly.translate.archive import UNUSED, ArchiveLimits, unpack
from mannerly.translate.codes import pack_codes, same_language
from mannerly.translate.engine import check_loads
from mannerly.translate.installed_pack import MANIFEST, InstalledPack, digests, read_installed, recorded_digests
from mannerly.translate.marian_import import convert_marian, is_marian

PIVOT = "en"
_TEMPORARY = ".new-"  # dot folders are never packs


@dataclass(frozen=True, kw_only=True)
class BrokenPack:
    """A folder among the packs that is none, and why."""

    path: Path
    problem: str
    remedy: str


class PackStore:
    """The packs of one folder, and the read-only starter packs of another."""

    def __init__(self, folder: Path, *, starters: Path | None = None, limits: ArchiveLimits | None = None) -> None:
        """Look at folders; nothing is read or created yet.

        Args:
            folder: where `add` installs; may not exist yet.
            starters: folder of packs that ship with Mannerly, never written to.
            limits: what an archive may hold.
        """
        self._folder = folder
        self._starters = starters
        self._limits = limits or ArchiveLimits()

    def list(self) -> tuple[InstalledPack, ...]:
        """Return the readable packs, best first within a pair."""
        return self.survey()[0]

    def survey(self) -> tuple[tuple[InstalledPack, ...], tuple[BrokenPack, ...]]:
        """Return the readable packs and the folders that had to be skipped."""
        packs, broken = [], []
        for folder, starter in ((self._folder, False), (self._starters, True)):
            for path in _pack_folders(folder):
                try:
                    packs.append(read_installed(path, starter=starter))
                except PackError as error:
                    broken.append(BrokenPack(path=path, problem=error.message, remedy=error.remedy))
                except OSError as error:
                    remedy = "Make the folder readable or remove it."
                    broken.append(BrokenPack(path=path, problem=f"{type(error).__name__}.", remedy=remedy))
        packs.sort(key=lambda pack: pack.rank, reverse=True)
        packs.sort(key=lambda pack: pack.pair)
        return tuple(packs), tuple(broken)

    def find(self, source: str, target: str) -> InstalledPack | None:
        """Return the best pack that translates directly between two tags, None when there is none."""
        packs = self.list()
        for to_code in pack_codes(target):
            for from_code in pack_codes(source):
                for pack in packs:
                    if (pack.from_code.lower(), pack.to_code.lower()) == (from_code, to_code):
                        return pack
        return None

    def route(self, source: str, target: str) -> tuple[InstalledPack, ...]:
        """Return the packs to go through: one, two through English, or none at all."""
        direct = self.find(source, target)
        if direct is not None:
            return (direct,)
        if same_language(source, PIVOT) or same_language(target, PIVOT):
            return ()
        first, second = self.find(source, PIVOT), self.find(PIVOT, target)
        return (first, second) if first and second else ()

    def add(self, path: Path, *, from_code: str = "", to_code: str = "") -> tuple[InstalledPack, ...]:
        """Install what lies at a path.

        Args:
            path: an .argosmodel file, an unpacked pack, a Marian or OPUS-MT folder, or a folder of .argosmodel files.
            from_code: source language of a Marian model, "" to read it from the folder's name.
            to_code: target language of a Marian model.

        Raises:
            PackError: nothing there is a pack, or one is unsafe or broken; packs before it stay installed.
        """
        if path.is_file():
            return (self._install(path, from_code, to_code),)
        if (path / "metadata.json").is_file() or is_marian(path):
            return (self._install(path, from_code, to_code),)
        files = sorted(path.glob("*.argosmodel"))
        if not files:
            raise PackError("There is no translation pack.", remedy="Give an .argosmodel file or a model's folder.")
        return tuple(self._install(file, "", "") for file in files)

    def remove(self, name: str) -> tuple[Path, ...]:
        """Delete the installed packs of a name ("translate-en_de"), a label, a pair ("en-de") or a folder's name.

        Raises:
            NotFound: no pack in the folder is called so; starter packs cannot be removed.
        """
        packs, broken = self.survey()
        named = [pack.path for pack in packs if name in (pack.name, pack.label, pack.pair, pack.path.name)]
        named += [folder.path for folder in broken if folder.path.name == name]
        own = tuple(path for path in named if path.parent == self._folder)
        if not own:
            raise NotFound("No such pack is installed.", remedy="See `mannerly packs list` for the names.")
        for path in own:
            shutil.rmtree(path)
        return own

    def verify(self) -> tuple[BrokenPack, ...]:
        """Compare every file with the digest recorded at installation and return what differs."""
        packs, broken = self.survey()
        return broken + tuple(problem for pack in packs if (problem := _difference(pack)))

    def _install(self, path: Path, from_code: str, to_code: str) -> InstalledPack:
        self._folder.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=self._folder))
        try:
            unpacked = self._prepare(path, aside, from_code, to_code)
            pack = read_installed(unpacked)
            check_loads(pack)
            (unpacked / MANIFEST).write_text(json.dumps(digests(unpacked), indent=2), encoding="utf-8")
            return self._move_in(unpacked, pack)
        finally:
            shutil.rmtree(aside, ignore_errors=True)

    def _prepare(self, path: Path, aside: Path, from_code: str, to_code: str) -> Path:
        if path.is_file():
            unpacked = unpack(path, aside, self._limits)
        elif (path / "metadata.json").is_file():
            digests(path)  # refuses links
            unpacked = aside / "pack"
            shutil.copytree(path, unpacked, ignore=lambda _folder, names: UNUSED & set(names))
        else:
            unpacked = convert_marian(path, aside, from_code, to_code)
        (unpacked / MANIFEST).unlink(missing_ok=True)  # digests are ours to record
        return unpacked

    def _move_in(self, unpacked: Path, pack: InstalledPack) -> InstalledPack:
        place = self._folder / f"{pack.name}-{pack.version.replace('.', '_')}"
        with suppress(PackError):
            there = read_installed(place)
            if there.sha256 == read_installed(unpacked).sha256:
                return there
        if place.exists():
            raise PackError(
                f"Another pack is installed as {pack.label}.",
                remedy=f"Remove it first: `mannerly packs remove {place.name}`.",
            )
        unpacked.rename(place)
        return read_installed(place)


def _pack_folders(folder: Path | None) -> Sequence[Path]:
    if folder is None or not folder.is_dir():
        return ()
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def _difference(pack: InstalledPack) -> BrokenPack | None:
    recorded = recorded_digests(pack.path)
    if recorded is None:
        problem = "No digests were recorded, so the files cannot be checked."
    elif recorded != digests(pack.path):
        problem = "A file differs from what was installed."
    else:
        return None
    remedy = f"Remove {pack.path.name} and install the pack with `mannerly packs add FILE`."
    return BrokenPack(path=pack.path, problem=problem, remedy=remedy)
