"""Converts what languages and packs can do to the wire; knows no file."""

from __future__ import annotations

from mannerly.api.convert import enums
from mannerly.model import catalogue as model
from mannerly.v1 import language_service_pb2, locale_pb2, pack_pb2


def locale_to_wire(info: model.LocaleInfo) -> locale_pb2.Locale:
    """Return the message of a locale."""
    return locale_pb2.Locale(
        name=f"locales/{info.tag}",
        tag=info.tag,
        display_name=info.display_name,
        native_name=info.native_name,
        direction=enums.DIRECTION.name_of(info.direction),
        features=_features(info.features),
        speech_levels=[
            locale_pb2.SpeechLevel(
                id=level.id,
                display_name=level.name,
                register=enums.REGISTER.name_of(level.register),
                used_for=level.used_for,
            )
            for level in info.speech_levels
        ],
    )


def pack_to_wire(info: model.PackInfo) -> pack_pb2.Pack:
    """Return the message of a pack."""
    return pack_pb2.Pack(
        name=f"packs/{info.id}",
        source_language=info.source,
        target_language=info.target,
        version=info.version,
        sha256=info.sha256,
        size_bytes=info.size_bytes,
    )


def pair_to_wire(pair: model.PairSupport) -> locale_pb2.PairSupport:
    """Return the message of a pair's support."""
    return locale_pb2.PairSupport(
        source_locale=pair.source,
        target_locale=pair.target,
        route=enums.ROUTE.name_of(pair.route),
        pivot_language=pair.pivot,
        packs=[f"packs/{pack}" for pack in pair.packs],
        features=_features(pair.features),
    )


def report_to_wire(report: model.OfflineReport) -> language_service_pb2.VerifyOfflineResponse:
    """Return the message of an offline report, files by path."""
    return language_service_pb2.VerifyOfflineResponse(
        ok=report.ok,
        files=[
            pack_pb2.FileCheck(
                path=file.path,
                kind=enums.FILE_KIND.name_of(file.kind),
                sha256=file.sha256,
                size_bytes=file.size_bytes,
                problem=file.problem,
            )
            for file in sorted(report.files, key=lambda file: (file.path, file.sha256))
        ],
        problems=report.problems,
    )


def _features(features: tuple[model.FeatureSupport, ...]) -> list[locale_pb2.FeatureSupport]:
    return [
        locale_pb2.FeatureSupport(
            feature=enums.FEATURE.name_of(item.feature),
            level=enums.SUPPORT_LEVEL.name_of(item.level),
            reason=item.reason,
        )
        for item in features
    ]
