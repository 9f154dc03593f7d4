"""Read a YAML 1.2 file into a checked value, or say where it is wrong; must not know what the file is about."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from ruamel.yaml import YAML

from mannerly.language.fast_yaml import YamlFault, load
from mannerly.model.errors import LanguageDataError

ModelT = TypeVar("ModelT", bound="DataModel")


class DataModel(BaseModel):
    """Base of every data file's schema: frozen, unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)


def read_mapping(path: Path) -> dict[str, Any]:
    """Return the top-level mapping of a YAML file.

    Raises:
        LanguageDataError: the file is not YAML or not a mapping.
    """
    try:
        loaded = load(path.read_text(encoding="utf-8"))
    except YamlFault as error:
        mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None) or "not YAML"
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        raise LanguageDataError(f"{where}: {problem}.", remedy="Correct the YAML.") from error
    except UnicodeDecodeError as error:
        raise LanguageDataError(f"{path}: not UTF-8.", remedy="Save the file as UTF-8.") from error
    if not isinstance(loaded, dict):
        raise LanguageDataError(f"{path}:1:1: not a mapping.", remedy="Start the file with a key.")
    return loaded


def check(model: type[ModelT], data: dict[str, Any], path: Path) -> ModelT:
    """Return `data` as a `model`.

    Args:
        model: schema of the file.
        data: the mapping, possibly merged from several files.
        path: the most specific file, for the error's position.

    Raises:
        LanguageDataError: naming file, line and column, the line itself and the fault.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise LanguageDataError(
            _explain(path, error, tuple(model.model_fields)), remedy="See docs/reference/language-data.md."
        ) from error


def _explain(path: Path, error: ValidationError, known: tuple[str, ...]) -> str:
    text = path.read_text(encoding="utf-8")
    tree = YAML(typ="rt").load(text)
    lines = text.splitlines()
    faults = []
    # An unknown key is usually a misspelt one, which explains the missing key beside it.
    for fault in sorted(error.errors(), key=lambda fault: fault["type"] != "extra_forbidden")[:20]:
        row, column = _position(tree, fault["loc"])
        shown = lines[row].strip() if row < len(lines) else ""
        key = ".".join(str(part) for part in fault["loc"])
        near = get_close_matches(key, known, 1) if fault["type"] == "extra_forbidden" else []
        hint = f"; did you mean {near[0]}?" if near else ""
        faults.append(f"{path}:{row + 1}:{column + 1}: {key}: {fault['msg']}{hint}\n    {shown}")
    return "\n".join(faults)


def _position(tree: Any, location: tuple[int | str, ...]) -> tuple[int, int]:  # noqa: ANN401 - a ruamel node of any shape
    row, column, node = 0, 0, tree
    for part in location:
        try:
            marks = node.lc
            row, column = marks.item(part) if isinstance(part, int) else marks.key(part)
            node = node[part]
        except (KeyError, IndexError, TypeError, AttributeError):
            break
    return row, column
