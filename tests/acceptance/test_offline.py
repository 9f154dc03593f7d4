"""Serving needs no network and writes nothing: tried without any interface, without sockets, and in a bare home."""

import json
import os
import shutil
import socket
import subprocess
import sys

import pytest

from mannerly.bootstrap import Mannerly
from mannerly.model.context import Deadline
from mannerly.model.request import ReplyRequest
from mannerly.settings import Settings

PATIENCE, GEDULD = "Thank you for your patience.", "Vielen Dank für Ihre Geduld."
# A sentence of the fixture packs' own training text, so that the pack itself is asked.
FREE = "We have sent you a new parcel."
# Runs inside the namespace: a server process of its own, then every kind of call through its socket.
JOURNEY = f"""
import json, socket, subprocess, sys
from mannerly.client import Client, Connection
from mannerly.model.request import ReplyRequest

address = "unix:" + sys.argv[1]
server = subprocess.Popen([sys.executable, "-m", "mannerly", "serve", "--listen", address])
try:
    with Client(Connection(target=address, timeout=60)) as client:
        client.wait_until_ready(90)
        phrase = client.localise(ReplyRequest(text={PATIENCE!r}, target="de-DE"))
        pack = client.localise(ReplyRequest(text={FREE!r}, target="de-DE", source="en"))
        pivot = client.pair_support("de", "es")
        report = client.verify_offline()
        locales = [locale.tag for locale in client.locales()]
finally:
    server.terminate()
    status = server.wait(60)
print(json.dumps({{
    "interfaces": [name for _, name in socket.if_nameindex() if name != "lo"],
    "phrase": phrase.text,
    "packs": list(pack.segments[0].provenance.packs),
    "pivot": list(pivot.packs),
    "ok": report.ok,
    "locales": len(locales),
    "status": status,
}}))
"""


def namespace():
    """The command that runs another without any network interface, None where the system does not allow it."""
    if shutil.which("unshare") is None:
        return None
    for command in (["unshare", "--net"], ["unshare", "--net", "--map-root-user"]):
        if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
            return command
    return None


@pytest.fixture
def bare(environment_of, data_dir, tmp_path):
    """The environment of somebody whose home is empty and read-only."""
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    environment = {
        name: value
        for name, value in environment_of(data_dir).items()
        if not name.startswith("XDG_") and name != "MANNERLY_DATA_DIR"
    }
    return environment | {"HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}


def test_a_server_without_network_does_all_of_its_work(bare, data_dir, tmp_path):
    """Phrases, packs, the language detector, the catalogue and the check of every file."""
    without_network = namespace()
    if without_network is None:
        pytest.skip("this system does not let us make a network namespace")
    done = subprocess.run(
        [*without_network, sys.executable, "-c", JOURNEY, tmp_path / "s"],
        env=bare | {"MANNERLY_PACKS_DIR": str(data_dir / "packs")},
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=110,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    seen = json.loads(done.stdout)
    assert seen["interfaces"] == []
    assert seen["phrase"] == GEDULD
    assert seen["packs"] == ["translate-en_de 1.0"]
    assert len(seen["pivot"]) == 2
    assert seen["ok"]
    assert seen["locales"] >= 20
    assert seen["status"] == 0
    assert list((tmp_path / "home").iterdir()) == []


class NoNetwork(socket.socket):
    """A socket that stays on this machine."""

    def __init__(self, family=-1, *arguments, **options):
        if family != socket.AF_UNIX and options.get("fileno", arguments[2:3] or None) is None:
            raise AssertionError("a socket of the network was opened")
        super().__init__(family, *arguments, **options)


@pytest.fixture
def no_sockets(monkeypatch):
    """Break every door of Python to the network."""

    def refuse(*_arguments, **_options):
        raise AssertionError("a name was looked up")

    monkeypatch.setattr(socket, "socket", NoNetwork)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    with pytest.raises(AssertionError):
        socket.socket(socket.AF_INET)


def test_a_reply_is_made_without_a_socket(no_sockets, data_dir):
    """Detection, phrases, a pack, a pivot over two packs, preview, and the check of every file."""
    mannerly = Mannerly(Settings(data_dir=data_dir))
    mannerly.warm_up()

    def localise(text, target, source=""):
        return mannerly.replies.localise(ReplyRequest(text=text, target=target, source=source), Deadline()).draft

    assert localise(PATIENCE, "de-DE").text == GEDULD
    assert localise(FREE, "de-DE", "en").segments[0].provenance.packs == ("translate-en_de 1.0",)
    pivoted = localise("Wir können Ihre Zahlung nicht finden.", "es-ES", "de")
    assert pivoted.text == "No podemos encontrar su pago."
    assert pivoted.segments[0].provenance.packs == ("translate-de_en 1.0", "translate-en_es 1.0")
    preview = mannerly.replies.preview(ReplyRequest(text=PATIENCE, target="de-DE"), Deadline())
    assert preview.back_translation == PATIENCE
    assert mannerly.catalogue.verify_offline(Deadline()).ok
    mannerly.translator.close()


def test_a_command_leaves_an_empty_home_empty(bare, tmp_path):
    """No cache, no configuration, no data folder; the working folder stays empty too."""
    work = tmp_path / "work"
    work.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "mannerly", "localise", "--to", "de-DE", "--text", PATIENCE],
        env=bare,
        cwd=work,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == f"{GEDULD}\n"
    assert os.listdir(tmp_path / "home") == os.listdir(work) == []
