"""The command that sends one reply to a running server; must not localise anything itself."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from mannerly.cli.plain_output import write_plain
from mannerly.cli.request_options import read_text
from mannerly.cli.show_answer import about_answer
from mannerly.client import Client, Connection
from mannerly.model.facts import Channel, Customer, ReplyFacts
from mannerly.model.request import ReplyRequest
from mannerly.settings import CLIENT_TOKEN

LOOPBACK = "127.0.0.1:50051"


def add_send_command(app: typer.Typer) -> None:
    """Add `send`."""

    @app.command()
    def send(
        to: Annotated[str, typer.Option(help="BCP-47 tag of the customer's locale, such as de-DE.")],
        text: Annotated[str, typer.Option("--text", "-t", help="The reply; default: standard input.")] = "",
        source: Annotated[str, typer.Option("--from", help="BCP-47 tag of the reply's language.")] = "",
        channel: Annotated[Channel, typer.Option(help="Where the customer reads it.")] = Channel.UNKNOWN,
        customer_name: Annotated[str, typer.Option(help="The customer's name as they gave it.")] = "",
        server: Annotated[str, typer.Option(help="host:port or unix:/path of the server.")] = LOOPBACK,
        token: Annotated[str, typer.Option(envvar=CLIENT_TOKEN, help="Bearer token.")] = "",
        tls: Annotated[bool, typer.Option(help="Encrypt the connection.")] = False,
    ) -> int:
        """Send one reply to a running server; status 3 when it is not ready to send."""
        facts = ReplyFacts(customer=Customer(display_name=customer_name), channel=channel)
        request = ReplyRequest(text=read_text(text, None), target=to, source=source, facts=facts)
        with Client(Connection(target=server, token=token, tls=tls)) as client:
            answer = client.localise(request)
        write_plain(answer.text)
        Console(stderr=True, highlight=False).print(about_answer(answer), soft_wrap=True)
        return 0 if answer.ready_to_send else 3
