"""Reads the TOML or YAML configuration file into plain values; must not know what a key means."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from mannerly.settings_checks import Problem


def read_config(name: str, known: Sequence[str]) -> tuple[dict[str, Any], list[Problem]]:
    """Read a configuration file.

    Args:
        name: path of a .toml, .yaml, .yml or .json file; "" for none.
        known: keys that exist.

    Returns:
        The values of known keys, and what is wrong with the file.
    """
    if not name:
        return {}, []
    try:
        values = _parse(Path(name))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, YAMLError, ValueError) as error:
        return {}, [Problem("MANNERLY_CONFIG", f"{name} cannot be read: {_reason(error)}.", "Correct the file.")]
    if not isinstance(values, dict):
        return {}, [Problem("MANNERLY_CONFIG", f"{name} does not hold keys and values.", "Write `key: value`.")]
    unknown = [str(key) for key in values if key not in known]
    problems = [Problem(key, f"there is no such setting ({name}).", "Remove it or correct it.") for key in unknown]
    return {key: value for key, value in values.items() if key in known}, problems


def _parse(path: Path) -> Any:  # noqa: ANN401 - the file decides
    text = path.read_text(encoding="utf-8")
    match path.suffix.lower():
        case ".toml":
            return tomllib.loads(text)
        case ".yaml" | ".yml" | ".json":
            return YAML(typ="safe", pure=True).load(text) or {}
        case _:
            raise ValueError("its name must end in .toml, .yaml, .yml or .json")


def _reason(error: Exception) -> str:
    if isinstance(error, MarkedYAMLError) and error.problem_mark is not None:
        mark = error.problem_mark
        return f"line {mark.line + 1}, column {mark.column + 1}: {error.problem}"
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return str(error).splitlines()[0]
