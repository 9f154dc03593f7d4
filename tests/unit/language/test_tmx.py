"""Phrasebooks leave and enter as TMX without loss, all or nothing."""

import shutil
from pathlib import Path

import pytest

from mannerly.language.library import LanguageLibrary
from mannerly.language.phrase_import import import_units
from mannerly.language.phrase_search import search_phrases
from mannerly.language.phrasebook import read_phrasebook
from mannerly.language.tags import parse_tag
from mannerly.language.tmx import TranslationUnit, read_tmx, write_tmx
from mannerly.model.errors import LanguageDataError
from mannerly.model.facts import Register

LOCALES = Path(__file__).parents[3] / "locales"
TMX = """<?xml version="1.0"?>{doctype}<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="en-US"><seg>{source}</seg></tuv><tuv xml:lang="de-DE"><seg>{target}</seg></tuv></tu>
</body></tmx>"""


@pytest.fixture
def books(tmp_path):
    """Private copies of the English and the German phrasebook."""
    for name in ("en", "de"):
        shutil.copytree(LOCALES / name, tmp_path / name)
    return {"english": tmp_path / "en" / "phrasebook.po", "target": tmp_path / "de" / "phrasebook.po"}


def tmx(source="Good news!", target="Gute Neuigkeiten!", doctype=""):
    return TMX.format(source=source, target=target, doctype=doctype).encode()


@pytest.mark.parametrize("language", ["de", "ja", "ru"])
def test_what_is_exported_is_imported_as_the_same(tmp_path, language):
    """A round trip changes nothing, plural forms included."""
    for name in ("en", language):
        shutil.copytree(LOCALES / name, tmp_path / name)
    book = LanguageLibrary(tmp_path).get(parse_tag(language)).phrasebook
    units = read_tmx(write_tmx(book, "1"), language)
    target = tmp_path / language / "phrasebook.po"
    before = read_phrasebook(target).phrases

    report = import_units(units, english=tmp_path / "en" / "phrasebook.po", target=target)

    assert (report.added, report.changed) == (0, 0)
    assert read_phrasebook(target).phrases == before


def test_a_new_sentence_enters_both_books(books):
    """It can be found by its English and written in German."""
    report = import_units(read_tmx(tmx("We now ship to Mars.", "Wir liefern jetzt auf den Mars."), "de"), **books)
    assert report.added == 1
    library = LanguageLibrary(books["target"].parents[1])
    added = [
        p for p in library.get(parse_tag("de")).phrasebook.phrases.values() if p.source == ("We now ship to Mars.",)
    ]
    assert added[0].forms == ("Wir liefern jetzt auf den Mars.",)
    assert added[0].id in library.get(parse_tag("en")).phrasebook.ids


def test_a_memory_without_register_changes_the_formal_phrase(books):
    """The careful wording is what a memory usually holds."""
    unit = TranslationUnit(source="Thank you for your patience.", target="Haben Sie Dank für Ihre Geduld.")
    report = import_units([unit], **books)
    assert report.changed == 1
    changed = [p for p in read_phrasebook(books["target"]).phrases if p.forms == ("Haben Sie Dank für Ihre Geduld.",)]
    assert [phrase.register for phrase in changed] == [Register.FORMAL]


def test_an_import_that_loses_a_slot_changes_no_file(books):
    """All or nothing."""
    before = {name: path.read_bytes() for name, path in books.items()}
    good = TranslationUnit(source="Brand new sentence.", target="Ganz neuer Satz.")
    bad = TranslationUnit(source="Your order {order} has been shipped.", target="Versandt.", register=Register.FORMAL)
    with pytest.raises(LanguageDataError, match="order"):
        import_units([good, bad], **books)
    assert {name: path.read_bytes() for name, path in books.items()} == before
    assert not list(books["target"].parent.glob("*.new"))


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        pytest.param(b"", "not TMX", id="empty"),
        pytest.param(b"<tmx><body>", "not TMX", id="cut off"),
        pytest.param(b"<html/>", "pairs nothing", id="other XML"),
        pytest.param(tmx(doctype='<!DOCTYPE t [<!ENTITY a "b">]>'), "entities", id="entities"),
        pytest.param(tmx().replace(b"de-DE", b"fr-FR"), "pairs nothing", id="other language"),
    ],
)
def test_what_is_not_a_memory_of_the_language_is_refused(document, fault):
    """The error says what is wrong."""
    with pytest.raises(LanguageDataError, match=fault):
        read_tmx(document, "de")


def test_search_finds_a_phrase_by_words_of_either_language():
    """The nearest phrase comes first."""
    book = LanguageLibrary(LOCALES).get(parse_tag("de")).phrasebook
    assert search_phrases(book, "order has been shipped", limit=3)[0].phrase.id.startswith("delivery.shipped")
    assert "Geduld" in search_phrases(book, "Dank Geduld", limit=1)[0].phrase.forms[0]
    assert search_phrases(book, "zzzz qqqq", limit=3) == ()
