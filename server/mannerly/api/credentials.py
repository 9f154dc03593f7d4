"""Builds what secures the port; must not decide whether plain text is allowed (settings do)."""

from __future__ import annotations

from pathlib import Path

import grpc

from mannerly.model.errors import SettingsError
from mannerly.settings import Settings


def server_credentials(settings: Settings) -> grpc.ServerCredentials | None:
    """Return TLS credentials, or None for plain text.

    Raises:
        SettingsError: a file cannot be read.
    """
    if settings.tls_cert is None or settings.tls_key is None:
        return None
    pair = (_read(settings.tls_key, "tls_key"), _read(settings.tls_cert, "tls_cert"))
    authorities = None if settings.tls_client_ca is None else _read(settings.tls_client_ca, "tls_client_ca")
    return grpc.ssl_server_credentials(
        [pair], root_certificates=authorities, require_client_auth=authorities is not None
    )


def _read(path: Path, key: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SettingsError("The file cannot be read.", field=key, remedy="Correct the path or the rights.") from error
    if b"-----BEGIN " not in content:
        raise SettingsError("The file is not in PEM form.", field=key, remedy="Convert it to PEM.")
    return content
