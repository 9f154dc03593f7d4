"""What packs said lately, so that a sentence said twice is computed once; forgets the least recently used."""

from __future__ import annotations

import threading
from collections import OrderedDict

from mannerly.translate.decoding import Decoding, Hypothesis, Outcome


class SentenceCache:
    """A bounded store shared by the queues of all packs; safe to call from several threads."""

    def __init__(self, size: int = 10_000) -> None:
        """Hold up to `size` sentences; 0 turns the cache off."""
        self._size = size
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[str, Decoding, str], Hypothesis] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def get(self, pack: str, decoding: Decoding, text: str) -> Hypothesis | None:
        """Return what the pack of this digest made of the text, None when not known."""
        key = (pack, decoding, text)
        with self._lock:
            known = self._known.get(key)
            if known is not None:
                self._known.move_to_end(key)
            return known

    def put(self, pack: str, decoding: Decoding, text: str, outcome: Outcome) -> None:
        """Remember an outcome; attention is too large to keep."""
        if not isinstance(outcome, Hypothesis) or decoding.attention:
            return
        with self._lock:
            self._known[(pack, decoding, text)] = outcome
            self._known.move_to_end((pack, decoding, text))
            while len(self._known) > self._size:
                self._known.popitem(last=False)
