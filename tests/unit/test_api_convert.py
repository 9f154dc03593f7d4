"""Wire and model say the same: round trips, and input that only the wire can bring."""

from __future__ import annotations

import datetime
import string
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mannerly.api.convert.limits import entry
from mannerly.api.convert.outcomes import outcome_to_wire
from mannerly.api.convert.requests import reply_to_wire, request_from_wire, target_to_wire, wire_path
from mannerly.api.convert.variables import variable_from_wire, variable_to_wire
from mannerly.model import facts, variables
from mannerly.model.draft import Draft, Edit, Finding, Origin, Provenance, Segment, Severity
from mannerly.model.errors import InvalidInput
from mannerly.model.outcome import Direction, Outcome, PackStamp, Signature
from mannerly.model.request import Overrides, ReplyRequest
from mannerly.model.spans import FIRST_MARKER, Span, SpanKind
from mannerly.v1.reply_pb2 import Reply, Target
from mannerly.v1.variable_pb2 import Variable

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"]), max_size=20)
terms = words.filter(lambda word: bool(word.strip()))
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12)
values = st.one_of(
    st.builds(
        variables.Money,
        amount=st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**15), max_value=10**15),
        currency=st.text(string.ascii_uppercase, min_size=3, max_size=3),
    ),
    st.builds(variables.CalendarDate, day=st.dates(), has_weekday=st.booleans()),
    st.builds(variables.ClockTime, at=st.times()),
    st.builds(variables.Instant, at=st.datetimes(timezones=st.just(datetime.UTC))),
    st.builds(variables.Number, value=decimals),
    st.builds(variables.Percent, value=decimals),
    st.builds(variables.Phone, e164=st.from_regex(r"\+[1-9][0-9]{2,14}", fullmatch=True)),
    st.builds(variables.Text, value=words),
    st.builds(variables.Url, value=words),
)
reply_facts = st.builds(
    facts.ReplyFacts,
    customer=st.builds(
        facts.Customer,
        given_name=words,
        family_name=words,
        display_name=words,
        title=words,
        gender=st.sampled_from(facts.Gender),
        age_band=st.sampled_from(facts.AgeBand),
        relationship=st.sampled_from(facts.Relationship),
        tier=words,
    ),
    agent=st.builds(facts.Agent, name=words, gender=st.sampled_from(facts.Gender), is_bot=st.booleans(), company=words),
    channel=st.sampled_from(facts.Channel),
    situation=st.sampled_from(facts.Situation),
    fault=st.sampled_from(facts.Fault),
    earlier_contacts=st.none() | st.integers(0, 1000),
    time_of_day=st.sampled_from(facts.TimeOfDay),
)
switch = st.none() | st.booleans()
asked = st.builds(
    ReplyRequest,
    text=terms,
    target=words.filter(bool),
    source=words,
    zone=words,
    facts=reply_facts,
    variables=st.dictionaries(words, values, max_size=4),
    glossary=st.dictionaries(terms, terms, max_size=4),
    do_not_translate=st.lists(terms, max_size=4).map(tuple),
    overrides=st.builds(
        Overrides,
        register=st.none() | st.sampled_from(facts.Register),
        add_salutation=switch,
        add_closing=switch,
        localise_formats=switch,
    ),
    profile=words,
)


@given(asked)
def test_a_request_survives_the_wire(request: ReplyRequest) -> None:
    """Every field, known or not, comes back as it was, through bytes."""
    reply = Reply.FromString(reply_to_wire(request).SerializeToString())
    target = Target.FromString(target_to_wire(request).SerializeToString())

    assert request_from_wire(reply, target) == request


def test_an_unset_override_is_not_a_false_one() -> None:
    """Absence leaves the profile's choice."""
    request = ReplyRequest(text="a", target="de")
    chosen = replace(request, overrides=Overrides(add_closing=False, register=facts.Register.UNKNOWN))

    assert request_from_wire(Reply(text="a"), Target(locale="de")).overrides == Overrides()
    assert request_from_wire(reply_to_wire(chosen), target_to_wire(chosen)).overrides == chosen.overrides


