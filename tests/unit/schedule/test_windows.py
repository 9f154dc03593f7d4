"""Windows are half-open, disjoint and within one day, however hours are written."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mannerly.schedule.calendar import BusinessCalendar, daily_windows, dated_windows, weekly_windows
from mannerly.schedule.windows import DAY_S, Window, merged, parse_time, without

H = 3600


@pytest.mark.parametrize(("text", "seconds"), [("00:00", 0), ("09:30", 34_200), ("09:30:15", 34_215), ("24:00", DAY_S)])
def test_a_time_of_day_is_read(text, seconds):
    """To the second; the end of the day is a time."""
    assert parse_time(text) == seconds


@pytest.mark.parametrize("text", ["9:00", "24:01", "12:60", "23:59:60", "noon", "", "09:00 "])
def test_what_is_no_time_of_day_is_refused(text):
    """There are no leap seconds either."""
    with pytest.raises(ValueError, match="time of day"):
        parse_time(text)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ({"mon": [["09:00", "12:00"], ["11:00", "13:00"]]}, {0: (Window(9 * H, 13 * H),)}),
        ({"mon": [["09:00", "12:00"], ["12:00", "13:00"]]}, {0: (Window(9 * H, 13 * H),)}),
        ({"mon": [["22:00", "06:00"]]}, {0: (Window(22 * H, DAY_S),), 1: (Window(0, 6 * H),)}),
        ({"sun": [["22:00", "06:00"]]}, {6: (Window(22 * H, DAY_S),), 0: (Window(0, 6 * H),)}),
        ({"tue": [["22:00", "00:00"]]}, {1: (Window(22 * H, DAY_S),)}),
        ({"wed": [["00:00", "24:00"]]}, {2: (Window(0, DAY_S),)}),
    ],
    ids=["overlap", "touch", "night", "night-into-monday", "until-midnight", "whole-day"],
)
def test_weekly_hours_are_cut_at_midnight_and_merged(hours, expected):
    """A window that runs across midnight belongs to two days."""
    assert {day: windows for day, windows in enumerate(weekly_windows(hours)) if windows} == expected


@pytest.mark.parametrize(
    "hours", [{"mon": [["09:00", "09:00"]]}, {"monday": []}, {"mon": [["09:00"]]}, {"mon": [["a", "b"]]}], ids=str
)
def test_hours_that_mean_nothing_are_refused(hours):
    """An empty window, an unknown day, half a range, no times."""
    with pytest.raises(ValueError, match=r"."):
        weekly_windows(hours)


def test_an_override_wins_over_a_holiday_and_breaks_and_quiet_hours_over_both():
    """For a local date."""
    day = date(2026, 12, 24)
    calendar = BusinessCalendar(
        weekly=weekly_windows({"thu": [["09:00", "17:00"]]}),
        holidays={day: "Christmas Eve", date(2026, 12, 31): "New Year's Eve"},
        overrides=dated_windows({"2026-12-24": [["08:00", "14:00"]]}),
        breaks=weekly_windows({"thu": [["12:00", "12:30"]]}),
        quiet=daily_windows([["20:00", "09:00"]]),
    )
    assert calendar.windows_on(day) == (Window(9 * H, 12 * H), Window(12 * H + 1800, 14 * H))
    assert calendar.windows_on(date(2026, 12, 31)) == ()
    assert calendar.windows_on(date(2026, 12, 17)) == (Window(9 * H, 12 * H), Window(12 * H + 1800, 17 * H))


WINDOWS = st.lists(
    st.tuples(st.integers(0, DAY_S - 1), st.integers(1, DAY_S)).filter(lambda pair: pair[0] < pair[1]), max_size=6
).map(lambda pairs: [Window(*pair) for pair in pairs])


@given(WINDOWS, WINDOWS)
def test_merging_and_cutting_keep_exactly_the_right_seconds(windows, holes):
    """At every edge, and disjoint in order."""
    left = without(merged(windows), holes)
    assert all(one.end <= two.start for one, two in pairwise(left))
    for edge in {edge for window in (*windows, *holes) for edge in (window.start, window.end, window.start - 1)}:
        inside = any(one.start <= edge < one.end for one in windows)
        cut = any(one.start <= edge < one.end for one in holes)
        assert any(one.start <= edge < one.end for one in left) is (inside and not cut)
