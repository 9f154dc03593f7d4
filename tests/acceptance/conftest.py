"""A real server process over the shipped data and the fixture packs, shared by a whole test file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mannerly.client import Client, Connection

ROOT = Path(__file__).parents[2]
PACKS = ROOT / "tests" / "fixtures" / "packs"


def environment(data_dir, **settings):
    """The environment of a command, without settings of whoever runs the tests."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MANNERLY_")}
    return (
        clean
        | {"MANNERLY_DATA_DIR": str(data_dir)}
        | {f"MANNERLY_{key.upper()}": str(v) for key, v in settings.items()}
    )


@pytest.fixture(scope="session")
def environment_of():
    """Return a function that gives the environment of a command."""
    return environment


@pytest.fixture(scope="session")
def run_command():
    """Return a function that runs one command of the command line."""

    def run(*arguments, data_dir, stdin="", **settings):
        return subprocess.run(
            [sys.executable, "-m", "mannerly", *map(str, arguments)],
            input=stdin.encode(),
            capture_output=True,
            env=environment(data_dir, **settings),
            check=False,
            timeout=110,
        )

    return run


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory, run_command):
    """A data folder with the three good fixture packs installed by the real command."""
    folder = tmp_path_factory.mktemp("data")
    for name in ("en_de", "de_en", "en_es"):
        pack = next(PACKS.glob(f"translate-{name}-*.argosmodel"))
        done = run_command("packs", "add", pack, data_dir=folder)
        assert done.returncode == 0, done.stderr.decode()
    return folder


@pytest.fixture(scope="module")
def server(data_dir, tmp_path_factory):
    """Address of a running server."""
    address = f"unix:{tmp_path_factory.mktemp('socket') / 's'}"
    process = subprocess.Popen(
        [sys.executable, "-m", "mannerly", "serve", "--listen", address],
        env=environment(data_dir),
        stderr=subprocess.PIPE,
    )
    try:
        with Client(Connection(target=address)) as client:
            client.wait_until_ready(100)
        yield address
    finally:
        process.terminate()
        _, log = process.communicate(timeout=60)
        assert process.returncode == 0, log.decode()[-2000:]


@pytest.fixture
def client(server):
    """A client of the running server."""
    with Client(Connection(target=server, timeout=60)) as connected:
        yield connected
