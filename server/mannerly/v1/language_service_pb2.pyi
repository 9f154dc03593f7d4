from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from mannerly.v1 import locale_pb2 as _locale_pb2
from mannerly.v1 import pack_pb2 as _pack_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ListLocalesRequest(_message.Message):
    __slots__ = ("page_size", "page_token")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListLocalesResponse(_message.Message):
    __slots__ = ("locales", "next_page_token")
    LOCALES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    locales: _containers.RepeatedCompositeFieldContainer[_locale_pb2.Locale]
    next_page_token: str
    def __init__(self, locales: _Optional[_Iterable[_Union[_locale_pb2.Locale, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetLocaleRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ListPacksRequest(_message.Message):
    __slots__ = ("page_size", "page_token")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListPacksResponse(_message.Message):
    __slots__ = ("packs", "next_page_token")
    PACKS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    packs: _containers.RepeatedCompositeFieldContainer[_pack_pb2.Pack]
    next_page_token: str
    def __init__(self, packs: _Optional[_Iterable[_Union[_pack_pb2.Pack, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetPairSupportRequest(_message.Message):
    __slots__ = ("source_locale", "target_locale")
    SOURCE_LOCALE_FIELD_NUMBER: _ClassVar[int]
    TARGET_LOCALE_FIELD_NUMBER: _ClassVar[int]
    source_locale: str
    target_locale: str
    def __init__(self, source_locale: _Optional[str] = ..., target_locale: _Optional[str] = ...) -> None: ...

class VerifyOfflineRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class VerifyOfflineResponse(_message.Message):
    __slots__ = ("ok", "files", "problems")
    OK_FIELD_NUMBER: _ClassVar[int]
    FILES_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    ok: bool
    files: _containers.RepeatedCompositeFieldContainer[_pack_pb2.FileCheck]
    problems: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, ok: _Optional[bool] = ..., files: _Optional[_Iterable[_Union[_pack_pb2.FileCheck, _Mapping]]] = ..., problems: _Optional[_Iterable[str]] = ...) -> None: ...
