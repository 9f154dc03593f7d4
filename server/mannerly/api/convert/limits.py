"""Limits on strings of a request that model values do not check themselves; knows no message."""

from __future__ import annotations

import re

from mannerly.model.errors import InvalidInput

MAX_NAME = 200
MAX_TAG = 35
MAX_ZONE = 64
MAX_PROFILE = 100
MAX_LEVEL = 40
MAX_VALUE = 1_000
MAX_URL = 2_000
MAX_NUMBER = 40

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_.-]{1,40}", re.ASCII)


def line(value: str, field: str, limit: int = MAX_NAME) -> str:
    """Return a one-line string unchanged when it is short and clean.

    Args:
        value: the string.
        field: dotted path for the error.
        limit: most code points.

    Raises:
        InvalidInput: too long, or with control characters or line ends.
    """
    if len(value) > limit:
        message = f"A value has {len(value)} characters; the limit is {limit}."
        raise InvalidInput(message, field=field, remedy="Shorten it.")
    if _CONTROL.search(value):
        raise InvalidInput("A value has a control character or a line end.", field=field, remedy="Remove it.")
    return value


def entry(field: str, name: str) -> str:
    """Return the path of a map entry; names that are not plain identifiers are left out, since they may be text."""
    return f"{field}.{name}" if _PLAIN_NAME.fullmatch(name) else field
