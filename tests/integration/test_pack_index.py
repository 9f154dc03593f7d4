"""Packs come from an index over HTTP."""

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mannerly.model.errors import PackError, PackMissing
from mannerly.translate.argos import index_url
from mannerly.translate.pack_index import DownloadLimits, fetch
from mannerly.translate.packs import PackStore

PACKS = Path(__file__).parent.parent / "fixtures" / "packs"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a log, and one redirect to a file address."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Serve."""
        if self.path == "/redirect":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
        else:
            super().do_GET()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A web site with the fixture packs; tests write its index.json."""
    root = tmp_path / "site"
    root.mkdir()
    for pack in PACKS.glob("*.argosmodel"):
        (root / pack.name).write_bytes(pack.read_bytes())
    (root / "broken.argosmodel").write_bytes(b"not a pack")
    handler = functools.partial(Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def entry(site: str, pair: str, version: str, *files: str) -> dict[str, object]:
    """A row of the index."""
    source, target = pair.split("-")
    links = [f"{site}/{file}" for file in files]
    return {"type": "translate", "from_code": source, "to_code": target, "package_version": version, "links": links}


def publish(tmp_path: Path, index: object) -> None:
    """Write the site's index."""
    (tmp_path / "site" / "index.json").write_text(json.dumps(index))


def test_a_direct_pack_is_fetched_in_its_highest_version(site: str, tmp_path: Path) -> None:
    """A dead and a broken link before the good one do no harm."""
    good = entry(site, "en-de", "1.10", "gone.argosmodel", "broken.argosmodel", "translate-en_de-1_0.argosmodel")
    publish(tmp_path, ["junk", {"type": "sbd"}, entry(site, "en-de", "1.9", "broken.argosmodel"), good])
    store = PackStore(tmp_path / "packages")
    assert [pack.pair for pack in fetch(store, "en", "de-AT", f"{site}/index.json")] == ["en-de"]
    assert store.verify() == ()


def test_both_legs_of_a_pivot_are_fetched(site: str, tmp_path: Path) -> None:
    """German to Spanish needs two packs."""
    legs = [
        entry(site, pair, "1.0", f"translate-{pair.replace('-', '_')}-1_0.argosmodel") for pair in ("de-en", "en-es")
    ]
    publish(tmp_path, legs)
    store = PackStore(tmp_path / "packages")
    fetch(store, "de", "es", f"{site}/index.json")
    assert [pack.pair for pack in store.route("de", "es")] == ["de-en", "en-es"]


def test_a_pair_that_the_index_lacks_is_told(site: str, tmp_path: Path) -> None:
    """The remedy names another way."""
    publish(tmp_path, [entry(site, "en-de", "1.0", "x")])
    with pytest.raises(PackMissing, match="OPUS-MT"):
        fetch(PackStore(tmp_path / "packages"), "de", "vi", f"{site}/index.json")


@pytest.mark.parametrize(
    ("links", "limits"),
    [
        pytest.param(["/translate-en_de-1_0.argosmodel"], DownloadLimits(pack_bytes=1000), id="too-large"),
        pytest.param(["/broken.argosmodel"], DownloadLimits(), id="no-pack"),
        pytest.param(["/redirect"], DownloadLimits(), id="redirect-to-a-file"),
        pytest.param([], DownloadLimits(), id="no-link"),
    ],
)
def test_a_bad_download_installs_nothing(site: str, tmp_path: Path, links: list[str], limits: DownloadLimits) -> None:
    """Every failure is a PackError with a remedy."""
    publish(tmp_path, [entry(site, "en-de", "1.0") | {"links": [site + link for link in links]}])
    store = PackStore(tmp_path / "packages")
    with pytest.raises(PackError) as caught:
        fetch(store, "en", "de", f"{site}/index.json", limits)
    assert caught.value.remedy
    assert store.list() == ()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://192.0.2.1/index.json", "", "x"])
def test_only_https_addresses_are_used(tmp_path: Path, address: str) -> None:
    """Plain http is for this machine only."""
    with pytest.raises(PackError, match="https"):
        fetch(PackStore(tmp_path / "packages"), "en", "de", address)


def test_an_index_that_is_no_json_is_told(site: str, tmp_path: Path) -> None:
    """A captive portal answers with a web page."""
    (tmp_path / "site" / "index.json").write_text("<html>")
    with pytest.raises(PackError, match="not JSON"):
        fetch(PackStore(tmp_path / "packages"), "en", "de", f"{site}/index.json")


def test_the_default_index_is_that_of_argos(monkeypatch: pytest.MonkeyPatch) -> None:
    """An operator need not know the address."""
    assert index_url().startswith("https://")
    assert index_url().endswith("index.json")
