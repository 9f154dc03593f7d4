"""Who gets in: tokens, roles, TLS and client certificates on a real server."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc

from mannerly.api.access import PUBLIC, TABLE, Role, may_call
from mannerly.api.tokens import hash_token
from mannerly.client import AsyncClient, CallFailed, Connection
from mannerly.model.errors import SettingsError
from mannerly.model.request import ReplyRequest

TOKENS = {role: f"{role.value}-token-0123456789abcdef" for role in Role}
STREAMING = {
    "/mannerly.v1.ReplyService/StreamLocaliseReplies",
    "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
}


@pytest.fixture
def tokens_file(tmp_path: Path) -> Path:
    """One token per role."""
    rows = [{"name": f"a {role}", "role": role.value, "sha256": hash_token(TOKENS[role])} for role in Role]
    path = tmp_path / "tokens.json"
    path.write_text(json.dumps({"tokens": rows}))
    return path


async def code_of(channel: Any, method: str, token: str | None) -> grpc.StatusCode:
    """Call a method with empty messages and return the code."""
    metadata = () if token is None else (("authorization", f"Bearer {token}"),)
    try:
        if method in STREAMING:
            async for _ in channel.stream_stream(method)(iter([b""]), metadata=metadata, timeout=10):
                pass
        else:
            await channel.unary_unary(method)(b"", metadata=metadata, timeout=10)
    except grpc.aio.AioRpcError as error:
        return error.code()
    return grpc.StatusCode.OK


async def test_every_method_lets_in_exactly_the_roles_of_the_table(start, tokens_file: Path) -> None:
    """Method by role, on the wire."""
    running = await start(tokens_file=tokens_file)
    async with grpc.aio.insecure_channel(running.target) as channel:
        for method in TABLE:
            for role in Role:
                code = await code_of(channel, method, TOKENS[role])
                assert (code is not grpc.StatusCode.PERMISSION_DENIED) == may_call(role, method), (method, role)
                assert code is not grpc.StatusCode.UNAUTHENTICATED


@pytest.mark.parametrize(
    "metadata",
    [
        pytest.param((), id="none"),
        pytest.param((("authorization", "Bearer wrong"),), id="wrong"),
        pytest.param((("authorization", "Bearer "),), id="empty"),
        pytest.param((("authorization", f"Basic {TOKENS[Role.ADMIN]}"),), id="other scheme"),
        pytest.param((("authorization", f"Bearer {hash_token(TOKENS[Role.ADMIN])}"),), id="the hash itself"),
    ],
)
async def test_without_a_known_token_nobody_gets_in(start, tokens_file: Path, metadata, logs: StringIO) -> None:
    """Every method says UNAUTHENTICATED, and no token is logged."""
    running = await start(tokens_file=tokens_file)
    async with grpc.aio.insecure_channel(running.target) as channel:
        for method in set(TABLE) - STREAMING:
            call: Any = channel.unary_unary(method)
            with pytest.raises(grpc.aio.AioRpcError) as caught:
                await call(b"", metadata=metadata)
            assert caught.value.code() is grpc.StatusCode.UNAUTHENTICATED, method

    assert TOKENS[Role.ADMIN] not in logs.getvalue()


async def test_health_needs_no_token(start, tokens_file: Path) -> None:
    """Load balancers have none."""
    running = await start(tokens_file=tokens_file)
    async with grpc.aio.insecure_channel(running.target) as channel:
        stub: Any = health_pb2_grpc.HealthStub(channel)
        answer = await stub.Check(health_pb2.HealthCheckRequest())

    assert answer.status == health_pb2.HealthCheckResponse.SERVING
    assert f"/{health_pb2.DESCRIPTOR.services_by_name['Health'].full_name}/Check" in PUBLIC


async def test_the_log_names_caller_and_role(start, tokens_file: Path, logs: StringIO) -> None:
    """By the name in the tokens file."""
    running = await start(tokens_file=tokens_file)
    async with AsyncClient(Connection(target=running.target, token=TOKENS[Role.LEAD])) as door:
        await door.localise(ReplyRequest(text="hi", target="de"))
    line = json.loads(logs.getvalue().splitlines()[-1])

    assert (line["caller"], line["role"], line["code"]) == ("a lead", "lead", "OK")


async def test_without_tokens_loopback_is_open(start, logs: StringIO) -> None:
    """A first try needs no set-up."""
    running = await start()
    async with AsyncClient(Connection(target=running.target)) as door:
        assert not (await door.verify_offline()).ok

    assert '"admin"' in logs.getvalue()


async def test_tls_serves_whoever_trusts_the_authority(start, certificates) -> None:
    """And refuses plain text."""
    running = await start(tls_cert=certificates.cert, tls_key=certificates.key)
    secure = Connection(target=running.target, authorities=certificates.ca.read_bytes())
    async with AsyncClient(secure) as door:
        assert (await door.localise(ReplyRequest(text="hi", target="de"))).text == "HI"
    async with AsyncClient(Connection(target=running.target, timeout=1)) as door:
        with pytest.raises(CallFailed) as caught:
            await door.localise(ReplyRequest(text="hi", target="de"))

    assert caught.value.code in {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED}


async def test_mutual_tls_identifies_services(start, certificates, logs: StringIO) -> None:
    """The certificate's name is the caller, with the role service; without one the handshake fails."""
    running = await start(tls_cert=certificates.cert, tls_key=certificates.key, tls_client_ca=certificates.ca)
    ca = certificates.ca.read_bytes()
    known = Connection(
        target=running.target, authorities=ca, certificate=certificates.client_cert, key=certificates.client_key
    )
    async with AsyncClient(known) as door:
        assert (await door.localise(ReplyRequest(text="hi", target="de"))).text == "HI"
        with pytest.raises(CallFailed) as caught:
            await door.verify_offline()
    async with AsyncClient(Connection(target=running.target, authorities=ca, timeout=1)) as door:
        with pytest.raises(CallFailed):
            await door.localise(ReplyRequest(text="hi", target="de"))
    finished = [json.loads(line) for line in logs.getvalue().splitlines()]

    assert caught.value.reason == "PERMISSION_DENIED"
    assert [(line["caller"], line["role"]) for line in finished] == [("shop.example", "service")] * 2


async def test_broken_certificates_stop_the_start(start, certificates, tmp_path: Path) -> None:
    """A file that is no PEM, and a key that belongs to nothing."""
    (tmp_path / "cert.pem").write_text("not pem")
    (tmp_path / "half.pem").write_text("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    for cert in ("cert.pem", "half.pem"):
        with pytest.raises(SettingsError):
            await start(tls_cert=tmp_path / cert, tls_key=certificates.key)
