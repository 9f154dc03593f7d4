"""Every command as a user runs it: real processes, real packs, exit statuses, and never a traceback."""

import json
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from google.protobuf import json_format
from typer.testing import CliRunner

from mannerly.bootstrap import command_line
from mannerly.cli.app import build_app
from mannerly.client import Client, Connection
from mannerly.model.request import ReplyRequest
from mannerly.v1 import reply_pb2

ROOT = Path(__file__).parents[2]
PACKS = ROOT / "tests" / "fixtures" / "packs"
PATIENCE = "Thank you for your patience."
GEDULD = "Vielen Dank für Ihre Geduld."
COMMANDS = [
    ("serve",),
    ("localise",),
    ("preview",),
    ("send",),
    ("locales",),
    ("verify-offline",),
    ("demo",),
    ("packs", "list"),
    ("packs", "add"),
    ("packs", "fetch"),
    ("packs", "remove"),
    ("packs", "verify"),
    ("phrases", "search"),
    ("phrases", "export"),
    ("phrases", "import"),
]


@pytest.fixture
def mannerly(run_command, data_dir, monkeypatch):
    """Run a command, check its status and that no traceback came out; gives standard output and error as text."""
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments, status=0, **more):
        done = run_command(*arguments, **({"data_dir": data_dir} | more))
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in err, err
        assert done.returncode == status, err
        return out, err

    return run


def command(*arguments):
    return [sys.executable, "-m", "mannerly", *map(str, arguments)]


def test_a_reply_comes_from_a_file_or_standard_input(mannerly, tmp_path):
    """The text alone goes to standard output, everything said about it to standard error."""
    file = tmp_path / "reply.txt"
    file.write_bytes(b"\xef\xbb\xbf" + PATIENCE.encode() + b"\r\n")
    for arguments, stdin in ((("--file", file), ""), ((), f"{PATIENCE}\n")):
        out, err = mannerly("localise", "--to", "de-DE", "--from", "en", *arguments, stdin=stdin)
        assert out == f"{GEDULD}\n"
        assert re.search(r"^signature: mannerly:\S+\+beam:2\+libraries:[0-9a-f]{8}$", err, re.MULTILINE)


def test_standard_output_keeps_every_byte(mannerly):
    """Line ends, tabs, brackets and emoji names are nobody's markup."""
    text = "Danke.\r\n\r\n\t:heart: [bold]x[/bold]\u00a0:+1: Ende"
    out, _ = mannerly("localise", "--to", "de-DE", "--from", "de", stdin=text)
    assert out == f"{text}\n"


def test_all_facts_and_variables_arrive_and_json_is_the_api_message(mannerly):
    """One call with every option; the answer parses as a LocalisedReply."""
    variables = {
        "m": "money:1234.50 EUR",
        "d": "date:2026-12-03",
        "c": "time:14:30",
        "i": "instant:2026-12-03T14:30:00Z",
        "n": "number:1234.5",
        "p": "percent:12.5",
        "f": "phone:+4930123456",
        "t": "text:Blue: Widget",
        "u": "url:https://example.com/a?b=1&c={d}",
    }
    lines = "\n".join(f"{{{name}}}" for name in variables)
    text = f"Good morning,\n\n{PATIENCE}\n\n{lines}\nAcme Cloud\nOld Name\n\nBest regards,\nTom Baker"
    facts = {
        "--channel": "email",
        "--situation": "complaint",
        "--register": "formal",
        "--customer-name": "Anna Berg",
        "--given-name": "Anna",
        "--family-name": "Berg",
        "--title": "DR",
        "--gender": "female",
        "--time-of-day": "morning",
        "--agent-name": "Tom Baker",
        "--agent-gender": "male",
        "--company": "Northwind",
        "--zone": "Asia/Tokyo",
        "--profile": "de-AT",
        "--term": "Acme Cloud=Acme-Wolke",
        "--keep": "Old Name",
        "--from": "en-US",
    }
    options = [part for pair in facts.items() for part in pair]
    options += [part for name, value in variables.items() for part in ("--var", f"{name}={value}")]
    out, err = mannerly("localise", "--to", "de-AT", "--text", text, *options, "--json")
    reply = json_format.Parse(out, reply_pb2.LocalisedReply())
    assert err == ""
    assert reply.ready_to_send
    assert reply.signature.style_profile == "de-AT"
    assert "Frau Dr. Berg" in reply.text
    for written in ("1.234,50", "3. Dezember 2026", "14:30", "23:30", "12,5", "+49 30 123456"):
        assert written in reply.text, written
    for kept in ("Blue: Widget", "https://example.com/a?b=1&c={d}", "Acme-Wolke", "Old Name", "Tom Baker"):
        assert reply.text.count(kept) == 1, kept


