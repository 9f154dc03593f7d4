"""What the commands need from the inside, built on first use; knows no implementation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from mannerly.language.library import LanguageLibrary
from mannerly.model.catalogue import LocaleInfo, OfflineReport, PairSupport
from mannerly.model.context import Deadline
from mannerly.model.outcome import Outcome, Preview
from mannerly.model.request import ReplyRequest
from mannerly.register_desk import RegisterDesk


class Replies(Protocol):
    """Localises replies."""

    def localise(self, request: ReplyRequest, deadline: Deadline) -> Outcome:
        """Localise one reply."""
        ...

    def preview(self, request: ReplyRequest, deadline: Deadline) -> Preview:
        """Localise one reply, with what an agent compares it with."""
        ...


class Catalogue(Protocol):
    """Tells what is installed."""

    def locales(self) -> tuple[LocaleInfo, ...]:
        """Return every locale."""
        ...

    def pair(self, source: str, target: str) -> PairSupport:
        """Return what can be done for a pair of tags."""
        ...

    def verify_offline(self, deadline: Deadline) -> OfflineReport:
        """Read and check every model and data file."""
        ...


@dataclass(frozen=True, kw_only=True)
class PackRow:
    """One pack as a list shows it; `problem` is "" for a good one."""

    name: str
    pair: str
    version: str
    sha256: str
    folder: str
    problem: str = ""


class Packs(Protocol):
    """Manages translation packs."""

    def rows(self) -> tuple[PackRow, ...]:
        """Return every pack, broken ones too."""
        ...

    def add(self, path: Path, from_code: str, to_code: str) -> tuple[str, ...]:
        """Install what lies at a path and return the labels."""
        ...

    def fetch(self, pair: str) -> tuple[str, ...]:
        """Download and install the official packs of a pair; the only command that uses the network."""
        ...

    def remove(self, name: str) -> tuple[str, ...]:
        """Remove a pack and return the folders that went."""
        ...

    def verify(self) -> tuple[str, ...]:
        """Return one sentence per pack whose files are not what was installed."""
        ...


@dataclass(frozen=True, kw_only=True)
class Services:
    """Everything a command may use; each part is built when first called.

    Args:
        replies: the reply flow.
        catalogue: what is installed.
        packs: pack management.
        library: language data.
        register: reads and rewrites the register of a text.
        locales_dir: folder of the language data.
        serve: runs the server until it is stopped; gets a callback for the bound address.
        to_json: an outcome in the API's JSON form.
    """

    replies: Callable[[], Replies]
    catalogue: Callable[[], Catalogue]
    packs: Callable[[], Packs]
    library: Callable[[], LanguageLibrary]
    register: Callable[[], RegisterDesk]
    locales_dir: Callable[[], Path]
    serve: Callable[[dict[str, Any], Callable[[str], None]], None]
    to_json: Callable[[Outcome], str]
