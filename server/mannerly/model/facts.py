"""What the caller knows about the customer, the agent and the case; must not decide what a culture does with it.

Every fact is optional; UNKNOWN (or an empty string) is a value of its own, and language data
defines a polite outcome for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Register(StrEnum):
    """Formality of address (T-V distinction)."""

    UNKNOWN = "unknown"
    FORMAL = "formal"
    INFORMAL = "informal"


class Gender(StrEnum):
    """Grammatical gender a person is addressed with."""

    UNKNOWN = "unknown"
    FEMALE = "female"
    MALE = "male"
    NEUTRAL = "neutral"


class Channel(StrEnum):
    """Where the customer reads the reply."""

    UNKNOWN = "unknown"
    EMAIL = "email"
    CHAT = "chat"
    SOCIAL = "social"
    DIRECT_MESSAGE = "direct_message"
    SMS = "sms"
    REVIEW = "review"
    LETTER = "letter"


class AgeBand(StrEnum):
    """Age of the customer relative to the agent, for kinship terms and speech levels."""

    UNKNOWN = "unknown"
    OLDER = "older"
    SAME = "same"
    YOUNGER = "younger"


class Relationship(StrEnum):
    """How well the customer and the company know each other."""

    UNKNOWN = "unknown"
    NEW = "new"
    RETURNING = "returning"
    LONG_STANDING = "long_standing"


class Situation(StrEnum):
    """What the reply is about."""

    UNKNOWN = "unknown"
    COMPLAINT = "complaint"
    DELAY = "delay"
    REFUND = "refund"
    EXCHANGE = "exchange"
    BILLING = "billing"
    ACCOUNT = "account"
    OUTAGE = "outage"
    QUESTION = "question"
    THANKS = "thanks"
    PRAISE = "praise"


class Fault(StrEnum):
    """Who caused the trouble."""

    UNKNOWN = "unknown"
    OURS = "ours"
    THEIRS = "theirs"
    NOBODY = "nobody"


class TimeOfDay(StrEnum):
    """Part of the customer's day in which the reply is read (morning 5-12, afternoon -18, evening -22, night -5)."""

    UNKNOWN = "unknown"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, kw_only=True)
class Customer:
    """The person who reads the reply; "" and UNKNOWN mean not known."""

    given_name: str = ""
    family_name: str = ""
    display_name: str = ""
    title: str = ""
    gender: Gender = Gender.UNKNOWN
    age_band: AgeBand = AgeBand.UNKNOWN
    relationship: Relationship = Relationship.UNKNOWN
    tier: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name parts that are known, longest first."""
        parts = {self.given_name, self.family_name, self.display_name} - {""}
        return tuple(sorted(parts, key=len, reverse=True))


@dataclass(frozen=True, kw_only=True)
class Agent:
    """The person or bot who signs the reply."""

    name: str = ""
    gender: Gender = Gender.UNKNOWN
    is_bot: bool = False
    company: str = ""


@dataclass(frozen=True, kw_only=True)
class ReplyFacts:
    """Everything known about the reply besides its text."""

    customer: Customer = field(default_factory=Customer)
    agent: Agent = field(default_factory=Agent)
    channel: Channel = Channel.UNKNOWN
    situation: Situation = Situation.UNKNOWN
    fault: Fault = Fault.UNKNOWN
    earlier_contacts: int | None = None
    time_of_day: TimeOfDay = TimeOfDay.UNKNOWN
