import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import date_pb2 as _date_pb2
from google.type import decimal_pb2 as _decimal_pb2
from google.type import money_pb2 as _money_pb2
from google.type import timeofday_pb2 as _timeofday_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CalendarDate(_message.Message):
    __slots__ = ("day", "has_weekday")
    DAY_FIELD_NUMBER: _ClassVar[int]
    HAS_WEEKDAY_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    has_weekday: bool
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., has_weekday: _Optional[bool] = ...) -> None: ...

class Variable(_message.Message):
    __slots__ = ("money", "date", "time", "instant", "number", "percent", "phone", "text", "url")
    MONEY_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    TIME_FIELD_NUMBER: _ClassVar[int]
    INSTANT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    PHONE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    URL_FIELD_NUMBER: _ClassVar[int]
    money: _money_pb2.Money
    date: CalendarDate
    time: _timeofday_pb2.TimeOfDay
    instant: _timestamp_pb2.Timestamp
    number: _decimal_pb2.Decimal
    percent: _decimal_pb2.Decimal
    phone: str
    text: str
    url: str
    def __init__(self, money: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., date: _Optional[_Union[CalendarDate, _Mapping]] = ..., time: _Optional[_Union[_timeofday_pb2.TimeOfDay, _Mapping]] = ..., instant: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., number: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., percent: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., phone: _Optional[str] = ..., text: _Optional[str] = ..., url: _Optional[str] = ...) -> None: ...
