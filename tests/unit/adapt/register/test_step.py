"""A reply gets the level that was asked for, and says what was changed, what not, and what is missing."""

import pytest

from mannerly.adapt.register.engine import Doubt, Evidence, MissingLibrary, Plan
from mannerly.adapt.register.engines import Engines
from mannerly.adapt.register.registers import Registers
from mannerly.adapt.register.step import SetRegister
from mannerly.adapt.register.text import Change
from mannerly.language.register import RegisterData
from mannerly.model.context import Context
from mannerly.model.draft import (
    OTHER_REGISTER,
    Draft,
    Feature,
    FeatureOutcome,
    Finding,
    Origin,
    Provenance,
    Role,
    Segment,
    Severity,
)
from mannerly.model.facts import Register
from mannerly.model.request import ReplyRequest

DATA = RegisterData.model_validate(
    {
        "language": "eo",
        "levels": [
            {"id": "vi", "name": "vi", "register": "formal", "used_for": "x"},
            {"id": "ci", "name": "ci", "register": "informal", "used_for": "x"},
        ],
        "defaults": {"formal": "vi", "informal": "ci"},
        "patterns": {"speaks_to_reader": r"\byou\b", "speaks_of_others": r"\bthey\b"},
        "rules": [
            {
                "id": "eo.register.pronoun",
                "why": "One pronoun.",
                "source": "A grammar.",
                "changes": [{"from": "ci", "to": "vi", "level": "vi"}],
                "stays": [{"text": "vi", "level": "vi"}],
            }
        ],
    }
)


class Engine:
    """Knows vi and ci; doubts "io"; leaves all alone where the source does not speak to the reader."""

    def evidence(self, text):
        """Both pronouns."""
        return tuple(Evidence(word.lower, word.start, word.end) for word in text.words if word.lower in ("vi", "ci"))

    def plan(self, text, wish):
        """Each pronoun replaced."""
        if wish.addressed is False:
            return Plan()
        changes = [
            Change("eo.register.pronoun", found.start, found.end, wish.level)
            for found in self.evidence(text)
            if found.level != wish.level
        ]
        doubts = [Doubt(word.start, word.end, "Unclear.") for word in text.words if word.lower == "io"]
        return Plan(changes=tuple(changes), doubts=tuple(doubts))


def lacking(data):
    raise MissingLibrary("esperanto")


def run(*segments, builders=None, register=Register.FORMAL, level="", findings=()):
    registers = Registers(Engines(lambda locale: DATA, builders or {"eo": lambda data: Engine()}))
    request = ReplyRequest(text="x", target="eo")
    context = Context(request=request, locale="eo", register=register, level=level)
    draft = Draft(original="x", source_language="en", segments=segments, findings=findings)
    return SetRegister(registers, lambda tag: DATA)(draft, context)


def segment(text, origin=Origin.PACK, *, source="you", role=Role.BODY):
    return Segment(source=source, text=text, role=role, provenance=Provenance(origin=origin))


def status(draft):
    (found,) = (one for one in draft.applied if one.feature is Feature.REGISTER)
    return found


@pytest.mark.parametrize("origin", [Origin.PACK, Origin.SOURCE])
def test_a_sentence_of_a_pack_or_a_person_is_rewritten_and_explained(origin):
    """One edit with rule, before, after, reason and sentence."""
    draft = run(segment("bone", origin), segment("ci kaj mi", origin))
    assert [one.text for one in draft.segments] == ["bone", "vi kaj mi"]
    (edit,) = draft.edits
    assert (edit.step, edit.rule_id, edit.before, edit.after, edit.segment) == (
        "set_register", "eo.register.pronoun", "ci", "vi", 1,
    )  # fmt: skip
    assert status(draft).outcome is FeatureOutcome.APPLIED


@pytest.mark.parametrize(
    ("text", "origin", "role"),
    [
        ("ci", Origin.PHRASE, Role.BODY),
        ("ci", Origin.KEPT, Role.BODY),
        ("ci", Origin.SOURCE, Role.SIGNATURE),
    ],
    ids=["approved", "kept", "signature"],
)
def test_what_was_approved_or_is_no_sentence_stays(text, origin, role):
    """An approved sentence is at the level it was approved for."""
    assert run(segment(text, origin, role=role)).segments[0].text == text


def test_an_approved_sentence_of_the_other_register_is_rewritten():
    """And its finding stays, so that somebody adds the phrase."""
    other = Finding(code=OTHER_REGISTER, severity=Severity.ADVICE, message="m", remedy="r", segment=0)
    draft = run(segment("ci", Origin.PHRASE), findings=(other,))
    assert draft.segments[0].text == "vi"
    assert other in draft.findings


def test_what_is_not_sure_is_left_alone_and_said():
    """Partial, with a finding for the sentence."""
    draft = run(segment("ci io"))
    assert draft.segments[0].text == "vi io"
    assert [(finding.code, finding.segment) for finding in draft.findings] == [("register.left_alone", 0)]
    assert status(draft).outcome is FeatureOutcome.PARTIAL


def test_a_source_that_speaks_of_others_is_told_to_the_engine():
    """Others without "you": the form in question is no address."""
    draft = run(segment("ci", source="they came"))
    assert draft.segments[0].text == "ci"
    assert status(draft).outcome is FeatureOutcome.NOT_NEEDED


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("you came", True),
        ("they came", False),
        ("you and they came", None),
        ("it came", None),
    ],
)
def test_the_source_tells_whom_a_sentence_is_about(source, told):
    """Only of a pack's sentence; a person's own text has no source."""
    step = SetRegister(Registers(Engines(lambda locale: DATA, {})), lambda tag: DATA)
    assert step.is_addressed(segment("x", source=source), "en") is told
    assert step.is_addressed(segment("x", Origin.SOURCE, source=source), "en") is None


@pytest.mark.parametrize(
    ("segments", "reason"),
    [
        ((segment("vi"),), "The text is vi already."),
        ((segment("bone"),), "No sentence addresses the customer."),
    ],
    ids=["already", "nobody"],
)
def test_nothing_to_do_is_not_needed(segments, reason):
    """The reason tells which kind of nothing."""
    draft = run(*segments)
    assert (status(draft).outcome, status(draft).reason) == (FeatureOutcome.NOT_NEEDED, reason)
    assert draft.edits == ()


def test_the_level_of_the_context_decides_over_the_register():
    """A profile or a request may name it."""
    assert run(segment("vi"), register=Register.FORMAL, level="ci").segments[0].text == "ci"


@pytest.mark.parametrize(
    ("builders", "hint"),
    [({"eo": lacking}, 'install "mannerly[esperanto]"'), ({"la": lacking}, "no rules")],
    ids=["library", "engine"],
)
def test_a_missing_engine_says_what_to_do(builders, hint):
    """Approved sentences alone need none."""
    assert hint in status(run(segment("ci"), builders=builders)).reason
    assert status(run(segment("ci"), builders=builders)).outcome is FeatureOutcome.UNSUPPORTED
    assert status(run(segment("ci", Origin.PHRASE), builders=builders)).outcome is FeatureOutcome.APPLIED