def test_a_date_without_year_keeps_29_february() -> None:
    """Year 0 on the wire, no year in the model."""
    wire = Variable(date={"day": {"month": 2, "day": 29}})
    value = variable_from_wire(wire, "x")

    assert isinstance(value, variables.CalendarDate)
    assert (value.day.month, value.day.day, value.has_year) == (2, 29, False)
    assert variable_to_wire(value) == wire


@pytest.mark.parametrize(
    ("money", "amount"),
    [
        pytest.param({"units": 12, "nanos": 500_000_000}, "12.5", id="fraction"),
        pytest.param({"units": -1, "nanos": -750_000_000}, "-1.75", id="negative"),
        pytest.param({"nanos": -1}, "-0.000000001", id="only nanos"),
        pytest.param({"units": 100}, "100", id="whole"),
        pytest.param({"units": -(2**63)}, "-9223372036854775808", id="least"),
    ],
)
def test_money_is_exact(money: dict[str, Any], amount: str) -> None:
    """No float in between."""
    value = variable_from_wire(Variable(money=money | {"currency_code": "EUR"}), "x")

    assert isinstance(value, variables.Money)
    assert format(value.amount, "f") == amount


@pytest.mark.parametrize(
    "wire",
    [
        pytest.param(Variable(), id="nothing"),
        pytest.param(Variable(money={"units": 1, "nanos": -1, "currency_code": "EUR"}), id="signs differ"),
        pytest.param(Variable(money={"nanos": 10**9, "currency_code": "EUR"}), id="nanos of a unit"),
        pytest.param(Variable(money={"units": 1, "currency_code": "eur"}), id="lower-case currency"),
        pytest.param(Variable(money={"units": 1}), id="no currency"),
        pytest.param(Variable(date={"day": {"year": 2025, "month": 2, "day": 29}}), id="no such day"),
        pytest.param(Variable(date={}), id="no day"),
        pytest.param(Variable(date={"day": {"month": 1, "day": 1}, "has_weekday": True}), id="weekday of no year"),
        pytest.param(Variable(date={"day": {"year": 10_000, "month": 1, "day": 1}}), id="year 10000"),
        pytest.param(Variable(time={"hours": 24}), id="24:00"),
        pytest.param(Variable(time={"hours": -1}), id="negative hour"),
        pytest.param(Variable(time={"seconds": 60}), id="leap second"),
        pytest.param(Variable(instant={"seconds": 2**62}), id="instant beyond 9999"),
        pytest.param(Variable(instant={"nanos": -5}), id="negative nanos"),
        pytest.param(Variable(number={"value": "NaN"}), id="NaN"),
        pytest.param(Variable(number={"value": "1_000"}), id="underscore"),
        pytest.param(Variable(number={"value": "\uff11"}), id="full-width digit"),
        pytest.param(Variable(number={"value": ""}), id="empty number"),
        pytest.param(Variable(number={"value": "1e999"}), id="huge"),
        pytest.param(Variable(percent={"value": "1e-99"}), id="tiny"),
        pytest.param(Variable(phone="030 123"), id="national phone"),
        pytest.param(Variable(text="x" * 1001), id="long text"),
        pytest.param(Variable(text="a\nb"), id="text with line end"),
        pytest.param(Variable(url="x" * 2001), id="long link"),
        pytest.param(Variable(url="a\u2028b"), id="link with line separator"),
    ],
)
def test_a_variable_that_means_nothing_is_refused_by_name(wire: Variable) -> None:
    """InvalidInput with the field, never another exception."""
    with pytest.raises(InvalidInput) as caught:
        variable_from_wire(Variable.FromString(wire.SerializeToString()), "variables.due")

    assert caught.value.field == "variables.due"
    assert caught.value.remedy


def test_an_amount_beyond_nanos_is_refused() -> None:
    """The client says so instead of rounding."""
    with pytest.raises(InvalidInput):
        variable_to_wire(variables.Money(amount=Decimal("0.0000000001"), currency="EUR"))


