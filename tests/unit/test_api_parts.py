"""The small parts of the door: tokens, pages, workers, streams, logs."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from mannerly.api.access import Role
from mannerly.api.paging import page
from mannerly.api.streaming import side_by_side
from mannerly.api.tokens import hash_token, read_tokens
from mannerly.api.workers import Workers
from mannerly.model.errors import DeadlineTooShort, InvalidInput, QueueFull, SettingsError
from mannerly.observe.logs import configure_logging, where

ROW = {"name": "shop", "role": "service", "sha256": hash_token("t")}


def write(folder: Path, content: object) -> Path:
    """A tokens file."""
    path = folder / "tokens.yaml"
    path.write_text(content if isinstance(content, str) else json.dumps({"tokens": content}))
    return path


def test_tokens_are_found_by_their_hash(tmp_path: Path) -> None:
    """And nothing else is."""
    book = read_tokens(write(tmp_path, [ROW, {"name": "b", "role": "admin", "sha256": hash_token("u")}]))
    found = book.find("u")

    assert found is not None
    assert (found.name, found.role) == ("b", Role.ADMIN)
    assert [book.find(token) for token in ("", "T", "t ", hash_token("t"), "\udcff")] == [None] * 5


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("", "no list", id="empty"),
        pytest.param("tokens: 1", "no list", id="no list"),
        pytest.param("a: [", "cannot be read", id="broken"),
        pytest.param([1], "entry 1 is not a mapping", id="number"),
        pytest.param([ROW | {"role": "king"}], "role of entry 1", id="role"),
        pytest.param([ROW, ROW | {"sha256": "AB"}], "sha256 of entry 2", id="hash"),
        pytest.param([ROW | {"name": " "}], "no name", id="name"),
        pytest.param([ROW | {"token": "t"}], "unknown keys token", id="a token in clear"),
        pytest.param([ROW, ROW | {"name": "other"}], "twice", id="twice"),
    ],
)
def test_a_wrong_tokens_file_stops_the_start(tmp_path: Path, content: object, told: str) -> None:
    """With what is wrong, not with a smaller book."""
    with pytest.raises(SettingsError) as caught:
        read_tokens(write(tmp_path, content))

    assert told in str(caught.value)


@given(st.sets(st.text(max_size=5).filter(bool)), st.integers(0, 7))
def test_pages_give_every_item_once_in_order(items: set[str], size: int) -> None:
    """Whatever the size."""
    found: list[str] = []
    token = ""
    while True:
        chosen, token = page(list(items), key=str, kind="k", size=size, token=token)
        found += chosen
        if not token:
            break

    assert found == sorted(items)


@pytest.mark.parametrize("token", ["x", "e30=", "\u0416", "!!!!", "bnVsbA=="])
def test_a_made_up_page_token_is_refused(token: str) -> None:
    """Not guessed."""
    with pytest.raises(InvalidInput) as caught:
        page(["a"], key=str, kind="k", size=1, token=token)

    assert caught.value.field == "page_token"


def test_a_page_token_of_another_list_is_refused() -> None:
    """Tokens are bound to their list; a negative size is refused too."""
    _, token = page(["a", "b"], key=str, kind="one", size=1, token="")
    with pytest.raises(InvalidInput):
        page(["a", "b"], key=str, kind="two", size=1, token=token)
    with pytest.raises(InvalidInput):
        page(["a"], key=str, kind="k", size=-1, token="")


async def test_workers_count_threads_not_callers() -> None:
    """A caller who leaves frees no slot before the thread is done."""
    workers = Workers(threads=1, waiting=0, retry_after_s=3)
    entered, gate = threading.Event(), threading.Event()

    def work(_: object) -> str:
        entered.set()
        return "done" if gate.wait(10) else "late"

    task = asyncio.ensure_future(workers.run(work, deadline_at=float("inf")))
    await asyncio.to_thread(entered.wait)
    task.cancel()
    await asyncio.wait({task})
    with pytest.raises(QueueFull) as caught:
        await workers.run(lambda _: None, deadline_at=float("inf"))
    gate.set()
    after = await workers.run(lambda _: 7, deadline_at=float("inf"), patient=True)
    workers.close()

    assert (caught.value.retry_after_s, after) == (3, 7)


async def test_work_whose_deadline_passed_while_waiting_is_not_begun() -> None:
    """Nobody waits for the answer."""
    workers = Workers(threads=1, waiting=1)
    begun: list[int] = []
    with pytest.raises(DeadlineTooShort):
        await workers.run(lambda _: begun.append(1), deadline_at=time.monotonic() - 1)
    workers.close()

    assert begun == []


async def test_a_slow_reader_stops_a_stream_from_reading_on() -> None:
    """At most the limit in work and one item read ahead."""
    read: list[int] = []

    async def items() -> AsyncIterator[int]:
        for number in range(100):
            read.append(number)
            yield number

    async def work(number: int) -> int:
        return number

    answers = side_by_side(items(), work, limit=3)
    assert await anext(answers) == 0
    for _ in range(50):
        await asyncio.sleep(0)
    assert len(read) <= 5
    assert sorted([0, *[number async for number in answers]]) == list(range(100))


async def test_an_error_of_the_stream_itself_ends_it() -> None:
    """The reader learns of it."""

    async def items() -> AsyncIterator[int]:
        yield 1
        raise ConnectionError

    async def work(number: int) -> int:
        return number

    with pytest.raises(ConnectionError):
        async for _ in side_by_side(items(), work, limit=2):
            pass


def test_logs_are_json_lines_with_level_and_time() -> None:
    """And below the level nothing is written."""
    stream = StringIO()
    configure_logging("auto", "info", stream)
    structlog.get_logger().debug("no", action="a")
    structlog.get_logger().info("yes", action="a")
    (line,) = stream.getvalue().splitlines()

    assert {"event": "yes", "action": "a", "level": "info"}.items() <= json.loads(line).items()
    assert json.loads(line)["timestamp"].endswith("Z")


def test_a_pretty_line_is_not_json() -> None:
    """For people."""
    stream = StringIO()
    configure_logging("pretty", "info", stream)
    structlog.get_logger().info("hello", action="a")

    assert "hello" in stream.getvalue()
    assert not stream.getvalue().startswith("{")


def test_the_place_of_an_error_has_no_text() -> None:
    """Modules and lines only."""
    try:
        raise ValueError("words of a customer")
    except ValueError as error:
        frames = where(error)

    assert len(frames) == 1
    assert "words" not in frames[0]
