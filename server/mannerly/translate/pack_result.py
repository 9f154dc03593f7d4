"""What packs made of one masked text; knows no engine."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.model.draft import Finding, Provenance


@dataclass(frozen=True, kw_only=True)
class PackResult:
    """One text's way through packs.

    Args:
        text: masked translation with each marker of the source exactly once; "" where there is none.
        provenance: the packs used, or Origin.NONE, or Origin.KEPT for a text without words.
        score: mean natural log-probability per piece, of the worse leg; None without translation.
        findings: a blocking one whenever `text` is "" or was put together from pieces, with advice beside them.
    """

    text: str
    provenance: Provenance
    score: float | None = None
    findings: tuple[Finding, ...] = ()
