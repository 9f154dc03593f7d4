"""Sentences that say the same as an approved phrase in another way are that phrase; others are not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mannerly.model.draft import Origin
from mannerly.translate.word_list import any_of


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        pytest.param("Could you please provide your order number?", "ask.order_number", id="request"),
        pytest.param("Kindly share your order number with us.", "ask.order_number", id="Indian request"),
        pytest.param("Sorry for the inconvenience.", "apology.inconvenience", id="apology"),
        pytest.param("We are truly sorry about the delay.", "apology.delay", id="apology with an intensifier"),
        pytest.param(
            "If you have any further questions, please let us know.", "closing.further_questions", id="closing"
        ),
        pytest.param("I'm afraid we can't change your order anymore.", "order.cannot_change", id="bad news"),
        pytest.param(
            "I'll get back to you within 3 working days.", "estimate.business_days", id="promise with a number"
        ),
        pytest.param("Your package is currently being inspected by customs.", "delivery.customs", id="American word"),
    ],
)
def test_a_way_of_saying_is_the_phrase(localise, typed, phrase):
    """Polite frames, intensifiers and regional words do not matter."""
    provenance = localise(typed, "de").draft.segments[0].provenance
    assert (provenance.origin, provenance.phrase_id) == (Origin.PHRASE, phrase)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("We are sorry for your loss.", id="sorrow is no apology"),
        pytest.param("We will try to get back to you within 3 working days.", id="weaker promise"),
        pytest.param("I'll get back to you in 3 working days.", id="another deadline"),
        pytest.param("You have cancelled your order.", id="somebody else acts"),
        pytest.param("We have not cancelled your order.", id="denial"),
        pytest.param("Can you restart your device?", id="question about ability"),
        pytest.param("Please share your order number with the courier.", id="sent to somebody else"),
    ],
)
def test_another_meaning_is_not_the_phrase(localise, typed):
    """Promise, deadline, denial and who acts make another sentence."""
    assert localise(typed, "de").draft.segments[0].provenance.origin is not Origin.PHRASE


@given(st.lists(st.text("ab.'", min_size=1, max_size=4), min_size=1, max_size=12), st.text("ab.' ", max_size=30))
def test_a_word_list_matches_the_longest_word(words, text):
    """The pattern finds what an alternation from the longest word down finds."""
    plain = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    assert re.findall(any_of(words), text) == re.findall(plain, text)
