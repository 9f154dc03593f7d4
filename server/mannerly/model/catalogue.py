"""What the installed languages and packs can do; knows no file format and no wire."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mannerly.model.draft import Feature
from mannerly.model.facts import Register
from mannerly.model.outcome import Direction


class SupportLevel(StrEnum):
    """How far a locale has a feature."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Route(StrEnum):
    """How a language pair is translated."""

    SAME_LANGUAGE = "same_language"
    DIRECT = "direct"
    PIVOT = "pivot"
    NONE = "none"


class FileKind(StrEnum):
    """What a checked file is."""

    MODEL = "model"
    DATA = "data"


@dataclass(frozen=True, kw_only=True)
class FeatureSupport:
    """Support of one feature; `reason` is one English sentence, "" where the level is full."""

    feature: Feature
    level: SupportLevel
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class SpeechLevel:
    """A form of address or speech level of a language; `used_for` is one English sentence."""

    id: str
    name: str
    register: Register
    used_for: str


@dataclass(frozen=True, kw_only=True)
class LocaleInfo:
    """A locale that replies can be written for; `tag` is canonical BCP-47."""

    tag: str
    display_name: str
    native_name: str
    direction: Direction
    features: tuple[FeatureSupport, ...] = ()
    speech_levels: tuple[SpeechLevel, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PackInfo:
    """An installed pack.

    Args:
        id: unique lower-case id, letters, digits, ".", "_" and "-".
        source: BCP-47 language code it translates from.
        target: BCP-47 language code it translates to.
        version: as the pack states it.
        sha256: over the pack's files, lower-case hexadecimal.
        size_bytes: size on disk.
    """

    id: str
    source: str
    target: str
    version: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True, kw_only=True)
class PairSupport:
    """What can be done for one pair; `packs` are ids in order, `pivot` is "" unless the route is a pivot."""

    source: str
    target: str
    route: Route
    pivot: str = ""
    packs: tuple[str, ...] = ()
    features: tuple[FeatureSupport, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FileCheck:
    """One file that serving depends on.

    Args:
        path: relative to the folder it was found in, with "/".
        kind: what it is.
        sha256: of its content, "" when it cannot be read.
        size_bytes: its size.
        problem: one English sentence, "" when nothing is wrong.
    """

    path: str
    kind: FileKind
    sha256: str
    size_bytes: int
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class OfflineReport:
    """Every model and data file, and problems that belong to no single file."""

    files: tuple[FileCheck, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """True when nothing is wrong."""
        return not self.problems and not any(file.problem for file in self.files)
