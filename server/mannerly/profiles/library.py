"""All style profiles under one folder; a region states only what differs from the base it extends."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from mannerly.language.tags import LocaleTag
from mannerly.language.yaml_reader import check, read_mapping
from mannerly.model.errors import LanguageDataError, NotFound, UnknownLocale
from mannerly.profiles.profile import StyleProfile

_BASE = "_base"


@dataclass(frozen=True, kw_only=True)
class LoadedProfile:
    """A profile with the revision that a localisation names.

    Args:
        id: file name without ending, or the language for a base.
        revision: short hash over the bytes of the profile and what it extends.
    """

    id: str
    revision: str
    profile: StyleProfile


class ProfileLibrary:
    """The profiles under a `style_profiles` folder."""

    def __init__(self, root: Path) -> None:
        """Open a library.

        Args:
            root: folder with one sub-folder per language.
        """
        self._paths = {
            (path.parent.name if path.stem == _BASE else path.stem): path for path in sorted(root.glob("*/*.yaml"))
        }
        self._loaded: dict[str, LoadedProfile] = {}
        self._lock = RLock()

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all profiles, sorted."""
        return tuple(sorted(self._paths))

    def paths(self) -> tuple[tuple[Path, Path], ...]:
        """Return every profile file with the library's folder."""
        return tuple((path, path.parent.parent) for path in self._paths.values())

    def get(self, profile_id: str) -> LoadedProfile:
        """Return a profile by id.

        Raises:
            NotFound: there is no such profile.
            LanguageDataError: its file is broken.
        """
        known = {name.lower(): name for name in self._paths}
        name = known.get(profile_id.lower())
        if name is None:
            raise NotFound(
                f"There is no style profile {profile_id}.", field="profile", remedy="Leave it out or name one."
            )
        with self._lock:
            if name not in self._loaded:
                self._loaded[name] = self._load(name)
            return self._loaded[name]

    def for_locale(self, tag: LocaleTag) -> LoadedProfile:
        """Return the most specific profile of a locale.

        Raises:
            UnknownLocale: the language has no profile.
        """
        # Unlike language data, norms of conduct fall back across scripts: zh-TW may fall back to zh.
        for name in (*tag.fallbacks(), tag.language):
            if name in self._paths:
                return self.get(name)
        raise UnknownLocale(f"There is no style profile for {tag}.", field="locale", remedy="Name a profile.")

    def _load(self, name: str) -> LoadedProfile:
        data, digest = self._merged(name, ())
        profile = check(StyleProfile, data, self._paths[name])
        return LoadedProfile(id=name, revision=digest[:12], profile=profile)

    def _merged(self, name: str, seen: tuple[str, ...]) -> tuple[dict[str, Any], str]:
        path = self._paths[name]
        if name in seen:
            raise LanguageDataError(f"{path}:1:1: profiles extend each other in a circle.", remedy="Break the circle.")
        own = read_mapping(path)
        parent = str(own.get("extends") or "")
        if parent and parent not in self._paths:
            raise LanguageDataError(f"{path}:1:1: extends {parent}, which does not exist.", remedy="Correct extends.")
        inherited, parent_digest = self._merged(parent, (*seen, name)) if parent else ({}, "")
        digest = hashlib.sha256(parent_digest.encode() + path.read_bytes()).hexdigest()
        register = {**inherited.get("register", {}), **(own.get("register") or {})}
        # Examples belong to the file that states them: a region may change what its base shows.
        kept = {key: value for key, value in inherited.items() if key != "examples"}
        return {**kept, **own, "register": register}, digest
