"""Next opening, due instant and business time between instants; knows no policy.

An instant is open exactly when the local wall clock then reads a time inside a window of that local date. Gaps and
folds of daylight saving time need no rule of their own: a window that the clock skips is not there, one that it reads
twice is open twice. Durations are elapsed seconds (POSIX), not wall-clock hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mannerly.model.errors import NoOpenTime
from mannerly.schedule.calendar import BusinessCalendar
from mannerly.schedule.windows import DAY_S
from mannerly.schedule.zone_clock import SECOND, ZoneClock

HORIZON_DAYS = 400
_EPOCH = date(1970, 1, 1)


class BusinessTime:
    """A calendar on the clock of a zone; instants are microseconds since 1970-01-01T00:00Z."""

    def __init__(self, calendar: BusinessCalendar, clock: ZoneClock) -> None:
        """Use this calendar and clock."""
        self._calendar = calendar
        self._clock = clock

    def is_open(self, instant: int) -> bool:
        """Tell whether an instant is in business hours."""
        return self.next_window(instant)[0] <= instant

    def next_window(self, instant: int) -> tuple[int, int]:
        """Return start and end of the opening that holds an instant or follows it.

        Raises:
            NoOpenTime: there is none within 400 days.
        """
        return next(self._openings(instant))

    def next_open(self, instant: int) -> int:
        """Return the instant itself when it is open, else the next opening; errors as in next_window."""
        return max(instant, self.next_window(instant)[0])

    def due(self, instant: int, duration: int) -> int:
        """Return the earliest instant with so many microseconds of business time since `instant`.

        An exact fit ends at the closing, not at the next opening: deliver at next_open of it.

        Raises:
            NoOpenTime: there is not so much business time before a pause of 400 days.
        """
        left = duration
        if left <= 0:
            return instant
        for start, end in self._openings(instant):
            begin = max(start, instant)
            if end - begin >= left:
                return begin + left
            left -= end - begin
        raise AssertionError("openings never end without an error")

    def within(self, start: int, end: int) -> int:
        """Return the microseconds of business time from one instant to another, 0 when there are none."""
        total = 0
        try:
            for begin, close in self._openings(start):
                if begin >= end:
                    break
                total += min(close, end) - max(begin, start)
        except NoOpenTime:
            pass
        return total

    def _openings(self, instant: int) -> Iterator[tuple[int, int]]:
        """Yield openings that end after an instant, in order; each opening renews the horizon."""
        segment = self._clock.segment(instant)
        local = instant // SECOND + segment.offset
        day = local // DAY_S
        last = day + HORIZON_DAYS
        while day <= last:
            for start, end in self._on(day, segment.start, segment.end, segment.offset):
                if end > instant:
                    last = day + HORIZON_DAYS
                    yield start, end
            if (day + 1) * DAY_S - segment.offset < -(-segment.end // SECOND):
                day += 1
            else:
                segment = self._clock.segment(segment.end)
                day = (segment.start // SECOND + segment.offset) // DAY_S
        raise NoOpenTime

    def _on(self, day: int, start: int, end: int, offset: int) -> Iterator[tuple[int, int]]:
        """Yield the openings of a local date that lie in a segment."""
        midnight = day * DAY_S - offset
        for window in self._calendar.windows_on(_EPOCH + timedelta(days=day)):
            first = max((midnight + window.start) * SECOND, start)
            last = min((midnight + window.end) * SECOND, end)
            if first < last:
                yield first, last
