"""Pairs of model and wire enumerations; the only place that knows how their names relate.

Each wire name is the model's value in upper case behind the enumeration's prefix; UNSPECIFIED stands for "unknown".
"""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, TypeVar

from google.protobuf.internal.enum_type_wrapper import EnumTypeWrapper

from mannerly.model import catalogue, draft, facts, outcome
from mannerly.model.errors import InvalidInput
from mannerly.v1 import facts_pb2, finding_pb2, locale_pb2, pack_pb2, reply_pb2

E = TypeVar("E", bound=StrEnum)


class EnumPair(Generic[E]):
    """One model enumeration and its twin on the wire.

    Args:
        model: the model's enumeration.
        wire: the generated one.
        prefix: of the wire names, such as "REGISTER".
    """

    def __init__(self, model: type[E], wire: EnumTypeWrapper, prefix: str) -> None:
        words = {member: "UNSPECIFIED" if member.value == "unknown" else member.value.upper() for member in model}
        self.wire = wire
        self._names = {member: f"{prefix}_{word}" for member, word in words.items()}
        self._members = {wire.Value(name): member for member, name in self._names.items()}

    def name_of(self, member: E) -> str:
        """Return the wire name, which message constructors accept."""
        return self._names[member]

    def knows(self, number: int) -> bool:
        """Tell whether a wire number has a member."""
        return number in self._members

    def from_wire(self, number: int, field: str) -> E:
        """Return the model's member.

        Raises:
            InvalidInput: the number is unspecified without a meaning, or from a newer API.
        """
        if not self.knows(number):
            remedy = "Use a value of this version of the API."
            raise InvalidInput(f"{number} is not a value of this field.", field=field, remedy=remedy)
        return self._members[number]


REGISTER = EnumPair(facts.Register, facts_pb2.Register, "REGISTER")
GENDER = EnumPair(facts.Gender, facts_pb2.Gender, "GENDER")
CHANNEL = EnumPair(facts.Channel, facts_pb2.Channel, "CHANNEL")
AGE_BAND = EnumPair(facts.AgeBand, facts_pb2.AgeBand, "AGE_BAND")
RELATIONSHIP = EnumPair(facts.Relationship, facts_pb2.Relationship, "RELATIONSHIP")
SITUATION = EnumPair(facts.Situation, facts_pb2.Situation, "SITUATION")
FAULT = EnumPair(facts.Fault, facts_pb2.Fault, "FAULT")
PART_OF_DAY = EnumPair(facts.TimeOfDay, facts_pb2.PartOfDay, "PART_OF_DAY")
ORIGIN = EnumPair(draft.Origin, reply_pb2.Origin, "ORIGIN")
ROLE = EnumPair(draft.Role, reply_pb2.SegmentRole, "SEGMENT_ROLE")
SEVERITY = EnumPair(draft.Severity, finding_pb2.Severity, "SEVERITY")
FEATURE = EnumPair(draft.Feature, locale_pb2.Feature, "FEATURE")
FEATURE_OUTCOME = EnumPair(draft.FeatureOutcome, finding_pb2.FeatureOutcome, "FEATURE_OUTCOME")
DIRECTION = EnumPair(outcome.Direction, locale_pb2.Direction, "DIRECTION")
SUPPORT_LEVEL = EnumPair(catalogue.SupportLevel, locale_pb2.SupportLevel, "SUPPORT_LEVEL")
ROUTE = EnumPair(catalogue.Route, locale_pb2.Route, "ROUTE")
FILE_KIND = EnumPair(catalogue.FileKind, pack_pb2.FileKind, "FILE_KIND")
PAIRS = (
    REGISTER,
    GENDER,
    CHANNEL,
    AGE_BAND,
    RELATIONSHIP,
    SITUATION,
    FAULT,
    PART_OF_DAY,
    ORIGIN,
    ROLE,
    SEVERITY,
    FEATURE,
    FEATURE_OUTCOME,
    DIRECTION,
    SUPPORT_LEVEL,
    ROUTE,
    FILE_KIND,
)
