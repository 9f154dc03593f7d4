"""The API keeps its promises: lint, comments, generated code, and tables without gaps."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from google.api import annotations_pb2, field_behavior_pb2  # type: ignore[import-untyped] # no py.typed
from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.descriptor_pb2 import FileDescriptorSet
from grpc_health.v1 import health_pb2
from grpc_reflection.v1alpha import reflection_pb2

from mannerly.api.access import PUBLIC, TABLE, Role
from mannerly.api.convert.enums import PAIRS, EnumPair
from mannerly.api.errors import TABLE as ERRORS
from mannerly.model.errors import MannerlyError
from mannerly.settings import reference
from mannerly.v1 import error_reason_pb2, language_service_pb2, reply_service_pb2

ROOT = Path(__file__).resolve().parents[2]
GENERATE = ROOT / "proto" / "generate.py"
SERVICES = [
    reply_service_pb2.DESCRIPTOR.services_by_name["ReplyService"],
    language_service_pb2.DESCRIPTOR.services_by_name["LanguageService"],
]


def generate(script: Path, option: str) -> subprocess.CompletedProcess[str]:
    """Run the generator."""
    return subprocess.run([sys.executable, script, option], capture_output=True, text=True, check=False, timeout=100)


@pytest.mark.parametrize("option", ["--lint", "--check", "--breaking"])
def test_the_proto_files_are_in_order(option: str) -> None:
    """Lint passes, the committed code is current, and nothing breaks the last commit."""
    result = generate(GENERATE, option)

    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of proto/ and the generated code that a test may break."""
    shutil.copytree(ROOT / "proto", tmp_path / "proto")
    shutil.copytree(ROOT / "server" / "mannerly" / "v1", tmp_path / "server" / "mannerly" / "v1")
    return tmp_path


@pytest.mark.parametrize(
    ("option", "old", "new"),
    [
        pytest.param("--lint", "  // True exactly when no finding blocks.\n", "", id="comment lost"),
        pytest.param("--lint", "string source_locale", "string sourceLocale", id="name in another case"),
        pytest.param("--check", "string source_locale", "string source_tag", id="generated code old"),
    ],
)
def test_the_checks_see_a_mistake(copy: Path, option: str, old: str, new: str) -> None:
    """A green check means something."""
    path = copy / "proto" / "mannerly" / "v1" / "reply.proto"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    assert generate(copy / "proto" / "generate.py", option).returncode != 0


def test_breaking_sees_a_removed_field(copy: Path) -> None:
    """Against a commit of the copy itself."""
    git = ["git", "-C", str(copy), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "proto"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    assert generate(copy / "proto" / "generate.py", "--breaking").returncode == 0
    path = copy / "proto" / "mannerly" / "v1" / "locale.proto"
    path.write_text(path.read_text(encoding="utf-8").replace("string native_name = 4;", ""), encoding="utf-8")

    assert generate(copy / "proto" / "generate.py", "--breaking").returncode != 0


def test_everything_is_commented(tmp_path: Path) -> None:
    """Every message, field, enum, value, service and method says what it is."""
    out = tmp_path / "image.binpb"
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'proto')!r}); import generate, pathlib;"
        f"generate.image(generate.PROTO, pathlib.Path({str(out)!r}))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
    image = FileDescriptorSet.FromString(out.read_bytes())
    # Paths in descriptor.proto: message 4, field 2, enum 5, value 2, service 6, method 2, oneof 8.
    shapes = {(4,), (4, 2), (4, 8), (5,), (5, 2), (6,), (6, 2)}
    seen, bare = 0, []
    for file in image.file:
        if not file.package.startswith("mannerly"):
            continue
        for location in file.source_code_info.location:
            if tuple(location.path[::2]) in shapes:
                seen += 1
                if not location.leading_comments.strip():
                    bare.append((file.name, tuple(location.path)))

    assert seen > 200
    assert bare == []


def methods() -> list[str]:
    """Full names of our methods."""
    return [f"/{service.full_name}/{method.name}" for service in SERVICES for method in service.methods]


