"""Marian and OPUS-MT folders become packs."""

import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sentencepiece

from mannerly.model.errors import PackError
from mannerly.translate.packs import PackStore

EN_DE = Path(__file__).parent.parent / "fixtures" / "packs" / "translate-en_de-1_0.argosmodel"
DIM, INNER = 16, 32
CONFIG = (
    "type: transformer\ntransformer-decoder-autoreg: self-attention\ntransformer-no-projection: false\n"
    "transformer-ffn-activation: swish\ntransformer-preprocess: ''\ntransformer-postprocess: dan\n"
    "transformer-postprocess-emb: d\ntransformer-guided-alignment-layer: last\n"
    "enc-depth: 1\ndec-depth: 1\ntransformer-heads: 2\n"
)


def random_weights(vocabulary: int) -> dict[str, np.ndarray]:
    """Weights of one layer on each side, as Marian names them."""
    rng = np.random.default_rng(1)
    shapes: dict[str, tuple[int, int]] = {"Wemb": (vocabulary, DIM), "decoder_ff_logit_out_b": (1, vocabulary)}
    for scope in ("encoder_l1_self", "decoder_l1_self", "decoder_l1_context"):
        shapes |= {f"{scope}_W{part}": (DIM, DIM) for part in "qkvo"} | {
            f"{scope}_b{part}": (1, DIM) for part in "qkvo"
        }
        shapes |= {f"{scope}_Wo_ln_scale": (1, DIM), f"{scope}_Wo_ln_bias": (1, DIM)}
    for scope in ("encoder_l1_ffn", "decoder_l1_ffn"):
        shapes |= {f"{scope}_W1": (DIM, INNER), f"{scope}_b1": (1, INNER), f"{scope}_W2": (INNER, DIM)}
        shapes |= {f"{scope}_b2": (1, DIM), f"{scope}_ffn_ln_scale": (1, DIM), f"{scope}_ffn_ln_bias": (1, DIM)}
    return {name: rng.normal(0, 0.1, shape).astype(np.float32) for name, shape in shapes.items()}


@pytest.fixture
def pieces(tmp_path: Path) -> bytes:
    """The piece model of a real pack."""
    with zipfile.ZipFile(EN_DE) as archive:
        return archive.read("translate-en_de-1_0/sentencepiece.model")


def marian_folder(folder: Path, pieces: bytes, *, opus: bool = True, extra: tuple[str, ...] = ()) -> Path:
    """Write a folder as Marian does; with decoder.yml it is one as OPUS-MT publishes."""
    folder.mkdir()
    (folder / "source.spm").write_bytes(pieces)
    processor = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    vocabulary = [processor.id_to_piece(index) for index in range(processor.get_piece_size())] + list(extra)
    lines = (f'"{piece}": {index}\n' for index, piece in enumerate(vocabulary))
    (folder / "opus.vocab.yml").write_text("".join(lines), encoding="utf-8")
    config = np.frombuffer(CONFIG.encode() + b"\0", dtype=np.int8)
    arrays: dict[str, Any] = {**random_weights(len(vocabulary)), "special:model.yml": config}
    np.savez(folder / "model.npz", **arrays)
    if opus:
        text = "models:\n  - model.npz\nvocabs:\n  - opus.vocab.yml\n  - opus.vocab.yml\n"
        (folder / "decoder.yml").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("name", "pair"),
    [pytest.param("opus-mt-en-de", "en-de", id="two"), pytest.param("opus-2021.eng-deu", "en-de", id="three-letters")],
)
@pytest.mark.parametrize("opus", [True, False])
def test_a_model_folder_becomes_a_pack(tmp_path: Path, pieces: bytes, name: str, pair: str, opus: bool) -> None:
    """The pair comes from the folder's name, and the pack can be verified."""
    store = PackStore(tmp_path / "packages")
    (pack,) = store.add(marian_folder(tmp_path / name, pieces, opus=opus))
    assert pack.pair == pair
    assert store.verify() == ()


def test_the_pair_can_be_given(tmp_path: Path, pieces: bytes) -> None:
    """A folder of any name works with explicit codes."""
    folder = marian_folder(tmp_path / "my model", pieces)
    (pack,) = PackStore(tmp_path / "packages").add(folder, from_code="sv", to_code="fi")
    assert (pack.from_code, pack.to_code) == ("sv", "fi")


def test_a_folder_that_does_not_tell_its_pair_is_refused(tmp_path: Path, pieces: bytes) -> None:
    """The remedy names the options."""
    with pytest.raises(PackError, match="--from CODE --to CODE"):
        PackStore(tmp_path / "packages").add(marian_folder(tmp_path / "my model", pieces))


@pytest.mark.parametrize("missing", ["source.spm", "opus.vocab.yml", "model.npz"])
def test_an_incomplete_model_is_refused(tmp_path: Path, pieces: bytes, missing: str) -> None:
    """Nothing is left behind."""
    folder = marian_folder(tmp_path / "opus-mt-en-de", pieces)
    (folder / missing).unlink()
    with pytest.raises(PackError):
        PackStore(tmp_path / "packages").add(folder)
    assert list((tmp_path / "packages").iterdir()) == []


def test_a_model_of_several_targets_is_refused(tmp_path: Path, pieces: bytes) -> None:
    """Such a model needs a language mark that a pack cannot hold."""
    folder = marian_folder(tmp_path / "opus-mt-en-da", pieces, extra=(">>dan<<", ">>swe<<"))
    with pytest.raises(PackError, match="several target languages"):
        PackStore(tmp_path / "packages").add(folder)