def test_a_reply_that_is_not_ready_has_its_own_status(mannerly):
    """Status 3, an empty text rather than the source, and what to do."""
    arguments = ("localise", "--to", "ko-KR", "--from", "en", "--text", "The purple gadget hums at night.")
    out, err = mannerly(*arguments, status=3)
    assert out == "\n"
    assert "blocking: translate.no_pack" in err
    assert "mannerly packs fetch en-ko" in err
    out, _ = mannerly(*arguments, "--json", status=3)
    assert not json.loads(out).get("readyToSend", False)


@pytest.mark.parametrize(
    ("arguments", "field", "remedy"),
    [
        pytest.param(("--to", "xx", "--text", "a"), "target", "locales", id="unknown locale"),
        pytest.param(("--to", "de"), "text", "Send the text", id="empty standard input"),
        pytest.param(("--to", "de", "--file", "/no/such/file"), "file", "path", id="no file"),
        pytest.param(("--to", "de", "--text", "a", "--zone", "Mars/Dome"), "zone", "Europe/Berlin", id="zone"),
        pytest.param(("--to", "de", "--text", "a", "--profile", "ja"), "profile", "language", id="other's profile"),
    ],
)
def test_errors_name_the_field_and_the_remedy(mannerly, arguments, field, remedy):
    """Status 1, nothing on standard output."""
    out, err = mannerly("localise", *arguments, status=1)
    assert out == ""
    assert err.startswith(f"mannerly: [{field}] ")
    assert remedy in err.splitlines()[1]


def test_wrong_usage_has_status_2(mannerly):
    """Unknown values and commands."""
    for arguments in (("localise", "--to", "de", "--channel", "telepathy"), ("fly",)):
        out, err = mannerly(*arguments, status=2)
        assert out == ""
        assert "Usage:" in err


def test_preview_compares_locales(mannerly):
    """Each with its text; translated back where that is possible."""
    out, _ = mannerly("preview", "--to", "de-DE", "--to", "ja-JP", "--text", PATIENCE, "--from", "en")
    assert out.index("de-DE") < out.index(GEDULD) < out.index("translated back") < out.index("ja-JP")
    assert PATIENCE in out


@pytest.fixture(scope="module")
def three_languages(tmp_path_factory):
    """Settings of folders with three languages only, for commands that read all of them."""
    folder, settings = tmp_path_factory.mktemp("languages"), {}
    for setting, name in (("locales_dir", "locales"), ("style_profiles_dir", "style_profiles")):
        settings[setting] = folder / name
        for language in ("en", "de", "ar"):
            shutil.copytree(ROOT / name / language, folder / name / language)
    return settings


def test_what_is_installed_can_be_listed_and_checked(mannerly, data_dir, tmp_path, three_languages):
    """Locales with their packs; a file that changed after installation is named."""
    out, _ = mannerly("locales", **three_languages)
    rows = {line.split()[0]: line for line in out.splitlines()[1:] if line[1:2].strip()}
    assert " direct " in rows["de"]
    assert " none " in rows["ar"]
    assert "deutsch" in out.lower()
    assert "nothing has to be fetched" in mannerly("verify-offline", **three_languages)[0]
    assert "3 packs" in mannerly("packs", "verify")[0]

    broken = tmp_path / "data"
    shutil.copytree(data_dir, broken)
    with (broken / "packs" / "translate-en_de-1_0" / "model" / "model.bin").open("ab") as model:
        model.write(b"x")
    _, err = mannerly("packs", "verify", data_dir=broken, status=1)
    assert "translate-en_de-1_0: A file differs" in err
    out, _ = mannerly("verify-offline", data_dir=broken, status=1, **three_languages)
    assert "translate-en_de-1_0" in out


