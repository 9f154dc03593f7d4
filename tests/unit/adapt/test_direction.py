"""Left-to-right spans keep their order inside right-to-left text, with their bytes unchanged."""

import pytest

LRI, PDI = "\u2066", "\u2069"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        pytest.param("Your order #48213 has been shipped.", "#48213", id="order"),
        pytest.param("You can reset your password here: https://example.com/r", "https://example.com/r", id="link"),
    ],
)
def test_a_left_to_right_span_is_isolated_in_arabic(localise, text, span):
    """Unicode UAX 9."""
    draft = localise(text, "ar-AE").draft
    assert f"{LRI}{span}{PDI}" in draft.text
    assert draft.ready_to_send


def test_left_to_right_locales_get_no_isolates(localise):
    """German needs none."""
    assert LRI not in localise("Your order #48213 has been shipped.", "de").draft.text


def test_text_that_is_arabic_already_is_left_alone(localise):
    """A reply in the customer's language and form of address keeps its bytes."""
    text = "تم شحن طلبكم رقم #48213."
    assert localise(text, "ar", source="ar").draft.text == text
