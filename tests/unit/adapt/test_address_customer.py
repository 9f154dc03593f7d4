"""Salutation and closing come from the customer's facts and the locale's data."""

import pytest

from mannerly.model.draft import Feature, FeatureOutcome, Origin, Role, Severity
from mannerly.model.facts import Agent, Channel, Customer, Gender, ReplyFacts
from mannerly.model.request import Overrides

ANNA = Customer(given_name="Anna", family_name="Schmidt", gender=Gender.FEMALE)


def email(customer=None, agent=None):
    return ReplyFacts(customer=customer or Customer(), agent=agent or Agent(), channel=Channel.EMAIL)


def outcome_of(outcome, feature):
    return next(status.outcome for status in outcome.draft.applied if status.feature is feature)


@pytest.mark.parametrize(
    ("target", "customer", "expected"),
    [
        pytest.param("de-DE", ANNA, "Sehr geehrte Frau Schmidt,", id="German woman"),
        pytest.param("ja-JP", Customer(family_name="田中", given_name="健二"), "田中 健二 様", id="Japanese full name"),
        pytest.param(
            "vi-VN", Customer(given_name="Lan", gender=Gender.FEMALE), "Kính gửi chị Lan,", id="Vietnamese woman"
        ),
        pytest.param("vi-VN", Customer(given_name="Lan"), "Kính gửi anh/chị Lan,", id="Vietnamese, gender unknown"),
    ],
)
def test_a_source_salutation_becomes_the_locales_own(localise, target, customer, expected):
    """Names, titles and order follow the locale."""
    outcome = localise("Hi there,\n\nThank you for your patience.", target, facts=email(customer))
    first = outcome.draft.text.split("\n")[0]
    assert first.replace(" ", "") == expected.replace(" ", "")
    assert outcome.draft.segments[0].provenance.origin is Origin.LOCALE
    assert outcome_of(outcome, Feature.SALUTATION) is FeatureOutcome.APPLIED
    assert outcome.draft.ready_to_send


def test_the_name_in_the_source_salutation_is_used_when_the_request_gives_none(localise):
    """A greeting often names the customer."""
    assert localise("Hi Anna,\n\nThank you for your patience.", "de", facts=email()).draft.text.startswith(
        "Guten Tag Anna,"
    )


def test_a_courtesy_title_in_the_source_tells_gender_and_family_name(localise):
    """Ms before a name tells a woman and her family name."""
    text = localise("Dear Ms Smith,\n\nThank you for your patience.", "de", facts=email()).draft.text
    assert text.startswith("Sehr geehrte Frau Smith,")


def test_a_missing_salutation_is_written_by_email_and_not_in_chat(localise):
    """The style profile says on which channels."""
    text = "Thank you for your patience."
    by_email = localise(text, "fr", facts=email(Customer(given_name="Zoé"))).draft
    in_chat = localise(text, "fr", facts=ReplyFacts(channel=Channel.CHAT)).draft
    assert by_email.segments[0].role is Role.SALUTATION
    assert "Zoé" in by_email.text
    assert in_chat.segments[0].role is Role.BODY


def test_a_request_may_refuse_what_the_profile_adds(localise):
    """Overrides win."""
    plain = Overrides(add_salutation=False, add_closing=False)
    draft = localise("Thank you for your patience.", "de", facts=email(ANNA), overrides=plain).draft
    assert [segment.role for segment in draft.segments] == [Role.BODY]


def test_the_closing_is_rewritten_and_the_signature_kept(localise):
    """Name and company below it are nobody's business."""
    text = "Thank you for your patience.\n\nBest regards,\nTom Baker\nNorthwind"
    outcome = localise(text, "de", facts=email(ANNA, Agent(name="Tom Baker", company="Northwind")))
    assert outcome.draft.text.endswith("Mit freundlichen Grüßen\nTom Baker\nNorthwind")
    assert outcome.draft.ready_to_send


def test_an_added_closing_is_signed(localise):
    """With what is known about the agent."""
    draft = localise(
        "Thank you for your patience.", "de", facts=email(ANNA, Agent(name="Tom", company="Northwind"))
    ).draft
    assert draft.text.endswith("Mit freundlichen Grüßen\nTom\nNorthwind")


def test_german_goes_on_in_lower_case_after_the_comma(localise):
    """Unless the word is a noun or the polite pronoun."""
    draft = localise("Dear Ms Smith,\n\nThank you for your patience.", "de", facts=email()).draft
    assert "\n\nvielen Dank" in draft.text
    draft = localise("Dear Ms Smith,\n\nYour order has been shipped.", "de", facts=email()).draft
    assert "\n\nIhre Bestellung" in draft.text


@pytest.mark.parametrize("target", ["de-DE", "fr-FR", "ja-JP", "vi-VN", "ar-AE", "ru-RU", "th-TH", "zh-TW"])
def test_localising_twice_adds_nothing(localise, target):
    """A finished e-mail in the customer's language comes back as it was."""
    facts = email(Customer(given_name="Kim", family_name="Lee"), Agent(name="Tom"))
    text = "Thank you for your patience. Your order #48213 has been shipped."
    once = localise(text, target, facts=facts).draft.text
    twice = localise(once, target, source=target, facts=facts).draft.text
    assert twice == once


@pytest.mark.parametrize(
    "target", ["de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "vi", "zh", "ar", "hi", "id", "th", "tr"]
)
def test_nothing_known_still_gives_a_polite_opening(localise, target):
    """The outcome for unknown facts is defined in every language."""
    draft = localise("Thank you for your patience.", target, facts=email()).draft
    assert draft.segments[0].role is Role.SALUTATION
    assert len(draft.segments[0].text) > 1
    assert "None" not in draft.text
    assert "{" not in draft.text


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        pytest.param("Hi **Anna**,", "Guten Tag **Anna**,", id="bold name"),
        pytest.param("Hey Anna 👋,", "Guten Tag Anna, 👋", id="emoji beside the name"),
        pytest.param("Dear Anna!!!", "Guten Tag Anna,", id="three marks"),
        pytest.param("Hi {name},", "Guten Tag {name},", id="placeholder"),
        pytest.param("Dear Ludwig van Beethoven,", "Guten Tag Ludwig van Beethoven,", id="particle"),
        pytest.param("Hi Anna and Tom,", "Guten Tag,", id="two people"),
        pytest.param("<p>Dear Ms O'Brien,</p>", "<p>Sehr geehrte Frau O'Brien,</p>", id="markup"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(localise, opening, expected):
    """And words of the source never pass as a name."""
    draft = localise(f"{opening}\n\nThank you for your patience.", "de", facts=email()).draft
    assert draft.text.split("\n")[0] == expected
    assert draft.ready_to_send
    unclear = "read.salutation_unclear" in {finding.code for finding in draft.findings}
    assert unclear is ("and" in opening)


def test_findings_move_with_their_sentence_when_a_salutation_is_added(localise):
    """One untranslated sentence is one finding, at its own place."""
    draft = localise("The purple gadget hums. Thank you for your patience.", "de", facts=email(ANNA)).draft
    blocking = [finding for finding in draft.findings if finding.severity is Severity.BLOCKING]
    assert [(finding.code, finding.segment) for finding in blocking] == [("translate.no_pack", 1)]
    assert draft.segments[1].source == "The purple gadget hums."
