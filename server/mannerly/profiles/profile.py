"""A style profile's schema; must not know where it is stored."""

from __future__ import annotations

from pydantic import Field, field_validator, model_validator

from mannerly.language.yaml_reader import DataModel
from mannerly.model.facts import Channel, Register


class ProfileExample(DataModel):
    """A sentence the profile changes (`from`, `to`) or keeps (`keeps`)."""

    channel: Channel = Channel.UNKNOWN
    before: str = Field(default="", alias="from")
    after: str = Field(default="", alias="to")
    keeps: str = ""

    @model_validator(mode="after")
    def _one_kind(self) -> ProfileExample:
        if bool(self.keeps) == bool(self.before and self.after):
            raise ValueError("an example has either from and to, or keeps")
        return self


class StyleProfile(DataModel):
    """How a region answers: the norms this version carries out."""

    locale: str
    extends: str = ""
    formality: dict[str, Register] = Field(alias="register")
    speech_level: dict[str, str] = {}
    address_pair: str = ""
    add_salutation: tuple[Channel, ...] = ()
    add_closing: tuple[Channel, ...] = ()
    forbidden_terms: tuple[str, ...] = ()
    owner: str = ""
    reviewed: tuple[str, ...] = ()
    sources: tuple[str, ...] = Field(min_length=1)
    examples: tuple[ProfileExample, ...] = Field(min_length=2)

    @field_validator("formality")
    @classmethod
    def _channels_known(cls, by_channel: dict[str, Register]) -> dict[str, Register]:
        unknown = set(by_channel) - {"default", *Channel} | {
            key for key, value in by_channel.items() if value is Register.UNKNOWN
        }
        if unknown or "default" not in by_channel:
            raise ValueError(f"give default and channels of {sorted(Channel)}, each formal or informal")
        return by_channel

    @field_validator("speech_level")
    @classmethod
    def _level_channels_known(cls, by_channel: dict[str, str]) -> dict[str, str]:
        if set(by_channel) - {"default", *Channel}:
            raise ValueError(f"give default and channels of {sorted(Channel)}, each a level of the language")
        return by_channel

    def level_on(self, channel: Channel) -> str:
        """Return the speech level used on a channel, "" for the one that the register means."""
        return self.speech_level.get(channel, self.speech_level.get("default", ""))

    def register_on(self, channel: Channel) -> Register:
        """Return the register used on a channel."""
        return self.formality.get(channel, self.formality["default"])
