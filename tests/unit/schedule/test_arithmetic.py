"""Business time agrees with a scan of every minute on the clocks of the standard library, gaps and folds included."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mannerly.model.errors import NoOpenTime
from mannerly.schedule.arithmetic import BusinessTime
from mannerly.schedule.calendar import BusinessCalendar, daily_windows, dated_windows, weekly_windows
from mannerly.schedule.windows import WEEKDAYS
from mannerly.schedule.zone_clock import SECOND, ZoneClock, zone_clock

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = 60 * SECOND
OFFICE = {day: [["09:00", "17:00"]] for day in WEEKDAYS[:5]}


def micros(text):
    return (datetime.fromisoformat(text) - EPOCH) // timedelta(microseconds=1)


def written(instant):
    return (EPOCH + timedelta(microseconds=instant)).isoformat().replace("+00:00", "Z")


def business(zone, hours, **more):
    return BusinessTime(BusinessCalendar(weekly=weekly_windows(hours), **more), ZoneClock(zone))


# Zones with gaps and folds of an hour, of half an hour, at midnight, in the south, and with none. Rules that did not
# change lately, so that the tables of the standard library and of pytz agree.
TRANSITIONS = [
    ("America/New_York", "2026-03-08T07:00:00Z"), ("America/New_York", "2026-11-01T06:00:00Z"),
    ("Europe/Berlin", "2026-03-29T01:00:00Z"), ("Europe/Berlin", "2026-10-25T01:00:00Z"),
    ("Europe/London", "2026-10-25T01:00:00Z"), ("Europe/Lisbon", "2026-03-29T01:00:00Z"),
    ("Australia/Lord_Howe", "2026-10-03T15:30:00Z"), ("Australia/Lord_Howe", "2026-04-04T15:00:00Z"),
    ("Australia/Sydney", "2026-10-03T16:00:00Z"), ("Pacific/Auckland", "2026-04-04T14:00:00Z"),
    ("Africa/Cairo", "2026-04-23T22:00:00Z"), ("Asia/Beirut", "2026-03-28T22:00:00Z"),
    ("Asia/Jerusalem", "2026-03-27T00:00:00Z"), ("America/Santiago", "2026-09-06T04:00:00Z"),
    ("America/St_Johns", "2026-03-08T05:30:00Z"), ("Asia/Kathmandu", "2026-06-01T00:00:00Z"),
    ("Asia/Tokyo", "2026-06-01T00:00:00Z"), ("Pacific/Kiritimati", "2026-06-01T00:00:00Z"),
    ("Pacific/Chatham", "2026-09-26T14:00:00Z"), ("America/Sao_Paulo", "2026-06-01T00:00:00Z"),
]  # fmt: skip
CLOCK = st.integers(0, 95).map(lambda quarter: f"{quarter // 4:02d}:{quarter % 4 * 15:02d}")
RANGE = st.tuples(CLOCK, CLOCK).filter(lambda pair: pair[0] != pair[1]).map(list)
RANGES = st.lists(RANGE, max_size=2)


@st.composite
def questions(draw):
    """A calendar near a change of clocks, and an instant within three days of it."""
    zone, change = draw(st.sampled_from(TRANSITIONS))
    day = (datetime.fromisoformat(change) + timedelta(days=draw(st.integers(-2, 2)))).date()
    calendar = {
        "hours": draw(st.dictionaries(st.sampled_from(WEEKDAYS), RANGES, max_size=7)),
        "overrides": {day.isoformat(): draw(RANGES)} if draw(st.booleans()) else {},
        "holidays": [day + timedelta(days=1)] if draw(st.booleans()) else [],
        "quiet": draw(st.lists(RANGE, max_size=1)),
    }
    return zone, calendar, micros(change) + draw(st.integers(-3 * 1440, 3 * 1440)) * MINUTE


def open_minutes(zone, calendar, start, days):
    """The oracle: read the clock of the standard library at every minute, and ask whether it shows an open time."""
    local = ZoneInfo(zone)
    weekly, dated = weekly_windows(calendar["hours"]), dated_windows(calendar["overrides"])
    quiet = daily_windows(calendar["quiet"])
    for minute in range(days * 1440):
        at = (EPOCH + timedelta(microseconds=start + minute * MINUTE)).astimezone(local)
        day = at.date()
        hours = dated.get(day, () if day in calendar["holidays"] else weekly[day.weekday()])
        second = at.hour * 3600 + at.minute * 60 + at.second
        shown = any(one.start <= second < one.end for one in hours)
        yield shown and not any(one.start <= second < one.end for one in quiet)


@settings(max_examples=120, deadline=None)
@given(questions())
@example(("America/New_York", {"hours": {"sun": [["02:15", "02:45"]]}, "overrides": {}, "holidays": [], "quiet": []},
          1_772_928_000_000_000))  # fmt: skip
def test_the_arithmetic_agrees_with_a_scan_of_every_minute(question):
    """Opening, business time and due instant over six days."""
    zone, calendar, start = question
    days = 6
    shown = list(open_minutes(zone, calendar, start, days))
    time = business(
        zone,
        calendar["hours"],
        overrides=dated_windows(calendar["overrides"]),
        holidays=dict.fromkeys(calendar["holidays"], "a holiday"),
        quiet=daily_windows(calendar["quiet"]),
    )
    assert time.within(start, start + days * 1440 * MINUTE) == sum(shown) * MINUTE
    if any(shown):
        assert time.next_open(start) == start + shown.index(True) * MINUTE
        assert time.is_open(start) is shown[0]
        half = max(1, sum(shown) // 2)
        reached = [index for index, is_open in enumerate(shown) if is_open][half - 1]
        assert time.due(start, half * MINUTE) == start + (reached + 1) * MINUTE


@pytest.mark.parametrize(
    ("zone", "hours", "asked", "opens"),
    [
        ("America/New_York", OFFICE, "2026-06-01T14:00:00.250000Z", "2026-06-01T14:00:00.250000Z"),
        ("America/New_York", OFFICE, "2026-06-01T21:00:00Z", "2026-06-02T13:00:00Z"),
        ("America/New_York", OFFICE, "2026-06-06T16:00:00Z", "2026-06-08T13:00:00Z"),
        ("Asia/Dubai", {"fri": [["07:30", "12:00"]]}, "2026-06-05T08:30:00Z", "2026-06-12T03:30:00Z"),
        ("Pacific/Kiritimati", OFFICE, "2026-06-05T03:30:00Z", "2026-06-07T19:00:00Z"),
        ("America/New_York", OFFICE, "2040-07-01T00:00:00Z", "2040-07-02T13:00:00Z"),
        ("Australia/Sydney", OFFICE, "2050-01-08T00:00:00Z", "2050-01-09T22:00:00Z"),
        ("Europe/Istanbul", OFFICE, "2041-07-06T00:00:00Z", "2041-07-08T06:00:00Z"),
    ],
    ids=["open-unchanged", "closing-is-closed", "weekend", "half-day", "far-east", "beyond-2037", "south-2050",
         "no-daylight-saving-any-more"],
)  # fmt: skip
def test_the_next_opening_is_the_locals_own(zone, hours, asked, opens):
    """To the microsecond when open already."""
    assert written(business(zone, hours).next_open(micros(asked))) == opens


@pytest.mark.parametrize(
    ("asked", "hours", "due", "deliver"),
    [
        ("2026-06-05T20:00:00Z", 4, "2026-06-08T16:00:00Z", "2026-06-08T16:00:00Z"),
        ("2026-06-05T13:00:00Z", 8, "2026-06-05T21:00:00Z", "2026-06-08T13:00:00Z"),
        ("2026-06-05T13:00:00Z", 0, "2026-06-05T13:00:00Z", "2026-06-05T13:00:00Z"),
    ],
    ids=["across-the-weekend", "exact-fit-ends-at-closing", "nothing"],
)
def test_a_target_is_due_in_business_time_and_delivered_when_open(asked, hours, due, deliver):
    """An exact fit is due at the closing and delivered at the next opening."""
    time = business("America/New_York", OFFICE)
    reached = time.due(micros(asked), hours * 3600 * SECOND)
    assert (written(reached), written(time.next_open(reached))) == (due, deliver)


def test_business_time_is_elapsed_time_not_wall_clock_hours():
    """A night from midnight to six lasts five hours in spring and seven in autumn."""
    time = business("Europe/Berlin", {"sun": [["00:00", "06:00"]]})
    for start, hours in (("2026-03-28T22:00:00Z", 5), ("2026-10-24T22:00:00Z", 7)):
        assert time.within(micros(start), micros(start) + 86_400 * SECOND) == hours * 3600 * SECOND


def test_a_calendar_that_never_opens_says_so():
    """After four hundred days without an opening."""
    holidays = {date(2026, 1, 1) + timedelta(days=day): "closed" for day in range(1200)}
    time = business("UTC", OFFICE, holidays=holidays)
    with pytest.raises(NoOpenTime):
        time.next_open(micros("2026-01-01T00:00:00Z"))
    assert time.within(micros("2026-01-01T00:00:00Z"), micros("2026-02-01T00:00:00Z")) == 0


@pytest.mark.parametrize("name", ["EST5EDTX", "Mars/Olympus", "+02:00", "", "europe/berlin"])
def test_what_is_no_zone_is_refused(name):
    """Spelt as IANA spells it."""
    with pytest.raises(ValueError, match="IANA"):
        zone_clock(name)
