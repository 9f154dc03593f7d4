"""Every row and rule in locales/ does what its own examples say."""

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
import regex

from mannerly.adapt.agreement import choose
from mannerly.adapt.formats import LocaleFormats
from mannerly.language.library import LanguageLibrary
from mannerly.language.phrasebook import SLOT, TYPED_SLOTS
from mannerly.language.tags import parse_tag
from mannerly.model.facts import Agent, Channel, Customer, Register, ReplyFacts, TimeOfDay
from mannerly.model.variables import CalendarDate, ClockTime, Money, Number, Percent
from mannerly.translate.phrase_index import PhraseIndex
from mannerly.translate.plain_form import PlainForm

ROOT = Path(__file__).parents[2] / "locales"
LIBRARY = LanguageLibrary(ROOT)
FOLDERS = LIBRARY.folders
LANGUAGES = LIBRARY.languages
CUSTOMER_FACTS = {"given_name", "family_name", "display_name", "title", "gender", "age_band", "relationship"}
AGENT_FACTS = {"agent_name": "name", "agent_gender": "gender", "is_bot": "is_bot", "company": "company"}


def facts_of(example: dict) -> ReplyFacts:
    unknown = set(example) - CUSTOMER_FACTS - set(AGENT_FACTS) - {"gives", "register", "channel", "time_of_day", "pair"}
    assert not unknown, f"unknown facts {unknown}"
    return ReplyFacts(
        customer=Customer(**{key: value for key, value in example.items() if key in CUSTOMER_FACTS}),
        agent=Agent(**{AGENT_FACTS[key]: value for key, value in example.items() if key in AGENT_FACTS}),
        channel=Channel(example.get("channel", "unknown")),
        time_of_day=TimeOfDay(example.get("time_of_day", "unknown")),
    )


def of(folder):
    return LIBRARY.get(parse_tag(folder))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_of_a_language_loads(folder):
    """A folder's files satisfy their schemas."""
    assert of(folder).revision


@pytest.mark.parametrize("folder", FOLDERS)
def test_salutation_and_closing_rows_write_what_their_examples_say(folder):
    """Each row is the one chosen for its examples, and gives exactly that text."""
    address = of(folder).address
    for rows in (address.salutations, address.closings):
        for row in rows:
            for example in row.examples:
                register = Register(example.get("register", row.when.formality or "formal"))
                chosen, text = address.write(rows, facts_of(example), register, example.get("pair", row.when.pair))
                assert (chosen.id, text) == (row.id, example["gives"]), row.id


@pytest.mark.parametrize("folder", FOLDERS)
def test_recognise_patterns_find_what_they_should(folder):
    """Salutation and closing patterns match their examples whole, and nothing of the counter-examples."""
    recognise = of(folder).address.recognise

    def hit(patterns, line):
        return any(regex.fullmatch(pattern, line, regex.IGNORECASE) for pattern in patterns)

    for line in recognise.examples.salutation:
        assert hit(recognise.salutation, line), f"salutation not found: {line}"
    for line in recognise.examples.closing:
        assert hit(recognise.closing, line), f"closing not found: {line}"
    for line in recognise.examples.neither:
        assert not hit(recognise.salutation, line), f"taken for a salutation: {line}"
        assert not hit(recognise.closing, line), f"taken for a closing: {line}"


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_written_salutation_and_closing_is_recognised(folder):
    """What the language writes itself is found again, so that writing twice equals writing once."""
    address = of(folder).address
    for rows, patterns in (
        (address.salutations, address.recognise.salutation),
        (address.closings, address.recognise.closing),
    ):
        for row in rows:
            for example in row.examples:
                line = example["gives"].split("\n")[0]
                assert any(regex.fullmatch(pattern, line, regex.IGNORECASE) for pattern in patterns), (
                    f"{row.id}: {line}"
                )


@pytest.mark.parametrize("folder", FOLDERS)
def test_punctuation_rules_change_and_keep_what_their_examples_say(folder):
    """Each rule changes its examples once and for all, and leaves the others alone."""
    for rule in of(folder).punctuation.rules:
        for change in rule.changes:
            assert change.before != change.after, f"{rule.id}: the example changes nothing"
            assert rule.apply(change.before) == change.after, rule.id
            assert rule.apply(change.after) == change.after, f"{rule.id} changes its own result"
        for text in rule.stays:
            assert rule.apply(text) == text, rule.id


@pytest.mark.parametrize("folder", FOLDERS)
def test_punctuation_rules_together_are_stable(folder):
    """All rules of a language, applied twice, give what they give once."""
    rules = of(folder).punctuation.rules
    texts = [change.before for rule in rules for change in rule.changes] + [
        text for rule in rules for text in rule.stays
    ]

    def all_rules(text):
        for rule in rules:
            text = rule.apply(text)
        return text

    for text in texts:
        once = all_rules(text)
        assert all_rules(once) == once, text


@pytest.mark.parametrize("folder", FOLDERS)
def test_negation_patterns_tell_denials_from_statements(folder):
    """Negation patterns agree with their examples."""
    meaning = of(folder).meaning
    for sentence in meaning.examples.negated:
        assert meaning.is_negated(sentence), sentence
    for sentence in meaning.examples.affirmed:
        assert not meaning.is_negated(sentence), sentence


