"""Unpacks a pack archive that may be hostile into a folder of its own; knows nothing of what a pack means."""

from __future__ import annotations

import shutil
import stat
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mannerly.model.errors import PackError

_REMEDY = "Download the pack again from a source you trust."
# Sentence splitters that Argos ships inside packs; Mannerly splits by itself and never loads them.
UNUSED = frozenset({"stanza", "minisbd", "spacy"})


@dataclass(frozen=True, kw_only=True)
class ArchiveLimits:
    """What an archive may hold.

    Args:
        members: files and folders, at most.
        total_bytes: uncompressed size of all members together.
        ratio: uncompressed by compressed size; models hardly compress, so 50 leaves room.
    """

    members: int = 500
    total_bytes: int = 4 * 1024**3
    ratio: float = 50.0


def unpack(archive: Path, into: Path, limits: ArchiveLimits) -> Path:
    """Extract an archive and return the folder that holds metadata.json.

    Args:
        archive: the .argosmodel (zip) file.
        into: an empty folder that nobody else uses.
        limits: see ArchiveLimits.

    Raises:
        PackError: the archive is damaged, unsafe or too large; `into` may then hold a part of it.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            members = opened.infolist()
            _check_size(members, limits)
            for member in members:
                _check_member(member)
            top = _top_folder(members)
            for member in members:
                if not member.is_dir() and not _is_unused(member):
                    _extract(opened, member, into)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise PackError(f"The archive cannot be read ({type(error).__name__}).", remedy=_REMEDY) from error
    return into / top


def _check_size(members: Sequence[zipfile.ZipInfo], limits: ArchiveLimits) -> None:
    total = sum(member.file_size for member in members)
    if len(members) > limits.members:
        raise PackError(f"The archive has more than {limits.members} members.", remedy=_REMEDY)
    if total > limits.total_bytes:
        raise PackError(f"The archive unpacks to more than {limits.total_bytes} bytes.", remedy=_REMEDY)
    if total > limits.ratio * max(1, sum(member.compress_size for member in members)):
        raise PackError(f"The archive is packed tighter than {limits.ratio:g} to 1.", remedy=_REMEDY)
    names = [member.filename.rstrip("/").casefold() for member in members]
    if len(set(names)) != len(names):
        raise PackError("The archive has two members of the same name.", remedy=_REMEDY)


def _check_member(member: zipfile.ZipInfo) -> None:
    name = member.orig_filename
    path = PurePosixPath(name)
    if not name or path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name:
        raise PackError("A member of the archive would land outside its folder.", remedy=_REMEDY)
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise PackError("The archive has a link or a special file.", remedy=_REMEDY)
    if member.flag_bits & 0x1:
        raise PackError("The archive is encrypted.", remedy=_REMEDY)


def _top_folder(members: Sequence[zipfile.ZipInfo]) -> str:
    holders = [str(path.parent) for path in map(_path, members) if path.name == "metadata.json" and len(path.parts) < 3]
    if not holders:
        raise PackError("The archive has no metadata.json.", remedy=_REMEDY)
    top = holders[0]
    if len(holders) > 1 or (top != "." and any(_path(member).parts[:1] != (top,) for member in members)):
        raise PackError("The archive holds more than one folder.", remedy="Pack each model into an archive of its own.")
    return top


def _path(member: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(member.filename)


def _is_unused(member: zipfile.ZipInfo) -> bool:
    return bool(UNUSED & set(_path(member).parts[:-1]))


def _extract(opened: zipfile.ZipFile, member: zipfile.ZipInfo, into: Path) -> None:
    place = into / _path(member)
    place.parent.mkdir(parents=True, exist_ok=True)
    with opened.open(member) as packed, place.open("xb") as plain:
        shutil.copyfileobj(packed, plain, 1024 * 1024)
