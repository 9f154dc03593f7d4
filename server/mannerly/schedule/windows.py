"""Windows of local wall-clock time within one day; knows no date and no zone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

DAY_S = 86_400
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(r"(\d{2}):(\d{2})(?::(\d{2}))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A half-open range of seconds since local midnight: open at `start`, closed at `end`.

    Args:
        start: 0 to 86,399.
        end: greater than start, at most 86,400.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= DAY_S:
            raise ValueError("a window must begin before it ends, within one day")


def parse_time(text: str) -> int:
    """Return a time of day such as "09:30" or "24:00" in seconds since midnight.

    Raises:
        ValueError: it is no time of day; there are no leap seconds.
    """
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError("a time of day is written HH:MM or HH:MM:SS")
    hours, minutes, seconds = int(match[1]), int(match[2]), int(match[3] or 0)
    total = hours * 3600 + minutes * 60 + seconds
    if minutes > 59 or seconds > 59 or total > DAY_S:
        raise ValueError("a time of day lies between 00:00 and 24:00")
    return total


def merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Return windows in order, those that overlap or touch made one."""
    result: list[Window] = []
    for window in sorted(windows):
        if result and window.start <= result[-1].end:
            result[-1] = Window(result[-1].start, max(result[-1].end, window.end))
        else:
            result.append(window)
    return tuple(result)


def without(windows: Iterable[Window], holes: Iterable[Window]) -> tuple[Window, ...]:
    """Return what is left of windows when holes are taken out."""
    left = list(windows)
    for hole in holes:
        left = [part for window in left for part in _around(window, hole)]
    return tuple(left)


def _around(window: Window, hole: Window) -> list[Window]:
    if hole.end <= window.start or window.end <= hole.start:
        return [window]
    edges = [(window.start, hole.start), (hole.end, window.end)]
    return [Window(start, end) for start, end in edges if start < end]


def split_at_midnight(start: int, end: int) -> tuple[tuple[Window, ...], tuple[Window, ...]]:
    """Return the parts of a range on its own day and on the next; 22:00 to 06:00 has both.

    Raises:
        ValueError: the range is empty; a whole day is 00:00 to 24:00.
    """
    if start == end:
        raise ValueError("a window is empty; a whole day is 00:00 to 24:00")
    if start < end:
        return (Window(start, end),), ()
    tonight = (Window(start, DAY_S),) if start < DAY_S else ()
    return tonight, (Window(0, end),) if end else ()