@pytest.mark.parametrize("folder", LANGUAGES)
def test_approved_phrases_are_stable_under_punctuation_rules(folder):
    """An approved phrase already follows the locale's punctuation rules."""
    language = of(folder)
    for phrase in language.phrasebook.phrases.values():
        for form in phrase.forms:
            masked = SLOT.sub("\U000f0000", form)
            for rule in language.punctuation.rules:
                assert rule.apply(masked) == masked, f"{phrase.id}: {rule.id}: {form}"


@pytest.mark.parametrize("folder", LANGUAGES)
def test_phrases_use_only_known_slots_and_terms(folder):
    """Every slot of a translation is a typed slot or an address term of the language."""
    language = of(folder)
    for phrase in language.phrasebook.phrases.values():
        for form in phrase.forms:
            unknown = set(SLOT.findall(form)) - TYPED_SLOTS - set(language.address.terms)
            assert not unknown, f"{phrase.id}: {unknown}"


@pytest.mark.parametrize("folder", LANGUAGES)
def test_a_language_covers_the_english_list(folder):
    """At least 250 approved sentences, all of them in the English list with the same source text."""
    english = of("en").phrasebook
    sources = {phrase.id: phrase.source for phrase in english.phrases.values()}
    phrases = of(folder).phrasebook.phrases.values()
    assert len({phrase.id for phrase in phrases}) >= 250
    for phrase in phrases:
        assert sources.get(phrase.id) == phrase.source, phrase.id


@pytest.mark.parametrize("folder", LANGUAGES)
def test_a_phrase_with_one_register_has_the_other(folder):
    """A sentence that addresses the customer exists in both registers."""
    keys = set(of(folder).phrasebook.phrases)
    for phrase_id, register in keys:
        if register is Register.UNKNOWN:
            assert not {(phrase_id, Register.FORMAL), (phrase_id, Register.INFORMAL)} & keys, phrase_id
        else:
            assert {(phrase_id, Register.FORMAL), (phrase_id, Register.INFORMAL)} <= keys, phrase_id


@pytest.mark.parametrize("folder", LANGUAGES)
def test_most_phrases_are_translated_not_copied(folder):
    """No more than a handful of phrases of another language equal the English source."""
    if folder == "en":
        pytest.skip("English is the source")
    copied = [phrase.id for phrase in of(folder).phrasebook.phrases.values() if phrase.forms == phrase.source]
    assert not copied


@pytest.mark.parametrize("folder", FOLDERS)
def test_formats_write_what_their_examples_say(folder):
    """Dates, times, money and numbers are written as the language's own examples."""
    language = of(folder)
    formats = LocaleFormats(language)
    for example in language.formats.examples:
        if example.date:
            given = formats.date(CalendarDate(day=date.fromisoformat(example.date)))
        elif example.time:
            given = formats.time(ClockTime(at=time.fromisoformat(example.time)))
        elif example.money:
            amount, currency = example.money.split()
            given = formats.money(Money(amount=Decimal(amount), currency=currency))
        elif example.percent:
            given = formats.percent(Percent(value=Decimal(example.percent)))
        else:
            given = formats.number(Number(value=Decimal(example.number)))
        assert given == example.gives


@pytest.mark.parametrize("folder", FOLDERS)
def test_particles_follow_the_sound_before_them(folder):
    """Each two-form particle becomes the form of its examples, and finished text stays."""
    agreement = of(folder).agreement
    for particle in agreement.particles:
        for example in particle.examples:
            before, _, after = example.before.partition(particle.written)
            assert before + choose(before, particle, agreement) + after == example.after, particle.id
        for text in particle.stays:
            assert particle.written not in text, particle.id


@pytest.mark.parametrize("folder", LANGUAGES)
def test_no_wording_belongs_to_two_phrases(folder):
    """A sentence that is looked up is one approved phrase; other languages may merge near synonyms."""
    shared = PhraseIndex(of(folder)).ambiguous_keys()
    if folder == "en":
        assert not shared
    assert len(shared) <= 0.1 * len(of(folder).phrasebook.ids)


@pytest.mark.parametrize("folder", FOLDERS)
def test_frames_make_equal_what_says_the_same_and_nothing_else(folder):
    """Each frame is needed for its pairs to be one key; pairs that differ in meaning keep two."""
    wording = of(folder).wording
    plain = PlainForm(wording)

    def equal(pair, form):
        first, second = (form.framed(form.worded(sentence)) for sentence in pair)
        return first == second

    for frame in wording.frames:
        others = tuple(other for other in wording.frames if other is not frame)
        without = PlainForm(wording.model_copy(update={"frames": others}))
        for pair in frame.same:
            assert equal(pair, plain), f"{frame.id}: not the same: {pair}"
            assert not equal(pair, without), f"{frame.id} is not needed for {pair}"
        for pair in frame.differ:
            assert not equal(pair, plain), f"{frame.id}: the same: {pair}"


@pytest.mark.parametrize("folder", LANGUAGES)
def test_frames_are_stable_and_their_words_hide_nothing(folder):
    """Framing a wording twice gives what once gives, and so does searching it without looking at `words` first."""
    language = of(folder)
    wording = language.wording
    plain = PlainForm(wording)
    thorough = PlainForm(
        wording.model_copy(update={"frames": tuple(f.model_copy(update={"words": ()}) for f in wording.frames)})
    )
    listed = [form for phrase in language.phrasebook.phrases.values() for form in phrase.forms]
    listed += [other for others in wording.also.values() for other in others]
    for text in listed:
        worded = plain.worded(text)
        once = plain.framed(worded)
        assert plain.framed(once) == once, text
        assert thorough.framed(worded) == once, text
