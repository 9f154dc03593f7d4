"""Generates server/mannerly/v1 from the .proto files, and checks them; knows nothing of what the messages mean.

`generate.py` writes the code, `--check` fails when the committed code is not current, `--lint` runs `buf lint` and
`--breaking` compares with the last commit. Everything works offline: imports come from installed packages.
"""

from __future__ import annotations

import argparse
import filecmp
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import google.api  # type: ignore[import-untyped] # no py.typed
from grpc_tools import protoc  # type: ignore[import-untyped] # no py.typed

ROOT = Path(__file__).resolve().parent.parent
PROTO = ROOT / "proto"
SERVER = ROOT / "server"
PACKAGE = Path("mannerly/v1")
INIT = '"""Generated from proto/mannerly/v1 by proto/generate.py; never edited."""\n'


def sources(proto: Path) -> list[str]:
    """Return the .proto files below a root, relative to it, sorted."""
    return sorted(path.relative_to(proto).as_posix() for path in (proto / PACKAGE).glob("*.proto"))


def run_protoc(proto: Path, *outputs: str) -> None:
    """Run protoc over every source.

    Args:
        proto: root of the .proto files.
        outputs: options that say what to write.

    Raises:
        SystemExit: protoc refused the files.
    """
    own_bin = f"{Path(sys.executable).parent}"
    plugin = shutil.which("protoc-gen-mypy_grpc", path=own_bin) or "protoc-gen-mypy_grpc"
    shared = [f"-I{Path(folder).parent.parent}" for folder in google.api.__path__]
    well_known = f"-I{Path(protoc.__file__).parent / '_proto'}"
    plugins = [f"--plugin=protoc-gen-mypy_grpc={plugin}"]
    if protoc.main(["protoc", f"-I{proto}", *shared, well_known, *plugins, *outputs, *sources(proto)]) != 0:
        raise SystemExit("protoc failed")


def generate(out: Path) -> None:
    """Write messages, stubs and services below `out`, replacing what is there."""
    shutil.rmtree(out / PACKAGE, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    run_protoc(PROTO, f"--python_out={out}", f"--pyi_out={out}")
    services = out / "services"
    services.mkdir()
    run_protoc(PROTO, f"--grpc_python_out={services}", f"--mypy_grpc_out=quiet:{services}")
    # Only files that hold a service: the plugins write an empty module for each other file too.
    for name in sources(PROTO):
        if name.endswith("_service.proto"):
            for made in services.glob(f"{name.removesuffix('.proto')}_pb2_grpc.py*"):
                shutil.move(made, out / PACKAGE / made.name)
    shutil.rmtree(services)
    (out / PACKAGE / "__init__.py").write_text(INIT, encoding="utf-8")


def check() -> int:
    """Return 0 when the committed code is what the sources give, else 1 and the differing names on stderr."""
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder))
        fresh, committed = Path(folder) / PACKAGE, SERVER / PACKAGE
        names = {path.name for root in (fresh, committed) for path in root.iterdir() if path.is_file()}
        _, differing, missing = filecmp.cmpfiles(fresh, committed, sorted(names), shallow=False)
    for name in (*differing, *missing):
        sys.stderr.write(f"server/{PACKAGE.as_posix()}/{name} is not current: run python proto/generate.py\n")
    return 1 if differing or missing else 0


def image(proto: Path, out: Path) -> Path:
    """Write a descriptor image with comments and imports, which buf reads without a network."""
    run_protoc(proto, "--include_imports", "--include_source_info", f"--descriptor_set_out={out}")
    return out


def buf(*arguments: str) -> int:
    """Run buf with this folder's configuration and return its exit status."""
    program = shutil.which("buf", path=f"{Path(sys.executable).parent}") or "buf"
    command = [program, *arguments, "--config", str(PROTO / "buf.yaml"), "--path", PACKAGE.as_posix()]
    return subprocess.run(command, check=False).returncode  # noqa: S603 - fixed program, own arguments


def lint() -> int:
    """Return buf lint's exit status."""
    with tempfile.TemporaryDirectory() as folder:
        return buf("lint", str(image(PROTO, Path(folder) / "now.binpb")))


def breaking(revision: str = "HEAD") -> int:
    """Compare with a revision; 0 when compatible, or when that revision has no .proto files."""
    command = ["git", "-C", str(ROOT), "archive", "--format=tar", revision, "proto"]
    archive = subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - fixed program
    if archive.returncode != 0:
        sys.stderr.write(f"{revision} has no .proto files: nothing to compare with.\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
            tar.extractall(folder, filter="data")
        before = image(Path(folder) / "proto", Path(folder) / "before.binpb")
        now = image(PROTO, Path(folder) / "now.binpb")
        return buf("breaking", str(now), "--against", str(before))


def main() -> int:
    """Run the asked-for command and return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--check", action="store_true", help="fail when the committed code is not current")
    group.add_argument("--lint", action="store_true", help="run buf lint")
    group.add_argument("--breaking", action="store_true", help="compare with the last commit")
    options = parser.parse_args()
    if options.check:
        return check()
    if options.lint:
        return lint()
    if options.breaking:
        return breaking()
    generate(SERVER)
    return 0


if __name__ == "__main__":
    sys.exit(main())
