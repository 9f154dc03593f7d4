from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Register(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REGISTER_UNSPECIFIED: _ClassVar[Register]
    REGISTER_FORMAL: _ClassVar[Register]
    REGISTER_INFORMAL: _ClassVar[Register]

class Gender(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GENDER_UNSPECIFIED: _ClassVar[Gender]
    GENDER_FEMALE: _ClassVar[Gender]
    GENDER_MALE: _ClassVar[Gender]
    GENDER_NEUTRAL: _ClassVar[Gender]

class Channel(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CHANNEL_UNSPECIFIED: _ClassVar[Channel]
    CHANNEL_EMAIL: _ClassVar[Channel]
    CHANNEL_CHAT: _ClassVar[Channel]
    CHANNEL_SOCIAL: _ClassVar[Channel]
    CHANNEL_DIRECT_MESSAGE: _ClassVar[Channel]
    CHANNEL_SMS: _ClassVar[Channel]
    CHANNEL_REVIEW: _ClassVar[Channel]
    CHANNEL_LETTER: _ClassVar[Channel]

class AgeBand(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    AGE_BAND_UNSPECIFIED: _ClassVar[AgeBand]
    AGE_BAND_OLDER: _ClassVar[AgeBand]
    AGE_BAND_SAME: _ClassVar[AgeBand]
    AGE_BAND_YOUNGER: _ClassVar[AgeBand]

class Relationship(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RELATIONSHIP_UNSPECIFIED: _ClassVar[Relationship]
    RELATIONSHIP_NEW: _ClassVar[Relationship]
    RELATIONSHIP_RETURNING: _ClassVar[Relationship]
    RELATIONSHIP_LONG_STANDING: _ClassVar[Relationship]

class Situation(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SITUATION_UNSPECIFIED: _ClassVar[Situation]
    SITUATION_COMPLAINT: _ClassVar[Situation]
    SITUATION_DELAY: _ClassVar[Situation]
    SITUATION_REFUND: _ClassVar[Situation]
    SITUATION_EXCHANGE: _ClassVar[Situation]
    SITUATION_BILLING: _ClassVar[Situation]
    SITUATION_ACCOUNT: _ClassVar[Situation]
    SITUATION_OUTAGE: _ClassVar[Situation]
    SITUATION_QUESTION: _ClassVar[Situation]
    SITUATION_THANKS: _ClassVar[Situation]
    SITUATION_PRAISE: _ClassVar[Situation]

class Fault(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FAULT_UNSPECIFIED: _ClassVar[Fault]
    FAULT_OURS: _ClassVar[Fault]
    FAULT_THEIRS: _ClassVar[Fault]
    FAULT_NOBODY: _ClassVar[Fault]

class PartOfDay(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PART_OF_DAY_UNSPECIFIED: _ClassVar[PartOfDay]
    PART_OF_DAY_MORNING: _ClassVar[PartOfDay]
    PART_OF_DAY_AFTERNOON: _ClassVar[PartOfDay]
    PART_OF_DAY_EVENING: _ClassVar[PartOfDay]
    PART_OF_DAY_NIGHT: _ClassVar[PartOfDay]
REGISTER_UNSPECIFIED: Register
REGISTER_FORMAL: Register
REGISTER_INFORMAL: Register
GENDER_UNSPECIFIED: Gender
GENDER_FEMALE: Gender
GENDER_MALE: Gender
GENDER_NEUTRAL: Gender
CHANNEL_UNSPECIFIED: Channel
CHANNEL_EMAIL: Channel
CHANNEL_CHAT: Channel
CHANNEL_SOCIAL: Channel
CHANNEL_DIRECT_MESSAGE: Channel
CHANNEL_SMS: Channel
CHANNEL_REVIEW: Channel
CHANNEL_LETTER: Channel
AGE_BAND_UNSPECIFIED: AgeBand
AGE_BAND_OLDER: AgeBand
AGE_BAND_SAME: AgeBand
AGE_BAND_YOUNGER: AgeBand
RELATIONSHIP_UNSPECIFIED: Relationship
RELATIONSHIP_NEW: Relationship
RELATIONSHIP_RETURNING: Relationship
RELATIONSHIP_LONG_STANDING: Relationship
SITUATION_UNSPECIFIED: Situation
SITUATION_COMPLAINT: Situation
SITUATION_DELAY: Situation
SITUATION_REFUND: Situation
SITUATION_EXCHANGE: Situation
SITUATION_BILLING: Situation
SITUATION_ACCOUNT: Situation
SITUATION_OUTAGE: Situation
SITUATION_QUESTION: Situation
SITUATION_THANKS: Situation
SITUATION_PRAISE: Situation
FAULT_UNSPECIFIED: Fault
FAULT_OURS: Fault
FAULT_THEIRS: Fault
FAULT_NOBODY: Fault
PART_OF_DAY_UNSPECIFIED: PartOfDay
PART_OF_DAY_MORNING: PartOfDay
PART_OF_DAY_AFTERNOON: PartOfDay
PART_OF_DAY_EVENING: PartOfDay
PART_OF_DAY_NIGHT: PartOfDay

class Customer(_message.Message):
    __slots__ = ("given_name", "family_name", "display_name", "title", "gender", "age_band", "relationship", "tier")
    GIVEN_NAME_FIELD_NUMBER: _ClassVar[int]
    FAMILY_NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    GENDER_FIELD_NUMBER: _ClassVar[int]
    AGE_BAND_FIELD_NUMBER: _ClassVar[int]
    RELATIONSHIP_FIELD_NUMBER: _ClassVar[int]
    TIER_FIELD_NUMBER: _ClassVar[int]
    given_name: str
    family_name: str
    display_name: str
    title: str
    gender: Gender
    age_band: AgeBand
    relationship: Relationship
    tier: str
    def __init__(self, given_name: _Optional[str] = ..., family_name: _Optional[str] = ..., display_name: _Optional[str] = ..., title: _Optional[str] = ..., gender: _Optional[_Union[Gender, str]] = ..., age_band: _Optional[_Union[AgeBand, str]] = ..., relationship: _Optional[_Union[Relationship, str]] = ..., tier: _Optional[str] = ...) -> None: ...

class Agent(_message.Message):
    __slots__ = ("name", "gender", "is_bot", "company")
    NAME_FIELD_NUMBER: _ClassVar[int]
    GENDER_FIELD_NUMBER: _ClassVar[int]
    IS_BOT_FIELD_NUMBER: _ClassVar[int]
    COMPANY_FIELD_NUMBER: _ClassVar[int]
    name: str
    gender: Gender
    is_bot: bool
    company: str
    def __init__(self, name: _Optional[str] = ..., gender: _Optional[_Union[Gender, str]] = ..., is_bot: _Optional[bool] = ..., company: _Optional[str] = ...) -> None: ...

class ReplyFacts(_message.Message):
    __slots__ = ("customer", "agent", "channel", "situation", "fault", "earlier_contacts", "part_of_day")
    CUSTOMER_FIELD_NUMBER: _ClassVar[int]
    AGENT_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    SITUATION_FIELD_NUMBER: _ClassVar[int]
    FAULT_FIELD_NUMBER: _ClassVar[int]
    EARLIER_CONTACTS_FIELD_NUMBER: _ClassVar[int]
    PART_OF_DAY_FIELD_NUMBER: _ClassVar[int]
    customer: Customer
    agent: Agent
    channel: Channel
    situation: Situation
    fault: Fault
    earlier_contacts: int
    part_of_day: PartOfDay
    def __init__(self, customer: _Optional[_Union[Customer, _Mapping]] = ..., agent: _Optional[_Union[Agent, _Mapping]] = ..., channel: _Optional[_Union[Channel, str]] = ..., situation: _Optional[_Union[Situation, str]] = ..., fault: _Optional[_Union[Fault, str]] = ..., earlier_contacts: _Optional[int] = ..., part_of_day: _Optional[_Union[PartOfDay, str]] = ...) -> None: ...
