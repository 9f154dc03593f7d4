"""Settings come from arguments, environment, file and defaults, and every mistake is told at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from mannerly.listen_address import parse_address
from mannerly.model.errors import SettingsError
from mannerly.settings import load_settings


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings from outside."""
    for name in list(os.environ):
        if name.startswith("MANNERLY_"):
            monkeypatch.delenv(name)


def test_defaults_are_safe() -> None:
    """Loopback, no metrics, language data that is there."""
    settings = load_settings()

    assert settings.listen == "127.0.0.1:50051"
    assert settings.metrics_listen == ""
    assert not settings.allow_insecure_remote
    assert settings.packs_folder == settings.data_dir / "packs"
    assert settings.locales_dir.is_dir()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.toml", 'beam_size = 2\nworkers = 3\nlog_format = "json"\n', id="TOML"),
        pytest.param("a.yaml", "beam_size: 2\nworkers: 3\nlog_format: json\n", id="YAML"),
        pytest.param("a.json", '{"beam_size": 2, "workers": 3, "log_format": "json"}', id="JSON"),
    ],
)
def test_arguments_beat_environment_beats_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str
) -> None:
    """In each format."""
    (tmp_path / name).write_text(content)
    monkeypatch.setenv("MANNERLY_CONFIG", str(tmp_path / name))
    monkeypatch.setenv("MANNERLY_WORKERS", "5")
    monkeypatch.setenv("MANNERLY_STREAM_ITEMS", "6")
    settings = load_settings(stream_items=7)

    assert (settings.beam_size, settings.workers, settings.stream_items) == (2, 5, 7)
    assert settings.log_format == "json"


def test_every_mistake_is_told_at_once_without_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From file, environment and combination."""
    (tmp_path / "a.yaml").write_text("beem_size: 2\nlocales_dir: /nowhere/hidden\n")
    monkeypatch.setenv("MANNERLY_CONFIG", str(tmp_path / "a.yaml"))
    monkeypatch.setenv("MANNERLY_WORKERS", "many-hidden")
    monkeypatch.setenv("MANNERLY_WORKRES", "5")
    monkeypatch.setenv("MANNERLY_LISTEN", "0.0.0.0:1")
    with pytest.raises(SettingsError) as caught:
        load_settings(default_deadline_seconds=700)
    text = str(caught.value)

    for part in (
        "beem_size",
        "workers",
        "MANNERLY_WORKRES",
        "listen",
        "locales_dir",
        "tokens_file",
        "default_deadline",
    ):
        assert part in text, part
    assert "hidden" not in text


@pytest.mark.parametrize(
    ("values", "key"),
    [
        pytest.param({"listen": "127.0.0.1"}, "listen", id="no port"),
        pytest.param({"listen": "127.0.0.1:99999"}, "listen", id="port too large"),
        pytest.param({"listen": "unix:"}, "listen", id="no path"),
        pytest.param({"listen": "0.0.0.0:1", "allow_insecure_remote": True}, "tokens_file", id="remote, no identity"),
        pytest.param({"listen": "example.org:1"}, "listen", id="plain text on a name"),
        pytest.param({"metrics_listen": "unix:/x"}, "metrics_listen", id="metrics on a socket"),
        pytest.param({"metrics_listen": "x"}, "metrics_listen", id="metrics nowhere"),
        pytest.param({"locales_dir": "/does/not/exist"}, "locales_dir", id="no such folder"),
        pytest.param({"tokens_file": "/does/not/exist"}, "tokens_file", id="no such file"),
        pytest.param({"tls_client_ca": __file__}, "tls_client_ca", id="client certificates without TLS"),
        pytest.param({"tls_key": __file__}, "tls_cert", id="half of TLS"),
        pytest.param({"beam_size": 0}, "beam_size", id="no beam"),
        pytest.param({"nothing": 0}, "nothing", id="unknown"),
    ],
)
def test_what_does_not_fit_is_refused(values: dict[str, Any], key: str) -> None:
    """The error names the key."""
    with pytest.raises(SettingsError) as caught:
        load_settings(**values)

    assert caught.value.field == key
    assert f"  {key}: " in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param("a.yaml", "a: [1\nb: 2\n", "line 2", id="broken YAML"),
        pytest.param("a.toml", "a = \n", "line 1", id="broken TOML"),
        pytest.param("a.ini", "", ".toml", id="other format"),
        pytest.param("a.yaml", "- 1\n", "keys and values", id="a list"),
        pytest.param("a.yaml", b"\xff\xfe\x00", "cannot be read", id="binary"),
        pytest.param("", "", "cannot be read", id="a folder"),
    ],
)
def test_a_broken_file_is_located(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str | bytes, told: str
) -> None:
    """Not a traceback."""
    path = tmp_path / name
    if name:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    monkeypatch.setenv("MANNERLY_CONFIG", str(path))
    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("text", "loopback"),
    [
        ("127.0.0.1:0", True),
        ("127.9.9.9:1", True),
        ("[::1]:5", True),
        ("localhost:5", True),
        ("unix:/run/m", True),
        ("unix:///run/m", True),
        ("0.0.0.0:5", False),
        ("[::]:5", False),
        ("192.168.1.1:5", False),
        ("localhost.example.org:5", False),
    ],
)
def test_loopback_is_told_from_the_rest(text: str, loopback: bool) -> None:
    """A mistake here would open the door."""
    assert parse_address(text).is_loopback is loopback
