from mannerly.v1 import facts_pb2 as _facts_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Direction(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DIRECTION_UNSPECIFIED: _ClassVar[Direction]
    DIRECTION_LTR: _ClassVar[Direction]
    DIRECTION_RTL: _ClassVar[Direction]

class Feature(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FEATURE_UNSPECIFIED: _ClassVar[Feature]
    FEATURE_TRANSLATION: _ClassVar[Feature]
    FEATURE_REGISTER: _ClassVar[Feature]
    FEATURE_DIRECTNESS: _ClassVar[Feature]
    FEATURE_IDIOM: _ClassVar[Feature]
    FEATURE_HONORIFIC: _ClassVar[Feature]
    FEATURE_SALUTATION: _ClassVar[Feature]
    FEATURE_CLOSING: _ClassVar[Feature]
    FEATURE_FORMAT: _ClassVar[Feature]
    FEATURE_PUNCTUATION: _ClassVar[Feature]

class SupportLevel(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SUPPORT_LEVEL_UNSPECIFIED: _ClassVar[SupportLevel]
    SUPPORT_LEVEL_FULL: _ClassVar[SupportLevel]
    SUPPORT_LEVEL_PARTIAL: _ClassVar[SupportLevel]
    SUPPORT_LEVEL_NONE: _ClassVar[SupportLevel]

class Route(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROUTE_UNSPECIFIED: _ClassVar[Route]
    ROUTE_SAME_LANGUAGE: _ClassVar[Route]
    ROUTE_DIRECT: _ClassVar[Route]
    ROUTE_PIVOT: _ClassVar[Route]
    ROUTE_NONE: _ClassVar[Route]
DIRECTION_UNSPECIFIED: Direction
DIRECTION_LTR: Direction
DIRECTION_RTL: Direction
FEATURE_UNSPECIFIED: Feature
FEATURE_TRANSLATION: Feature
FEATURE_REGISTER: Feature
FEATURE_DIRECTNESS: Feature
FEATURE_IDIOM: Feature
FEATURE_HONORIFIC: Feature
FEATURE_SALUTATION: Feature
FEATURE_CLOSING: Feature
FEATURE_FORMAT: Feature
FEATURE_PUNCTUATION: Feature
SUPPORT_LEVEL_UNSPECIFIED: SupportLevel
SUPPORT_LEVEL_FULL: SupportLevel
SUPPORT_LEVEL_PARTIAL: SupportLevel
SUPPORT_LEVEL_NONE: SupportLevel
ROUTE_UNSPECIFIED: Route
ROUTE_SAME_LANGUAGE: Route
ROUTE_DIRECT: Route
ROUTE_PIVOT: Route
ROUTE_NONE: Route

class FeatureSupport(_message.Message):
    __slots__ = ("feature", "level", "reason")
    FEATURE_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    feature: Feature
    level: SupportLevel
    reason: str
    def __init__(self, feature: _Optional[_Union[Feature, str]] = ..., level: _Optional[_Union[SupportLevel, str]] = ..., reason: _Optional[str] = ...) -> None: ...

class SpeechLevel(_message.Message):
    __slots__ = ("id", "display_name", "register", "used_for")
    ID_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    REGISTER_FIELD_NUMBER: _ClassVar[int]
    USED_FOR_FIELD_NUMBER: _ClassVar[int]
    id: str
    display_name: str
    register: _facts_pb2.Register
    used_for: str
    def __init__(self, id: _Optional[str] = ..., display_name: _Optional[str] = ..., register: _Optional[_Union[_facts_pb2.Register, str]] = ..., used_for: _Optional[str] = ...) -> None: ...

class Locale(_message.Message):
    __slots__ = ("name", "tag", "display_name", "native_name", "direction", "features", "speech_levels")
    NAME_FIELD_NUMBER: _ClassVar[int]
    TAG_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    NATIVE_NAME_FIELD_NUMBER: _ClassVar[int]
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    FEATURES_FIELD_NUMBER: _ClassVar[int]
    SPEECH_LEVELS_FIELD_NUMBER: _ClassVar[int]
    name: str
    tag: str
    display_name: str
    native_name: str
    direction: Direction
    features: _containers.RepeatedCompositeFieldContainer[FeatureSupport]
    speech_levels: _containers.RepeatedCompositeFieldContainer[SpeechLevel]
    def __init__(self, name: _Optional[str] = ..., tag: _Optional[str] = ..., display_name: _Optional[str] = ..., native_name: _Optional[str] = ..., direction: _Optional[_Union[Direction, str]] = ..., features: _Optional[_Iterable[_Union[FeatureSupport, _Mapping]]] = ..., speech_levels: _Optional[_Iterable[_Union[SpeechLevel, _Mapping]]] = ...) -> None: ...

class PairSupport(_message.Message):
    __slots__ = ("source_locale", "target_locale", "route", "pivot_language", "packs", "features")
    SOURCE_LOCALE_FIELD_NUMBER: _ClassVar[int]
    TARGET_LOCALE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    PIVOT_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    PACKS_FIELD_NUMBER: _ClassVar[int]
    FEATURES_FIELD_NUMBER: _ClassVar[int]
    source_locale: str
    target_locale: str
    route: Route
    pivot_language: str
    packs: _containers.RepeatedScalarFieldContainer[str]
    features: _containers.RepeatedCompositeFieldContainer[FeatureSupport]
    def __init__(self, source_locale: _Optional[str] = ..., target_locale: _Optional[str] = ..., route: _Optional[_Union[Route, str]] = ..., pivot_language: _Optional[str] = ..., packs: _Optional[_Iterable[str]] = ..., features: _Optional[_Iterable[_Union[FeatureSupport, _Mapping]]] = ...) -> None: ...
