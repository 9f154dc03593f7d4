"""The commands that localise a reply, in this process or through a server; must not decide anything about its text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mannerly.cli.plain_output import write_plain
from mannerly.cli.request_options import one_line, pairs, read_text, typed_variables
from mannerly.cli.services import Services
from mannerly.cli.show import show_outcome, show_previews
from mannerly.model.context import Deadline
from mannerly.model.facts import Agent, Channel, Customer, Gender, Register, ReplyFacts, Situation, TimeOfDay
from mannerly.model.request import Overrides, ReplyRequest

Text = Annotated[str, typer.Option("--text", "-t", help="The reply; default: --file, else standard input.")]
File = Annotated[Path | None, typer.Option("--file", "-f", help="File that holds the reply.")]
Source = Annotated[str, typer.Option("--from", help="BCP-47 tag of the reply's language; default: detected.")]
ChannelOption = Annotated[Channel, typer.Option(help="Where the customer reads it.")]
SituationOption = Annotated[Situation, typer.Option(help="What the reply is about.")]
RegisterOption = Annotated[Register, typer.Option(help="Formality; default: as the style profile says.")]
LevelOption = Annotated[str, typer.Option(help="Speech level, such as sonkeigo; decides over the register.")]
CustomerName = Annotated[str, typer.Option(help="The customer's name as they gave it.")]
GivenName = Annotated[str, typer.Option(help="The customer's given name.")]
FamilyName = Annotated[str, typer.Option(help="The customer's family name.")]
Title = Annotated[str, typer.Option(help="Title, such as DR.")]
GenderOption = Annotated[Gender, typer.Option(help="Gender the customer is addressed with.")]
TimeOption = Annotated[TimeOfDay, typer.Option(help="Part of the customer's day.")]
AgentName = Annotated[str, typer.Option(help="Who signs.")]
AgentGender = Annotated[Gender, typer.Option(help="Gender of the agent.")]
Company = Annotated[str, typer.Option(help="Company that signs.")]
Zone = Annotated[str, typer.Option(help="IANA time zone of the customer.")]
Variables = Annotated[list[str] | None, typer.Option("--var", help="Typed variable, such as total=money:24.90 EUR.")]
Glossary = Annotated[list[str] | None, typer.Option("--term", help="Required term, source=target.")]
Keep = Annotated[list[str] | None, typer.Option("--keep", help="Term to leave as it is.")]
Profile = Annotated[str, typer.Option(help="Id of a style profile; default: the locale's own.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the whole answer as JSON.")]


def add_reply_commands(app: typer.Typer, services: Services) -> None:
    """Add `localise` and `preview`."""

    @app.command()
    def localise(
        to: Annotated[str, typer.Option(help="BCP-47 tag of the customer's locale, such as de-DE.")],
        text: Text = "",
        file: File = None,
        source: Source = "",
        channel: ChannelOption = Channel.UNKNOWN,
        situation: SituationOption = Situation.UNKNOWN,
        register: RegisterOption = Register.UNKNOWN,
        speech_level: LevelOption = "",
        customer_name: CustomerName = "",
        given_name: GivenName = "",
        family_name: FamilyName = "",
        title: Title = "",
        gender: GenderOption = Gender.UNKNOWN,
        time_of_day: TimeOption = TimeOfDay.UNKNOWN,
        agent_name: AgentName = "",
        agent_gender: AgentGender = Gender.UNKNOWN,
        company: Company = "",
        zone: Zone = "",
        variables: Variables = None,
        glossary: Glossary = None,
        keep: Keep = None,
        profile: Profile = "",
        as_json: AsJson = False,
    ) -> int:
        """Localise one reply without a server; status 3 when it is not ready to send."""
        one_line(customer_name=customer_name, given_name=given_name, family_name=family_name, title=title)
        one_line(agent_name=agent_name, company=company, zone=zone, profile=profile, speech_level=speech_level)
        customer = Customer(
            display_name=customer_name, given_name=given_name, family_name=family_name, title=title, gender=gender
        )
        request = ReplyRequest(
            text=read_text(text, file),
            target=to,
            source=source,
            zone=zone,
            facts=ReplyFacts(
                customer=customer,
                agent=Agent(name=agent_name, gender=agent_gender, company=company),
                channel=channel,
                situation=situation,
                time_of_day=time_of_day,
            ),
            variables=typed_variables(variables or ()),
            glossary=pairs(glossary or (), "glossary"),
            do_not_translate=tuple(keep or ()),
            overrides=_overrides(register, speech_level),
            profile=profile,
        )
        outcome = services.replies().localise(request, Deadline())
        if as_json:
            write_plain(services.to_json(outcome))
        else:
            show_outcome(outcome)
        return 0 if outcome.draft.ready_to_send else 3

    @app.command()
    def preview(
        to: Annotated[list[str], typer.Option(help="Locale; give it several times to compare.")],
        text: Text = "",
        file: File = None,
        source: Source = "",
        channel: ChannelOption = Channel.UNKNOWN,
        register: RegisterOption = Register.UNKNOWN,
        speech_level: LevelOption = "",
        given_name: GivenName = "",
        family_name: FamilyName = "",
    ) -> None:
        """Show a reply in several locales: raw translation, localised text, changes, translation back."""
        one_line(given_name=given_name, family_name=family_name, speech_level=speech_level)
        reply = read_text(text, file)
        facts = ReplyFacts(customer=Customer(given_name=given_name, family_name=family_name), channel=channel)
        overrides = _overrides(register, speech_level)
        show_previews(
            [
                services.replies().preview(
                    ReplyRequest(text=reply, target=target, source=source, facts=facts, overrides=overrides), Deadline()
                )
                for target in to
            ]
        )


def _overrides(register: Register, speech_level: str) -> Overrides:
    return Overrides(register=None if register is Register.UNKNOWN else register, speech_level=speech_level)
