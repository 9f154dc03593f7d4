"""The commands that search and exchange approved phrases; must not translate anything."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from mannerly import __version__
from mannerly.cli.services import Services
from mannerly.language.phrase_import import import_units
from mannerly.language.phrase_search import search_phrases
from mannerly.language.tags import parse_tag
from mannerly.language.tmx import read_tmx, write_tmx
from mannerly.model.errors import InvalidInput

Language = Annotated[str, typer.Option("--to", help="BCP-47 tag of the language.")]


def phrase_commands(services: Services) -> typer.Typer:
    """Return the `phrases` group."""
    group = typer.Typer(help="Approved phrases: search, import, export.", no_args_is_help=True)
    console, notes = Console(highlight=False), Console(stderr=True, highlight=False, soft_wrap=True)

    @group.command()
    def search(
        text: Annotated[str, typer.Argument(help="Words of the English sentence or of its translation.")],
        to: Language,
        limit: Annotated[int, typer.Option(min=1, max=100)] = 10,
    ) -> None:
        """Show the approved phrases nearest to a text."""
        book = services.library().get(parse_tag(to)).phrasebook
        table = Table("id", "register", "English", to, box=None)
        for hit in search_phrases(book, text, limit=limit):
            phrase = hit.phrase
            register = "both" if phrase.register == "unknown" else phrase.register
            table.add_row(phrase.id, register, Text(phrase.source[-1]), Text(phrase.forms[-1]))
        console.print(table)

    @group.command()
    def export(
        to: Language,
        output: Annotated[Path | None, typer.Option(help="File to write; default: standard output.")] = None,
    ) -> None:
        """Write a language's approved phrases as TMX 1.4b."""
        document = write_tmx(services.library().get(parse_tag(to)).phrasebook, __version__)
        if output is None:
            sys.stdout.buffer.write(document)
        else:
            output.write_bytes(document)

    @group.command("import")
    def import_file(
        file: Annotated[Path, typer.Argument(help="TMX file with English and the language.")], to: Language
    ) -> None:
        """Take the pairs of a TMX file into the phrasebook of a language, all or nothing."""
        try:
            document = file.read_bytes()
        except OSError as error:
            raise InvalidInput("The file cannot be read.", field="file", remedy="Check its path.") from error
        folder = services.library().get(parse_tag(to)).phrasebook.language
        root = services.locales_dir()
        report = import_units(
            read_tmx(document, to),
            english=root / "en" / "phrasebook.po",
            target=root / folder / "phrasebook.po",
        )
        notes.print(f"{report.added} added, {report.changed} changed, {report.same} as they were; in {root / folder}")

    return group
