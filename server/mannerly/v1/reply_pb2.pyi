from google.api import field_behavior_pb2 as _field_behavior_pb2
from mannerly.v1 import facts_pb2 as _facts_pb2
from mannerly.v1 import finding_pb2 as _finding_pb2
from mannerly.v1 import locale_pb2 as _locale_pb2
from mannerly.v1 import variable_pb2 as _variable_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Origin(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ORIGIN_UNSPECIFIED: _ClassVar[Origin]
    ORIGIN_NONE: _ClassVar[Origin]
    ORIGIN_SOURCE: _ClassVar[Origin]
    ORIGIN_PHRASE: _ClassVar[Origin]
    ORIGIN_PACK: _ClassVar[Origin]
    ORIGIN_LOCALE: _ClassVar[Origin]
    ORIGIN_KEPT: _ClassVar[Origin]

class SegmentRole(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SEGMENT_ROLE_UNSPECIFIED: _ClassVar[SegmentRole]
    SEGMENT_ROLE_BODY: _ClassVar[SegmentRole]
    SEGMENT_ROLE_SALUTATION: _ClassVar[SegmentRole]
    SEGMENT_ROLE_CLOSING: _ClassVar[SegmentRole]
    SEGMENT_ROLE_SIGNATURE: _ClassVar[SegmentRole]
ORIGIN_UNSPECIFIED: Origin
ORIGIN_NONE: Origin
ORIGIN_SOURCE: Origin
ORIGIN_PHRASE: Origin
ORIGIN_PACK: Origin
ORIGIN_LOCALE: Origin
ORIGIN_KEPT: Origin
SEGMENT_ROLE_UNSPECIFIED: SegmentRole
SEGMENT_ROLE_BODY: SegmentRole
SEGMENT_ROLE_SALUTATION: SegmentRole
SEGMENT_ROLE_CLOSING: SegmentRole
SEGMENT_ROLE_SIGNATURE: SegmentRole

class Reply(_message.Message):
    __slots__ = ("text", "source_locale", "time_zone", "facts", "variables", "glossary", "do_not_translate")
    class VariablesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: _variable_pb2.Variable
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[_variable_pb2.Variable, _Mapping]] = ...) -> None: ...
    class GlossaryEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    TEXT_FIELD_NUMBER: _ClassVar[int]
    SOURCE_LOCALE_FIELD_NUMBER: _ClassVar[int]
    TIME_ZONE_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    VARIABLES_FIELD_NUMBER: _ClassVar[int]
    GLOSSARY_FIELD_NUMBER: _ClassVar[int]
    DO_NOT_TRANSLATE_FIELD_NUMBER: _ClassVar[int]
    text: str
    source_locale: str
    time_zone: str
    facts: _facts_pb2.ReplyFacts
    variables: _containers.MessageMap[str, _variable_pb2.Variable]
    glossary: _containers.ScalarMap[str, str]
    do_not_translate: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, text: _Optional[str] = ..., source_locale: _Optional[str] = ..., time_zone: _Optional[str] = ..., facts: _Optional[_Union[_facts_pb2.ReplyFacts, _Mapping]] = ..., variables: _Optional[_Mapping[str, _variable_pb2.Variable]] = ..., glossary: _Optional[_Mapping[str, str]] = ..., do_not_translate: _Optional[_Iterable[str]] = ...) -> None: ...

class Overrides(_message.Message):
    __slots__ = ("register", "add_salutation", "add_closing", "localise_formats", "speech_level")
    REGISTER_FIELD_NUMBER: _ClassVar[int]
    ADD_SALUTATION_FIELD_NUMBER: _ClassVar[int]
    ADD_CLOSING_FIELD_NUMBER: _ClassVar[int]
    LOCALISE_FORMATS_FIELD_NUMBER: _ClassVar[int]
    SPEECH_LEVEL_FIELD_NUMBER: _ClassVar[int]
    register: _facts_pb2.Register
    add_salutation: bool
    add_closing: bool
    localise_formats: bool
    speech_level: str
    def __init__(self, register: _Optional[_Union[_facts_pb2.Register, str]] = ..., add_salutation: _Optional[bool] = ..., add_closing: _Optional[bool] = ..., localise_formats: _Optional[bool] = ..., speech_level: _Optional[str] = ...) -> None: ...

class Target(_message.Message):
    __slots__ = ("locale", "style_profile", "overrides")
    LOCALE_FIELD_NUMBER: _ClassVar[int]
    STYLE_PROFILE_FIELD_NUMBER: _ClassVar[int]
    OVERRIDES_FIELD_NUMBER: _ClassVar[int]
    locale: str
    style_profile: str
    overrides: Overrides
    def __init__(self, locale: _Optional[str] = ..., style_profile: _Optional[str] = ..., overrides: _Optional[_Union[Overrides, _Mapping]] = ...) -> None: ...

