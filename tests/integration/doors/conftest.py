"""A real server on a free port around a small flow of our own, and certificates made on the spot."""

from __future__ import annotations

import datetime
import ipaddress
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path
from typing import Any

import grpc
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped] # no py.typed

from mannerly.api.server import MannerlyServer, build_server
from mannerly.client import AsyncClient, Connection
from mannerly.model.catalogue import (
    FeatureSupport,
    FileCheck,
    FileKind,
    LocaleInfo,
    OfflineReport,
    PackInfo,
    PairSupport,
    Route,
    SupportLevel,
)
from mannerly.model.context import Deadline
from mannerly.model.draft import Draft, Feature, Finding, Origin, Provenance, Segment, Severity
from mannerly.model.errors import InvalidInput, NotFound, QueueFull, UnknownLocale
from mannerly.model.facts import Register
from mannerly.model.outcome import Direction, Outcome, PackStamp, Preview, Signature
from mannerly.model.request import ReplyRequest
from mannerly.observe.logs import configure_logging
from mannerly.observe.metrics import Metrics
from mannerly.settings import Settings


@dataclass
class ShoutingReplies:
    """Localises by shouting; its first word makes it slow, full, or broken."""

    gate: threading.Event = field(default_factory=threading.Event)
    entered: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    stopped_by: list[str] = field(default_factory=list)
    running: int = 0
    peak: int = 0

    def localise(self, request: ReplyRequest, deadline: Deadline) -> Outcome:
        """Shout."""
        self.running += 1
        self.peak = max(self.peak, self.running)
        try:
            return self._localise(request, deadline)
        finally:
            self.running -= 1

    def _localise(self, request: ReplyRequest, deadline: Deadline) -> Outcome:
        match request.text.split()[0]:
            case "boom":
                raise RuntimeError(f"secret: {request.text}")
            case "full":
                raise QueueFull(retry_after_s=2.5)
            case "wait":
                self.entered.release()
                assert self.gate.wait(20)
            case "endless":
                self.entered.release()
                self._until_stopped(deadline)
            case "nap":
                time.sleep(0.05)
        if request.target == "xx-XX":
            raise UnknownLocale(field="target", remedy="Ask ListLocales.")
        if "!" in request.target:
            raise InvalidInput("The locale is not well-formed.", field="target", remedy="Send a BCP-47 tag.")
        return _outcome(request)

    def _until_stopped(self, deadline: Deadline) -> None:
        try:
            while True:
                deadline.check()
                time.sleep(0.005)
        except Exception as error:
            self.stopped_by.append(type(error).__name__)
            raise

    def preview(self, request: ReplyRequest, deadline: Deadline) -> Preview:
        """Shout, with what there was before."""
        return Preview(outcome=self.localise(request, deadline), raw_translation=request.text, back_translation="")


def _outcome(request: ReplyRequest) -> Outcome:
    provenance = Provenance(origin=Origin.PACK, packs=("translate-en_xx 1.0",))
    segment = Segment(source=request.text, text=request.text.upper(), provenance=provenance, score=-0.25)
    draft = Draft(original=request.text, source_language="en", segments=(segment,), text=request.text.upper())
    if "7" in request.text:
        blocking = Finding(code="verify.number_changed", severity=Severity.BLOCKING, message="A.", remedy="B.")
        draft = draft.noting(findings=(replace(blocking, segment=0, span=(0, 1)),))
    signature = Signature(
        service_version="0.1.0", packs=(PackStamp(name="translate-en_xx", version="1.0", sha256="ab" * 32),), beam=4
    )
    return Outcome(
        draft=draft,
        locale=request.target,
        direction=Direction.RTL if request.target.startswith("ar") else Direction.LTR,
        register=Register.FORMAL,
        signature=signature,
    )


