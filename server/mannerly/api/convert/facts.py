"""Converts facts about customer, agent and case between wire and model; must not interpret them."""

from __future__ import annotations

from mannerly.api.convert import enums
from mannerly.api.convert.limits import line
from mannerly.model.errors import InvalidInput
from mannerly.model.facts import Agent, Customer, ReplyFacts
from mannerly.v1 import facts_pb2

MAX_CONTACTS = 1_000


def facts_from_wire(wire: facts_pb2.ReplyFacts) -> ReplyFacts:
    """Return the facts of a request.

    Raises:
        InvalidInput: a string is too long or not clean, a number out of range, an enum value unknown.
    """
    contacts = wire.earlier_contacts if wire.HasField("earlier_contacts") else None
    if contacts is not None and not 0 <= contacts <= MAX_CONTACTS:
        raise InvalidInput("The number is not 0 to 1,000.", field="facts.earlier_contacts", remedy="Correct it.")
    return ReplyFacts(
        customer=_customer(wire.customer),
        agent=_agent(wire.agent),
        channel=enums.CHANNEL.from_wire(wire.channel, "facts.channel"),
        situation=enums.SITUATION.from_wire(wire.situation, "facts.situation"),
        fault=enums.FAULT.from_wire(wire.fault, "facts.fault"),
        earlier_contacts=contacts,
        time_of_day=enums.PART_OF_DAY.from_wire(wire.part_of_day, "facts.part_of_day"),
    )


def _customer(wire: facts_pb2.Customer) -> Customer:
    at = "facts.customer"
    return Customer(
        given_name=line(wire.given_name, f"{at}.given_name"),
        family_name=line(wire.family_name, f"{at}.family_name"),
        display_name=line(wire.display_name, f"{at}.display_name"),
        title=line(wire.title, f"{at}.title"),
        gender=enums.GENDER.from_wire(wire.gender, f"{at}.gender"),
        age_band=enums.AGE_BAND.from_wire(wire.age_band, f"{at}.age_band"),
        relationship=enums.RELATIONSHIP.from_wire(wire.relationship, f"{at}.relationship"),
        tier=line(wire.tier, f"{at}.tier"),
    )


def _agent(wire: facts_pb2.Agent) -> Agent:
    return Agent(
        name=line(wire.name, "facts.agent.name"),
        gender=enums.GENDER.from_wire(wire.gender, "facts.agent.gender"),
        is_bot=wire.is_bot,
        company=line(wire.company, "facts.agent.company"),
    )


def facts_to_wire(facts: ReplyFacts) -> facts_pb2.ReplyFacts:
    """Return the message of the facts."""
    customer, agent = facts.customer, facts.agent
    return facts_pb2.ReplyFacts(
        customer=facts_pb2.Customer(
            given_name=customer.given_name,
            family_name=customer.family_name,
            display_name=customer.display_name,
            title=customer.title,
            gender=enums.GENDER.name_of(customer.gender),
            age_band=enums.AGE_BAND.name_of(customer.age_band),
            relationship=enums.RELATIONSHIP.name_of(customer.relationship),
            tier=customer.tier,
        ),
        agent=facts_pb2.Agent(
            name=agent.name, gender=enums.GENDER.name_of(agent.gender), is_bot=agent.is_bot, company=agent.company
        ),
        channel=enums.CHANNEL.name_of(facts.channel),
        situation=enums.SITUATION.name_of(facts.situation),
        fault=enums.FAULT.name_of(facts.fault),
        earlier_contacts=facts.earlier_contacts,
        part_of_day=enums.PART_OF_DAY.name_of(facts.time_of_day),
    )
