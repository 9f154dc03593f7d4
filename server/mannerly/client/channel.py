"""Where the server is and how to reach it; opens channels and knows no method."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

import grpc

KEEPALIVE_MS = 60_000


@dataclass(frozen=True, kw_only=True)
class Connection:
    """How to reach a server.

    Args:
        target: `host:port` or `unix:/path`.
        token: bearer token, "" for none.
        tls: encrypt; needed off loopback. A client certificate or own authorities imply it.
        authorities: PEM certificates that the server's is checked against; b"" for the system's.
        certificate: PEM client certificate chain for mutual TLS; b"" for none.
        key: PEM private key of `certificate`.
        timeout: seconds a call may take unless the call says otherwise, above 0.
        max_message_bytes: largest message received or sent.
    """

    target: str = "127.0.0.1:50051"
    token: str = ""
    tls: bool = False
    authorities: bytes = b""
    certificate: bytes = b""
    key: bytes = b""
    timeout: float = 30.0
    max_message_bytes: int = 4 * 1024 * 1024

    def credentials(self) -> grpc.ChannelCredentials | None:
        """Return TLS credentials, None for plain text."""
        if not (self.tls or self.authorities or self.certificate):
            return None
        return grpc.ssl_channel_credentials(
            root_certificates=self.authorities or None,
            private_key=self.key or None,
            certificate_chain=self.certificate or None,
        )

    def metadata(self) -> tuple[tuple[str, str], ...]:
        """Return what identifies the caller."""
        return (("authorization", f"Bearer {self.token}"),) if self.token else ()

    def options(self) -> list[tuple[str, str | int]]:
        """Return channel options: retries of UNAVAILABLE only (aip.dev/194), limits, keepalive."""
        config = resources.files("mannerly.client").joinpath("service_config.json").read_text(encoding="utf-8")
        return [
            ("grpc.service_config", config),
            ("grpc.enable_retries", 1),
            ("grpc.max_receive_message_length", self.max_message_bytes),
            ("grpc.max_send_message_length", self.max_message_bytes),
            ("grpc.keepalive_time_ms", KEEPALIVE_MS),
        ]
