from mannerly.v1 import locale_pb2 as _locale_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Severity(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SEVERITY_UNSPECIFIED: _ClassVar[Severity]
    SEVERITY_BLOCKING: _ClassVar[Severity]
    SEVERITY_ADVICE: _ClassVar[Severity]

class FeatureOutcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FEATURE_OUTCOME_UNSPECIFIED: _ClassVar[FeatureOutcome]
    FEATURE_OUTCOME_APPLIED: _ClassVar[FeatureOutcome]
    FEATURE_OUTCOME_PARTIAL: _ClassVar[FeatureOutcome]
    FEATURE_OUTCOME_UNSUPPORTED: _ClassVar[FeatureOutcome]
    FEATURE_OUTCOME_NOT_NEEDED: _ClassVar[FeatureOutcome]
SEVERITY_UNSPECIFIED: Severity
SEVERITY_BLOCKING: Severity
SEVERITY_ADVICE: Severity
FEATURE_OUTCOME_UNSPECIFIED: FeatureOutcome
FEATURE_OUTCOME_APPLIED: FeatureOutcome
FEATURE_OUTCOME_PARTIAL: FeatureOutcome
FEATURE_OUTCOME_UNSUPPORTED: FeatureOutcome
FEATURE_OUTCOME_NOT_NEEDED: FeatureOutcome

class TextRange(_message.Message):
    __slots__ = ("start", "end")
    START_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    start: int
    end: int
    def __init__(self, start: _Optional[int] = ..., end: _Optional[int] = ...) -> None: ...

class Finding(_message.Message):
    __slots__ = ("code", "severity", "message", "remedy", "segment", "range")
    CODE_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    REMEDY_FIELD_NUMBER: _ClassVar[int]
    SEGMENT_FIELD_NUMBER: _ClassVar[int]
    RANGE_FIELD_NUMBER: _ClassVar[int]
    code: str
    severity: Severity
    message: str
    remedy: str
    segment: int
    range: TextRange
    def __init__(self, code: _Optional[str] = ..., severity: _Optional[_Union[Severity, str]] = ..., message: _Optional[str] = ..., remedy: _Optional[str] = ..., segment: _Optional[int] = ..., range: _Optional[_Union[TextRange, _Mapping]] = ...) -> None: ...

class Edit(_message.Message):
    __slots__ = ("step", "rule_id", "before", "after", "reason", "segment")
    STEP_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    SEGMENT_FIELD_NUMBER: _ClassVar[int]
    step: str
    rule_id: str
    before: str
    after: str
    reason: str
    segment: int
    def __init__(self, step: _Optional[str] = ..., rule_id: _Optional[str] = ..., before: _Optional[str] = ..., after: _Optional[str] = ..., reason: _Optional[str] = ..., segment: _Optional[int] = ...) -> None: ...

class AppliedFeature(_message.Message):
    __slots__ = ("feature", "outcome", "reason")
    FEATURE_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    feature: _locale_pb2.Feature
    outcome: FeatureOutcome
    reason: str
    def __init__(self, feature: _Optional[_Union[_locale_pb2.Feature, str]] = ..., outcome: _Optional[_Union[FeatureOutcome, str]] = ..., reason: _Optional[str] = ...) -> None: ...
