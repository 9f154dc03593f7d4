"""Load YAML 1.2 quickly through libyaml; must not explain faults, the reader does that with lines and columns.

libyaml speaks YAML 1.1, where a bare "no" or "on" is a truth value and 1:30 a number: words and times of ours.
The scalars here resolve by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema).
"""

from __future__ import annotations

import re
from typing import Any

import yaml

YamlFault = yaml.YAMLError

_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
# What a plain scalar looks like and how it may begin.
_CORE = {
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    "float": (
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
}


class _Loader(_BASE):  # type: ignore[misc]
    """libyaml with the core schema; a key that stands twice is an error."""

    yaml_implicit_resolvers: dict[str, Any] = {}


def _mapping(loader: Any, node: Any) -> dict[Any, Any]:  # noqa: ANN401 - a yaml loader and node
    built = dict[Any, Any]()
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str | int | float | None):
            raise yaml.constructor.ConstructorError(None, None, "a key is not a plain word", key_node.start_mark)
        if key in built:
            raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} stands twice", key_node.start_mark)
        built[key] = loader.construct_object(value_node, deep=True)
    return built


def _integer(loader: Any, node: Any) -> int:  # noqa: ANN401 - a yaml loader and node
    text = loader.construct_scalar(node)
    return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)


_Loader.add_constructor(f"{_TAG}map", _mapping)
_Loader.add_constructor(f"{_TAG}int", _integer)
for _name, (_pattern, _first) in _CORE.items():
    _Loader.add_implicit_resolver(_TAG + _name, re.compile(f"^(?:{_pattern})$"), _first)


def load(text: str) -> Any:  # noqa: ANN401 - any YAML value
    """Return the one document of a text.

    Raises:
        YamlFault: the text is no YAML, a key stands twice or is no plain word.
    """
    return yaml.load(text, _Loader)  # noqa: S506 - a safe loader with another table of scalars
