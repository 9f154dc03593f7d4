"""The command tree and the one place where an error becomes a message and an exit status."""

from __future__ import annotations

import sys

import typer
from rich.console import Console

from mannerly.cli.demo import add_demo_command
from mannerly.cli.language_commands import add_language_commands
from mannerly.cli.pack_commands import pack_commands
from mannerly.cli.phrase_commands import phrase_commands
from mannerly.cli.reply_commands import add_reply_commands
from mannerly.cli.send_command import add_send_command
from mannerly.cli.serve_command import add_serve_command
from mannerly.cli.services import Services
from mannerly.model.errors import MannerlyError

FAILED = 1  # the command could not do its work
NOT_READY = 3  # it did, and a finding blocks the reply


def build_app(services: Services) -> typer.Typer:
    """Return the command tree over these services."""
    app = typer.Typer(
        name="mannerly",
        help="Customer-support replies, localised offline as a considerate local colleague would write them.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
    )
    add_serve_command(app, services)
    add_reply_commands(app, services)
    add_send_command(app)
    add_language_commands(app, services)
    add_demo_command(app, services)
    app.add_typer(pack_commands(services), name="packs")
    app.add_typer(phrase_commands(services), name="phrases")
    return app


def run(services: Services) -> int:
    """Run the command line and return the exit status.

    Args:
        services: what the commands use.

    Returns:
        0 on success, 1 on an error, 2 on wrong usage, 3 when a reply is not ready to send.
    """
    try:
        result = build_app(services)(standalone_mode=False)
    except MannerlyError as error:
        Console(stderr=True, highlight=False).print(_message(error), markup=False, soft_wrap=True)
        return FAILED
    except typer.Exit as stop:
        return int(stop.exit_code)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED
    except Exception as error:
        return _usage_status(error)
    return result if isinstance(result, int) else 0


def _message(error: MannerlyError) -> str:
    where = f" [{error.field}]" if error.field else ""
    remedy = f"\n  {error.remedy}" if error.remedy else ""
    return f"mannerly:{where} {error.message}{remedy}"


def _usage_status(error: Exception) -> int:
    """Show a usage error as click does; anything else is a fault of ours and is raised."""
    show, status = getattr(error, "show", None), getattr(error, "exit_code", None)
    if show is None or status is None:
        raise error
    show()
    return int(status)