def test_packs_come_and_go(mannerly, tmp_path):
    """A folder of packs, one by name, and what is not there."""
    empty = tmp_path / "data"
    assert "No packs are installed" in mannerly("packs", "list", data_dir=empty)[1]
    out, _ = mannerly("packs", "add", PACKS, data_dir=empty)
    assert out.count("installed translate-") == len(list(PACKS.glob("*.argosmodel")))
    out, _ = mannerly("packs", "list", data_dir=empty)
    assert out.count("translate-en_de-1_0") == 1
    assert mannerly("packs", "remove", "en-de", data_dir=empty)[0] == "removed translate-en_de-1_0\n"
    assert "packs list" in mannerly("packs", "remove", "en-de", data_dir=empty, status=1)[1]


def bad_packs(folder):
    """Things that are no packs, each with words of its error."""
    good = (PACKS / "translate-en_de-1_0.argosmodel").read_bytes()
    (folder / "cut.argosmodel").write_bytes(good[: len(good) // 2])
    with zipfile.ZipFile(folder / "slip.argosmodel", "w") as slip:
        slip.writestr("pack/metadata.json", "{}")
        slip.writestr("../../evil", "x")
    return {
        "cut.argosmodel": "cannot be read",
        "slip.argosmodel": "outside its folder",
        "nowhere": "nothing at that path",
    }


def test_what_is_no_pack_is_refused_and_leaves_nothing(mannerly, tmp_path):
    """Cut short, escaping its folder, missing, and a packs folder that is a file."""
    data = tmp_path / "data"
    for name, words in bad_packs(tmp_path).items():
        out, err = mannerly("packs", "add", tmp_path / name, data_dir=data, status=1)
        assert out == ""
        assert words in err
    assert [path for path in data.rglob("*") if path.is_file()] == []
    assert not (tmp_path.parent / "evil").exists()
    file = tmp_path / "cut.argosmodel"
    _, err = mannerly("packs", "add", PACKS / "translate-en_de-1_0.argosmodel", packs_dir=file, status=1)
    assert str(file) in err


def test_fetch_without_network_fails_soon_and_says_what_else_works(mannerly, monkeypatch):
    """A closed port, and what is no pair."""
    begun = time.monotonic()
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "https://127.0.0.1:9/index.json")
    _, err = mannerly("packs", "fetch", "en-de", status=1)
    assert "mannerly packs add FILE" in err
    assert time.monotonic() - begun < 30
    assert "[pair]" in mannerly("packs", "fetch", "ende", status=1)[1]


def test_phrases_go_out_and_come_back(mannerly, tmp_path, three_languages):
    """Export, import of the same (nothing changes), import of a change, and search finds it."""
    locales = tmp_path / "locales"
    shutil.copytree(three_languages["locales_dir"], locales)
    before = (locales / "de" / "phrasebook.po").read_bytes()
    tmx = tmp_path / "de.tmx"
    mannerly("phrases", "export", "--to", "de", "--output", tmx, locales_dir=locales)
    assert mannerly("phrases", "export", "--to", "de", locales_dir=locales)[0] == tmx.read_text(encoding="utf-8")
    _, err = mannerly("phrases", "import", tmx, "--to", "de", locales_dir=locales)
    assert err.startswith("0 added, 0 changed, ")
    assert (locales / "de" / "phrasebook.po").read_bytes() == before

    assert tmx.read_text(encoding="utf-8").count(GEDULD) == 1
    tmx.write_text(tmx.read_text(encoding="utf-8").replace(GEDULD, "Danke für [Ihre] Geduld."), encoding="utf-8")
    _, err = mannerly("phrases", "import", tmx, "--to", "de", locales_dir=locales)
    assert err.startswith("0 added, 1 changed, ")
    out, _ = mannerly("phrases", "search", "thank you for your patience", "--to", "de", locales_dir=locales)
    assert "Danke für [Ihre] Geduld." in out
    assert mannerly("localise", "--to", "de", "--from", "en", "--text", PATIENCE, locales_dir=locales)[0].startswith(
        "Danke für [Ihre] Geduld."
    )


def test_phrase_files_that_cannot_be_used_are_named(mannerly, tmp_path):
    """Not TMX as it should be, and a place that cannot be written."""
    (tmp_path / "a.tmx").write_text("<!DOCTYPE x [<!ENTITY a 'b'>]><tmx>&a;</tmx>")
    for arguments, words in (
        (("import", tmp_path / "a.tmx", "--to", "de"), "DTD"),
        (("export", "--to", "de", "--output", tmp_path / "no" / "x.tmx"), "No such file or directory"),
    ):
        assert words in mannerly("phrases", *arguments, status=1)[1]


def test_serve_says_where_it_listens_and_stops_on_sigterm(data_dir, own_environment):
    """On a free port of loopback; the next command is ready to paste."""
    process = subprocess.Popen(
        command("serve", "--listen", "127.0.0.1:0"), env=own_environment, stderr=subprocess.PIPE, text=True
    )
    try:
        said = ""
        while "Stop with Ctrl-C" not in said:
            line = process.stderr.readline()
            assert line, said
            said += line
        address = re.search(r"listens on (127\.0\.0\.1:\d+)", said)[1]
        assert f"mannerly send --server {address}" in said
        with Client(Connection(target=address)) as client:
            client.wait_until_ready(60)
            assert client.localise(ReplyRequest(text=PATIENCE, target="de-DE")).text == GEDULD
    finally:
        process.send_signal(signal.SIGTERM)
        _, rest = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in rest


@pytest.fixture
def own_environment(environment_of, data_dir):
    """The environment of a command over the fixture packs."""
    return environment_of(data_dir)


def test_settings_are_checked_before_anything_starts(mannerly):
    """Plain text off loopback is refused; every broken setting is told at once."""
    _, err = mannerly("serve", "--listen", "0.0.0.0:0", status=1)
    assert "Plain text is refused off loopback" in err
    assert "tokens_file" in err
    _, err = mannerly(
        "locales", status=1, beam_size=99, workers="many", nope=1, locales_dir="/nowhere", listen="here", log_level="x"
    )
    for key in ("beam_size", "workers", "MANNERLY_NOPE", "locales_dir", "listen", "log_level"):
        assert key in err
    assert "many" not in err


def test_send_uses_a_running_server(mannerly, server):
    """Text, not ready, refused, and nobody there."""
    send = ("send", "--server", server, "--from", "en")
    out, err = mannerly(*send, "--to", "de-DE", "--channel", "chat", "--customer-name", "Anna", "--text", PATIENCE)
    assert out == f"{GEDULD}\n"
    assert "signature: mannerly:" in err
    assert mannerly(*send, "--to", "ko-KR", stdin="The purple gadget hums at night.", status=3)[0] == "\n"
    out, err = mannerly(*send, "--to", "xx", "--text", PATIENCE, status=1)
    assert out == ""
    assert "[target.locale]" in err
    _, err = mannerly("send", "--to", "de", "--text", "a", "--server", "127.0.0.1:1", status=1)
    assert "Check that the server runs" in err


def test_the_demonstration_runs(mannerly, three_languages):
    """Real replies through a server of its own, source and answer side by side."""
    out, _ = mannerly("demo", "--to", "de-DE", "--to", "ar-AE", **three_languages)
    assert out.count("de-DE") >= 4
    assert out.count("ar-AE") >= 4
    assert "#48213" in out


def test_an_interrupt_and_a_closed_pipe_end_quietly(own_environment):
    """Ctrl-C while it waits for the reply, and a reader that went away."""
    waiting = subprocess.Popen(
        command("localise", "--to", "de"),
        env=own_environment,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # a background shell ignores it
    )
    time.sleep(4)
    waiting.send_signal(signal.SIGINT)
    _, err = waiting.communicate(timeout=60)
    assert (waiting.returncode, err.decode()) == (130, "")

    gone = subprocess.Popen(
        command("phrases", "export", "--to", "de"),
        env=own_environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    gone.stdout.close()
    err = gone.stderr.read().decode()
    gone.stderr.close()
    assert (gone.wait(timeout=60), err) == (1, "")


def test_help_tells_every_command(mannerly):
    """Each has a sentence and an example of nothing missing: every option has a help text."""
    out, _ = mannerly("--help")
    assert all(name[0] in out for name in COMMANDS)
    app, runner = build_app(command_line()), CliRunner()
    for name in COMMANDS:
        shown = runner.invoke(app, [*name, "--help"], env={"COLUMNS": "200"})
        assert shown.exit_code == 0
        assert f"{' '.join(name)}" in shown.output
        undescribed = [line for line in shown.output.splitlines() if re.search(r"--[\w-]+\s+<[^>]*>\s*│?$", line)]
        assert not undescribed, undescribed
