"""The commands that tell what is installed; must not load more than they show."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from mannerly.cli.services import Services
from mannerly.model.catalogue import SupportLevel
from mannerly.model.context import Deadline

_SIGNS = {SupportLevel.FULL: "yes", SupportLevel.PARTIAL: "partly", SupportLevel.NONE: "no"}


def add_language_commands(app: typer.Typer, services: Services) -> None:
    """Add `locales` and `verify-offline`."""
    console = Console(highlight=False)

    @app.command()
    def locales(
        source: Annotated[str, typer.Option("--from", help="Language that replies are written in.")] = "en",
    ) -> None:
        """List the locales and what each supports."""
        catalogue = services.catalogue()
        found = catalogue.locales()
        features = [support.feature for support in found[0].features]
        table = Table("locale", "name", "packs", *features, box=None)
        for info in found:
            route = catalogue.pair(source, info.tag).route
            levels = [_SIGNS[support.level] for support in info.features]
            table.add_row(info.tag, f"{info.display_name} ({info.native_name})", route, *levels)
        console.print(table)

    @app.command("verify-offline")
    def verify_offline() -> int:
        """Check that every model and data file is here and whole; status 1 when one is not."""
        report = services.catalogue().verify_offline(Deadline())
        for file in report.files:
            if file.problem:
                console.print(f"{file.path}: {file.problem}", style="red", markup=False)
        for problem in report.problems:
            console.print(problem, style="red", markup=False)
        if report.ok:
            console.print(f"{len(report.files)} files checked: nothing has to be fetched to serve")
        return 0 if report.ok else 1
