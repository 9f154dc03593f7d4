"""Parses the addresses a server can listen on; opens nothing."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Address:
    """A parsed listen address; `host` is "" and `port` 0 for a Unix socket, whose `path` is set."""

    host: str = ""
    port: int = 0
    path: str = ""

    @property
    def is_loopback(self) -> bool:
        """True when no other machine can reach it."""
        if self.path or self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def parse_address(text: str, *, default_host: str = "") -> Address:
    """Parse `host:port`, `[ipv6]:port`, `unix:/path`, or `port` alone where there is a default host.

    Raises:
        ValueError: none of these.
    """
    if text.startswith("unix:"):
        path = text.removeprefix("unix:").removeprefix("//")
        if not path:
            raise ValueError("The socket has no path.")
        return Address(path=path)
    host, _, port = text.rpartition(":")
    host = host.strip("[]") or default_host
    if not host or not (port.isascii() and port.isdigit()) or int(port) > 65_535:
        raise ValueError("Not host:port with a port of 0 to 65535.")
    return Address(host=host, port=int(port))
