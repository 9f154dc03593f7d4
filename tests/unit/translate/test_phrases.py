"""Approved phrases are found however they are typed, filled with what was protected, and agree in number."""

import re
from datetime import date
from decimal import Decimal

import pytest

from mannerly.model.draft import Feature, FeatureOutcome, Origin
from mannerly.model.facts import Agent, Channel, Customer, Gender, ReplyFacts
from mannerly.model.variables import CalendarDate, Money, Text

PATIENCE = "Vielen Dank für Ihre Geduld."


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("Thank you for your patience.", id="as listed"),
        pytest.param("thank you for your patience", id="no capital, no full stop"),
        pytest.param("Thank you for your patience!", id="exclamation"),
        pytest.param("  Thank   you for your\u00a0patience. ", id="spaces"),
        pytest.param("THANK YOU FOR YOUR PATIENCE.", id="capitals"),
        pytest.param("Thanks for your patience.", id="other wording"),
    ],
)
def test_a_phrase_is_found_however_it_is_typed(localise, typed):
    """Case, marks, spaces and listed wordings do not matter."""
    assert localise(typed, "de").draft.text.strip() == PATIENCE


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        pytest.param("We're looking into this.", "We are looking into this.", id="contraction"),
        pytest.param("We\u2019re looking into this.", "We are looking into this.", id="typographic apostrophe"),
        pytest.param("We apologize for the delay.", "We apologise for the delay.", id="American spelling"),
    ],
)
def test_contractions_and_spellings_count_as_the_same(localise, typed, plain):
    """Both wordings give the same approved phrase."""
    first, second = (localise(text, "fr").draft.segments[0].provenance for text in (typed, plain))
    assert first == second
    assert first.origin is Origin.PHRASE


def test_a_question_is_not_the_statement(localise):
    """A question mark changes the meaning."""
    assert localise("Thank you for your patience?", "de").draft.segments[0].provenance.origin is not Origin.PHRASE


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        pytest.param("Your order #48213 has been shipped.", "#48213", id="order number"),
        pytest.param("Your order {order_id} has been shipped.", "{order_id}", id="template placeholder"),
        pytest.param("Your order {{ order.id }} has been shipped.", "{{ order.id }}", id="mustache"),
        pytest.param(
            "You can reset your password here: https://example.com/r?a=1&b=2",
            "https://example.com/r?a=1&b=2",
            id="link",
        ),
        pytest.param("Your case number is ZX-99120.", "ZX-99120", id="code"),
    ],
)
@pytest.mark.parametrize("target", ["de", "ja", "ar", "ru", "vi"])
def test_a_slot_is_filled_with_the_bytes_of_the_source(localise, sentence, kept, target):
    """What was protected stands in the phrase once, unchanged."""
    draft = localise(sentence, target).draft
    assert draft.segments[0].provenance.origin is Origin.PHRASE
    assert draft.text.count(kept) == 1
    assert draft.ready_to_send


def test_a_free_word_never_fills_a_slot(localise):
    """An English word would stand in a German sentence."""
    assert localise("Your order tomorrow has been shipped.", "de").draft.segments[0].provenance.origin is Origin.NONE


def test_typed_variables_fill_slots_in_the_form_of_the_locale(localise):
    """An amount and a date are written as the locale writes them."""
    total = Money(amount=Decimal("24.90"), currency="EUR")
    assert (
        localise("You will receive a refund of {total}.", "de", variables={"total": total}).draft.text.count(
            "24,90\u00a0€"
        )
        == 1
    )
    day = CalendarDate(day=date(2026, 12, 3))
    assert "3. Dezember 2026" in localise("Your order was shipped on {day}.", "de", variables={"day": day}).draft.text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        pytest.param(1, "1 час", id="one"),
        pytest.param(3, "3 часа", id="few"),
        pytest.param(5, "5 часов", id="many"),
        pytest.param(21, "21 час", id="twenty-one"),
    ],
)
def test_russian_agrees_with_the_number(localise, count, text):
    """Plural forms follow CLDR."""
    words = localise(f"The link is valid for {count} hours.", "ru").draft.text.replace("\u00a0", " ")
    assert re.search(text + r"\b", words)


