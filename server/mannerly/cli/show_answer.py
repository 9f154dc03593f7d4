"""Write a server's answer for a person at a terminal; reads messages by their field names only."""

from __future__ import annotations

from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text


def about_answer(answer: Any) -> Group:  # noqa: ANN401 - a LocalisedReply; only mannerly.api and the client know its type
    """Return what was applied, what was found, and the signature of a LocalisedReply message."""
    table = Table.grid(padding=(0, 2))
    for status in answer.applied:
        table.add_row(_name(status, "feature"), _name(status, "outcome"), Text(status.reason, style="dim"))
    parts: list[RenderableType] = [table]
    for finding in answer.findings:
        severity = _name(finding, "severity")
        style = "red" if severity == "blocking" else "yellow"
        line = Text(f"{severity}: {finding.code}: {finding.message} ", style=style)
        parts.append(line.append(finding.remedy, style="dim"))
    parts.append(Text(f"signature: {answer.signature.text}", style="dim"))
    return Group(*parts)


def answer_row(source: str, answer: Any) -> Table:  # noqa: ANN401 - as above
    """Return source and localised text side by side."""
    ready = "[green]ready to send[/green]" if answer.ready_to_send else "[red]not ready[/red]"
    table = Table(expand=True, show_lines=False)
    table.add_column("source", ratio=1, overflow="fold")
    table.add_column(f"{answer.locale}  {_name(answer, 'register')}  {ready}", ratio=1, overflow="fold")
    table.add_row(Text(source), Text(answer.text))
    return table


def _name(message: Any, field: str) -> str:  # noqa: ANN401 - as above
    """Return an enum value's name without the enum's own prefix, in lower case."""
    enum = message.DESCRIPTOR.fields_by_name[field].enum_type
    prefix = enum.values_by_number[0].name.removesuffix("UNSPECIFIED")
    value: str = enum.values_by_number[getattr(message, field)].name
    return value.removeprefix(prefix).lower()
