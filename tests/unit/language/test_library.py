"""Broken language data is reported with file, line and column; regional folders hold only what differs."""

import shutil
from pathlib import Path

import pytest

from mannerly.language.library import LanguageLibrary
from mannerly.language.tags import parse_tag
from mannerly.model.errors import LanguageDataError, UnknownLocale
from mannerly.profiles.library import ProfileLibrary

LOCALES = Path(__file__).parents[3] / "locales"
PROFILES = Path(__file__).parents[3] / "style_profiles"


@pytest.fixture
def copy(tmp_path):
    """A private copy of two languages."""
    for name in ("en", "de", "de-CH"):
        shutil.copytree(LOCALES / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "before", "after", "expected"),
    [
        pytest.param("address.yaml", "name_order: given_family", "name_order: sideways", "name_order", id="bad value"),
        pytest.param("address.yaml", "name_order:", "name_ordre:", "name_ordre", id="unknown key"),
        pytest.param("formats.yaml", "year_offset: 0", "year_offset: many", "year_offset", id="bad number"),
        pytest.param("punctuation.yaml", "find: '", "find: '(", "find", id="bad pattern"),
        pytest.param("meaning.yaml", "negation:", "negation: {", "expected", id="not YAML"),
    ],
)
def test_a_broken_file_is_named_with_line_and_column(copy, file, before, after, expected):
    """The error shows where to look."""
    path = copy / "de" / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")

    with pytest.raises(LanguageDataError) as caught:
        LanguageLibrary(copy).get(parse_tag("de"))

    place = caught.value.message.split(": ")[0]
    name, line, column = place.rsplit(":", 2)
    assert Path(name).name == file
    assert int(line) > 1
    assert int(column) >= 1
    assert expected in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        pytest.param("#. id: ", "#. note: ", "id", id="no id"),
        pytest.param('msgctxt "formal"', 'msgctxt "posh"', "posh", id="unknown register"),
        pytest.param("{order} ", "", "order", id="slot lost"),
    ],
)
def test_a_broken_phrase_is_named_with_file_and_line(copy, before, after, fault):
    """A translator finds the entry."""
    path = copy / "de" / "phrasebook.po"
    head, body = path.read_text(encoding="utf-8").split("\n\n", 1)
    if fault == "order":
        body = "\n".join(
            line.replace(before, after) if line.startswith("msgstr") else line for line in body.splitlines()
        )
    path.write_text(head + "\n\n" + (body if fault == "order" else body.replace(before, after, 1)), encoding="utf-8")

    with pytest.raises(LanguageDataError, match=rf"phrasebook\.po:\d+.*{fault}"):
        LanguageLibrary(copy).get(parse_tag("de"))


def test_a_region_takes_what_it_does_not_state_from_its_language(copy):
    """Switzerland has its own punctuation and the German phrases."""
    library = LanguageLibrary(copy)
    swiss, german = library.get(parse_tag("de-CH")), library.get(parse_tag("de-DE"))
    assert swiss.phrasebook.ids == german.phrasebook.ids
    assert swiss.punctuation.rules != german.punctuation.rules
    assert swiss.revision != german.revision


def test_revision_changes_with_any_byte_of_the_data(copy):
    """A signature tells two versions of the data apart."""
    before = LanguageLibrary(copy).get(parse_tag("de")).revision
    with (copy / "de" / "formats.yaml").open("a", encoding="utf-8") as file:
        file.write("\n# a remark\n")
    assert LanguageLibrary(copy).get(parse_tag("de")).revision != before


def test_a_language_without_data_is_unknown():
    """Icelandic exists, but not here."""
    with pytest.raises(UnknownLocale, match="is"):
        LanguageLibrary(LOCALES).get(parse_tag("is"), field="target")


def test_a_profile_that_extends_itself_is_refused(tmp_path):
    """A circle is an error, not a hang."""
    shutil.copytree(PROFILES / "de", tmp_path / "de")
    base = tmp_path / "de" / "_base.yaml"
    base.write_text(base.read_text(encoding="utf-8").replace('extends: ""', "extends: de"), encoding="utf-8")
    with pytest.raises(LanguageDataError, match="circle"):
        ProfileLibrary(tmp_path).get("de")


def test_a_profile_that_extends_nothing_known_is_refused(tmp_path):
    """The missing base is named."""
    shutil.copytree(PROFILES / "de", tmp_path / "de")
    base = tmp_path / "de" / "_base.yaml"
    base.write_text(base.read_text(encoding="utf-8").replace('extends: ""', "extends: nowhere"), encoding="utf-8")
    with pytest.raises(LanguageDataError, match="nowhere"):
        ProfileLibrary(tmp_path).get("de")