class Provenance(_message.Message):
    __slots__ = ("origin", "phrase_id", "packs", "pivot_language", "rule_id")
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    PHRASE_ID_FIELD_NUMBER: _ClassVar[int]
    PACKS_FIELD_NUMBER: _ClassVar[int]
    PIVOT_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    origin: Origin
    phrase_id: str
    packs: _containers.RepeatedScalarFieldContainer[str]
    pivot_language: str
    rule_id: str
    def __init__(self, origin: _Optional[_Union[Origin, str]] = ..., phrase_id: _Optional[str] = ..., packs: _Optional[_Iterable[str]] = ..., pivot_language: _Optional[str] = ..., rule_id: _Optional[str] = ...) -> None: ...

class Segment(_message.Message):
    __slots__ = ("source", "text", "role", "provenance", "score")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    PROVENANCE_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    source: str
    text: str
    role: SegmentRole
    provenance: Provenance
    score: float
    def __init__(self, source: _Optional[str] = ..., text: _Optional[str] = ..., role: _Optional[_Union[SegmentRole, str]] = ..., provenance: _Optional[_Union[Provenance, _Mapping]] = ..., score: _Optional[float] = ...) -> None: ...

class PackStamp(_message.Message):
    __slots__ = ("name", "version", "sha256")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    name: str
    version: str
    sha256: str
    def __init__(self, name: _Optional[str] = ..., version: _Optional[str] = ..., sha256: _Optional[str] = ...) -> None: ...

class Signature(_message.Message):
    __slots__ = ("text", "service_version", "packs", "phrasebook_revision", "rules_revision", "style_profile", "style_profile_revision", "beam_size", "libraries_revision")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    SERVICE_VERSION_FIELD_NUMBER: _ClassVar[int]
    PACKS_FIELD_NUMBER: _ClassVar[int]
    PHRASEBOOK_REVISION_FIELD_NUMBER: _ClassVar[int]
    RULES_REVISION_FIELD_NUMBER: _ClassVar[int]
    STYLE_PROFILE_FIELD_NUMBER: _ClassVar[int]
    STYLE_PROFILE_REVISION_FIELD_NUMBER: _ClassVar[int]
    BEAM_SIZE_FIELD_NUMBER: _ClassVar[int]
    LIBRARIES_REVISION_FIELD_NUMBER: _ClassVar[int]
    text: str
    service_version: str
    packs: _containers.RepeatedCompositeFieldContainer[PackStamp]
    phrasebook_revision: str
    rules_revision: str
    style_profile: str
    style_profile_revision: str
    beam_size: int
    libraries_revision: str
    def __init__(self, text: _Optional[str] = ..., service_version: _Optional[str] = ..., packs: _Optional[_Iterable[_Union[PackStamp, _Mapping]]] = ..., phrasebook_revision: _Optional[str] = ..., rules_revision: _Optional[str] = ..., style_profile: _Optional[str] = ..., style_profile_revision: _Optional[str] = ..., beam_size: _Optional[int] = ..., libraries_revision: _Optional[str] = ...) -> None: ...

class LocalisedReply(_message.Message):
    __slots__ = ("text", "locale", "direction", "source_language", "register", "ready_to_send", "segments", "findings", "edits", "applied", "signature", "speech_level")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    LOCALE_FIELD_NUMBER: _ClassVar[int]
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    SOURCE_LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    REGISTER_FIELD_NUMBER: _ClassVar[int]
    READY_TO_SEND_FIELD_NUMBER: _ClassVar[int]
    SEGMENTS_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    EDITS_FIELD_NUMBER: _ClassVar[int]
    APPLIED_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    SPEECH_LEVEL_FIELD_NUMBER: _ClassVar[int]
    text: str
    locale: str
    direction: _locale_pb2.Direction
    source_language: str
    register: _facts_pb2.Register
    ready_to_send: bool
    segments: _containers.RepeatedCompositeFieldContainer[Segment]
    findings: _containers.RepeatedCompositeFieldContainer[_finding_pb2.Finding]
    edits: _containers.RepeatedCompositeFieldContainer[_finding_pb2.Edit]
    applied: _containers.RepeatedCompositeFieldContainer[_finding_pb2.AppliedFeature]
    signature: Signature
    speech_level: str
    def __init__(self, text: _Optional[str] = ..., locale: _Optional[str] = ..., direction: _Optional[_Union[_locale_pb2.Direction, str]] = ..., source_language: _Optional[str] = ..., register: _Optional[_Union[_facts_pb2.Register, str]] = ..., ready_to_send: _Optional[bool] = ..., segments: _Optional[_Iterable[_Union[Segment, _Mapping]]] = ..., findings: _Optional[_Iterable[_Union[_finding_pb2.Finding, _Mapping]]] = ..., edits: _Optional[_Iterable[_Union[_finding_pb2.Edit, _Mapping]]] = ..., applied: _Optional[_Iterable[_Union[_finding_pb2.AppliedFeature, _Mapping]]] = ..., signature: _Optional[_Union[Signature, _Mapping]] = ..., speech_level: _Optional[str] = ...) -> None: ...
