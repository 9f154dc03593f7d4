"""The packages folder."""

import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mannerly.model.errors import NotFound, PackError
from mannerly.translate.archive import ArchiveLimits
from mannerly.translate.codes import expected_script, pack_codes
from mannerly.translate.packs import PackStore

PACKS = Path(__file__).parent.parent / "fixtures" / "packs"
EN_DE = PACKS / "translate-en_de-1_0.argosmodel"
DE_EN = PACKS / "translate-de_en-1_0.argosmodel"
EN_ES = PACKS / "translate-en_es-1_0.argosmodel"


@pytest.fixture
def store(tmp_path: Path) -> PackStore:
    """An empty packages folder that does not exist yet."""
    return PackStore(tmp_path / "packages")


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The English-German pack as a folder."""
    with zipfile.ZipFile(EN_DE) as archive:
        archive.extractall(tmp_path / "plain")
    return tmp_path / "plain" / "translate-en_de-1_0"


def repack(folder: Path, archive: Path, top: str = "pack") -> Path:
    """Zip a folder below a top folder."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for path in folder.rglob("*"):
            opened.write(path, f"{top}/{path.relative_to(folder)}")
    return archive


def change_metadata(folder: Path, **fields: object) -> Path:
    """Overwrite fields of metadata.json."""
    path = folder / "metadata.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))
    return folder


def test_an_archive_is_installed_and_listed(store: PackStore) -> None:
    """What `add` returns is what `list` shows afterwards."""
    (pack,) = store.add(EN_DE)
    assert store.list() == (pack,)
    assert (pack.label, pack.pair, len(pack.sha256), pack.starter) == ("translate-en_de 1.0", "en-de", 64, False)
    assert store.verify() == ()


def test_a_missing_folder_is_an_empty_store(store: PackStore) -> None:
    """Nothing is created by looking."""
    assert store.list() == ()
    assert store.find("en", "de") is None


def test_an_unpacked_folder_is_installed(store: PackStore, unpacked: Path) -> None:
    """The digest is the same as that of the archive, so signatures agree between machines."""
    (pack,) = store.add(unpacked)
    assert pack.sha256 == PackStore(unpacked.parent.parent / "other").add(EN_DE)[0].sha256


def test_a_folder_of_archives_is_installed_as_a_whole(store: PackStore) -> None:
    """Carrying packs to a machine without network takes one command."""
    assert len(store.add(PACKS)) == len(list(PACKS.glob("*.argosmodel"))) == 4


def test_installing_the_same_pack_again_changes_nothing(store: PackStore) -> None:
    """`add` can be repeated."""
    assert store.add(EN_DE) == store.add(EN_DE)
    assert len(store.list()) == 1


def test_another_pack_of_the_same_version_does_not_overwrite(store: PackStore, unpacked: Path) -> None:
    """A pack with equal name and other content is refused, and the first stays whole."""
    store.add(EN_DE)
    (unpacked / "README.md").write_text("other")
    with pytest.raises(PackError, match="mannerly packs remove"):
        store.add(unpacked)
    assert store.verify() == ()


def test_the_higher_version_wins(store: PackStore, unpacked: Path) -> None:
    """Versions compare as numbers: 1.10 is after 1.9."""
    store.add(change_metadata(unpacked, package_version="1.9"))
    store.add(change_metadata(unpacked, package_version="1.10"))
    found = store.find("en", "de")
    assert found is not None
    assert found.version == "1.10"


@pytest.mark.parametrize("own_version", ["0.9", "1.0", "2.0"])
def test_a_starter_pack_yields_to_an_installed_one(tmp_path: Path, unpacked: Path, own_version: str) -> None:
    """A pack that somebody installed wins, whatever its version."""
    starters = tmp_path / "starters"
    shutil.copytree(unpacked, starters / "en_de")
    store = PackStore(tmp_path / "packages", starters=starters)
    store.add(change_metadata(unpacked, package_version=own_version))
    found = store.find("en", "de")
    assert found is not None
    assert not found.starter


def test_a_route_prefers_the_direct_pack_and_else_pivots(store: PackStore) -> None:
    """German to Spanish goes through English; English to French goes nowhere."""
    store.add(PACKS)
    assert [pack.pair for pack in store.route("en", "de")] == ["en-de"]
    assert [pack.pair for pack in store.route("de-AT", "es-MX")] == ["de-en", "en-es"]
    assert store.route("en", "fr") == ()
    assert store.route("es", "de") == ()


