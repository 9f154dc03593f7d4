"""The command that answers calendar questions line by line, so that anyone can check a calendar; holds no rule."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import typer

from mannerly.cli.plain_output import write_plain
from mannerly.model.errors import InvalidInput, NoOpenTime
from mannerly.schedule.arithmetic import BusinessTime
from mannerly.schedule.calendar import BusinessCalendar, daily_windows, dated_windows, weekly_windows
from mannerly.schedule.zone_clock import SECOND, zone_clock

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_REMEDY = "docs/reference/command-line.md shows the fields."


def add_hours_command(app: typer.Typer) -> None:
    """Add `hours`."""

    @app.command()
    def hours() -> None:
        """Answer questions about business hours: one JSON object a line on standard input, one a line out."""
        for number, line in enumerate(sys.stdin, 1):
            if line.strip():
                write_plain(json.dumps(_answer(line, number), ensure_ascii=False))


def _answer(line: str, number: int) -> dict[str, Any]:
    try:
        question = json.loads(line)
        answer = _OPERATIONS[question["op"]](_business_time(question), question)
    except NoOpenTime as error:
        return {"id": question.get("id"), "error": error.reason}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidInput(
            f"The question cannot be read ({_fault(error)}).", field=f"line {number}", remedy=_REMEDY
        ) from error
    return {"id": question.get("id"), **answer}


def _fault(error: Exception) -> str:
    return f"{error.args[0]} is missing or unknown" if isinstance(error, KeyError) else str(error)


def _business_time(question: dict[str, Any]) -> BusinessTime:
    breaks = question.get("breaks") or {}
    holidays = {date.fromisoformat(day): "" for day in question.get("holidays") or ()}
    daily = daily_windows((*(question.get("quiet") or ()), *(breaks if isinstance(breaks, list) else ())))
    calendar = BusinessCalendar(
        weekly=weekly_windows(question["hours"]),
        holidays=holidays,
        overrides=dated_windows(question.get("overrides") or {}),
        breaks=weekly_windows(breaks if isinstance(breaks, dict) else {}),
        quiet=daily,
    )
    return BusinessTime(calendar, zone_clock(question["tz"]))


def _next_open(time: BusinessTime, question: dict[str, Any]) -> dict[str, Any]:
    return {"result": _written(time.next_open(_instant(question["t"])))}


def _due(time: BusinessTime, question: dict[str, Any]) -> dict[str, Any]:
    due = time.due(_instant(question["t"]), round(question["secs"] * SECOND))
    return {"result": _written(due), "deliver": _written(time.next_open(due))}


def _within(time: BusinessTime, question: dict[str, Any]) -> dict[str, Any]:
    micros = time.within(_instant(question["t"]), _instant(question["t1"]))
    return {"result": micros // SECOND if micros % SECOND == 0 else micros / SECOND}


_OPERATIONS: dict[str, Callable[[BusinessTime, dict[str, Any]], dict[str, Any]]] = {
    "next_open": _next_open,
    "due": _due,
    "within": _within,
}


def _instant(text: str) -> int:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("an instant needs an offset or Z")
    return (at - _EPOCH) // _MICROSECOND


def _written(instant: int) -> str:
    at = _EPOCH + timedelta(microseconds=instant)
    return at.isoformat().replace("+00:00", "Z")
