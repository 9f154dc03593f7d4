"""Tell what the installed languages, profiles and packs can do; must not localise anything."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mannerly.language.library import LanguageLibrary
from mannerly.language.tags import LocaleTag, parse_tag
from mannerly.model.catalogue import (
    FeatureSupport,
    FileCheck,
    FileKind,
    LocaleInfo,
    OfflineReport,
    PackInfo,
    PairSupport,
    Route,
    SpeechLevel,
    SupportLevel,
)
from mannerly.model.context import Deadline
from mannerly.model.draft import Feature
from mannerly.model.errors import MannerlyError, NotFound, UnknownLocale
from mannerly.model.facts import Register
from mannerly.model.outcome import Direction
from mannerly.profiles.library import ProfileLibrary
from mannerly.translate.installed_pack import InstalledPack
from mannerly.translate.pack_translator import PackTranslator
from mannerly.translate.packs import PackStore


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """What is installed.

    Args:
        library: language data.
        profiles: style profiles.
        store: translation packs.
        translator: knows the way between two languages.
        missing_register: None where a locale's register can be rewritten, else the extra to install, "" without any.
    """

    library: LanguageLibrary
    profiles: ProfileLibrary
    store: PackStore
    translator: PackTranslator
    missing_register: Callable[[str], str | None]

    def locales(self) -> tuple[LocaleInfo, ...]:
        """Return every language with phrases and every region with a profile, sorted by tag."""
        regions = [str(parse_tag(name)) for name in self.profiles.ids]
        tags = {str(parse_tag(name)) for name in self.library.languages} | set(regions)
        return tuple(self._info(parse_tag(tag)) for tag in sorted(tags) if self.library.supports(parse_tag(tag)))

    def locale(self, tag: str) -> LocaleInfo:
        """Return one locale by its tag in any case.

        Raises:
            NotFound: there is no data for it.
        """
        parsed = parse_tag(tag, field="name")
        if not self.library.supports(parsed):
            raise NotFound(f"There is no locale {parsed}.", field="name", remedy="ListLocales names them all.")
        return self._info(parsed)

    def packs(self) -> tuple[PackInfo, ...]:
        """Return every pack that can be used."""
        return tuple(_pack_info(pack) for pack in self.store.list())

    def pair(self, source: str, target: str) -> PairSupport:
        """Return what can be done for a pair of tags.

        Raises:
            InvalidInput: a tag is malformed.
            UnknownLocale: there is no data for the target.
        """
        from_tag, to_tag = parse_tag(source, field="source"), parse_tag(target, field="target")
        if not self.library.supports(to_tag):
            raise UnknownLocale(f"There is no language data for {to_tag}.", field="target", remedy="See ListLocales.")
        if from_tag.written_language == to_tag.written_language:
            return PairSupport(source=str(from_tag), target=str(to_tag), route=Route.SAME_LANGUAGE)
        able = self.translator.capabilities(str(from_tag), str(to_tag))
        route = Route.NONE if not able.available else Route.PIVOT if able.pivot else Route.DIRECT
        reason = "Approved phrases and packs." if able.available else f"Approved phrases only. {able.remedy}"
        level = SupportLevel.FULL if able.available else SupportLevel.PARTIAL
        return PairSupport(
            source=str(from_tag),
            target=str(to_tag),
            route=route,
            pivot=able.pivot,
            packs=tuple(_pack_id(pack) for pack in self.store.route(str(from_tag), str(to_tag))),
            features=(FeatureSupport(feature=Feature.TRANSLATION, level=level, reason=reason), *self._features(to_tag)),
        )

    def verify_offline(self, deadline: Deadline) -> OfflineReport:
        """Read and check every model and data file.

        Raises:
            DeadlineTooShort: reading took longer than the caller waits.
        """
        broken = [f"{problem.path.name}: {problem.problem} {problem.remedy}" for problem in self.store.verify()]
        files = [*self._pack_files(deadline), *self._data_files(deadline)]
        return OfflineReport(files=tuple(files), problems=tuple(broken + self._data_problems()))

    def _info(self, tag: LocaleTag) -> LocaleInfo:
        names = tag.babel
        return LocaleInfo(
            tag=str(tag),
            display_name=names.get_display_name("en") or str(tag),
            native_name=names.get_display_name() or str(tag),
            direction=Direction.RTL if tag.is_right_to_left else Direction.LTR,
            features=self._features(tag),
            speech_levels=tuple(
                SpeechLevel(id=level.id, name=level.name, register=Register(level.formality), used_for=level.used_for)
                for level in self.library.get(tag).register.levels
            ),
        )

    def _features(self, tag: LocaleTag) -> tuple[FeatureSupport, ...]:
        written = (Feature.SALUTATION, Feature.CLOSING, Feature.HONORIFIC, Feature.FORMAT, Feature.PUNCTUATION)
        by_data = tuple(FeatureSupport(feature=feature, level=SupportLevel.FULL) for feature in written)
        rewritten = (Feature.REGISTER, Feature.DIRECTNESS, Feature.IDIOM)
        return (*by_data, *(self._rewriting(feature, tag) for feature in rewritten))

    def _rewriting(self, feature: Feature, tag: LocaleTag) -> FeatureSupport:
        if feature is Feature.REGISTER:
            return self._register(tag)
        return FeatureSupport(feature=feature, level=SupportLevel.NONE, reason=f"There are no {feature} rules yet.")

    def _register(self, tag: LocaleTag) -> FeatureSupport:
        missing = self.missing_register(str(tag))
        if missing is None or not self.library.get(tag).register.levels:
            return FeatureSupport(feature=Feature.REGISTER, level=SupportLevel.FULL)
        remedy = f'Install "mannerly[{missing}]".' if missing else ""
        reason = f"Approved phrases exist in each register; other text is not rewritten. {remedy}".strip()
        return FeatureSupport(feature=Feature.REGISTER, level=SupportLevel.PARTIAL, reason=reason)

    def _pack_files(self, deadline: Deadline) -> Iterator[FileCheck]:
        for pack in self.store.list():
            for path in sorted(pack.path.rglob("*")):
                if path.is_file():
                    deadline.check()
                    yield _checked(path, pack.path.parent, FileKind.MODEL)

    def _data_files(self, deadline: Deadline) -> Iterator[FileCheck]:
        for path, root in (*self.library.paths(), *self.profiles.paths()):
            deadline.check()
            yield _checked(path, root, FileKind.DATA)

    def _data_problems(self) -> list[str]:
        problems = []
        for name in (*self.library.folders, *self.profiles.ids):
            try:
                if name in self.profiles.ids:
                    self.profiles.get(name)
                if name in self.library.folders:
                    self.library.get(parse_tag(name))
            except MannerlyError as error:
                problems.append(f"{name}: {error.message}")
        return list(dict.fromkeys(problems))


def _checked(path: Path, root: Path, kind: FileKind) -> FileCheck:
    shown = path.relative_to(root).as_posix()
    try:
        with path.open("rb") as handle:
            digest = hashlib.file_digest(handle, "sha256").hexdigest()
        return FileCheck(path=shown, kind=kind, sha256=digest, size_bytes=path.stat().st_size)
    except OSError as error:
        return FileCheck(
            path=shown, kind=kind, sha256="", size_bytes=0, problem=f"cannot be read ({type(error).__name__})"
        )


def _pack_info(pack: InstalledPack) -> PackInfo:
    return PackInfo(
        id=_pack_id(pack),
        source=pack.from_code,
        target=pack.to_code,
        version=pack.version,
        sha256=pack.sha256,
        size_bytes=sum(path.stat().st_size for path in pack.path.rglob("*") if path.is_file()),
    )


def _pack_id(pack: InstalledPack) -> str:
    return f"{pack.name}-{pack.version}".lower()
