"""Finds out who calls and whether the caller may; deny by default; knows no message."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mannerly.api.access import PUBLIC, Principal, Role, may_call
from mannerly.api.call import current
from mannerly.api.errors import PermissionDenied, Unauthenticated
from mannerly.api.interceptors.around import Around, Context
from mannerly.api.tokens import TokenBook

REMEDY = "Send `authorization: Bearer <token>` with a token that the operator has listed."


class Auth(Around):
    """Innermost interceptor.

    Args:
        tokens: known tokens; None where the operator lists none.
        certificates: True when every client has shown a certificate that TLS has checked.

    Without tokens and certificates the door is open and everyone is admin; settings allow that on loopback only.
    """

    def __init__(self, tokens: TokenBook | None, *, certificates: bool) -> None:
        self._tokens = tokens
        self._certificates = certificates

    @asynccontextmanager
    async def around(self, method: str, context: Context, *, streams: bool) -> AsyncIterator[None]:
        """Let the call through when its caller may make it."""
        if method not in PUBLIC:
            principal = self._identify(context)
            current().principal = principal
            if not may_call(principal.role, method):
                text = f"The role {principal.role.value} may not call this method."
                raise PermissionDenied(text, remedy="Ask the operator for a token with another role.")
        yield

    def _identify(self, context: Context) -> Principal:
        token = _bearer(context)
        if token is not None and self._tokens is not None:
            principal = self._tokens.find(token)
            if principal is None:
                raise Unauthenticated("The token is not known.", remedy=REMEDY)
            return principal
        if self._certificates:
            return Principal(name=_certificate_name(context), role=Role.SERVICE)
        if self._tokens is None:
            return Principal(name="local", role=Role.ADMIN)
        raise Unauthenticated("The call carries no token.", remedy=REMEDY)


def _bearer(context: Context) -> str | None:
    for key, value in context.invocation_metadata() or ():
        if key == "authorization" and isinstance(value, str):
            scheme, _, token = value.partition(" ")
            return token.strip() if scheme.lower() == "bearer" else ""
    return None


def _certificate_name(context: Context) -> str:
    facts = context.auth_context()
    for key in ("x509_subject_alternative_name", "x509_common_name"):
        for value in facts.get(key, ()):
            return bytes(value).decode("utf-8", "replace")
    return "certificate"
