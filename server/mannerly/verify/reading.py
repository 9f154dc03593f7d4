"""What the checks look at: the draft, its places in the text and the languages; judges nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from mannerly.model.context import Context
from mannerly.model.draft import Draft, Finding, Origin, Segment
from mannerly.verify.layout import Place, lay_out

_ENGINE = frozenset({Origin.PACK, Origin.PHRASE})


@dataclass(frozen=True)
class Reading:
    """A finished draft under examination."""

    draft: Draft
    context: Context

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where each segment stands."""
        return lay_out(self.draft)

    @cached_property
    def target_language(self) -> str:
        """Primary language of the target."""
        return self.context.locale.replace("_", "-").split("-")[0].lower()

    @property
    def is_translated(self) -> bool:
        """False where source and target are the same language."""
        return self.draft.source_language != self.target_language

    def segments(self, *origins: Origin) -> Iterator[tuple[int, Segment, Place]]:
        """Yield index, segment and place of the segments of these origins; of all segments when none is named."""
        for index, (segment, place) in enumerate(zip(self.draft.segments, self.places, strict=True)):
            if not origins or segment.provenance.origin in origins:
                yield index, segment, place

    def translated(self) -> Iterator[tuple[int, Segment, Place]]:
        """Yield the segments whose text an engine or a phrase wrote in another language."""
        if self.is_translated:
            yield from self.segments(*_ENGINE)


Check = Callable[[Reading], Iterator[Finding]]
