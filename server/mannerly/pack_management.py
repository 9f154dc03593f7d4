"""Packs as an operator manages them at a terminal; the store and the index do the work."""

from __future__ import annotations

from pathlib import Path

from mannerly.cli.services import PackRow
from mannerly.model.errors import InvalidInput
from mannerly.translate.argos import index_url
from mannerly.translate.pack_index import fetch
from mannerly.translate.packs import PackStore


class PackManagement:
    """Lists, installs, downloads, removes and checks packs."""

    def __init__(self, store: PackStore) -> None:
        """Manage the packs of a store."""
        self._store = store

    def rows(self) -> tuple[PackRow, ...]:
        """Return every pack, broken ones with their problem."""
        packs, broken = self._store.survey()
        good = [
            PackRow(name=pack.name, pair=pack.pair, version=pack.version, sha256=pack.sha256, folder=pack.path.name)
            for pack in packs
        ]
        bad = [
            PackRow(
                name="", pair="", version="", sha256="", folder=each.path.name, problem=f"{each.problem} {each.remedy}"
            )
            for each in broken
        ]
        return (*good, *bad)

    def add(self, path: Path, from_code: str, to_code: str) -> tuple[str, ...]:
        """Install what lies at a path and return the labels."""
        if not path.exists():
            raise InvalidInput("There is nothing at that path.", field="path", remedy="Check the path.")
        return tuple(pack.label for pack in self._store.add(path, from_code=from_code, to_code=to_code))

    def fetch(self, pair: str) -> tuple[str, ...]:
        """Download and install the official packs of a pair; the only command that uses the network."""
        source, dash, target = pair.partition("-")
        if not (source and dash and target):
            raise InvalidInput("This is not a language pair.", field="pair", remedy="Write a pair such as en-de.")
        return tuple(pack.label for pack in fetch(self._store, source, target, index_url()))

    def remove(self, name: str) -> tuple[str, ...]:
        """Remove a pack and return the folders that went."""
        return tuple(path.name for path in self._store.remove(name))

    def verify(self) -> tuple[str, ...]:
        """Return one sentence per pack whose files are not what was installed."""
        return tuple(f"{each.path.name}: {each.problem} {each.remedy}" for each in self._store.verify())