@pytest.mark.parametrize(
    ("reply", "field"),
    [
        pytest.param({"glossary": {str(number): "x" for number in range(501)}}, "variables", id="501 terms"),
        pytest.param({"variables": {str(number): {"text": "x"} for number in range(201)}}, "variables", id="201"),
        pytest.param({"time_zone": "x" * 65}, "zone", id="long zone"),
        pytest.param({"do_not_translate": ["a\x07"]}, "do_not_translate", id="bell"),
        pytest.param({"facts": {"agent": {"name": "x" * 201}}}, "facts.agent.name", id="long name"),
    ],
)
def test_limits_of_a_request_hold(reply: dict[str, Any], field: str) -> None:
    """Each names its field."""
    with pytest.raises(InvalidInput) as caught:
        request_from_wire(Reply(text="a", **reply), Target(locale="de"))

    assert caught.value.field == field


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("text", "reply.text"),
        ("source", "reply.source_locale"),
        ("target", "targets[2].locale"),
        ("overrides.register", "targets[2].overrides.register"),
        ("facts.agent.name", "reply.facts.agent.name"),
        ("", ""),
        ("page_token", "page_token"),
    ],
)
def test_model_fields_have_wire_names(field: str, path: str) -> None:
    """Callers read the names that they sent."""
    assert wire_path(field, "targets[2]") == path


def test_a_variable_name_that_may_be_text_stays_out_of_errors() -> None:
    """Only plain identifiers are repeated."""
    assert entry("variables", "amount_due") == "variables.amount_due"
    assert entry("variables", "Anna said no") == "variables"


def test_an_outcome_is_unmasked_and_complete_on_the_wire() -> None:
    """Markers never leave; unknown numbers stay absent."""
    span = Span(index=0, kind=SpanKind.NUMBER, original="1.5", rendered="1,5")
    marker = chr(FIRST_MARKER)
    written = Segment(source="", text="Hallo,", provenance=Provenance(origin=Origin.LOCALE, rule_id="de.hi"))
    body = Segment(
        source=f"Pay {marker}",
        text=f"Zahl {marker}",
        provenance=Provenance(origin=Origin.PACK, packs=("a 1", "b 2"), pivot="en"),
        score=0.0,
    )
    draft = Draft(
        original="Pay 1.5",
        segments=(written, body),
        spans=(span,),
        text="Hallo, Zahl 1,5",
        findings=(Finding(code="a.b", severity=Severity.ADVICE, message="M.", remedy="R.", segment=0),),
        edits=(Edit(step="adapt", rule_id="r", before="x", after="y", reason="z"),),
    )
    outcome = Outcome(
        draft=draft,
        locale="de",
        direction=Direction.LTR,
        register=facts.Register.UNKNOWN,
        signature=Signature(service_version="1"),
    )
    wire = outcome_to_wire(outcome)

    assert [(segment.source, segment.text) for segment in wire.segments] == [("", "Hallo,"), ("Pay 1.5", "Zahl 1,5")]
    assert [segment.HasField("score") for segment in wire.segments] == [False, True]
    assert wire.segments[1].provenance.pivot_language == "en"
    assert wire.ready_to_send
    assert wire.findings[0].HasField("segment")
    assert not wire.findings[0].HasField("range")
    assert not wire.edits[0].HasField("segment")
    assert marker not in str(wire)


def test_a_signature_names_its_parts_and_leaves_out_what_is_empty() -> None:
    """One line, in a fixed order."""
    pack = PackStamp(name="translate-en_de", version="1.9", sha256="0123456789abcdef")
    full = Signature(
        service_version="0.1.0",
        packs=(pack,),
        phrasebook="p1",
        rules="r1",
        profile="de-DE",
        profile_revision="s1",
        beam=4,
    )

    assert Signature(service_version="0.1.0").text == "mannerly:0.1.0+beam:1"
    assert full.text == (
        "mannerly:0.1.0+pack:translate-en_de@1.9#0123456789ab+phrases:p1+rules:r1+profile:de-DE@s1+beam:4"
    )
