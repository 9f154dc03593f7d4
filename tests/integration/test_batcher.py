"""The queue in front of a pack."""

import random
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mannerly.model.context import Deadline
from mannerly.model.errors import Cancelled, DeadlineTooShort, PackError, QueueFull, ServiceClosing
from mannerly.translate.batcher import Batcher, BatcherLimits
from mannerly.translate.decoding import Decoding, Hypothesis, Outcome, TooLong
from mannerly.translate.engine import Engine
from mannerly.translate.installed_pack import InstalledPack
from mannerly.translate.packs import PackStore
from mannerly.translate.sentence_cache import SentenceCache

FIXTURES = Path(__file__).parent.parent / "fixtures"
DECODING = Decoding()


class Watched(Engine):
    """A real engine that writes down its calls and can be held up at a gate."""

    def __init__(self, pack: InstalledPack) -> None:
        super().__init__(pack, intra_threads=1)
        self.calls: list[int] = []
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()

    def translate(self, sources: Sequence[tuple[str, ...]], decoding: Decoding, batch_tokens: int) -> list[Outcome]:
        """Translate after the gate opened."""
        self.calls.append(len(sources))
        self.entered.set()
        assert self.gate.wait(30)
        return super().translate(sources, decoding, batch_tokens)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> InstalledPack:
    """The English-German pack."""
    store = PackStore(tmp_path_factory.mktemp("packages"))
    return store.add(FIXTURES / "packs" / "translate-en_de-1_0.argosmodel")[0]


@pytest.fixture
def engine(pack: InstalledPack) -> Watched:
    """A fresh engine."""
    return Watched(pack)


@pytest.fixture
def batcher(engine: Watched) -> Iterator[Batcher]:
    """A queue with a wide window and a small bound."""
    batcher = Batcher(engine, SentenceCache(), BatcherLimits(pending=10, window_s=0.02))
    yield batcher
    engine.gate.set()
    batcher.close()


def sentences(count: int) -> list[str]:
    """Return distinct English sentences of the pack's domain."""
    lines = (FIXTURES / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines][:count]


def text_of(outcome: Outcome) -> str:
    """Return the text of a hypothesis."""
    assert isinstance(outcome, Hypothesis)
    return outcome.text


def hold(batcher: Batcher, engine: Watched, pool: ThreadPoolExecutor) -> None:
    """Keep the worker busy with one sentence until the gate opens."""
    engine.load()
    engine.gate.clear()
    pool.submit(batcher.translate, ["Have a nice day."], DECODING, Deadline())
    assert engine.entered.wait(10)


def test_results_come_in_the_order_of_the_texts(batcher: Batcher) -> None:
    """Repeats and all."""
    made = batcher.translate(["Yes.", "No.", "Yes."], DECODING, Deadline())
    assert [text_of(one) for one in made] == ["Ja.", "Nein.", "Ja."]


def test_concurrent_callers_share_batches(batcher: Batcher, engine: Watched) -> None:
    """Eight callers with one sentence each of one length need far fewer than eight calls."""
    engine.load()
    by_length: dict[int, list[str]] = {}
    for text in sentences(180):
        by_length.setdefault(len(engine.encode(text)), []).append(text)
    alike = max(by_length.values(), key=len)[:8]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda text: batcher.translate([text], DECODING, Deadline()), alike))
    assert sum(engine.calls) == 8
    assert len(engine.calls) <= 4


def test_the_same_text_is_computed_once(batcher: Batcher, engine: Watched) -> None:
    """Whether it waits, runs or is remembered."""
    with ThreadPoolExecutor(8) as pool:
        hold(batcher, engine, pool)
        same = [pool.submit(batcher.translate, ["Have a nice day."], DECODING, Deadline()) for _ in range(3)]
        other = [pool.submit(batcher.translate, ["Yes."], DECODING, Deadline()) for _ in range(3)]
        time.sleep(0.05)
        engine.gate.set()
        assert len({text_of(one.result(10)[0]) for one in same}) == 1
        assert {text_of(one.result(10)[0]) for one in other} == {"Ja."}
    batcher.translate(["Yes."], DECODING, Deadline())
    assert engine.calls == [1, 1]


def test_the_same_bytes_come_from_any_batch(pack: InstalledPack) -> None:
    """Alone, in company of any kind and length, in any order."""
    engine = Engine(pack, intra_threads=1)
    texts = [*sentences(120), *(" ".join(sentences(150)[n : n + 3]) for n in range(0, 120, 3))]
    alone = {}
    for text in texts:
        (alone[text],) = engine.translate([engine.encode(text)], DECODING, 1024)
    rng = random.Random(1)  # noqa: S311 - a fixed order, not secrecy
    for size in (2, 7, 60, 160):
        batcher = Batcher(engine, SentenceCache(0), BatcherLimits(batch_tokens=64 * size))
        some = rng.sample(texts, size)
        made = batcher.translate(some, DECODING, Deadline())
        assert [text_of(one) for one in made] == [text_of(alone[text]) for text in some]
        batcher.close()


