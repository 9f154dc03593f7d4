"""Every register rule, level sample and table row does what it says, in both directions."""

import csv
from itertools import permutations
from pathlib import Path

import pytest

from mannerly.adapt.register.engines import Engines
from mannerly.adapt.register.foreign import foreign_to
from mannerly.adapt.register.registers import Registers
from mannerly.language.library import LanguageLibrary
from mannerly.language.register import NO_LEVEL
from mannerly.language.tags import parse_tag
from mannerly.model.facts import AgeBand, Agent, Customer, Gender, Register
from mannerly.register_desk import RegisterDesk, RegisterWish

ROOT = Path(__file__).parents[2]
LIBRARY = LanguageLibrary(ROOT / "locales")
REGISTERS = Registers(
    Engines(lambda locale: LIBRARY.get(parse_tag(locale)).register), foreign_to(LIBRARY.get(parse_tag("en")).register)
)
DESK = RegisterDesk(REGISTERS)
FOLDERS = LIBRARY.folders
COLUMNS = {"id", "facts", "only", "not_yet", "note"}
TABLES = sorted((ROOT / "tests" / "register").glob("*.tsv"))


def data(folder):
    return LIBRARY.get(parse_tag(folder)).register


RULES = [(folder, rule) for folder in FOLDERS for rule in data(folder).rules]


@pytest.mark.parametrize(("folder", "rule"), RULES, ids=[f"{folder}:{rule.id}" for folder, rule in RULES])
def test_a_rule_changes_and_keeps_what_its_examples_say(folder, rule):
    """The example comes out as written, the rule is among the reasons, and a second time changes nothing."""
    for change in rule.changes:
        wish = RegisterWish(
            locale=folder,
            to=change.level,
            customer=Customer(gender=change.gender, age_band=change.age_band),
            agent=Agent(gender=change.agent_gender),
            pair=change.pair,
            addressed=change.addressed,
        )
        rewritten = DESK.rewrite(change.before, wish)
        assert rewritten.text == change.after
        assert rule.id in {made.rule for made in rewritten.changes}, "another rule made the change"
        assert DESK.rewrite(change.after, wish).text == change.after, "not stable"
    for stay in rule.stays:
        assert DESK.rewrite(stay.text, RegisterWish(locale=folder, to=stay.level)).text == stay.text


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if data(folder).shows])
def test_a_level_is_read_where_it_is_shown(folder):
    """Sample sentences show exactly the level they stand under."""
    for level, texts in data(folder).shows.items():
        for text in texts:
            assert DESK.read(text, folder).levels == (() if level == NO_LEVEL else (level,)), text


@pytest.mark.parametrize("folder", LIBRARY.languages)
def test_no_approved_phrase_shows_the_other_register(folder):
    """A formal phrase has nothing informal in it, an informal one nothing formal, the others neither."""
    language = LIBRARY.get(parse_tag(folder))
    if REGISTERS.missing(folder) is not None:
        pytest.skip("no register data")
    for phrase in language.phrasebook.phrases.values():
        for form in phrase.forms:
            for term in language.address.terms:
                form = form.replace("{" + term + "}", "")
            shown = set(DESK.read(form, folder).levels) if form.strip() else set()
            for register in (Register.FORMAL, Register.INFORMAL):
                if phrase.register is register:
                    continue
                # Where the levels used towards customers are all of one register, that one is at home everywhere.
                service = {data(folder).level(level).formality for level in data(folder).service.values()}
                other = data(folder).levels_of(register) if service != {register.value} else frozenset()
                assert not shown & other, f"{phrase.id}: {form}: {shown}"


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield pytest.param(path, row, id=f"{path.stem}-{row['id']}")


@pytest.mark.parametrize(("path", "row"), [param for path in TABLES for param in rows(path)])
def test_a_table_row_turns_into_each_of_its_levels(path, row):
    """From each level to each other, and what is at a level stays there.

    `facts` holds what is known ("gender=female"), `only` the directions that hold in the language, `not_yet` those that
    come out wrong today: one that comes out right has to lose its mark.
    """
    facts = dict(part.split("=") for part in (row.get("facts") or "").split())
    only, not_yet = ((row.get(column) or "").split() for column in ("only", "not_yet"))
    cells = {level: text for level, text in row.items() if level not in COLUMNS and text}
    for given, wanted in permutations(cells, 2):
        if only and f"{given}>{wanted}" not in only:
            continue
        wish = RegisterWish(
            locale=path.stem.split("@")[0],
            to=wanted,
            customer=Customer(
                gender=Gender(facts.get("gender", "unknown")),
                age_band=AgeBand(facts.get("age_band", "unknown")),
                family_name=facts.get("family_name", ""),
            ),
            agent=Agent(gender=Gender(facts.get("agent_gender", "unknown"))),
            pair=facts.get("pair", ""),
        )
        came_out = DESK.rewrite(cells[given], wish).text
        assert (came_out == cells[wanted]) is (f"{given}>{wanted}" not in not_yet), f"{given} > {wanted}: {came_out}"
        assert DESK.rewrite(cells[wanted], wish).text == cells[wanted], f"{wanted} stays"
