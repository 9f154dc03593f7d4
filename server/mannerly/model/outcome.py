"""What comes out of the reply flow: the finished draft and the signature it can be made again from; knows no wire."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mannerly.model.draft import Draft
from mannerly.model.facts import Register


class Direction(StrEnum):
    """Writing direction of a locale."""

    LTR = "ltr"
    RTL = "rtl"


@dataclass(frozen=True, kw_only=True)
class PackStamp:
    """A pack as a signature names it.

    Args:
        name: such as "translate-en_de".
        version: as the pack states it.
        sha256: over the pack's files, lower-case hexadecimal.
    """

    name: str
    version: str
    sha256: str

    @property
    def text(self) -> str:
        """One word for the signature line, with the first 12 digits of the hash."""
        return f"{self.name}@{self.version}#{self.sha256[:12]}"


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Everything the bytes of an answer depend on besides the request.

    Args:
        service_version: version of this package.
        packs: packs used, in order.
        phrasebook: revision of the approved phrases, "" for none.
        rules: revision of rules and locale data, "" for none.
        profile: id of the style profile.
        profile_revision: revision of the style profile.
        beam: beam size of the decoder, at least 1.
        libraries: revision of the installed libraries that shape a text, "" for none.
    """

    service_version: str
    packs: tuple[PackStamp, ...] = ()
    phrasebook: str = ""
    rules: str = ""
    profile: str = ""
    profile_revision: str = ""
    beam: int = 1
    libraries: str = ""

    @property
    def text(self) -> str:
        """All parts that are not empty in one line: "mannerly:0.1.0+pack:...+phrases:...+rules:...+beam:4"."""
        profile = f"{self.profile}@{self.profile_revision}" if self.profile_revision else self.profile
        parts = [("mannerly", self.service_version), *(("pack", pack.text) for pack in self.packs)]
        parts += [("phrases", self.phrasebook), ("rules", self.rules), ("profile", profile), ("beam", str(self.beam))]
        parts.append(("libraries", self.libraries))
        return "+".join(f"{name}:{value}" for name, value in parts if value)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A localised reply.

    Args:
        draft: the finished draft.
        locale: canonical BCP-47 tag it is written for.
        direction: writing direction of that locale.
        register: formality it is written in.
        speech_level: id of the level of address, "" where the language has but one.
        signature: what its bytes depend on.
    """

    draft: Draft
    locale: str
    direction: Direction
    register: Register
    signature: Signature
    speech_level: str = ""


@dataclass(frozen=True, kw_only=True)
class Preview:
    """A localised reply with what an agent compares it with.

    Args:
        outcome: the localised reply.
        raw_translation: the translation before it was adapted.
        back_translation: the localised text in the source language again, None where no pack can.
    """

    outcome: Outcome
    raw_translation: str
    back_translation: str | None = None
