"""The one door to Argos Translate: package metadata and the index address, and nothing that infers or writes."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from pathlib import Path
from types import ModuleType
from typing import Protocol

_LOCK = threading.Lock()
_REDIRECTED = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR")


class Package(Protocol):
    """What Mannerly reads of an `argostranslate.package.Package`; Argos checks no type, so fields may be anything."""

    type: object
    from_code: object
    to_code: object
    package_version: object
    target_prefix: object


def read_package(folder: Path) -> Package:
    """Return the Argos package of an unpacked pack whose metadata.json is there.

    Raises:
        Exception: whatever Argos raises on damaged content; callers treat all of it as a broken pack.
    """
    package: Package = _package_module().Package(folder)
    return package


def index_url() -> str:
    """Return the address of the official package index, or the one that ARGOS_PACKAGE_INDEX names."""
    return str(_package_module().settings.remote_package_index)


def _package_module() -> ModuleType:
    # Once imported, nothing has to be put aside: the environment is touched at the first use only.
    known = sys.modules.get("argostranslate.package")
    if known is not None:
        return known
    with _LOCK:
        return _import_aside()


def _import_aside() -> ModuleType:
    # Importing Argos creates folders below these paths: they go to a place that is gone afterwards,
    # so that nothing appears in the home folder, which may be read-only.
    kept = {name: os.environ.get(name) for name in _REDIRECTED}
    with tempfile.TemporaryDirectory(prefix="mannerly-argos-") as aside:
        os.environ.update(dict.fromkeys(_REDIRECTED, aside))
        try:
            from argostranslate import package  # type: ignore[import-untyped]
        finally:
            for name, value in kept.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value
    module: ModuleType = package
    return module
