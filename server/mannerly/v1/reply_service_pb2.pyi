from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.rpc import status_pb2 as _status_pb2
from mannerly.v1 import reply_pb2 as _reply_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class LocaliseReplyRequest(_message.Message):
    __slots__ = ("reply", "target")
    REPLY_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    reply: _reply_pb2.Reply
    target: _reply_pb2.Target
    def __init__(self, reply: _Optional[_Union[_reply_pb2.Reply, _Mapping]] = ..., target: _Optional[_Union[_reply_pb2.Target, _Mapping]] = ...) -> None: ...

class LocaliseReplyResponse(_message.Message):
    __slots__ = ("reply",)
    REPLY_FIELD_NUMBER: _ClassVar[int]
    reply: _reply_pb2.LocalisedReply
    def __init__(self, reply: _Optional[_Union[_reply_pb2.LocalisedReply, _Mapping]] = ...) -> None: ...

class PreviewReplyRequest(_message.Message):
    __slots__ = ("reply", "targets")
    REPLY_FIELD_NUMBER: _ClassVar[int]
    TARGETS_FIELD_NUMBER: _ClassVar[int]
    reply: _reply_pb2.Reply
    targets: _containers.RepeatedCompositeFieldContainer[_reply_pb2.Target]
    def __init__(self, reply: _Optional[_Union[_reply_pb2.Reply, _Mapping]] = ..., targets: _Optional[_Iterable[_Union[_reply_pb2.Target, _Mapping]]] = ...) -> None: ...

class ReplyPreview(_message.Message):
    __slots__ = ("reply", "raw_translation", "back_translation")
    REPLY_FIELD_NUMBER: _ClassVar[int]
    RAW_TRANSLATION_FIELD_NUMBER: _ClassVar[int]
    BACK_TRANSLATION_FIELD_NUMBER: _ClassVar[int]
    reply: _reply_pb2.LocalisedReply
    raw_translation: str
    back_translation: str
    def __init__(self, reply: _Optional[_Union[_reply_pb2.LocalisedReply, _Mapping]] = ..., raw_translation: _Optional[str] = ..., back_translation: _Optional[str] = ...) -> None: ...

class PreviewReplyResponse(_message.Message):
    __slots__ = ("previews",)
    PREVIEWS_FIELD_NUMBER: _ClassVar[int]
    previews: _containers.RepeatedCompositeFieldContainer[ReplyPreview]
    def __init__(self, previews: _Optional[_Iterable[_Union[ReplyPreview, _Mapping]]] = ...) -> None: ...

class StreamLocaliseRepliesRequest(_message.Message):
    __slots__ = ("item_id", "reply", "target")
    ITEM_ID_FIELD_NUMBER: _ClassVar[int]
    REPLY_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    item_id: str
    reply: _reply_pb2.Reply
    target: _reply_pb2.Target
    def __init__(self, item_id: _Optional[str] = ..., reply: _Optional[_Union[_reply_pb2.Reply, _Mapping]] = ..., target: _Optional[_Union[_reply_pb2.Target, _Mapping]] = ...) -> None: ...

class StreamLocaliseRepliesResponse(_message.Message):
    __slots__ = ("item_id", "reply", "error")
    ITEM_ID_FIELD_NUMBER: _ClassVar[int]
    REPLY_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    item_id: str
    reply: _reply_pb2.LocalisedReply
    error: _status_pb2.Status
    def __init__(self, item_id: _Optional[str] = ..., reply: _Optional[_Union[_reply_pb2.LocalisedReply, _Mapping]] = ..., error: _Optional[_Union[_status_pb2.Status, _Mapping]] = ...) -> None: ...
