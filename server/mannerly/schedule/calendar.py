"""Which windows are open on a local date: override before holiday before weekly hours, less breaks and quiet hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from mannerly.schedule.windows import WEEKDAYS, Window, merged, parse_time, split_at_midnight, without

Ranges = Sequence[Sequence[str]]
_NONE: tuple[Window, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BusinessCalendar:
    """Business hours of one customer group, in local wall-clock time.

    Args:
        weekly: windows per weekday, Monday first.
        holidays: dates without business hours, with their names.
        overrides: dates with hours of their own; they win over a holiday.
        breaks: windows per weekday that are never open.
        quiet: windows that are never open, on any day.
    """

    weekly: tuple[tuple[Window, ...], ...]
    holidays: Mapping[date, str] = field(default_factory=lambda: MappingProxyType({}))
    overrides: Mapping[date, tuple[Window, ...]] = field(default_factory=lambda: MappingProxyType({}))
    breaks: tuple[tuple[Window, ...], ...] = (_NONE,) * 7
    quiet: tuple[Window, ...] = ()

    def windows_on(self, day: date) -> tuple[Window, ...]:
        """Return the open windows of a local date, in order and disjoint."""
        weekday = day.weekday()
        if day in self.overrides:
            hours = self.overrides[day]
        elif day in self.holidays:
            return ()
        else:
            hours = self.weekly[weekday]
        return without(without(hours, self.breaks[weekday]), self.quiet)


def weekly_windows(hours: Mapping[str, Ranges]) -> tuple[tuple[Window, ...], ...]:
    """Return windows per weekday from ranges such as {"mon": [["09:00", "17:00"]]}; a night is cut at midnight.

    Raises:
        ValueError: a weekday or a time is none, or a range is empty.
    """
    unknown = set(hours) - set(WEEKDAYS)
    if unknown:
        raise ValueError("weekdays are mon tue wed thu fri sat sun")
    days: list[list[Window]] = [[] for _ in WEEKDAYS]
    for number, name in enumerate(WEEKDAYS):
        for start, end in _pairs(hours.get(name, ())):
            tonight, tomorrow = split_at_midnight(start, end)
            days[number] += tonight
            days[(number + 1) % 7] += tomorrow
    return tuple(merged(windows) for windows in days)


def dated_windows(overrides: Mapping[str, Ranges]) -> dict[date, tuple[Window, ...]]:
    """Return windows per date from ranges; what runs past midnight ends there.

    Raises:
        ValueError: a date or a time is none, or a range is empty.
    """
    return {
        date.fromisoformat(day): merged(part for pair in _pairs(ranges) for part in split_at_midnight(*pair)[0])
        for day, ranges in overrides.items()
    }


def daily_windows(ranges: Ranges) -> tuple[Window, ...]:
    """Return the windows of ranges that hold on every day; 22:00 to 06:00 is a night and a morning.

    Raises:
        ValueError: a time is none, or a range is empty.
    """
    return merged(part for pair in _pairs(ranges) for side in split_at_midnight(*pair) for part in side)


def _pairs(ranges: Iterable[Sequence[str]]) -> Iterable[tuple[int, int]]:
    for pair in ranges:
        if len(pair) != 2:
            raise ValueError("a range has a start and an end")
        yield parse_time(pair[0]), parse_time(pair[1])
