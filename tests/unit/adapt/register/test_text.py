"""Words keep their places, quotes their words, changes their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mannerly.adapt.register.text import Change, Kind, Text, applied, like
from mannerly.model.spans import FIRST_MARKER

SPAN = chr(FIRST_MARKER)


@given(st.text(max_size=80))
def test_words_are_where_they_say(raw):
    """Every visible character belongs to exactly one word, whatever the script."""
    words = Text(raw).words
    assert all(raw[word.start : word.end] == word.text for word in words)
    seen = "".join(word.text for word in words)
    assert seen == "".join(char for char in raw if not char.isspace()) or not raw.isprintable()
    assert [word.index for word in words] == list(range(len(words)))


def test_a_protected_span_is_a_word_of_its_own():
    """Also when it touches letters."""
    words = Text(f"Nr{SPAN}x").words
    assert [(word.text, word.kind) for word in words] == [("Nr", Kind.WORD), (SPAN, Kind.SPAN), ("x", Kind.WORD)]
    assert [word.glued for word in words] == [False, True, True]


@pytest.mark.parametrize(
    ("raw", "opening"),
    [
        ("One two. Three? Four", ["One", "Three", "Four"]),
        ("Version 2.5 is here", ["Version"]),
        ("\u00abOne\u00bb two", ["One"]),
        ("\u4f60\u597d\u3002\u518d\u89c1", ["\u4f60\u597d", "\u518d\u89c1"]),
    ],
    ids=["latin", "number", "quote", "han"],
)
def test_sentences_open_after_their_signs(raw, opening):
    """A full stop inside a number opens nothing."""
    assert [run[0].text for run in Text(raw).sentences if run[0].opens] == [
        word for word in opening if not word.startswith("\u00ab")
    ]


@pytest.mark.parametrize(
    ("raw", "quoted"),
    [
        ('say "two words" now', ["two", "words"]),
        ("\u201eeins\u201c zwei", ["eins"]),
        ("\u300c\u4e00\u300d\u4e8c", ["\u4e00"]),
        ('one " alone', []),
        ('"the whole ""cell"" of a table"', ["cell"]),
        ('"the whole text"', []),
    ],
    ids=["straight", "low-high", "corner", "unclosed", "doubled-in-a-cell", "cell"],
)
def test_words_between_quotation_marks_are_quoted(raw, quoted):
    """An unclosed mark quotes nothing."""
    assert [word.text for word in Text(raw).words if word.quoted and word.kind is Kind.WORD] == quoted


def test_changes_are_made_in_text_order():
    """Whatever order they come in."""
    changes = [Change("r", 4, 7, "TWO"), Change("r", 0, 3, "1")]
    assert applied("one two", changes) == "1 TWO"


def test_overlapping_changes_are_refused():
    """Two rules must not write one place."""
    with pytest.raises(ValueError, match="overlap"):
        applied("one two", [Change("r", 0, 5, ""), Change("r", 4, 7, "")])


@pytest.mark.parametrize(
    ("pattern", "word", "expected"),
    [("Sie", "du", "Du"), ("sie", "du", "du"), ("SIE", "du", "DU"), ("I", "you", "You"), ("", "you", "you")],
)
def test_capitals_follow_the_word_replaced(pattern, word, expected):
    """One capital letter alone is a first letter, not a shout."""
    assert like(pattern, word) == expected