@pytest.mark.parametrize("called", ["translate-en_de", "translate-en_de 1.0", "en-de", "translate-en_de-1_0"])
def test_a_pack_is_removed_by_any_of_its_names(store: PackStore, called: str) -> None:
    """Only that pack goes."""
    store.add(PACKS)
    store.remove(called)
    assert "en-de" not in [pack.pair for pack in store.list()]
    assert len(store.list()) == 3


@pytest.mark.parametrize("called", ["", "en-xx", "..", "../packages", "."])
def test_removing_what_is_not_there_is_refused(store: PackStore, called: str) -> None:
    """No name reaches outside the folder."""
    store.add(EN_DE)
    with pytest.raises(NotFound):
        store.remove(called)
    assert len(store.list()) == 1


def test_a_changed_file_is_found_by_verify(store: PackStore) -> None:
    """One byte is enough."""
    (pack,) = store.add(EN_DE)
    model = pack.path / "model" / "model.bin"
    content = bytearray(model.read_bytes())
    content[-1] ^= 1
    model.write_bytes(content)
    (problem,) = store.verify()
    assert problem.path == pack.path
    assert "differs" in problem.problem


def _no_model(folder: Path) -> None:
    (folder / "model" / "model.bin").unlink()


def _bad_json(folder: Path) -> None:
    (folder / "metadata.json").write_text("{")


def _list_json(folder: Path) -> None:
    (folder / "metadata.json").write_text("[]")


def _evil_code(folder: Path) -> None:
    change_metadata(folder, from_code="../../etc")


def _number_code(folder: Path) -> None:
    change_metadata(folder, to_code=7)


def _bad_version(folder: Path) -> None:
    change_metadata(folder, package_version="../1")


def _no_version(folder: Path) -> None:
    change_metadata(folder, package_version=None)


def _other_type(folder: Path) -> None:
    change_metadata(folder, type="sbd")


DAMAGE = [_no_model, _bad_json, _list_json, _evil_code, _number_code, _bad_version, _no_version, _other_type]


@pytest.mark.parametrize("damage", [pytest.param(damage, id=damage.__name__.strip("_")) for damage in DAMAGE])
def test_a_damaged_pack_is_refused_and_a_damaged_folder_skipped(
    store: PackStore, unpacked: Path, damage: Callable[[Path], None]
) -> None:
    """The other packs still work, and the problem is told with a remedy."""
    store.add(DE_EN)
    damage(unpacked)
    with pytest.raises(PackError):
        store.add(unpacked)
    assert len(list(store.list()[0].path.parent.iterdir())) == 1, "nothing is left behind"
    shutil.copytree(unpacked, store.list()[0].path.parent / "en_de")
    packs, broken = store.survey()
    assert [pack.pair for pack in packs] == ["de-en"]
    assert [problem.path.name for problem in broken] == ["en_de"]
    assert broken[0].remedy


@pytest.mark.parametrize("member", ["model/model.bin", "sentencepiece.model"])
def test_a_pack_that_does_not_load_is_refused(store: PackStore, unpacked: Path, member: str) -> None:
    """A truncated model or piece file is found at installation, not at the first reply."""
    path = unpacked / member
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(PackError, match="cannot be loaded"):
        store.add(unpacked)


def _entry(name: str, mode: int = 0) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


@pytest.mark.parametrize(
    "member",
    [
        pytest.param(_entry("pack/../../evil"), id="climbs"),
        pytest.param(_entry("/evil"), id="absolute"),
        pytest.param(_entry("pack\\..\\evil"), id="backslash"),
        pytest.param(_entry("C:/evil"), id="drive"),
        pytest.param(_entry("pack/link", stat.S_IFLNK | 0o777), id="symlink"),
        pytest.param(_entry("pack/pipe", stat.S_IFIFO | 0o644), id="fifo"),
        pytest.param(_entry("pack/METADATA.json"), id="same-name-other-case"),
        pytest.param(_entry("stray/file"), id="stray-folder"),
        pytest.param(_entry("stray"), id="stray-file"),
        pytest.param(_entry("other/metadata.json"), id="two-packs"),
    ],
)
def test_a_hostile_archive_is_refused(
    store: PackStore, unpacked: Path, tmp_path: Path, member: zipfile.ZipInfo
) -> None:
    """Nothing is written outside, nothing is installed."""
    archive = repack(unpacked, tmp_path / "hostile.argosmodel")
    with zipfile.ZipFile(archive, "a") as opened:
        opened.writestr(member, b"/etc/passwd")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(PackError) as caught:
        store.add(archive)
    assert caught.value.remedy
    assert sorted(path for path in tmp_path.iterdir() if path.name != "packages") == before
    assert store.list() == ()
    assert list((tmp_path / "packages").iterdir()) == []


