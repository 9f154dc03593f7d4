"""Checks that settings fit together; reads no file beyond asking whether it is there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mannerly.listen_address import parse_address

if TYPE_CHECKING:
    from mannerly.settings import Settings


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: key, one sentence, and what to do."""

    key: str
    text: str
    remedy: str


def cross_check(settings: Settings) -> list[Problem]:
    """Return what is wrong with the combination of settings."""
    return [
        *_addresses(settings),
        *_files(settings),
        *_security(settings),
        *_deadlines(settings),
    ]


def _addresses(settings: Settings) -> list[Problem]:
    problems = []
    wanted = [("listen", settings.listen, "")]
    if settings.metrics_listen:
        wanted.append(("metrics_listen", settings.metrics_listen, "127.0.0.1"))
    for key, text, default in wanted:
        try:
            address = parse_address(text, default_host=default)
        except ValueError as error:
            problems.append(Problem(key, str(error), "Use a form such as 127.0.0.1:50051."))
        else:
            if key == "metrics_listen" and address.path:
                problems.append(Problem(key, "Metrics are not served on a Unix socket.", "Use host:port."))
    return problems


def _files(settings: Settings) -> list[Problem]:
    files = {key: getattr(settings, key) for key in ("tls_cert", "tls_key", "tls_client_ca", "tokens_file")}
    folders = {key: getattr(settings, key) for key in ("locales_dir", "style_profiles_dir")}
    missing = [key for key, path in files.items() if path is not None and not Path(path).is_file()]
    missing += [key for key, path in folders.items() if not Path(path).is_dir()]
    return [Problem(key, "there is nothing at this path.", "Correct the path.") for key in missing]


def _security(settings: Settings) -> list[Problem]:
    problems = []
    if (settings.tls_cert is None) != (settings.tls_key is None):
        problems.append(Problem("tls_cert", "tls_cert and tls_key go together.", "Set both or neither."))
    if settings.tls_client_ca is not None and settings.tls_cert is None:
        problems.append(Problem("tls_client_ca", "Client certificates need TLS.", "Set tls_cert and tls_key."))
    try:
        loopback = parse_address(settings.listen).is_loopback
    except ValueError:
        return problems
    if loopback:
        return problems
    if settings.tls_cert is None and not settings.allow_insecure_remote:
        remedy = "Set tls_cert and tls_key, or allow_insecure_remote behind a TLS proxy."
        problems.append(Problem("listen", "Plain text is refused off loopback.", remedy))
    if settings.tokens_file is None and settings.tls_client_ca is None:
        remedy = "Set tokens_file or tls_client_ca."
        problems.append(Problem("tokens_file", "Off loopback, callers must identify themselves.", remedy))
    return problems


def _deadlines(settings: Settings) -> list[Problem]:
    if settings.default_deadline_seconds <= settings.max_deadline_seconds:
        return []
    text = "default_deadline_seconds is longer than max_deadline_seconds."
    return [Problem("default_deadline_seconds", text, "Shorten it.")]
