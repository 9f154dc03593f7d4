"""Converts requests between wire and model, and names the wire field of an error; knows no service."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mannerly.api.convert import enums
from mannerly.api.convert.facts import facts_from_wire, facts_to_wire
from mannerly.api.convert.limits import MAX_LEVEL, MAX_NAME, MAX_PROFILE, MAX_TAG, MAX_ZONE, entry, line
from mannerly.api.convert.variables import variable_from_wire, variable_to_wire
from mannerly.model.errors import InvalidInput, MannerlyError
from mannerly.model.request import MAX_TERMS, MAX_VARIABLES, Overrides, ReplyRequest
from mannerly.v1.reply_pb2 import Overrides as WireOverrides
from mannerly.v1.reply_pb2 import Reply, Target

# First part of a model path to the wire path; a target's own place is put in front of the last three.
_IN_REPLY = {
    "text": "text",
    "source": "source_locale",
    "zone": "time_zone",
    "facts": "facts",
    "variables": "variables",
    "glossary": "glossary",
    "do_not_translate": "do_not_translate",
}
_IN_TARGET = {"target": "locale", "locale": "locale", "profile": "style_profile", "overrides": "overrides"}


def wire_path(field: str, target: str = "target") -> str:
    """Return the path of a field on the wire, such as "reply.text" for "text"; other paths stay as they are."""
    first, dot, rest = field.partition(".")
    if first in _IN_REPLY:
        return f"reply.{_IN_REPLY[first]}{dot}{rest}"
    if first in _IN_TARGET:
        return f"{target}.{_IN_TARGET[first]}{dot}{rest}"
    return field


@contextmanager
def wire_fields(target: str = "target") -> Iterator[None]:
    """Rename the field of an error on its way out, so that callers read the names they sent."""
    try:
        yield
    except MannerlyError as error:
        error.field = wire_path(error.field, target)
        raise


def request_from_wire(reply: Reply, target: Target) -> ReplyRequest:
    """Return what is asked of the flow.

    Raises:
        InvalidInput: a field breaks its limits; the path is the model's.
    """
    if len(reply.variables) > MAX_VARIABLES or len(reply.glossary) + len(reply.do_not_translate) > MAX_TERMS:
        raise InvalidInput("There are too many variables or terms.", field="variables", remedy="Send fewer.")
    if not target.locale:
        raise InvalidInput("The locale is missing.", field="target", remedy="Send a BCP-47 tag such as pt-BR.")
    return ReplyRequest(
        text=reply.text,
        target=line(target.locale, "target", MAX_TAG),
        source=line(reply.source_locale, "source", MAX_TAG),
        zone=line(reply.time_zone, "zone", MAX_ZONE),
        facts=facts_from_wire(reply.facts),
        variables={
            line(name, "variables", MAX_NAME): variable_from_wire(reply.variables[name], entry("variables", name))
            for name in sorted(reply.variables)
        },
        glossary={line(term, "glossary"): line(reply.glossary[term], "glossary") for term in sorted(reply.glossary)},
        do_not_translate=tuple(line(term, "do_not_translate") for term in reply.do_not_translate),
        overrides=_overrides(target.overrides),
        profile=line(target.style_profile, "profile", MAX_PROFILE),
    )


def _overrides(wire: WireOverrides) -> Overrides:
    return Overrides(
        register=(enums.REGISTER.from_wire(wire.register, "overrides.register") if wire.HasField("register") else None),
        speech_level=line(wire.speech_level, "overrides.speech_level", MAX_LEVEL),
        add_salutation=wire.add_salutation if wire.HasField("add_salutation") else None,
        add_closing=wire.add_closing if wire.HasField("add_closing") else None,
        localise_formats=wire.localise_formats if wire.HasField("localise_formats") else None,
    )


def reply_to_wire(request: ReplyRequest) -> Reply:
    """Return the reply half of a request."""
    return Reply(
        text=request.text,
        source_locale=request.source,
        time_zone=request.zone,
        facts=facts_to_wire(request.facts),
        variables={name: variable_to_wire(value) for name, value in request.variables.items()},
        glossary=request.glossary,
        do_not_translate=request.do_not_translate,
    )


def target_to_wire(request: ReplyRequest) -> Target:
    """Return the target half of a request."""
    overrides = request.overrides
    register = None if overrides.register is None else enums.REGISTER.name_of(overrides.register)
    return Target(
        locale=request.target,
        style_profile=request.profile,
        overrides=WireOverrides(
            register=register,
            speech_level=overrides.speech_level,
            add_salutation=overrides.add_salutation,
            add_closing=overrides.add_closing,
            localise_formats=overrides.localise_formats,
        ),
    )
