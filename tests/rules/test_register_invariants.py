"""What holds for every register engine and any text: stable, values untouched, no crash, other languages left alone."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mannerly.adapt.register.engine import Wish
from mannerly.adapt.register.engines import ENGINES, Engines
from mannerly.adapt.register.foreign import foreign_to
from mannerly.adapt.register.registers import Registers
from mannerly.language.library import LanguageLibrary
from mannerly.language.tags import parse_tag
from mannerly.model.facts import Agent, Customer
from mannerly.model.spans import FIRST_MARKER, markers_in
from mannerly.register_desk import RegisterDesk, RegisterWish

ROOT = Path(__file__).parents[2]
LIBRARY = LanguageLibrary(ROOT / "locales")
REGISTERS = Registers(
    Engines(lambda locale: LIBRARY.get(parse_tag(locale)).register), foreign_to(LIBRARY.get(parse_tag("en")).register)
)
DESK = RegisterDesk(REGISTERS)
LANGUAGES = sorted(ENGINES)
ENGLISH = (ROOT / "tests" / "bench" / "agent_sentences.txt").read_text(encoding="utf-8").splitlines()
SPANS = [chr(FIRST_MARKER + index) for index in range(3)]
NOBODY = {"customer": Customer(), "agent": Agent()}


def levels(language):
    return [level.id for level in LIBRARY.get(parse_tag(language)).register.levels]


def table_sentences(language):
    """Every sentence of the tables of a language and its regions."""
    found = []
    for path in sorted((ROOT / "tests" / "register").glob(f"{language}-*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                found += [text for key, text in row.items() if key in levels(language) and text]
    return found


SENTENCES = {language: table_sentences(language) for language in LANGUAGES}


def words_of(language):
    """Words of the language, spans, marks and stray characters, in any order."""
    words = sorted({word for text in SENTENCES[language] for word in text.split()}) or ["x"]
    piece = st.one_of(
        st.sampled_from(words), st.sampled_from([*SPANS, ",", ".", "?", "\u201e", "\u201c", "-", "\u2019"])
    )
    return st.lists(st.one_of(piece, st.text(max_size=3)), max_size=14).map(" ".join)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_jumble_is_rewritten_stably_and_keeps_its_values(language, data):
    """No crash; the same protected values in the result; what is wholly at the level stays so."""
    text = data.draw(words_of(language))
    level = data.draw(st.sampled_from(levels(language)))
    wish = Wish(level=level, accepts=frozenset({level}), **NOBODY)
    once = REGISTERS.rewrite(text, language, wish)
    assert sorted(markers_in(once.text)) == sorted(markers_in(text))
    if not once.doubts:
        assert REGISTERS.rewrite(once.text, language, wish).text == once.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_real_sentences_are_rewritten_stably(language):
    """Every sentence of the tables, to every level of the language: twice equals once."""
    for level in levels(language):
        wish = RegisterWish(locale=language, to=level)
        for text in SENTENCES[language]:
            once = DESK.rewrite(text, wish).text
            assert DESK.rewrite(once, wish).text == once, (level, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_is_left_alone(language):
    """Sentences of English agents, whatever level is asked for."""
    for level in levels(language):
        for text in ENGLISH:
            assert DESK.rewrite(text, RegisterWish(locale=language, to=level)).text == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_numbers_and_placeholders_survive(language):
    """Put between the words of real sentences."""
    values = ["https://example.com/du?tu=te", "{tu}", "4821-AB", "24.90"]
    for number, text in enumerate(SENTENCES[language][:60]):
        words = text.split(" ")
        value = values[number % len(values)]
        marked = " ".join([*words[: len(words) // 2], value, *words[len(words) // 2 :]])
        for level in levels(language):
            assert value in DESK.rewrite(marked, RegisterWish(locale=language, to=level)).text
