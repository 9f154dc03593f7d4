"""What the frame promises for any engine: right text stays, values stay, every change is explained, doubts are kept."""

import pytest

from mannerly.adapt.register.engine import Doubt, Evidence, MissingLibrary, Plan, Wish
from mannerly.adapt.register.engines import Engines
from mannerly.adapt.register.foreign import foreign_to
from mannerly.adapt.register.registers import Registers
from mannerly.adapt.register.text import Change
from mannerly.language.register import RegisterData
from mannerly.model.context import Context
from mannerly.model.errors import InvalidInput
from mannerly.model.facts import Register
from mannerly.model.request import ReplyRequest
from mannerly.model.spans import FIRST_MARKER

SPAN = chr(FIRST_MARKER)
DATA = RegisterData.model_validate(
    {
        "language": "eo",
        "levels": [
            {"id": "high", "name": "High", "register": "formal", "used_for": "x"},
            {"id": "higher", "name": "Higher", "register": "formal", "used_for": "x"},
            {"id": "low", "name": "Low", "register": "informal", "used_for": "x"},
        ],
        "defaults": {"formal": "high", "informal": "low"},
        "service": {"formal": "higher"},
        "rules": [
            {
                "id": "eo.register.pronoun",
                "why": "Because.",
                "source": "A grammar.",
                "changes": [{"from": "a", "to": "b", "level": "low"}],
                "stays": [{"text": "c", "level": "low"}],
            }
        ],
    }
)
LEVELS = {"you": "high", "thou": "low", "yourgrace": "higher"}
FORMS = {level: word for word, level in LEVELS.items()}


class Toy:
    """Changes each pronoun; is in doubt about "thee"; breaks spans when it reads "break"."""

    def evidence(self, text):
        """Each pronoun."""
        return tuple(
            Evidence(LEVELS[word.lower], word.start, word.end)
            for word in text.words
            if word.lower in LEVELS and not word.quoted
        )

    def plan(self, text, wish):
        """Each pronoun replaced."""
        changes = [
            Change("eo.register.pronoun", found.start, found.end, FORMS[wish.level])
            for found in self.evidence(text)
            if found.level not in wish.accepts
        ]
        changes += [
            Change("eo.register.pronoun", word.start, word.end, SPAN) for word in text.words if word.lower == "break"
        ]
        doubts = [Doubt(word.start, word.end, "Unclear.") for word in text.words if word.lower == "thee"]
        return Plan(changes=tuple(changes), doubts=tuple(doubts))


def lacking(data):
    raise MissingLibrary("toylib")


REGISTERS = Registers(Engines(lambda locale: DATA, {"eo": lambda data: Toy(), "la": lacking}))
TO_HIGH = Wish(level="high", accepts=frozenset({"high"}))
TO_LOW = Wish(level="low", accepts=frozenset({"low"}))


def test_text_at_the_level_comes_back_unchanged_even_where_the_engine_would_change_it():
    """No evidence of another level, no plan."""
    rewritten = REGISTERS.rewrite("break thou", "eo", TO_LOW)
    assert (rewritten.text, rewritten.changes) == ("break thou", ())
    assert rewritten.reading.level == "low"


def test_each_change_says_which_rule_and_why():
    """With before, after and place."""
    rewritten = REGISTERS.rewrite("can you", "eo", TO_LOW)
    assert rewritten.text == "can thou"
    (change,) = rewritten.changes
    assert (change.rule, change.before, change.after, change.why) == ("eo.register.pronoun", "you", "thou", "Because.")
    assert (change.start, change.end) == (4, 7)


def test_a_doubt_moves_with_the_text_before_it():
    """Its place is in the new text."""
    rewritten = REGISTERS.rewrite("you and thee", "eo", TO_LOW)
    (doubt,) = rewritten.doubts
    assert rewritten.text[doubt.start : doubt.end] == "thee"


def test_a_change_that_would_add_a_protected_value_is_not_made():
    """The whole sentence stays and is in doubt."""
    rewritten = REGISTERS.rewrite("break you", "eo", TO_LOW)
    assert rewritten.text == "break you"
    assert len(rewritten.doubts) == 1


@pytest.mark.parametrize(
    ("text", "level", "levels", "coverage"),
    [
        ("you. you.", "high", ("high",), 1.0),
        ("you. me. you. thou.", "", ("high", "low"), 0.75),
        ("me", "", (), 0.0),
        ("", "", (), 0.0),
    ],
    ids=["one-level", "mixed", "none", "empty"],
)
def test_a_reading_tells_level_mix_and_coverage(text, level, levels, coverage):
    """Most evidence first."""
    reading = REGISTERS.read(text, "eo")
    assert (reading.level, reading.levels, reading.coverage) == (level, levels, coverage)


def context(register, level=""):
    request = ReplyRequest(text="x", target="eo")
    return Context(request=request, locale="eo", register=register, level=level)


def test_a_register_means_its_default_level_and_accepts_its_others():
    """In general; a level means itself alone."""
    assert REGISTERS.meant("eo", "formal") == ("high", {"high", "higher"})
    assert REGISTERS.meant("eo", "higher") == ("higher", {"higher"})


def test_towards_customers_the_languages_service_level_counts():
    """Unless the level is named."""
    assert REGISTERS.wanted(context(Register.FORMAL)) == ("higher", {"higher"})
    assert REGISTERS.wanted(context(Register.INFORMAL)) == ("low", {"low"})
    assert REGISTERS.wanted(context(Register.FORMAL, "high")) == ("high", {"high"})


def test_an_unknown_level_is_refused_with_the_known_ones():
    """The remedy lists them."""
    with pytest.raises(InvalidInput) as caught:
        REGISTERS.meant("eo", "royal")
    assert "formal, informal, high, higher, low" in caught.value.remedy


def test_a_language_without_engine_or_library_changes_nothing_and_says_what_is_missing():
    """None: there is one; a name: install it; "": there is none."""
    assert [REGISTERS.missing(locale) for locale in ("eo", "la", "ga")] == [None, "toylib", ""]
    for locale in ("la", "ga"):
        assert REGISTERS.rewrite("you", locale, TO_LOW).text == "you"
        assert REGISTERS.read("you", locale).levels == ()


def test_a_text_of_another_language_is_neither_read_nor_changed():
    """English, say, in which a word happens to look like a pronoun."""
    is_foreign = foreign_to(RegisterData(language="en", words={"telltale": "the has been your"}))
    registers = Registers(Engines(lambda locale: DATA, {"eo": lambda data: Toy()}), is_foreign)
    assert registers.rewrite("Your thing has been thou", "eo", TO_HIGH).text == "Your thing has been thou"
    assert registers.read("Your thing has been thou", "eo").levels == ()
    mixed = "the thou" + " plia" * 9 + " has"
    assert registers.rewrite(mixed, "eo", TO_HIGH).text == mixed.replace("thou", "you")
