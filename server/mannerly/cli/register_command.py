"""The command that rewrites or reads the register of a text line by line; must not know any language."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from mannerly.cli.plain_output import write_plain
from mannerly.cli.request_options import one_line
from mannerly.cli.services import Services
from mannerly.model.errors import InvalidInput
from mannerly.model.facts import AgeBand, Agent, Customer, Gender
from mannerly.register_desk import RegisterDesk, RegisterWish


def add_register_command(app: typer.Typer, services: Services) -> None:
    """Add `register`."""

    @app.command()
    def register(
        locale: Annotated[str, typer.Option(help="BCP-47 tag of the text, such as de-DE.")],
        to: Annotated[str, typer.Option(help="formal, informal, or a level of the language, such as sonkeigo.")] = "",
        detect: Annotated[bool, typer.Option("--detect", help="Print the level and its evidence instead.")] = False,
        explain: Annotated[bool, typer.Option("--explain", help="Add a tab and the changes as JSON.")] = False,
        gender: Annotated[Gender, typer.Option(help="Grammatical gender of the customer.")] = Gender.UNKNOWN,
        age: Annotated[AgeBand, typer.Option(help="Age of the customer beside the agent.")] = AgeBand.UNKNOWN,
        family_name: Annotated[str, typer.Option(help="Family name of the customer.")] = "",
        agent_gender: Annotated[Gender, typer.Option(help="Grammatical gender of the agent.")] = Gender.UNKNOWN,
        pair: Annotated[str, typer.Option(help="Name of an address pair of the language.")] = "",
    ) -> None:
        """Bring each line of standard input to a level of address, or tell its level: one line out for each in."""
        one_line(locale=locale, to=to, family_name=family_name, pair=pair)
        if detect == bool(to):
            raise InvalidInput("Nothing is asked for.", field="to", remedy="Give --to or --detect, one of them.")
        desk = services.register()
        customer = Customer(gender=gender, age_band=age, family_name=family_name)
        wish = RegisterWish(locale=locale, to=to, customer=customer, agent=Agent(gender=agent_gender), pair=pair)
        for line in _lines():
            write_plain(_detected(desk, line, locale) if detect else _rewritten(desk, line, wish, explain=explain))


def _lines() -> Iterator[str]:
    for number, raw in enumerate(sys.stdin.buffer, 1):
        try:
            yield raw.decode("utf-8-sig" if number == 1 else "utf-8").removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError as error:
            raise InvalidInput("A line is not UTF-8.", field=f"line {number}", remedy="Save it as UTF-8.") from error


def _rewritten(desk: RegisterDesk, line: str, wish: RegisterWish, *, explain: bool) -> str:
    if not line.strip():
        return line
    rewritten = desk.rewrite(line, wish)
    if not explain:
        return rewritten.text
    edits = [asdict(change) for change in rewritten.changes]
    left = [
        {"text": rewritten.text[doubt.start : doubt.end], "why": doubt.why, "start": doubt.start, "end": doubt.end}
        for doubt in rewritten.doubts
    ]
    return f"{rewritten.text}\t{json.dumps({'edits': edits, 'left_alone': left}, ensure_ascii=False)}"


def _detected(desk: RegisterDesk, line: str, locale: str) -> str:
    if not line.strip():
        return line
    reading = desk.read(line, locale)
    level = reading.level or ("mixed" if reading.levels else "none")
    evidence = [
        {"level": found.level, "text": line[found.start : found.end], "start": found.start, "end": found.end}
        for found in reading.evidence
    ]
    shown = {"levels": reading.levels, "coverage": round(reading.coverage, 2), "evidence": evidence}
    return f"{level}\t{json.dumps(shown, ensure_ascii=False)}"
