"""The demonstration: starts a real server of its own and sends it real replies; must not localise anything itself."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import Field
from rich.console import Console
from rich.rule import Rule

from mannerly.cli.request_options import typed_variables
from mannerly.cli.services import Services
from mannerly.cli.show_answer import about_answer, answer_row
from mannerly.client import Client, Connection
from mannerly.language.yaml_reader import DataModel, check, read_mapping
from mannerly.model.facts import Agent, Channel, Customer, Gender, ReplyFacts
from mannerly.model.request import ReplyRequest

_START_SECONDS = 60.0


class DemoReply(DataModel):
    """One reply of the demonstration."""

    about: str
    channel: Channel
    customer: dict[str, str]
    agent: dict[str, str]
    zone: str = ""
    variables: dict[str, str] = {}
    text: str


class Demo(DataModel):
    """The demonstration's data file."""

    locales: tuple[str, ...] = Field(min_length=8)
    replies: tuple[DemoReply, ...] = Field(min_length=4)


def add_demo_command(app: typer.Typer, services: Services) -> None:
    """Add `demo`."""

    @app.command()
    def demo(
        to: Annotated[list[str] | None, typer.Option(help="Locale; default: all of the demonstration.")] = None,
    ) -> None:
        """Send real replies through a real server and show source, answer, what was applied and found."""
        path = services.locales_dir() / "en" / "demo.yaml"
        data = check(Demo, read_mapping(path), path)
        console = Console(highlight=False)
        with _server(console) as client:
            for reply in data.replies:
                console.print(Rule(reply.about))
                for locale in to or data.locales:
                    answer = client.localise(_request(reply, locale))
                    console.print(answer_row(reply.text, answer))
                    console.print(about_answer(answer))


@contextmanager
def _server(console: Console) -> Iterator[Client]:
    with tempfile.TemporaryDirectory(prefix="mannerly-demo-") as folder:
        address = f"unix:{Path(folder) / 'mannerly.sock'}"
        command = [sys.executable, "-m", "mannerly", "serve", "--listen", address]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - our own program
        try:
            with Client(Connection(target=address)) as client:
                with console.status("Starting the server ..."):
                    client.wait_until_ready(_START_SECONDS)
                yield client
        finally:
            process.terminate()
            process.wait()


def _request(reply: DemoReply, locale: str) -> ReplyRequest:
    customer: dict[str, Any] = reply.customer | {"gender": Gender(reply.customer.get("gender", "unknown"))}
    return ReplyRequest(
        text=reply.text,
        target=locale,
        source="en-US",
        zone=reply.zone,
        facts=ReplyFacts(customer=Customer(**customer), agent=Agent(**reply.agent), channel=reply.channel),  # type: ignore[arg-type]
        variables=typed_variables(f"{name}={value}" for name, value in reply.variables.items()),
    )
