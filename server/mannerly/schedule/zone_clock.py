"""Local wall-clock time of a zone, from UTC to local only; knows no business hours.

Instants are whole microseconds since 1970-01-01T00:00Z; there are no leap seconds (POSIX). pytz lists transitions up
to 2037 only. From March 2036 on, a year is read like the latest listed one that has the same weekdays from March to
February: rules of daylight saving time count weekdays, and none falls between New Year and March.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import pytz

SECOND = 1_000_000
_DAY = 86_400 * SECOND
_EPOCH = date(1970, 1, 1)
_LAST_YEAR = 2036  # read from its March on like an earlier year
_MODEL_YEARS = range(2025, 2036)
_FOREVER = 10**20


@dataclass(frozen=True, slots=True)
class Segment:
    """A time in which a zone keeps one offset.

    Args:
        start: its first microsecond.
        end: the first microsecond after it.
        offset: local minus UTC, in seconds.
    """

    start: int
    end: int
    offset: int


class ZoneClock:
    """The offsets of one IANA zone."""

    def __init__(self, name: str) -> None:
        """Read a zone.

        Raises:
            ValueError: there is no such zone; abbreviations and bare offsets are none.
        """
        if name not in pytz.all_timezones_set:
            raise ValueError("the zone is not an IANA time zone")
        zone: Any = pytz.timezone(name)
        times = getattr(zone, "_utc_transition_times", None)  # pytz shows its table in no other way
        if times is None:
            self._starts, self._offsets = [-_FOREVER], [_seconds(zone.utcoffset(None))]
        else:
            self._starts = [_microseconds(at) for at in times]
            self._offsets = [_seconds(info[0]) for info in zone._transition_info]
            self._starts[0] = -_FOREVER

    def segment(self, instant: int) -> Segment:
        """Return the segment that holds an instant."""
        if instant < _BEYOND or len(self._starts) == 1:
            return self._listed(instant)
        first, after, shift = _modelled(instant)
        model = self._listed(instant - shift)
        return Segment(max(model.start + shift, first), min(model.end + shift, after), model.offset)

    def _listed(self, instant: int) -> Segment:
        index = bisect_right(self._starts, instant) - 1
        end = self._starts[index + 1] if index + 1 < len(self._starts) else _FOREVER
        if instant < _BEYOND and len(self._starts) > 1:
            end = min(end, _BEYOND)
        return Segment(self._starts[index], end, self._offsets[index])


def _march(year: int) -> int:
    return (date(year, 3, 1) - _EPOCH).days * _DAY


def _modelled(instant: int) -> tuple[int, int, int]:
    """Return the March to March that holds an instant, and how much later it is than its model."""
    year = (_EPOCH + timedelta(days=instant // _DAY)).year
    year -= instant < _march(year)
    weekday = date(year, 3, 1).weekday()
    model = max(one for one in _MODEL_YEARS if date(one, 3, 1).weekday() == weekday)
    return _march(year), _march(year + 1), _march(year) - _march(model)


_BEYOND = _march(_LAST_YEAR)


@lru_cache(maxsize=1024)
def zone_clock(name: str) -> ZoneClock:
    """Return the clock of a zone, built once."""
    return ZoneClock(name)


def _microseconds(at: Any) -> int:  # noqa: ANN401 - a naive datetime in UTC
    return int((at - at.__class__(1970, 1, 1)).total_seconds()) * SECOND


def _seconds(offset: Any) -> int:  # noqa: ANN401 - a timedelta
    return int(offset.total_seconds())