def test_an_emoji_beside_a_phrase_stays_beside_it(localise):
    """Wrappers are not part of the sentence."""
    assert localise("Thank you for your patience! 🙏", "de").draft.text == f"{PATIENCE} 🙏"


def test_kinship_terms_follow_the_customer(localise):
    """Vietnamese chooses anh or chị by gender, and both when nothing is known."""
    texts = {
        gender: localise(
            "Thank you for your patience.", "vi", facts=ReplyFacts(customer=Customer(gender=gender))
        ).draft.text
        for gender in (Gender.FEMALE, Gender.MALE, Gender.UNKNOWN)
    }
    assert "chị" in texts[Gender.FEMALE]
    assert "anh/chị" not in texts[Gender.FEMALE]
    assert "anh" in texts[Gender.MALE]
    assert "anh/chị" in texts[Gender.UNKNOWN]


def test_thai_particles_follow_the_agent(localise):
    """ครับ for a man, ค่ะ for a woman."""
    texts = [
        localise("Thank you for your patience.", "th", facts=ReplyFacts(agent=Agent(gender=gender))).draft.text
        for gender in (Gender.MALE, Gender.FEMALE)
    ]
    assert texts[0] != texts[1]
    assert "ครับ" in texts[0]
    assert "ค่ะ" in texts[1]


def test_the_register_follows_channel_and_profile(localise):
    """German says Sie by e-mail and du on social media."""
    email = localise("Thank you for your patience.", "de", facts=ReplyFacts(channel=Channel.EMAIL)).draft.text
    social = localise("Thank you for your patience.", "de", facts=ReplyFacts(channel=Channel.SOCIAL)).draft.text
    assert "Ihre" in email
    assert "deine" in social


def test_a_phrase_is_read_back_from_another_language(localise):
    """A German source sentence becomes the French phrase through its id, without a pack."""
    draft = localise(PATIENCE, "fr", source="de").draft
    assert draft.segments[0].provenance.origin is Origin.PHRASE
    assert "patience" in draft.text


def test_a_sentence_nobody_approved_is_left_out_and_blocks(localise):
    """Never the source passed off as a translation; the remedy is a command."""
    draft = localise("Thank you for your patience. The purple gadget hums.", "de").draft
    assert "gadget" not in draft.text
    assert not draft.ready_to_send
    finding = next(finding for finding in draft.findings if finding.segment == 1)
    assert "mannerly packs fetch en-de" in finding.remedy
    status = next(status for status in draft.applied if status.feature is Feature.TRANSLATION)
    assert status.outcome is FeatureOutcome.PARTIAL


def test_product_names_fill_slots_only_when_protected(localise):
    """A typed variable may name a product."""
    draft = localise("{item} is in stock.", "de", variables={"item": Text(value="Aurora X1")}).draft
    assert draft.segments[0].provenance.origin is Origin.PHRASE
    assert "Aurora X1" in draft.text


def test_the_same_request_gives_the_same_bytes(localise):
    """Same input, same signature, same text."""
    one, two = (localise("Your order #48213 has been shipped. Thank you!", "pl") for _ in range(2))
    assert one == two


def test_a_glossary_term_counts_when_the_approved_sentence_says_it(localise):
    """Glossaries of everyday words leave approved sentences alone; another wanted word rules the sentence out."""
    text = "Your order has been shipped."
    same = localise(text, "de", glossary={"order": "Bestellung"}).draft
    other = localise(text, "de", glossary={"order": "Auftrag"}).draft
    assert (same.text, same.ready_to_send) == ("Ihre Bestellung wurde versandt.", True)
    assert not other.ready_to_send


def test_a_number_that_the_language_writes_in_its_own_form_is_not_lost(localise):
    """Arabic has a dual: two hours need no digit."""
    draft = localise("The link is valid for 2 hours.", "ar").draft
    assert draft.segments[0].provenance.origin is Origin.PHRASE
    assert draft.ready_to_send
