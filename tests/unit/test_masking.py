"""Spans travel as tokens and come back exactly once, or not at all."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mannerly.model.spans import FIRST_MARKER, Span, SpanKind, markers_in
from mannerly.translate.alignment import align
from mannerly.translate.decoding import Hypothesis
from mannerly.translate.edges import trim
from mannerly.translate.masking import Shape, SpansBroken, compare_spans, shield, unshield

A, B, C = (chr(FIRST_MARKER + index) for index in range(3))
WORDS = st.text(st.sampled_from("ab {}[]01A\u2581\uff5b.\u00e9"), max_size=8)
MASKED = st.lists(st.one_of(WORDS, st.sampled_from([A, B, C])), max_size=8).map("".join)
SHAPES = st.sampled_from(Shape)


@pytest.mark.parametrize(
    ("masked", "shape", "text"),
    [
        pytest.param(f"Hi {A}, see {B}.", Shape.BRACES, "Hi {0}, see {1}.", id="braces"),
        pytest.param(f"Hi {A}, see {B}.", Shape.BRACKETS, "Hi [A], see [B].", id="brackets"),
        pytest.param(f"{B}{A} you {C}", Shape.BRACES, "{0} you {1}", id="neighbours-are-one-token"),
        pytest.param(f"Use {{0}} and {A}", Shape.BRACES, "Use {0} and {1}", id="token-in-the-text"),
        pytest.param(f"Use [ a ] and {A}", Shape.BRACKETS, "Use [ a ] and [B]", id="loose-token-in-the-text"),
    ],
)
def test_spans_become_tokens(masked: str, shape: Shape, text: str) -> None:
    """Tokens never clash with what the text has."""
    shielded = shield(masked, shape)
    assert shielded.text == text
    assert unshield(text, shielded) == masked


@pytest.mark.parametrize(
    "damaged", ["Hallo { 0 }!", "Hallo {0 }!", "Hallo \uff5b0\uff5d!", "Hallo \uff5b\u0660\uff5d!", "Hallo {00}!"]
)
def test_damage_to_braces_is_tolerated(damaged: str) -> None:
    """Spaces and full-width forms still name the span."""
    assert unshield(damaged, shield(f"Hello {A}!", Shape.BRACES)) == f"Hallo {A}!"


@pytest.mark.parametrize("damaged", ["Hallo [a]!", "Hallo [ A ]!", "Hallo \uff3bA\uff3d!", "Hallo [\uff21]!"])
def test_damage_to_brackets_is_tolerated(damaged: str) -> None:
    """Case as well."""
    assert unshield(damaged, shield(f"Hello {A}!", Shape.BRACKETS)) == f"Hallo {A}!"


@pytest.mark.parametrize(
    ("translated", "problem"),
    [
        pytest.param("Hallo!", SpansBroken.LOST, id="lost"),
        pytest.param("Hallo {O}!", SpansBroken.LOST, id="mangled"),
        pytest.param("{0} und {0}", SpansBroken.DOUBLED, id="doubled"),
        pytest.param("{0} und {1}", SpansBroken.INVENTED, id="invented"),
        pytest.param(f"{{0}} und {B}", SpansBroken.INVENTED, id="marker-from-nowhere"),
    ],
)
def test_what_cannot_be_put_back_is_named(translated: str, problem: SpansBroken) -> None:
    """Never a text with a wrong span."""
    assert unshield(translated, shield(f"Hello {A}!", Shape.BRACES)) is problem


@given(masked=MASKED, shape=SHAPES)
def test_an_engine_that_copies_gives_the_text_back(masked: str, shape: Shape) -> None:
    """Whatever braces and brackets the text has itself."""
    assume(len(set(markers_in(masked))) == len(markers_in(masked)))
    assert unshield(shield(masked, shape).text, shield(masked, shape)) == masked


@given(masked=MASKED, shape=SHAPES, translated=MASKED | st.text(max_size=20))
def test_whatever_an_engine_returns_each_span_is_there_once_or_it_fails(
    masked: str, shape: Shape, translated: str
) -> None:
    """The guarantee of the whole package."""
    made = unshield(translated, shield(masked, shape))
    assert isinstance(made, SpansBroken) or compare_spans(masked, made) is None


@given(
    masked=MASKED,
    tokens=st.lists(st.sampled_from(["\u2581a", "b", "{", "0", "}", "\u2581{", "1", "."]), max_size=8),
    data=st.data(),
)
def test_alignment_keeps_the_guarantee(masked: str, tokens: list[str], data: st.DataObject) -> None:
    """Any pieces, any attention."""
    shielded = shield(masked, Shape.BRACES)
    source = tuple("\u2581" + shielded.text.replace(" ", "\u2581"))
    row = st.lists(st.floats(0, 1), min_size=len(source), max_size=len(source)).map(tuple)
    attention = tuple(data.draw(row) for _ in tokens)
    hypothesis = Hypothesis(text="", source_tokens=source, tokens=tuple(tokens), score=0.0, attention=attention)
    made = align(hypothesis, shielded)
    assert isinstance(made, SpansBroken) or compare_spans(masked, made) is None


SOURCE = ("\u2581Hi", "\u2581{", "0", "}", "!")


def _look(*places: int) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(1.0 if place == looked else 0.0 for place in range(len(SOURCE))) for looked in places)


@pytest.mark.parametrize(
    ("tokens", "looked", "made"),
    [
        pytest.param(("\u2581Hallo", "\u2581(", "O", "!"), (0, 1, 3, 4), f"Hallo {A}!", id="mangled"),
        pytest.param(("\u2581Hallo", "\u2581Otto", "!"), (0, 2, 4), f"Hallo {A}!", id="replaced-by-a-word"),
        pytest.param(("\u2581Hallo", "!"), (0, 4), SpansBroken.LOST, id="nobody-looked"),
        pytest.param(("\u2581X", "\u2581Hallo", "\u2581Y"), (1, 0, 2), SpansBroken.LOST, id="two-places"),
        pytest.param(("\u2581Ha", "llo", "!"), (0, 2, 4), SpansBroken.LOST, id="inside-a-word"),
    ],
)
def test_a_lost_span_returns_where_the_model_looked(
    tokens: tuple[str, ...], looked: tuple[int, ...], made: str | SpansBroken
) -> None:
    """Only one whole run of words is unambiguous."""
    shielded = shield(f"Hi {A}!", Shape.BRACES)
    hypothesis = Hypothesis(text="", source_tokens=SOURCE, tokens=tokens, score=0.0, attention=_look(*looked))
    assert align(hypothesis, shielded) == made


EMOJI = Span(index=0, kind=SpanKind.EMOJI, original=":)")
BOLD = Span(index=1, kind=SpanKind.MARKUP, original="**")
NAME = Span(index=2, kind=SpanKind.CUSTOMER_NAME, original="Ana")


@pytest.mark.parametrize(
    ("masked", "parts"),
    [
        pytest.param(f"{A} Thank you", (f"{A} ", "Thank you", ""), id="emoji-in-front"),
        pytest.param(f"{B}Thank you{B}", (B, "Thank you", B), id="markup-around"),
        pytest.param("- Thank you", ("- ", "Thank you", ""), id="bullet"),
        pytest.param(f"  2) {B}Thank you", (f"  2) {B}", "Thank you", ""), id="number-and-markup"),
        pytest.param(f"{C} thanks you", ("", f"{C} thanks you", ""), id="name-is-part-of-the-sentence"),
        pytest.param(f"Thanks, {C}", ("", f"Thanks, {C}", ""), id="name-at-the-end"),
        pytest.param(f"Thanks! {C}", ("", "Thanks!", f" {C}"), id="after-the-end"),
        pytest.param("2024 was good", ("", "2024 was good", ""), id="number-is-no-bullet"),
        pytest.param("-5 degrees", ("", "-5 degrees", ""), id="minus-is-no-bullet"),
        pytest.param(f"{A} {B}", (f"{A} {B}", "", ""), id="nothing-left"),
        pytest.param("", ("", "", ""), id="empty"),
    ],
)
def test_edges_are_cut_off(masked: str, parts: tuple[str, str, str]) -> None:
    """Only what is no part of the sentence."""
    made = trim(masked, (EMOJI, BOLD, NAME))
    assert (made.before, made.core, made.after) == parts


@given(masked=MASKED)
def test_edges_and_core_join_to_the_text(masked: str) -> None:
    """Nothing is lost by cutting."""
    made = trim(masked, (EMOJI, BOLD, NAME))
    assert made.before + made.core + made.after == masked
