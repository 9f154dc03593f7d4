"""The commands that manage translation packs; must not open a pack itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from mannerly.cli.services import Services


def pack_commands(services: Services) -> typer.Typer:
    """Return the `packs` group."""
    group = typer.Typer(help="Translation packs: list, add, fetch, verify, remove.", no_args_is_help=True)
    console, notes = Console(highlight=False, soft_wrap=True), Console(stderr=True, highlight=False, soft_wrap=True)

    @group.command("list")
    def list_packs() -> None:
        """List the installed packs."""
        rows = services.packs().rows()
        if not rows:
            notes.print("No packs are installed: approved phrases only. See `mannerly packs fetch --help`.")
            return
        table = Table("pair", "name", "version", "sha256", "folder", "problem", box=None)
        for row in rows:
            table.add_row(*map(Text, (row.pair, row.name, row.version, row.sha256[:12], row.folder, row.problem)))
        console.print(table)

    @group.command()
    def add(
        path: Annotated[Path, typer.Argument(help=".argosmodel file, unpacked pack, OPUS-MT folder, or a folder.")],
        source: Annotated[str, typer.Option("--from", help="Source language of an OPUS-MT model.")] = "",
        to: Annotated[str, typer.Option("--to", help="Target language of an OPUS-MT model.")] = "",
    ) -> None:
        """Install packs from a file or folder; nothing is downloaded."""
        with notes.status("Checking and installing ..."):
            labels = services.packs().add(path, source, to)
        for label in labels:
            console.print(f"installed {label}")

    @group.command()
    def fetch(
        pair: Annotated[str, typer.Argument(help="Language pair, such as en-de.")],
    ) -> None:
        """Download and install the official Argos pack of a pair: the only command that uses the network."""
        with notes.status(f"Fetching {pair} ..."):
            labels = services.packs().fetch(pair)
        for label in labels:
            console.print(f"installed {label}")

    @group.command()
    def remove(name: Annotated[str, typer.Argument(help="Name, pair or folder, as `packs list` shows it.")]) -> None:
        """Remove a pack."""
        for folder in services.packs().remove(name):
            console.print(f"removed {folder}", markup=False)

    @group.command()
    def verify() -> int:
        """Compare every pack file with what was installed; status 1 when one differs."""
        problems = services.packs().verify()
        for problem in problems:
            notes.print(problem, style="red", markup=False)
        if not problems:
            console.print(f"{len(services.packs().rows())} packs, all files as installed")
        return 1 if problems else 0

    return group
