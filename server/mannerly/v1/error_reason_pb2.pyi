from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor

class ErrorReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ERROR_REASON_UNSPECIFIED: _ClassVar[ErrorReason]
    ERROR_REASON_INTERNAL: _ClassVar[ErrorReason]
    ERROR_REASON_INVALID_INPUT: _ClassVar[ErrorReason]
    ERROR_REASON_UNKNOWN_LOCALE: _ClassVar[ErrorReason]
    ERROR_REASON_NOT_FOUND: _ClassVar[ErrorReason]
    ERROR_REASON_LANGUAGE_DATA_BROKEN: _ClassVar[ErrorReason]
    ERROR_REASON_PACK_BROKEN: _ClassVar[ErrorReason]
    ERROR_REASON_PACK_MISSING: _ClassVar[ErrorReason]
    ERROR_REASON_QUEUE_FULL: _ClassVar[ErrorReason]
    ERROR_REASON_DEADLINE_TOO_SHORT: _ClassVar[ErrorReason]
    ERROR_REASON_CANCELLED: _ClassVar[ErrorReason]
    ERROR_REASON_SETTINGS_INVALID: _ClassVar[ErrorReason]
    ERROR_REASON_UNAUTHENTICATED: _ClassVar[ErrorReason]
    ERROR_REASON_PERMISSION_DENIED: _ClassVar[ErrorReason]
    ERROR_REASON_MISSING_CAPABILITY: _ClassVar[ErrorReason]
    ERROR_REASON_NO_OPEN_TIME: _ClassVar[ErrorReason]
    ERROR_REASON_SERVICE_CLOSING: _ClassVar[ErrorReason]
ERROR_REASON_UNSPECIFIED: ErrorReason
ERROR_REASON_INTERNAL: ErrorReason
ERROR_REASON_INVALID_INPUT: ErrorReason
ERROR_REASON_UNKNOWN_LOCALE: ErrorReason
ERROR_REASON_NOT_FOUND: ErrorReason
ERROR_REASON_LANGUAGE_DATA_BROKEN: ErrorReason
ERROR_REASON_PACK_BROKEN: ErrorReason
ERROR_REASON_PACK_MISSING: ErrorReason
ERROR_REASON_QUEUE_FULL: ErrorReason
ERROR_REASON_DEADLINE_TOO_SHORT: ErrorReason
ERROR_REASON_CANCELLED: ErrorReason
ERROR_REASON_SETTINGS_INVALID: ErrorReason
ERROR_REASON_UNAUTHENTICATED: ErrorReason
ERROR_REASON_PERMISSION_DENIED: ErrorReason
ERROR_REASON_MISSING_CAPABILITY: ErrorReason
ERROR_REASON_NO_OPEN_TIME: ErrorReason
ERROR_REASON_SERVICE_CLOSING: ErrorReason