def test_every_method_has_a_row_in_the_access_table() -> None:
    """No more and no less: own methods, health and reflection."""
    health = health_pb2.DESCRIPTOR.services_by_name["Health"]
    reflection = reflection_pb2.DESCRIPTOR.services_by_name["ServerReflection"]
    others = {f"/{service.full_name}/{method.name}" for service in (health, reflection) for method in service.methods}

    assert set(methods()) <= set(TABLE)
    assert set(TABLE) | PUBLIC == set(methods()) | others
    assert all(Role.ADMIN in roles for roles in TABLE.values())


def requests() -> list[Descriptor]:
    """Every message that a caller can send."""
    found: dict[str, Descriptor] = {}
    todo = [method.input_type for service in SERVICES for method in service.methods]
    while todo:
        message = todo.pop()
        if message.full_name in found or not message.full_name.startswith("mannerly"):
            continue
        found[message.full_name] = message
        todo += [field.message_type for field in message.fields if field.message_type is not None]
    return [message for message in found.values() if not message.GetOptions().map_entry]


def behaviours(field: FieldDescriptor) -> list[int]:
    """REQUIRED, OPTIONAL and the like."""
    return list(field.GetOptions().Extensions[field_behavior_pb2.field_behavior])


def test_every_request_field_says_whether_it_is_required() -> None:
    """Exactly one of REQUIRED and OPTIONAL."""
    fields = [field for message in requests() for field in message.fields]
    allowed = ([field_behavior_pb2.REQUIRED], [field_behavior_pb2.OPTIONAL])

    assert len(fields) > 40
    assert [field.full_name for field in fields if behaviours(field) not in allowed] == []


def test_every_method_but_streams_has_an_http_path() -> None:
    """google.api.http, each path once."""
    paths = []
    for service in SERVICES:
        for method in service.methods:
            rule = method.GetOptions().Extensions[annotations_pb2.http]
            if not method.client_streaming:
                paths.append((rule.get or rule.post, bool(rule.get)))

    assert all(path.startswith("/v1/") for path, _ in paths)
    assert len(set(paths)) == len(paths) == 7


def family(kind: type[MannerlyError]) -> list[type[MannerlyError]]:
    """A class and all below it that the package itself defines."""
    below = [one for child in kind.__subclasses__() for one in family(child)]
    return [kind, *below] if kind.__module__.startswith("mannerly.") else below


def test_every_error_has_a_row_and_a_reason() -> None:
    """Table, classes and the published enum agree."""
    reasons = {name.removeprefix("ERROR_REASON_") for name in error_reason_pb2.ErrorReason.keys()}  # noqa: SIM118 - not a dict
    kinds = set(family(MannerlyError))

    assert kinds == set(ERRORS)
    assert {kind.reason for kind in kinds} == reasons - {"UNSPECIFIED"}
    assert all((kind.__doc__ or "").strip() for kind in kinds)


def test_every_enumeration_is_covered_both_ways() -> None:
    """Each wire value has a member, but for an UNSPECIFIED that means nothing, and the other way round."""
    pairs: tuple[EnumPair[Any], ...] = PAIRS
    for pair in pairs:
        names = {number: name for name, number in pair.wire.items()}
        for number, name in names.items():
            if number == 0 and not pair.knows(0):
                continue
            assert pair.name_of(pair.from_wire(number, "x")) == name


def test_the_settings_page_is_current() -> None:
    """docs/reference/settings.md is what `python -m mannerly.settings` prints."""
    assert (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8") == reference()


def test_retries_name_real_methods_and_unavailable_only() -> None:
    """aip.dev/194."""
    text = resources.files("mannerly.client").joinpath("service_config.json").read_text(encoding="utf-8")
    (entry,) = json.loads(text)["methodConfig"]
    known = {service.full_name: {method.name for method in service.methods} for service in SERVICES}

    assert entry["retryPolicy"]["retryableStatusCodes"] == ["UNAVAILABLE"]
    assert all(name.get("method") in known[name["service"]] | {None} for name in entry["name"])


def test_only_doors_know_wire_types() -> None:
    """mannerly.v1 is imported by api/ and client/ alone."""
    package = ROOT / "server" / "mannerly"
    outside = [path for path in package.rglob("*.py") if path.parts[len(package.parts)] not in {"api", "client", "v1"}]

    assert outside
    assert [path.name for path in outside if "mannerly.v1" in path.read_text(encoding="utf-8")] == []
