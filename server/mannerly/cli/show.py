"""Write outcomes for a person at a terminal; must not change what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from mannerly.cli.plain_output import write_plain
from mannerly.model.draft import Draft, Finding, Severity
from mannerly.model.outcome import Outcome, Preview

_COLOURS = {Severity.BLOCKING: "red", Severity.ADVICE: "yellow"}


def show_outcome(outcome: Outcome) -> None:
    """Print the text to standard output and everything said about it to standard error."""
    write_plain(outcome.draft.text)
    Console(stderr=True, highlight=False).print(about(outcome), soft_wrap=True)


def show_previews(previews: Sequence[Preview]) -> None:
    """Print previews one below the other."""
    console = Console(highlight=False)
    for preview in previews:
        console.print(preview_panel(preview))


def preview_panel(preview: Preview) -> Panel:
    """Return a preview as a panel."""
    outcome = preview.outcome
    parts: list[RenderableType] = [Text(outcome.draft.text)]
    if preview.raw_translation != outcome.draft.text:
        parts += [Text("\nbefore it was adapted", style="dim"), Text(preview.raw_translation)]
    if preview.back_translation:
        parts += [Text("\ntranslated back", style="dim"), Text(preview.back_translation)]
    return Panel(Group(*parts, Text(), about(outcome)), title=_title(outcome), title_align="left")


def about(outcome: Outcome) -> Group:
    """Return what was applied, what was found, and the signature."""
    draft = outcome.draft
    parts: list[RenderableType] = [_applied(draft), Text(f"signature: {outcome.signature.text}", style="dim")]
    if draft.findings:
        parts.insert(1, Group(*(_finding(finding) for finding in draft.findings)))
    return Group(*parts)


def _title(outcome: Outcome) -> str:
    ready = "[green]ready to send[/green]" if outcome.draft.ready_to_send else "[red]not ready[/red]"
    return f"[bold]{outcome.locale}[/bold] \u00b7 {outcome.register} \u00b7 {ready}"


def _applied(draft: Draft) -> Table:
    table = Table.grid(padding=(0, 2))
    for status in draft.applied:
        table.add_row(Text(status.feature), Text(status.outcome), Text(status.reason, style="dim"))
    return table


def _finding(finding: Finding) -> Text:
    where = "" if finding.segment is None else f" (sentence {finding.segment + 1})"
    text = Text(f"{finding.severity}: {finding.code}{where}: {finding.message} ", style=_COLOURS[finding.severity])
    return text.append(finding.remedy, style="dim")
