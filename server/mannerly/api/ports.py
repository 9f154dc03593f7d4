"""What the doors need from the inside, as protocols; knows no implementation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from mannerly.model.catalogue import LocaleInfo, OfflineReport, PackInfo, PairSupport
from mannerly.model.context import Deadline
from mannerly.model.outcome import Outcome, Preview
from mannerly.model.request import ReplyRequest


class LocaliseReplies(Protocol):
    """Localises replies; called from several threads at once, never on the event loop.

    Both methods raise from the family of MannerlyError and check the deadline between steps.
    """

    def localise(self, request: ReplyRequest, deadline: Deadline) -> Outcome:
        """Localise one reply."""
        ...

    def preview(self, request: ReplyRequest, deadline: Deadline) -> Preview:
        """Localise one reply, with the raw translation and a back-translation where a pack can."""
        ...


class LanguageCatalogue(Protocol):
    """Tells what is installed; called from several threads at once, never on the event loop."""

    def locales(self) -> Sequence[LocaleInfo]:
        """Return every locale."""
        ...

    def locale(self, tag: str) -> LocaleInfo:
        """Return one locale by its tag in any case; raises NotFound."""
        ...

    def packs(self) -> Sequence[PackInfo]:
        """Return every pack."""
        ...

    def pair(self, source: str, target: str) -> PairSupport:
        """Return what can be done for a pair of tags; raises InvalidInput with field "source" or "target"."""
        ...

    def verify_offline(self, deadline: Deadline) -> OfflineReport:
        """Read and check every model and data file."""
        ...
