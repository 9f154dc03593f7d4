"""BCP-47 tags are read in any case, checked, and fall back within their script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mannerly.language.tags import parse_tag
from mannerly.model.errors import InvalidInput, UnknownLocale


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        pytest.param("de", "de", id="language"),
        pytest.param("PT_br", "pt-BR", id="any case, underscore"),
        pytest.param("zh-hant-tw", "zh-Hant-TW", id="script"),
        pytest.param("es-419", "es-419", id="area code"),
        pytest.param("de-DE-1996", "de-DE", id="variant dropped"),
        pytest.param("en-US-u-ca-gregory", "en-US", id="extension dropped"),
        pytest.param("vi-VN-x-bank", "vi-VN", id="private use dropped"),
    ],
)
def test_a_tag_becomes_canonical(written, canonical):
    """Case and extras do not matter."""
    assert str(parse_tag(written)) == canonical


@pytest.mark.parametrize(
    "written",
    [
        "",
        "d",
        "de-",
        "-de",
        "deutsch",
        "de--DE",
        "de-DE-",
        "de DE",
        "../de",
        "de\n",
        "x" * 100,
        "d\u00e9",
        "12",
        "\ud800",
    ],
)
def test_a_malformed_tag_is_refused_with_field_and_remedy(written):
    """Malformed is another error than unknown."""
    with pytest.raises(InvalidInput) as caught:
        parse_tag(written, field="target")
    assert not isinstance(caught.value, UnknownLocale)
    assert caught.value.field == "target"
    assert caught.value.remedy


@pytest.mark.parametrize("written", ["xx", "qqq", "de-QX", "en-Zxxq"])
def test_a_well_formed_tag_that_cldr_does_not_know_is_unknown(written):
    """No such language, region or script."""
    with pytest.raises(UnknownLocale):
        parse_tag(written)


@pytest.mark.parametrize(
    ("written", "folders"),
    [
        pytest.param("de-AT", ("de-AT", "de"), id="region"),
        pytest.param("zh-TW", ("zh-TW", "zh-Hant"), id="Taiwan never falls back to simplified"),
        pytest.param("zh-CN", ("zh-CN", "zh-Hans", "zh"), id="China"),
        pytest.param("zh-HK", ("zh-HK", "zh-Hant"), id="Hong Kong"),
        pytest.param("sr-Latn", ("sr-Latn",), id="script other than the usual"),
    ],
)
def test_fallback_stays_within_the_script(written, folders):
    """A reader is never given another script."""
    found = parse_tag(written).fallbacks()
    assert [name for name in found if name in folders] == list(folders)
    assert "zh" not in found or parse_tag(written).likely_script == "Hans"


@pytest.mark.parametrize(
    ("tag", "expected"), [("ar-AE", True), ("he-IL", True), ("fa", True), ("de", False), ("ja", False)]
)
def test_direction_follows_the_script(tag, expected):
    """Arabic, Hebrew and Persian run from right to left."""
    assert parse_tag(tag).is_right_to_left is expected


@given(st.text(max_size=80))
def test_any_text_is_a_tag_or_a_typed_error(text):
    """Nothing else ever comes out, and a canonical tag is a fixed point."""
    try:
        tag = parse_tag(text)
    except InvalidInput:
        return
    assert parse_tag(str(tag)) == tag
