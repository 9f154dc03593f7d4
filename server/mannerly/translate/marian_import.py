"""Turns a Marian or OPUS-MT model folder into an unpacked Argos pack; must not install it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from mannerly.model.errors import PackError
from mannerly.translate.codes import two_letter

_PAIR_AT_END = re.compile(r"(?:^|[-_.])([a-z]{2,3})[-_]([a-z]{2,3})$")
_REMEDY = "Give the folder of one model: *.npz, *.yml vocabulary, source.spm, and decoder.yml where there is one."


class _Converter(Protocol):
    """A converter of CTranslate2."""

    def convert(self, output_dir: str, *, quantization: str) -> object:
        """Write the converted model to a folder."""


def is_marian(folder: Path) -> bool:
    """Tell whether a folder looks like a Marian model."""
    return (folder / "decoder.yml").is_file() or any(folder.glob("*.npz"))


def convert_marian(folder: Path, into: Path, from_code: str, to_code: str) -> Path:
    """Convert a model to int8 and lay it out as a pack.

    Args:
        folder: the Marian or OPUS-MT folder, with its `source.spm`.
        into: an empty folder.
        from_code: code of the source language, "" to read it from the folder's name ("opus-mt-en-de").
        to_code: the same for the target language.

    Returns:
        The folder of the pack.

    Raises:
        PackError: files are missing, the pair is not known or the model is of a kind that cannot be converted.
    """
    pair = (from_code, to_code) if from_code and to_code else _pair_from_name(folder.name)
    pieces = next((folder / name for name in ("source.spm", "sentencepiece.model") if (folder / name).is_file()), None)
    if pieces is None:
        raise PackError("The model has no source.spm.", remedy=_REMEDY)
    pack = into / "pack"
    pack.mkdir()
    try:
        converter = _converter(folder)
        converter.convert(str(pack / "model"), quantization="int8")
    except Exception as error:  # the converter raises whatever numpy, yaml and its own checks raise
        raise PackError(f"The model cannot be converted ({type(error).__name__}).", remedy=_REMEDY) from error
    _refuse_many_targets(pack / "model")
    shutil.copyfile(pieces, pack / "sentencepiece.model")
    (pack / "metadata.json").write_text(_metadata(pair), encoding="utf-8")
    return pack


def _converter(folder: Path) -> _Converter:
    from ctranslate2.converters import (  # type: ignore[import-untyped]
        MarianConverter,
        OpusMTConverter,
    )

    if (folder / "decoder.yml").is_file():
        return cast("_Converter", OpusMTConverter(str(folder)))
    model = _only(sorted(folder.glob("*.npz")))
    vocabularies = [str(path) for path in sorted(folder.glob("*vocab*.yml"))]
    return cast("_Converter", MarianConverter(str(model), vocabularies))


def _only(found: Sequence[Path]) -> Path:
    if len(found) != 1:
        raise PackError("The folder does not hold exactly one *.npz model.", remedy=_REMEDY)
    return found[0]


def _pair_from_name(name: str) -> tuple[str, str]:
    match = _PAIR_AT_END.search(name)
    if match is None:
        raise PackError(
            "The folder's name does not tell the language pair.", remedy="Name the pair with --from CODE --to CODE."
        )
    return two_letter(match[1]), two_letter(match[2])


def _refuse_many_targets(model: Path) -> None:
    for vocabulary in model.glob("*vocabulary.json"):
        if any(re.fullmatch(r">>\w+<<", token) for token in json.loads(vocabulary.read_text(encoding="utf-8"))):
            raise PackError(
                "The model serves several target languages.", remedy="Use a model of one language pair instead."
            )


def _metadata(pair: tuple[str, str]) -> str:
    fields = {"package_version": "1.0", "argos_version": "1.9", "from_code": pair[0], "to_code": pair[1]}
    return json.dumps({**fields, "type": "translate"}, indent=2)
