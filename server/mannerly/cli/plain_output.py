"""Write a reply to standard output byte for byte; must not style, wrap or expand anything."""

from __future__ import annotations

import sys


def write_plain(text: str) -> None:
    """Write a text as UTF-8 with one line end behind it, whatever the terminal's encoding is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.buffer.flush()
