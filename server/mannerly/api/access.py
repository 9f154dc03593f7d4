"""Who may call what: roles and the table of methods, deny by default; knows no credentials."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a caller is."""

    SERVICE = "service"  # a program that sends replies
    AGENT = "agent"  # a person who previews one reply
    LEAD = "lead"  # a person who owns the style of a region
    ADMIN = "admin"  # the operator


@dataclass(frozen=True, kw_only=True)
class Principal:
    """A caller whose identity is settled."""

    name: str
    role: Role


EVERYONE = frozenset(Role)
REPLIES = "/mannerly.v1.ReplyService"
LANGUAGES = "/mannerly.v1.LanguageService"
HEALTH = "/grpc.health.v1.Health"

# Health needs no identity, so that load balancers can ask.
PUBLIC = frozenset({f"{HEALTH}/Check", f"{HEALTH}/Watch", f"{HEALTH}/List"})

TABLE: dict[str, frozenset[Role]] = {
    f"{REPLIES}/LocaliseReply": EVERYONE,
    f"{REPLIES}/PreviewReply": EVERYONE,
    # Bulk work is for programs and for leads who check a corpus.
    f"{REPLIES}/StreamLocaliseReplies": frozenset({Role.SERVICE, Role.LEAD, Role.ADMIN}),
    f"{LANGUAGES}/ListLocales": EVERYONE,
    f"{LANGUAGES}/GetLocale": EVERYONE,
    f"{LANGUAGES}/ListPacks": EVERYONE,
    f"{LANGUAGES}/GetPairSupport": EVERYONE,
    # Reads every file of the installation.
    f"{LANGUAGES}/VerifyOffline": frozenset({Role.ADMIN}),
    "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo": EVERYONE,
}


def may_call(role: Role, method: str) -> bool:
    """Tell whether a role may call a method; methods outside the table may be called by nobody."""
    return role in TABLE.get(method, frozenset())
