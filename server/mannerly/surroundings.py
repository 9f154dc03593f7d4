"""Resolve what a request asks for before the flow runs, and stamp what came out; must not know the steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytz

from mannerly.language.library import LanguageLibrary
from mannerly.language.tags import LocaleTag, parse_tag
from mannerly.model.context import Context, Deadline
from mannerly.model.draft import Draft, Origin
from mannerly.model.errors import InvalidInput
from mannerly.model.facts import Register
from mannerly.model.outcome import Direction, Outcome, PackStamp, Signature
from mannerly.model.request import ReplyRequest
from mannerly.profiles.library import LoadedProfile, ProfileLibrary
from mannerly.profiles.profile import StyleProfile


@dataclass(frozen=True, kw_only=True)
class ContextResolver:
    """Turn a request into a context.

    Args:
        library: languages that can be written.
        profiles: style profiles.
    """

    library: LanguageLibrary
    profiles: ProfileLibrary

    def __call__(self, request: ReplyRequest, deadline: Deadline) -> Context:
        """Return the context of a request.

        Raises:
            InvalidInput: target, source or zone is malformed.
            UnknownLocale: there is no data for the target.
            NotFound: the style profile does not exist.
        """
        tag = parse_tag(request.target, field="target")
        self.library.get(tag, field="target")
        if request.source:
            parse_tag(request.source, field="source")
        if request.zone and request.zone not in pytz.all_timezones_set:
            raise InvalidInput(
                "The time zone is not an IANA zone.", field="zone", remedy="Send a zone such as Europe/Berlin."
            )
        loaded = profile_of(request, tag, self.profiles)
        profile, overrides, channel = loaded.profile, request.overrides, request.facts.channel
        level, register = self._level(request, tag, profile)
        return Context(
            request=request,
            locale=str(tag),
            register=register,
            level=level,
            profile=loaded.id,
            profile_revision=loaded.revision,
            address_pair=profile.address_pair,
            forbidden_terms=profile.forbidden_terms,
            add_salutation=_chosen(overrides.add_salutation, channel in profile.add_salutation),
            add_closing=_chosen(overrides.add_closing, channel in profile.add_closing),
            deadline=deadline,
        )

    def _level(self, request: ReplyRequest, tag: LocaleTag, profile: StyleProfile) -> tuple[str, Register]:
        """Return the level and register: the request's level, its register, the profile's level, its register."""
        overrides, channel = request.overrides, request.facts.channel
        data = self.library.get(tag).register
        wanted = overrides.speech_level or ("" if overrides.register else profile.level_on(channel))
        level = data.level(wanted)
        if wanted and level is None:
            known = ", ".join(level.id for level in data.levels) or "none"
            raise InvalidInput(
                "The language has no speech level of that name.",
                field="overrides.speech_level" if overrides.speech_level else "profile",
                remedy=f"Levels of {tag}: {known}.",
            )
        if level is not None:
            return level.id, Register(level.formality)
        return "", overrides.register or profile.register_on(channel)


def profile_of(request: ReplyRequest, tag: LocaleTag, profiles: ProfileLibrary) -> LoadedProfile:
    """Return the profile a request names, else the locale's own; one of another language is refused."""
    if not request.profile:
        # A private-use tag such as vi-VN-x-bank names a profile of its own.
        named = request.target.replace("_", "-").lower()
        own = next((profile_id for profile_id in profiles.ids if profile_id.lower() == named), "")
        return profiles.get(own) if own else profiles.for_locale(tag)
    loaded = profiles.get(request.profile)
    if parse_tag(loaded.profile.locale).language != tag.language:
        raise InvalidInput(
            "The style profile belongs to another language than the target.",
            field="profile",
            remedy="Name a profile of the target's language, or none.",
        )
    return loaded


@dataclass(frozen=True, kw_only=True)
class Stamper:
    """Add direction and signature to a finished draft.

    Args:
        library: gives data revisions.
        stamps: pack stamps by the labels that provenance shows.
        version: version of the service.
        beam: beam size of the decoder.
        libraries: revision of the libraries that shape a text.
        level_of: the level of address that a reply has.
    """

    library: LanguageLibrary
    stamps: Callable[[tuple[str, ...]], tuple[PackStamp, ...]]
    version: str
    beam: int
    libraries: str
    level_of: Callable[[Context], str]

    def __call__(self, draft: Draft, context: Context) -> Outcome:
        """Return the outcome of a finished draft."""
        language = self.library.get(parse_tag(context.locale))
        labels = dict.fromkeys(label for segment in draft.segments for label in segment.provenance.packs)
        has_phrase = any(segment.provenance.origin is Origin.PHRASE for segment in draft.segments)
        return Outcome(
            draft=draft,
            locale=context.locale,
            direction=Direction.RTL if language.tag.is_right_to_left else Direction.LTR,
            register=context.register,
            speech_level=self.level_of(context),
            signature=Signature(
                service_version=self.version,
                packs=self.stamps(tuple(labels)),
                phrasebook=self._source_revision(draft) if has_phrase else "",
                rules=language.revision,
                profile=context.profile,
                profile_revision=context.profile_revision,
                beam=self.beam,
                libraries=self.libraries,
            ),
        )

    def _source_revision(self, draft: Draft) -> str:
        """The phrases found depend on the source language's data as well."""
        return self.library.get(parse_tag(draft.source_language)).revision


def _chosen(override: bool | None, default: bool) -> bool:
    return default if override is None else override
