"""Entry point of the command `mannerly`; does nothing but start it."""

from __future__ import annotations

import sys

from mannerly.bootstrap import command_line
from mannerly.cli.app import run


def main() -> None:
    """Run the command line and exit with its status."""
    sys.exit(run(command_line()))


if __name__ == "__main__":
    main()
