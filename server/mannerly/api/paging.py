"""Cuts lists into pages with opaque tokens; knows no resource."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from typing import TypeVar

from mannerly.model.errors import InvalidInput

T = TypeVar("T")
DEFAULT_SIZE = 100
MAX_SIZE = 1_000


def page(items: Sequence[T], *, key: Callable[[T], str], kind: str, size: int, token: str) -> tuple[list[T], str]:
    """Return one page, ordered by key, and the token of the next.

    Args:
        items: everything.
        key: unique sort key.
        kind: name of the list; a token of one list is not valid for another.
        size: as requested; 0 for 100, more than 1,000 is cut.
        token: as requested, "" for the first page.

    Raises:
        InvalidInput: the size is negative or the token is not one of this list.
    """
    if size < 0:
        raise InvalidInput("The page size is negative.", field="page_size", remedy="Send 0 for the default.")
    after = _read_token(token, kind) if token else ""
    rest = sorted((item for item in items if key(item) > after), key=key)
    count = min(size or DEFAULT_SIZE, MAX_SIZE)
    chosen = rest[:count]
    return chosen, _write_token(kind, key(chosen[-1])) if len(rest) > count else ""


def _write_token(kind: str, after: str) -> str:
    return base64.urlsafe_b64encode(json.dumps([kind, after]).encode()).decode()


def _read_token(token: str, kind: str) -> str:
    try:
        content = json.loads(base64.b64decode(token.encode("ascii"), altchars=b"-_", validate=True))
    except (ValueError, binascii.Error):
        content = None
    match content:
        case [str(found), str(after)] if found == kind:
            return after
        case _:
            remedy = "Send next_page_token of the page before, or nothing."
            raise InvalidInput("The page token is not valid.", field="page_token", remedy=remedy)