class SmallCatalogue:
    """Knows 250 invented locales and one pack."""

    def locales(self) -> list[LocaleInfo]:
        """All of them, in no order."""
        return [self._info(f"aa-{number:03d}") for number in reversed(range(250))]

    def locale(self, tag: str) -> LocaleInfo:
        """One of them."""
        if tag.lower() not in {info.tag.lower() for info in self.locales()}:
            raise NotFound("There is no such locale.", remedy="Ask ListLocales.")
        return self._info(tag.lower())

    def packs(self) -> list[PackInfo]:
        """The one pack."""
        return [PackInfo(id="en-de", source="en", target="de", version="1.9", sha256="cd" * 32, size_bytes=77)]

    def pair(self, source: str, target: str) -> PairSupport:
        """English to German only."""
        if source != "en":
            raise InvalidInput("Not English.", field="source", remedy="Send en.")
        return PairSupport(source=source, target=target, route=Route.DIRECT, packs=("en-de",))

    def verify_offline(self, deadline: Deadline) -> OfflineReport:
        """One file that is broken."""
        broken = FileCheck(path="a/b.bin", kind=FileKind.MODEL, sha256="", size_bytes=0, problem="It is gone.")
        return OfflineReport(files=(broken,))

    @staticmethod
    def _info(tag: str) -> LocaleInfo:
        support = FeatureSupport(feature=Feature.IDIOM, level=SupportLevel.NONE, reason="No data.")
        return LocaleInfo(
            tag=tag, display_name="Invented", native_name="Invented", direction=Direction.LTR, features=(support,)
        )


@dataclass
class Running:
    """A server that runs."""

    server: MannerlyServer
    replies: ShoutingReplies
    catalogue: SmallCatalogue
    metrics: Metrics
    settings: Settings

    @property
    def target(self) -> str:
        """Where clients find it."""
        return f"localhost:{self.server.port}" if self.server.port else self.settings.listen

    def client(self) -> AsyncClient:
        """A patient client of it."""
        return AsyncClient(Connection(target=self.target, timeout=20.0))

    async def raw_call(self, message: bytes, *, timeout: float | None = 10, metadata: Any = ()) -> bytes:
        """Send bytes to LocaliseReply as they are."""
        async with grpc.aio.insecure_channel(self.target) as channel:
            call: Any = channel.unary_unary("/mannerly.v1.ReplyService/LocaliseReply")
            answer: bytes = await call(message, timeout=timeout, metadata=metadata)
            return answer

    @staticmethod
    def details(error: grpc.aio.AioRpcError) -> dict[str, Any]:
        """The details of an error by type name, each at most once."""
        status = status_pb2.Status.FromString(dict(error.trailing_metadata())["grpc-status-details-bin"])
        kinds = (error_details_pb2.ErrorInfo, error_details_pb2.BadRequest, error_details_pb2.RetryInfo)
        known = {kind.DESCRIPTOR.full_name: kind for kind in kinds}
        found = {}
        for detail in status.details:
            name = detail.TypeName()
            assert name not in found
            found[name] = known[name].FromString(detail.value)
        return {name.rpartition(".")[2]: detail for name, detail in found.items()}


Start = Callable[..., Awaitable[Running]]


@pytest.fixture
async def start() -> AsyncIterator[Start]:
    """Start servers with settings of choice; all are stopped at the end."""
    async with AsyncExitStack() as stack:

        async def start_one(**values: Any) -> Running:
            settings = Settings(**({"listen": "localhost:0"} | values))
            replies, catalogue, metrics = ShoutingReplies(), SmallCatalogue(), Metrics()
            server = build_server(settings, replies=replies, catalogue=catalogue, metrics=metrics)
            await server.start()
            await server.mark_ready()
            stack.push_async_callback(server.drain, notice=0, grace=0)
            stack.callback(replies.gate.set)
            return Running(server, replies, catalogue, metrics, settings)

        yield start_one


@pytest.fixture
def logs() -> StringIO:
    """Everything that is logged, as JSON lines."""
    stream = StringIO()
    configure_logging("json", "debug", stream)
    return stream


@dataclass(frozen=True)
class Certificates:
    """Files and contents of one authority, a server and a client."""

    ca: Path
    cert: Path
    key: Path
    client_cert: bytes
    client_key: bytes


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """Make an authority and what it signs."""
    folder = tmp_path_factory.mktemp("tls")
    ca_key = ec.generate_private_key(ec.SECP256R1())
    ca = _certificate("test authority", ca_key, None, ca_key)
    server_key, client_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    files = {
        "ca.pem": _pem(ca),
        "server.pem": _pem(_certificate("localhost", server_key, ca, ca_key)),
        "server.key": _pem_key(server_key),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    client = _pem(_certificate("shop.example", client_key, ca, ca_key))
    return Certificates(folder / "ca.pem", folder / "server.pem", folder / "server.key", client, _pem_key(client_key))


def _certificate(
    name: str, key: ec.EllipticCurvePrivateKey, issuer: x509.Certificate | None, signer: ec.EllipticCurvePrivateKey
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    names: list[x509.GeneralName] = [x509.DNSName(name.replace(" ", "-"))]
    if name == "localhost":
        names.append(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if issuer is None else issuer.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(signer, hashes.SHA256())
    )


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _pem_key(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
