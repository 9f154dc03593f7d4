"""The command that runs the server; must not build it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from mannerly.cli.send_command import LOOPBACK
from mannerly.cli.services import Services

_FIRST_REPLY = """[bold]Mannerly listens on {address}[/bold]

Send the first reply from another terminal:

  mannerly send{server} --to de-DE --text "Your order #48213 has been shipped. Thank you for your patience."

From the source tree: [cyan].uv/bin/uv run mannerly send ...[/cyan]   Stop with Ctrl-C."""


def add_serve_command(app: typer.Typer, services: Services) -> None:
    """Add `serve`."""

    @app.command()
    def serve(
        listen: Annotated[str, typer.Option(help="host:port or unix:/path; default from the settings.")] = "",
    ) -> None:
        """Run the gRPC server until it is stopped."""
        console = Console(stderr=True, highlight=False)
        overrides = {"listen": listen} if listen else {}

        def started(address: str) -> None:
            server = "" if address == LOOPBACK else f" --server {address}"
            console.print(_FIRST_REPLY.format(address=escape(address), server=escape(server)), soft_wrap=True)

        services.serve(overrides, started)