@pytest.mark.parametrize(
    "limits",
    [
        pytest.param(ArchiveLimits(members=3), id="members"),
        pytest.param(ArchiveLimits(total_bytes=100_000), id="size"),
        pytest.param(ArchiveLimits(ratio=1.01), id="ratio"),
    ],
)
def test_an_archive_beyond_the_limits_is_refused(tmp_path: Path, limits: ArchiveLimits) -> None:
    """A bomb is refused before it is unpacked."""
    with pytest.raises(PackError):
        PackStore(tmp_path / "packages", limits=limits).add(EN_DE)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", EN_DE.read_bytes()[:50_000]])
def test_a_file_that_is_no_archive_is_refused(store: PackStore, tmp_path: Path, content: bytes) -> None:
    """Half a download is told as such."""
    path = tmp_path / "half.argosmodel"
    path.write_bytes(content)
    with pytest.raises(PackError, match="cannot be read"):
        store.add(path)


def test_an_archive_without_metadata_is_refused(store: PackStore, unpacked: Path, tmp_path: Path) -> None:
    """Any other zip file is not a pack."""
    (unpacked / "metadata.json").unlink()
    with pytest.raises(PackError, match=r"metadata\.json"):
        store.add(repack(unpacked, tmp_path / "x.argosmodel"))


def test_sentence_splitters_inside_a_pack_are_left_out(store: PackStore, unpacked: Path, tmp_path: Path) -> None:
    """Argos packs carry stanza data that nothing here loads."""
    (unpacked / "stanza").mkdir()
    (unpacked / "stanza" / "big.pt").write_bytes(b"0" * 1000)
    (from_archive,) = store.add(repack(unpacked, tmp_path / "x.argosmodel"))
    assert not (from_archive.path / "stanza").exists()
    assert store.add(unpacked) == (from_archive,)


def test_an_empty_folder_is_no_pack(store: PackStore, tmp_path: Path) -> None:
    """The remedy names what to give."""
    with pytest.raises(PackError, match="argosmodel"):
        store.add(tmp_path)


@pytest.mark.parametrize(
    ("tag", "codes"),
    [
        pytest.param("de-AT", ("de-at", "de"), id="region"),
        pytest.param("pt-BR", ("pt-br", "pb", "pt"), id="brazil-may-use-plain"),
        pytest.param("zh-TW", ("zh-tw", "zt"), id="traditional-may-not-use-simplified"),
        pytest.param("zh-CN", ("zh-cn", "zh"), id="simplified"),
        pytest.param("nb-NO", ("nb-no", "nb", "no"), id="bokmal"),
    ],
)
def test_a_tag_finds_the_codes_that_packs_use(tag: str, codes: tuple[str, ...]) -> None:
    """Argos has codes of its own for written forms."""
    assert pack_codes(tag) == codes


@pytest.mark.parametrize(
    ("tag", "script"),
    [("de", "Latn"), ("ru", "Cyrl"), ("zt", "Hant"), ("zh", "Hans"), ("sr-Latn", "Latn"), ("ja", "Jpan"), ("xx", "")],
)
def test_the_script_of_a_target_is_known(tag: str, script: str) -> None:
    """CLDR likely subtags, with the pack codes of Argos."""
    assert expected_script(tag) == script


def test_reading_packs_leaves_the_home_folder_alone(tmp_path: Path) -> None:
    """Argos creates folders when it is imported; none of them may appear in the home folder."""
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    code = (
        "import sys; from pathlib import Path; from mannerly.translate.packs import PackStore;"
        "print(PackStore(Path(sys.argv[1])).add(Path(sys.argv[2]))[0].label)"
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "ARGOS_"))}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "packages"), str(EN_DE)],
        env=environment | {"HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "translate-en_de 1.0"
    assert list(home.iterdir()) == []
