"""Finds private-use characters, so that no text can forge a marker; knows nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mannerly.model.spans import SpanKind
from mannerly.protect.candidate import Candidate

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


def find_private_use(text: str) -> Iterator[Candidate]:
    """Yield each private-use character on its own, so that none is left over beside another span."""
    if not text.isascii():
        for match in _PRIVATE.finditer(text):
            yield Candidate(match.start(), match.end(), SpanKind.PRIVATE_USE)
