"""What users can call, set, run or read about is documented, and nothing is documented that is not there."""

import ast
import re
import shlex
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from mannerly.bootstrap import command_line
from mannerly.cli.app import build_app
from mannerly.language.library import LanguageLibrary
from mannerly.language.tags import parse_tag
from mannerly.model.draft import OTHER_REGISTER, Severity
from mannerly.settings import Settings
from mannerly.v1 import error_reason_pb2, language_service_pb2, reply_service_pb2

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
SERVER = ROOT / "server" / "mannerly"
FINDINGS = REFERENCE / "findings.md"
COMMANDS = REFERENCE / "command-line.md"
STEPS = ("read", "protect", "translate", "adapt", "verify")
_CODE = re.compile(r"(read|translate|phrase|formats|verify)\.[a-z_]+")


def pages():
    """Every page of documentation as one text."""
    files = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def severity_of(call):
    """The severity that a call names, None where it names none."""
    names = {node.attr for node in ast.walk(call) if isinstance(node, ast.Attribute)}
    kinds = {severity.name for severity in Severity} & names
    return kinds.pop().lower() if len(kinds) == 1 else None


def codes_of(tree, module):
    """Finding codes that a module of a step can report, each with its severity where the code says so in place."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value):
            yield node.value, None
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        first = next((one.value for one in node.args[:1] if isinstance(one, ast.Constant)), None)
        if module == "pack_findings" and name in ("_blocking", "_advice") and first:
            yield f"translate.{first}", name[1:]
        arguments = {keyword.arg: keyword.value for keyword in node.keywords}
        if name == "Fault":
            weak = isinstance(arguments.get("weak"), ast.Constant) and arguments["weak"].value is True
            yield f"translate.{arguments['code'].value}", "advice" if weak else "blocking"
        if name == "_advice" and first and _CODE.fullmatch(str(first)):
            yield first, "advice"
        if name == "Finding" and isinstance(arguments.get("code"), ast.Constant):
            yield arguments["code"].value, severity_of(node)


def reported():
    """Every finding code of the source with its severity, None where it depends."""
    found = {OTHER_REGISTER: "advice"}
    for step in STEPS:
        for path in sorted((SERVER / step).rglob("*.py")):
            for code, severity in codes_of(ast.parse(path.read_text(encoding="utf-8")), path.stem):
                found[code] = severity or found.get(code)
    return found


def documented():
    """Finding codes and severities of the page."""
    rows = re.findall(r"^\| `([a-z_.]+)` \| (\w+) \| ([^|]+) \| ([^|]+) \|$", FINDINGS.read_text("utf-8"), re.MULTILINE)
    assert len({code for code, *_ in rows}) == len(rows)
    return {code: severity for code, severity, *_ in rows}


def test_every_finding_is_explained_and_no_other():
    """Code by code, with the severity that the source gives it."""
    in_source, on_page = reported(), documented()
    assert len(in_source) > 30
    assert set(on_page) == set(in_source)
    wrong = {code for code, severity in in_source.items() if severity and on_page[code] != severity}
    assert wrong == set()


def test_every_method_and_error_reason_is_described():
    """In the API reference."""
    page = (REFERENCE / "api.md").read_text(encoding="utf-8")
    services = [
        reply_service_pb2.DESCRIPTOR.services_by_name["ReplyService"],
        language_service_pb2.DESCRIPTOR.services_by_name["LanguageService"],
    ]
    names = [method.name for service in services for method in service.methods]
    reasons = [value.removeprefix("ERROR_REASON_") for value in error_reason_pb2.ErrorReason.keys()]  # noqa: SIM118 - not a dict
    missing = [name for name in (*names, *reasons) if name != "UNSPECIFIED" and not re.search(rf"\b{name}`", page)]
    assert missing == []


def test_every_setting_is_described():
    """In the settings reference, and named settings elsewhere exist."""
    page = (REFERENCE / "settings.md").read_text(encoding="utf-8")
    assert [name for name in Settings.model_fields if f"| `{name}` |" not in page] == []
    known = {f"MANNERLY_{name.upper()}" for name in Settings.model_fields} | {"MANNERLY_CONFIG", "MANNERLY_TOKEN"}
    assert set(re.findall(r"\bMANNERLY_[A-Z_]+\b", pages())) - known == set()


def commands():
    """Every command of the tree by its words."""

    def walk(group, words):
        for name, one in sorted(group.commands.items()):
            if hasattr(one, "commands"):
                yield from walk(one, (*words, name))
            else:
                yield " ".join((*words, name)), one

    return dict(walk(typer.main.get_command(build_app(command_line())), ("mannerly",)))


def sections():
    """The text below each command's heading."""
    parts = re.split(r"^##+ (.+)$", COMMANDS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        title.strip("`"): text for title, text in zip(parts[1::2], parts[2::2], strict=True) if title.startswith("`")
    }


def test_every_command_and_option_is_described():
    """One section for each command, no section for another, and every option and type in it."""
    there, described = commands(), sections()
    assert set(there) == set(described)
    options = {
        (name, option)
        for name, one in there.items()
        for parameter in one.params
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option.startswith("--") and option != "--help"
    }
    assert len(options) > 40
    assert {(name, option) for name, option in options if f"`{option}`" not in described[name]} == set()
    assert sorted(options_named(described) - {option for _, option in options}) == []


def options_named(described):
    return {option for text in described.values() for option in re.findall(r"`(--[a-z-]+)`", text)}


def test_every_make_target_is_described():
    """And every target that a page names exists."""
    targets = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = pages()
    assert len(targets) > 5
    assert {target for target in targets if not re.search(rf"\bmake {target}\b", text)} == set()
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)\b", text, re.MULTILINE)) - targets == set()


def examples():
    """Commands with what they print, from the pages."""
    shown = re.findall(
        r"```console\n\$ ((?:echo [^\n|]+ \| )?mannerly [^\n]+)\n(.*?)```",
        COMMANDS.read_text(encoding="utf-8"),
        re.DOTALL,
    )
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first = re.search(r"```\n\.uv/bin/uv run (mannerly send [^\n]+)\n```\n\n```\n(.*?)```", readme, re.DOTALL)
    return [*shown, (first[1].replace("mannerly send", "mannerly localise"), first[2])]


@pytest.mark.parametrize(("command", "printed"), examples())
def test_the_examples_print_what_the_page_says(command, printed, tmp_path):
    """The first reply of the README too; without any pack installed."""
    typed, _, called = command.rpartition(" | ")
    done = CliRunner().invoke(
        build_app(command_line()),
        shlex.split(called)[1:],
        input="\n".join(shlex.split(typed)[1:]),
        env={"MANNERLY_DATA_DIR": str(tmp_path)},
    )
    assert done.stdout == printed


def test_every_speech_level_is_described():
    """With its id, in the table of the register page."""
    page = (REFERENCE / "register.md").read_text(encoding="utf-8")
    library = LanguageLibrary(ROOT / "locales")
    levels = {level.id for folder in library.folders for level in library.get(parse_tag(folder)).register.levels}
    assert len(levels) > 30
    assert {level for level in levels if f"| `{level}` |" not in page} == set()


def test_links_between_pages_lead_somewhere():
    """Every relative link of every page."""
    broken = []
    for page in [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]:
        for link in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            if not link.startswith(("http:", "https:", "mailto:")) and not (page.parent / link).exists():
                broken.append(f"{page.relative_to(ROOT)}: {link}")
    assert broken == []
