"""Masked sentences through real packs, good ones and a babbling one."""

import shutil
import socket
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mannerly.model.context import Deadline
from mannerly.model.draft import Origin, Provenance, Severity
from mannerly.model.errors import DeadlineTooShort, ServiceClosing
from mannerly.model.spans import FIRST_MARKER, Span, SpanKind
from mannerly.translate.decoding import Decoding, Hypothesis, Outcome
from mannerly.translate.engine import Engine
from mannerly.translate.masking import compare_spans
from mannerly.translate.pack_result import PackResult
from mannerly.translate.pack_settings import PackSettings
from mannerly.translate.pack_translator import PackTranslator
from mannerly.translate.packs import PackStore

PACKS = Path(__file__).parent.parent / "fixtures" / "packs"
A, B = (chr(FIRST_MARKER + index) for index in range(2))
EMOJI = Span(index=0, kind=SpanKind.EMOJI, original=":)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A packages folder with all fixture packs."""
    folder = tmp_path_factory.mktemp("packages")
    PackStore(folder).add(PACKS)
    return folder


@pytest.fixture(scope="module")
def translator(folder: Path) -> Iterator[PackTranslator]:
    """A translator over all fixture packs."""
    translator = PackTranslator(PackStore(folder), PackSettings(intra_threads=1))
    yield translator
    translator.close()


@pytest.fixture
def fresh(folder: Path) -> Iterator[PackTranslator]:
    """A translator that remembers nothing."""
    translator = PackTranslator(PackStore(folder), PackSettings(intra_threads=1, cache_size=0))
    yield translator
    translator.close()


def one(translator: PackTranslator, text: str, source: str = "en", target: str = "de") -> PackResult:
    """Translate one masked sentence."""
    return translator.translate([text], source, target, Deadline())[0]


def codes(result: PackResult) -> list[str]:
    """Return the codes of a result's findings."""
    return [finding.code for finding in result.findings]


@pytest.mark.parametrize(
    ("source", "target", "text", "translation"),
    [
        pytest.param("en", "de", "We cannot find your order.", "Wir können Ihre Bestellung nicht finden.", id="plain"),
        pytest.param(
            "en", "de-AT", f"Your parcel {A} will arrive on {B}.", f"Ihr Paket {A} kommt am {B} an.", id="spans"
        ),
        pytest.param("de", "en", f"Bitte zahlen Sie {A} bis zum {B}.", f"Please pay {A} by {B}.", id="back"),
        pytest.param("en", "es-MX", f"Thank you for your order {A}.", f"Gracias por su pedido {A}.", id="spanish"),
        pytest.param("de", "es", f"Ihr Paket {A} ist unterwegs.", f"Su paquete {A} está en camino.", id="pivot"),
    ],
)
def test_sentences_are_translated(
    translator: PackTranslator, source: str, target: str, text: str, translation: str
) -> None:
    """The fixture packs know these."""
    made = one(translator, text, source, target)
    assert (made.text, made.findings) == (translation, ())
    assert made.score is not None
    assert -1 < made.score <= 0


def test_provenance_names_each_pack(translator: PackTranslator) -> None:
    """A pivot has two."""
    direct = one(translator, "Yes.").provenance
    assert direct == Provenance(origin=Origin.PACK, packs=("translate-en_de 1.0",))
    pivot = one(translator, "Ja.", "de", "es").provenance
    assert pivot == Provenance(origin=Origin.PACK, packs=("translate-de_en 1.0", "translate-en_es 1.0"), pivot="en")


@pytest.mark.parametrize("text", [A, f"{A} {B}", "-", "123", f"- {A}.", ""])
def test_a_text_without_words_is_kept(translator: PackTranslator, text: str) -> None:
    """Numbers and codes need no engine, not even a pack."""
    made = one(translator, text, "pt", "ja")
    assert (made.text, made.provenance.origin, made.score, made.findings) == (text, Origin.KEPT, None, ())


def test_edges_are_glued_back(translator: PackTranslator) -> None:
    """Bullets, emoji and what follows the full stop."""
    (made,) = translator.translate([f"- {A} Your order is on its way. {B}"], "en", "de", Deadline(), (EMOJI,))
    assert made.text == f"- {A} Ihre Bestellung ist unterwegs. {B}"


@pytest.mark.parametrize(
    ("source", "target", "commands"),
    [
        pytest.param("en", "vi", ["mannerly packs fetch en-vi"], id="from-english"),
        pytest.param("de", "vi", ["mannerly packs fetch en-vi"], id="one-leg-is-there"),
        pytest.param("pt-BR", "zh-TW", ["mannerly packs fetch pb-en", "mannerly packs fetch en-zt"], id="both-legs"),
    ],
)
def test_a_missing_pack_is_a_finding_that_says_what_to_run(
    translator: PackTranslator, source: str, target: str, commands: list[str]
) -> None:
    """Not an exception, and not the source text."""
    made = one(translator, "Hello.", source, target)
    assert (made.text, made.provenance.origin) == ("", Origin.NONE)
    (finding,) = made.findings
    assert (finding.code, finding.severity) == ("translate.no_pack", Severity.BLOCKING)
    assert [command for command in commands if f"`{command}`" in finding.remedy] == commands
    assert finding.remedy.count("packs fetch") == len(commands)
    assert "mannerly packs add FILE" in finding.remedy
    assert translator.capabilities(source, target).remedy == finding.remedy


@pytest.mark.parametrize("text", ["Votre colis est arrivé hier soir.", "Bonjour le monde, comment allez-vous ?"])
def test_a_babbling_pack_blocks(translator: PackTranslator, text: str) -> None:
    """A real undertrained model; nothing it says gets through."""
    made = one(translator, text, "fr", "en")
    assert made.text == ""
    assert made.findings
    assert all(finding.severity is Severity.BLOCKING and finding.remedy for finding in made.findings)


def test_a_babbling_first_leg_blocks_a_pivot(translator: PackTranslator) -> None:
    """The second pack never sees babble."""
    made = one(translator, "Le chat dort sur la chaise bleue de la cuisine.", "fr", "de")
    assert (made.text, made.provenance.origin) == ("", Origin.NONE)


def test_a_sentence_beyond_the_limit_blocks_alone(translator: PackTranslator) -> None:
    """Its neighbours are translated."""
    long, short = translator.translate(["order " * 1000, "Yes."], "en", "de", Deadline())
    assert codes(long) == ["translate.too_long"]
    assert short.text == "Ja."


def test_changed_digits_block(translator: PackTranslator) -> None:
    """The tiny pack never saw digits outside spans, and loses them."""
    made = one(translator, "Your order 4711 is late.")
    assert codes(made) == ["translate.digits"]


def test_spans_that_the_model_loses_come_back_flagged(translator: PackTranslator) -> None:
    """Far beyond its domain the model drops tokens: put together from pieces, the sentence waits for a person."""
    text = f"My new {A} phone was bought in the {B} shop at the corner."
    made = one(translator, text)
    assert compare_spans(text, made.text) is None
    assert {"translate.pieced", "translate.aligned"} & set(codes(made))
    pieced = [finding for finding in made.findings if finding.code == "translate.pieced"]
    assert all(finding.severity is Severity.BLOCKING for finding in pieced)


class Scripted(Engine):
    """An engine that says what a test wants; everything around it is real."""

    answers: Sequence[str] = ()

    def translate(self, sources: Sequence[tuple[str, ...]], decoding: Decoding, batch_tokens: int) -> list[Outcome]:
        """Answer by position, whatever was asked."""
        texts = [self.answers[index % len(self.answers)] for index in range(len(sources))]
        return [
            Hypothesis(
                text=text,
                source_tokens=source,
                tokens=tuple("\u2581" + text),
                score=-0.5,
                attention=tuple((1.0,) * len(source) for _ in "\u2581" + text) if decoding.attention else (),
            )
            for text, source in zip(texts, sources, strict=True)
        ]


HOSTILE = st.text(st.sampled_from(f"Wir {{}}[]01A.,\uff5b{A}{B}\u0416\u4e00"), max_size=30)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    answers=st.lists(HOSTILE, min_size=1, max_size=3),
    text=st.sampled_from([f"Hello {A}, your order {B} is late.", f"{A}{B} thank you", "Thank you."]),
)
def test_whatever_an_engine_says_spans_are_right_or_the_sentence_blocks(
    folder: Path, answers: list[str], text: str
) -> None:
    """The promise of this package, from the outside."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mannerly.translate.pack_translator.Engine", Scripted)
        patch.setattr(Scripted, "answers", answers)
        translator = PackTranslator(PackStore(folder), PackSettings(cache_size=0))
        made = one(translator, text)
        translator.close()
    blocking = [finding for finding in made.findings if finding.severity is Severity.BLOCKING]
    assert bool(blocking) == (made.text == "" or "translate.pieced" in codes(made))
    assert made.text == "" or compare_spans(text, made.text) is None


def test_the_same_text_gives_the_same_bytes_in_any_company(fresh: PackTranslator) -> None:
    """Thirty-two callers at once, and each alone."""
    texts = [f"Your order {A} will arrive on {B}.", "We have received your return.", f"Please call us at {A}."] * 11
    alone = [one(fresh, text).text for text in texts[:3]] * 11
    with ThreadPoolExecutor(32) as pool:
        assert list(pool.map(lambda text: one(fresh, text).text, texts)) == alone


def test_a_passed_deadline_raises(fresh: PackTranslator) -> None:
    """The caller has gone; there is nobody to read findings."""
    with pytest.raises(DeadlineTooShort):
        fresh.translate(["Yes."], "en", "de", Deadline(at=time.monotonic() - 1))


def test_warming_up_loads_the_packs_in_use(fresh: PackTranslator) -> None:
    """Readiness can wait for it."""
    assert fresh.loaded == ()
    assert fresh.warm_up() == ()
    assert len(fresh.loaded) == 4


def test_a_pack_that_breaks_after_installation_is_a_finding(folder: Path, tmp_path: Path) -> None:
    """The reply says so, and the service stays up."""
    shutil.copytree(folder, tmp_path / "packages")
    model = tmp_path / "packages" / "translate-en_de-1_0" / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:5000])
    translator = PackTranslator(PackStore(tmp_path / "packages"), PackSettings(intra_threads=1))
    assert codes(one(translator, "Yes.")) == ["translate.pack_broken"]
    assert one(translator, "Yes.", "en", "es").text == "Sí."
    assert [finding.code for finding in translator.warm_up()] == ["translate.pack_broken"]
    translator.close()


def test_a_closed_translator_turns_callers_away(folder: Path) -> None:
    """No engine is started again behind a shutdown."""
    translator = PackTranslator(PackStore(folder), PackSettings(intra_threads=1))
    assert one(translator, "Yes.").text == "Ja."
    translator.close()
    with pytest.raises(ServiceClosing):
        one(translator, "Yes.")


def test_a_signature_changes_with_pack_and_beam(folder: Path) -> None:
    """Same signature, same bytes: so it names what decides them."""
    store = PackStore(folder)
    two, three = (PackTranslator(store, PackSettings(decoding=Decoding(beam_size=beam))) for beam in (2, 3))
    assert two.signature("de", "es") != three.signature("de", "es")
    assert [line.split(" sha256:")[0] for line in two.signature("de", "es")] == [
        "translate-de_en 1.0",
        "translate-en_es 1.0",
    ]
    assert two.signature("en", "vi") == ()


def test_a_pack_that_was_added_is_used_after_a_refresh(folder: Path, tmp_path: Path) -> None:
    """No restart is needed."""
    store = PackStore(tmp_path / "packages")
    translator = PackTranslator(store, PackSettings(intra_threads=1))
    assert one(translator, "Yes.").text == ""
    store.add(PACKS / "translate-en_de-1_0.argosmodel")
    translator.refresh()
    assert one(translator, "Yes.").text == "Ja."
    translator.close()


def test_translating_needs_no_network(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every socket forbidden, a pivot still works, from loading to guards."""

    def forbidden(*_: object, **__: object) -> socket.socket:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(socket, "create_connection", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    translator = PackTranslator(PackStore(folder), PackSettings(intra_threads=1))
    assert one(translator, "Ihre Bestellung wurde versandt.", "de", "es").text == "Su pedido ha sido enviado."
    translator.close()


def test_a_next_best_translation_is_taken_when_the_best_has_the_wrong_form_of_address(fresh: PackTranslator) -> None:
    """One that is nearly as likely; where none has the form asked for, the best one stands."""
    text = "Please wait for your order."
    best = one(fresh, text, "en", "es").text
    (other,) = fresh.translate([text], "en", "es", Deadline(), (), lambda translation: translation != best)
    (none,) = fresh.translate([text], "en", "es", Deadline(), (), lambda _translation: False)
    assert other.text not in {"", best}
    assert other.score is not None
    assert none.text == best