def test_a_full_queue_turns_callers_away(batcher: Batcher, engine: Watched) -> None:
    """And tells them when to come back."""
    with ThreadPoolExecutor(8) as pool:
        hold(batcher, engine, pool)
        waiting = pool.submit(batcher.translate, sentences(11), DECODING, Deadline())
        time.sleep(0.05)
        with pytest.raises(QueueFull) as caught:
            batcher.translate(["No."], DECODING, Deadline())
        assert 0 < caught.value.retry_after_s <= 30
        engine.gate.set()
        assert len(waiting.result(10)) == 11


def test_a_text_whose_deadline_passed_is_never_translated(batcher: Batcher, engine: Watched) -> None:
    """The caller learns it at its deadline, not when the engine is free."""
    with ThreadPoolExecutor(2) as pool:
        hold(batcher, engine, pool)
        started = time.monotonic()
        with pytest.raises(DeadlineTooShort):
            batcher.translate(["No."], DECODING, Deadline(at=started + 0.1))
        assert time.monotonic() - started < 1
        engine.gate.set()
    batcher.translate(["Yes."], DECODING, Deadline())
    assert sum(engine.calls) == 2


def test_a_passed_deadline_is_refused_at_once(batcher: Batcher, engine: Watched) -> None:
    """Nothing is queued."""
    with pytest.raises(DeadlineTooShort):
        batcher.translate(["No."], DECODING, Deadline(at=time.monotonic() - 1))
    assert engine.calls == []


def test_a_cancelled_caller_costs_nothing(batcher: Batcher, engine: Watched) -> None:
    """Another caller of the same text still gets it."""
    gone = threading.Event()
    with ThreadPoolExecutor(4) as pool:
        hold(batcher, engine, pool)
        cancelled = pool.submit(batcher.translate, ["No.", "Yes."], DECODING, Deadline(cancelled=gone.is_set))
        stays = pool.submit(batcher.translate, ["No."], DECODING, Deadline())
        time.sleep(0.05)
        gone.set()
        with pytest.raises(Cancelled):
            cancelled.result(10)
        engine.gate.set()
        assert text_of(stays.result(10)[0]) == "Nein."
    assert sum(engine.calls) == 2


def test_closing_turns_waiting_callers_away(batcher: Batcher, engine: Watched) -> None:
    """What runs may end; what waits is told; what comes later too."""
    with ThreadPoolExecutor(4) as pool:
        hold(batcher, engine, pool)
        waiting = pool.submit(batcher.translate, ["No."], DECODING, Deadline())
        time.sleep(0.05)
        closing = pool.submit(batcher.close)
        with pytest.raises(ServiceClosing):
            waiting.result(10)
        engine.gate.set()
        closing.result(10)
    with pytest.raises(ServiceClosing):
        batcher.translate(["No."], DECODING, Deadline())


def test_a_long_text_does_not_hurt_its_company(batcher: Batcher) -> None:
    """It is refused as a value."""
    long, short = batcher.translate(["order " * 1000, "Yes."], DECODING, Deadline())
    assert isinstance(long, TooLong)
    assert text_of(short) == "Ja."


def test_a_failing_engine_answers_every_caller_and_lives_on(
    batcher: Batcher, engine: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No caller waits for ever, and the worker does not die."""
    engine.load()
    with monkeypatch.context() as patch:
        patch.setattr(Engine, "translate", _raise)
        with pytest.raises(PackError):
            batcher.translate(["Yes.", "No."], DECODING, Deadline())
    assert text_of(batcher.translate(["Yes."], DECODING, Deadline())[0]) == "Ja."


def _raise(*_: object) -> list[Outcome]:
    raise PackError


def test_the_cache_forgets_the_least_recently_used() -> None:
    """Its size is bounded, and attention is not kept."""
    cache = SentenceCache(2)
    made = Hypothesis(text="x", source_tokens=(), tokens=(), score=0.0)
    for text in ("a", "b"):
        cache.put("pack", DECODING, text, made)
    assert cache.get("pack", DECODING, "a") is made
    cache.put("pack", DECODING, "c", made)
    cache.put("pack", Decoding(attention=True), "d", made)
    cache.put("pack", DECODING, "e", TooLong(tokens=9, limit=1))
    assert cache.get("pack", DECODING, "b") is None
    assert cache.get("other", DECODING, "a") is None
    assert cache.get("pack", Decoding(beam_size=1), "a") is None
    assert len(cache) == 2
