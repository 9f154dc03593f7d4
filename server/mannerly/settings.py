"""Every setting of the service, with its default and meaning; must not open anything or know what uses it.

Values come from keyword arguments, then environment variables (`MANNERLY_<KEY>`), then the TOML or YAML file
named by `MANNERLY_CONFIG`, then the defaults. `python -m mannerly.settings` prints the reference page.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from mannerly.model.errors import SettingsError
from mannerly.settings_checks import Problem, cross_check
from mannerly.settings_file import read_config

PREFIX = "MANNERLY_"
CONFIG = "MANNERLY_CONFIG"
CLIENT_TOKEN = "MANNERLY_TOKEN"  # noqa: S105 - the name of a variable that commands read, not a setting
LogFormat = Literal["auto", "json", "pretty"]


def _data_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "mannerly"


def _shipped(name: str) -> Path:
    package = Path(__file__).resolve().parent
    installed = package / "_data" / name
    return installed if installed.is_dir() else package.parent.parent / name


def _shown(text: str) -> dict[str, Any]:
    return {"shown_default": text}


class Settings(BaseSettings):
    """The settings of one process; frozen."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True)

    listen: str = Field(
        default="127.0.0.1:50051",
        description="Where the service listens: `host:port`, `[ipv6]:port` or `unix:/path`; port 0 takes a free one.",
    )
    allow_insecure_remote: bool = Field(
        default=False, description="Allow plain text on an address other than loopback, for example behind a TLS proxy."
    )
    tls_cert: Path | None = Field(default=None, description="PEM file with the server certificate chain.")
    tls_key: Path | None = Field(default=None, description="PEM file with the server's private key.")
    tls_client_ca: Path | None = Field(
        default=None,
        description="PEM file with the authorities of client certificates; when set, every client must show one. "
        "A client without a token then has the role `service`.",
    )
    tokens_file: Path | None = Field(
        default=None,
        description="YAML or JSON file of hashed bearer tokens. Needed off loopback unless `tls_client_ca` is set; "
        "without either, everyone on loopback is `admin`.",
    )
    data_dir: Path = Field(
        default_factory=_data_home,
        description="Folder for what the operator installs.",
        json_schema_extra=_shown("$XDG_DATA_HOME/mannerly"),
    )
    packs_dir: Path | None = Field(
        default=None,
        description="Folder of the translation packs.",
        json_schema_extra=_shown("packs in data_dir"),
    )
    locales_dir: Path = Field(
        default_factory=lambda: _shipped("locales"),
        description="Folder of the language data.",
        json_schema_extra=_shown("shipped with the package"),
    )
    style_profiles_dir: Path = Field(
        default_factory=lambda: _shipped("style_profiles"),
        description="Folder of the style profiles.",
        json_schema_extra=_shown("shipped with the package"),
    )
    inter_threads: int = Field(
        default=1, ge=1, le=256, description="Batches that one pack translates at the same time."
    )
    intra_threads: int = Field(default=0, ge=0, le=256, description="Threads per batch; 0 lets the engine choose.")
    beam_size: int = Field(default=2, ge=1, le=16, description="Beam size of the decoder; part of the signature.")
    max_queue: int = Field(default=1000, ge=1, description="Sentences that may wait for one pack; more are refused.")
    batch_wait_ms: float = Field(default=5.0, ge=0, le=1000, description="Milliseconds a batch waits for company.")
    cache_size: int = Field(default=10_000, ge=0, description="Translated sentences kept in memory.")
    workers: int = Field(default=16, ge=1, le=512, description="Replies in work at the same time.")
    max_waiting_replies: int = Field(
        default=64, ge=0, description="Replies that may wait for a worker; more are refused."
    )
    stream_items: int = Field(default=8, ge=1, le=256, description="Items of one stream in work at the same time.")
    max_concurrent_rpcs: int = Field(default=256, ge=1, description="Calls open at the same time; more are refused.")
    default_deadline_seconds: float = Field(default=60.0, gt=0, description="Deadline of a call that brings none.")
    max_deadline_seconds: float = Field(default=600.0, gt=0, description="Longest deadline; longer ones are cut to it.")
    max_message_bytes: int = Field(
        default=4 * 1024 * 1024,
        ge=65_536,
        le=256 * 1024 * 1024,
        description="Largest message received or sent, in bytes.",
    )
    drain_notice_seconds: float = Field(
        default=0.0, ge=0, description="Seconds between saying NOT_SERVING and refusing new calls, for load balancers."
    )
    drain_seconds: float = Field(default=30.0, ge=0, description="Seconds that running calls get to finish on SIGTERM.")
    metrics_listen: str = Field(
        default="",
        description="Where Prometheus metrics are served over HTTP: `port` or `host:port`; empty for nowhere.",
    )
    reflection: bool = Field(default=True, description="Serve gRPC reflection, so that tools can list the methods.")
    log_format: LogFormat = Field(
        default="auto",
        description="`json`, `pretty`, or `auto`: pretty on a terminal, JSON elsewhere. Logs go to stderr.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Least severe line to log."
    )

    @property
    def packs_folder(self) -> Path:
        """Folder of the translation packs."""
        return self.packs_dir or self.data_dir / "packs"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Leave out .env and secret files; the configuration file arrives through load_settings."""
        return init_settings, env_settings


def load_settings(**overrides: Any) -> Settings:  # noqa: ANN401 - checked by pydantic
    """Read, merge and check all settings.

    Args:
        overrides: values that win over environment and file.

    Returns:
        The settings.

    Raises:
        SettingsError: lists every problem at once, values left out.
    """
    file_values, problems = read_config(os.environ.get(CONFIG, ""), tuple(Settings.model_fields))
    problems += _unknown_variables()
    env_keys = {name for name in Settings.model_fields if os.environ.get(f"{PREFIX}{name.upper()}")}
    values = {key: value for key, value in file_values.items() if key not in env_keys} | overrides
    try:
        settings = Settings(**values)
    except ValidationError as error:
        problems += _field_problems(error)
        # Defaults stand in for the broken values, so that what does not fit together is reported in the same go.
        settings = Settings(**_with_defaults(values, {str(item["loc"][0]) for item in error.errors()}))
    problems += cross_check(settings)
    if problems:
        lines = "\n".join(f"  {problem.key}: {problem.text} {problem.remedy}" for problem in problems)
        message = f"The settings are not valid:\n{lines}\n"
        raise SettingsError(message, field=problems[0].key, remedy="Correct them and start again.")
    return settings


def _unknown_variables() -> list[Problem]:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} | {CONFIG, CLIENT_TOKEN}
    unknown = sorted(name for name in os.environ if name.upper().startswith(PREFIX) and name.upper() not in known)
    return [Problem(name, "there is no such setting.", "Remove it or correct its name.") for name in unknown]


def _with_defaults(values: dict[str, Any], broken: set[str]) -> dict[str, Any]:
    fields = Settings.model_fields
    defaults = {key: fields[key].get_default(call_default_factory=True) for key in broken if key in fields}
    return {key: value for key, value in values.items() if key not in broken} | defaults


def _field_problems(error: ValidationError) -> list[Problem]:
    return [
        Problem(".".join(str(part) for part in item["loc"]), f"{item['msg']}.", "Correct the value.")
        for item in error.errors(include_input=False, include_url=False, include_context=False)
    ]


def _type_name(annotation: Any) -> str:  # noqa: ANN401 - any annotation
    options = [option for option in get_args(annotation) if option is not type(None)]
    if options and all(isinstance(option, str) for option in options):
        return ", ".join(f"`{option}`" for option in options)
    kind = options[0] if options else annotation
    return {"str": "text", "int": "whole number", "float": "number", "bool": "true or false", "Path": "path"}[
        kind.__name__
    ]


def reference() -> str:
    """Return the reference page in Markdown."""
    rows = [
        "# Settings",
        "",
        "Printed by `python -m mannerly.settings`. Set a key as `MANNERLY_<KEY>` in the environment, or in lower case",
        "in the TOML or YAML file that `MANNERLY_CONFIG` names; the environment wins. All problems are reported at",
        "start, together.",
        "",
        "| key | type | default | meaning |",
        "|---|---|---|---|",
    ]
    for name, info in Settings.model_fields.items():
        extra = info.json_schema_extra
        shown = extra.get("shown_default") if isinstance(extra, dict) else None
        default = shown or ("none" if info.default in (None, "") else f"`{str(info.default).lower()}`")
        rows.append(f"| `{name}` | {_type_name(info.annotation)} | {default} | {info.description} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.stdout.write(reference())
