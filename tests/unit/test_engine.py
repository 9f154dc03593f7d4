"""One loaded pack."""

import zipfile
from pathlib import Path

import pytest

from mannerly.translate.decoding import Decoding, Hypothesis, TooLong
from mannerly.translate.engine import BUCKETS, LIMITS, Engine, bucket_of, decode
from mannerly.translate.installed_pack import read_installed
from mannerly.translate.packs import PackStore

PACKS = Path(__file__).parent.parent / "fixtures" / "packs"
GREEDY = Decoding(beam_size=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A packages folder with all fixture packs."""
    folder = tmp_path_factory.mktemp("packages")
    PackStore(folder).add(PACKS)
    return folder


def engine_of(folder: Path, name: str = "translate-en_de-1_0") -> Engine:
    """Return a fresh engine of a fixture pack."""
    return Engine(read_installed(folder / name), intra_threads=1)


def run(engine: Engine, text: str, decoding: Decoding = GREEDY) -> Hypothesis:
    """Translate one text."""
    (outcome,) = engine.translate([engine.encode(text)], decoding, 1024)
    assert isinstance(outcome, Hypothesis)
    return outcome


def test_a_pack_translates_and_copies_its_tokens(folder: Path) -> None:
    """Both span shapes come back."""
    engine = engine_of(folder)
    assert run(engine, "Your order {0} has been shipped.").text == "Ihre Bestellung {0} wurde versandt."
    assert run(engine, "We have received your payment of [A].").text == "Wir haben Ihre Zahlung von [A] erhalten."


def test_a_pack_loads_at_its_first_use(folder: Path) -> None:
    """And frees its memory when closed."""
    engine = engine_of(folder)
    assert not engine.loaded
    run(engine, "Yes.")
    assert engine.loaded
    engine.close()
    assert not engine.loaded


def test_text_is_normalised_before_it_is_cut(folder: Path) -> None:
    """A decomposed umlaut is the same letter."""
    engine = engine_of(folder, "translate-de_en-1_0")
    assert engine.encode("Ru\u0308cksendung") == engine.encode("R\u00fccksendung")


def test_a_score_is_the_mean_per_piece(folder: Path) -> None:
    """A sure translation scores near 0, whatever its length."""
    assert -0.2 < run(engine_of(folder), "Your parcel {0} was shipped on {1}.").score <= 0


def test_attention_has_one_row_per_piece(folder: Path) -> None:
    """Alignment needs weights over the pieces of the source."""
    made = run(engine_of(folder), "Your order {0} is on its way.", Decoding(beam_size=1, attention=True))
    assert len(made.attention) == len(made.tokens)
    assert all(len(row) >= len(made.source_tokens) for row in made.attention)


def test_a_loop_ends_at_the_limit_and_says_so(folder: Path) -> None:
    """The undertrained pack would go on for ever."""
    engine = engine_of(folder, "translate-fr_en-0_1")
    outcomes = [run(engine, text) for text in ("Bonjour le monde.", "zut " * 100)]
    assert all(len(made.tokens) <= max(LIMITS.values()) for made in outcomes)
    assert all(
        made.finished == (len(made.tokens) < LIMITS[bucket_of(len(made.source_tokens)) or 0]) for made in outcomes
    )


@pytest.mark.parametrize("words", [450, 5000])
def test_a_text_beyond_the_positions_is_refused(folder: Path, words: int) -> None:
    """CTranslate2 would raise, and a 10,000-character sentence must not break a reply."""
    engine = engine_of(folder)
    (outcome,) = engine.translate([engine.encode("order " * words)], GREEDY, 1024)
    assert isinstance(outcome, TooLong)
    assert outcome.tokens > outcome.limit


def test_the_longest_text_that_is_taken_works(folder: Path) -> None:
    """Input and output stay below the model's 512 positions."""
    engine = engine_of(folder)
    tokens = engine.encode("order " * 1000)[: max(BUCKETS)]
    (outcome,) = engine.translate([tokens], GREEDY, 1024)
    assert isinstance(outcome, Hypothesis)


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        pytest.param(("\u2581a", "_", "b"), "a_b", id="underscore-stays"),
        pytest.param(("\u2581Hallo", "\u2581", "W", "elt"), "Hallo Welt", id="spaces"),
        pytest.param(("<0xE2>", "<0x82>", "<0xAC>"), "\u20ac", id="bytes"),
        pytest.param(("<0xFF>",), "\ufffd", id="broken-bytes"),
        pytest.param((), "", id="nothing"),
    ],
)
def test_pieces_join_to_text(tokens: tuple[str, ...], text: str) -> None:
    """Argos' own decoding turns underscores into spaces."""
    assert decode(tokens) == text


def test_a_target_prefix_is_used_and_taken_off(folder: Path) -> None:
    """Packs of several targets are told the target by a first token."""
    pack = read_installed(folder / "translate-en_de-1_0")
    plain = Engine(pack, intra_threads=1)
    first = run(plain, "We will send you an e-mail.").tokens[0]
    (folder / "prefixed").mkdir()
    with zipfile.ZipFile(PACKS / "translate-en_de-1_0.argosmodel") as archive:
        archive.extractall(folder / "prefixed")
    path = folder / "prefixed" / "translate-en_de-1_0"
    metadata = (path / "metadata.json").read_text()
    (path / "metadata.json").write_text(metadata.replace('"type"', f'"target_prefix": "{first}", "type"'))
    prefixed = run(Engine(read_installed(path), intra_threads=1), "We will send you an e-mail.")
    assert prefixed.tokens == run(plain, "We will send you an e-mail.").tokens[1:]
