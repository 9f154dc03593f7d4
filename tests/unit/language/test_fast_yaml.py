"""Plain scalars mean what YAML 1.2 says, whichever parser reads them."""

import pytest

from mannerly.language.fast_yaml import YamlFault, load
from mannerly.language.yaml_reader import read_mapping
from mannerly.model.errors import LanguageDataError

SCALARS = [
    ("no", "no"),
    ("on", "on"),
    ("1:30", "1:30"),
    ("2020-01-01", "2020-01-01"),
    ("1_000", "1_000"),
    ("012", 12),
    ("0x1f", 31),
    ("0o17", 15),
    (".5", 0.5),
    ("true", True),
    ("", None),
    ("~", None),
]


@pytest.mark.parametrize(("written", "meant"), SCALARS, ids=[row[0] or "empty" for row in SCALARS])
def test_a_plain_scalar_resolves_by_the_core_schema(written, meant):
    """Words and times of a language are never taken for truth values or numbers."""
    assert load(f"a: {written}") == {"a": meant}


@pytest.mark.parametrize(
    "text", ["a: 1\na: 2", "? [1]\n: x", "- !!python/object:os.system x", "a: [", "a: \x00"], ids=repr
)
def test_a_faulty_document_is_refused(text):
    """A doubled key, a key that is no word, a foreign tag, an open bracket, a control character."""
    with pytest.raises(YamlFault):
        load(text)


@pytest.mark.parametrize(("text", "where"), [("a: 1\na: 2\n", ":2:1: "), ("a: \x00", ": not YAML")])
def test_a_faulty_file_is_named_with_its_line(tmp_path, text, where):
    """The error says where to look."""
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LanguageDataError, match=where):
        read_mapping(path)
