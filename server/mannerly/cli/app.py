"""The command tree and the one place where an error becomes a message and an exit status."""

from __future__ import annotations

import os
import sys

import typer
from rich.console import Console

from mannerly.cli.demo import add_demo_command
from mannerly.cli.hours_command import add_hours_command
from mannerly.cli.language_commands import add_language_commands
from mannerly.cli.pack_commands import pack_commands
from mannerly.cli.phrase_commands import phrase_commands
from mannerly.cli.register_command import add_register_command
from mannerly.cli.reply_commands import add_reply_commands
from mannerly.cli.send_command import add_send_command
from mannerly.cli.serve_command import add_serve_command
from mannerly.cli.services import Services
from mannerly.client import CallFailed
from mannerly.model.errors import MannerlyError
from mannerly.observe.logs import where

FAILED = 1  # the command could not do its work
NOT_READY = 3  # it did, and a finding blocks the reply
INTERRUPTED = 130  # as shells say for Ctrl-C


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
    add_register_command(app, services)
    add_hours_command(app)
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
        0 on success, 1 on an error, 2 on wrong usage, 3 when a reply is not ready to send, 130 on Ctrl-C.
    """
    try:
        result = build_app(services)(standalone_mode=False)
    except typer.Exit as stop:
        return int(stop.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # Nobody reads any more; what Python still holds for standard output must not fail once again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        return _status_of(error)
    return result if isinstance(result, int) else 0


def _status_of(error: Exception) -> int:
    """Say what went wrong, usage errors as click does, and return the exit status."""
    show, status = getattr(error, "show", None), getattr(error, "exit_code", None)
    if show is not None and status is not None:
        show()
        return int(status)
    Console(stderr=True, highlight=False).print(_message(error), markup=False, emoji=False, soft_wrap=True)
    return FAILED


def _message(error: Exception) -> str:
    if isinstance(error, MannerlyError | CallFailed):
        field = f" [{error.field}]" if error.field else ""
        remedy = f"\n  {error.remedy}" if error.remedy else ""
        return f"mannerly:{field} {error.message.strip()}{remedy}"
    if isinstance(error, OSError):
        return f"mannerly: {error.strerror or type(error).__name__}: {error.filename or 'a file or folder'}"
    # No traceback and no message: code far below may have put a customer's words into either.
    return f"mannerly: Something unforeseen happened ({type(error).__name__} in {where(error)[-1]}). Please report it."
