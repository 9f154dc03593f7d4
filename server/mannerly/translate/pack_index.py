"""Downloads packs from the Argos index when an operator asks for it: the only place that uses the network."""

from __future__ import annotations

import json
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, Any

from packaging.version import InvalidVersion, Version

from mannerly.model.errors import PackError, PackMissing
from mannerly.translate.codes import pack_codes, same_language
from mannerly.translate.installed_pack import InstalledPack
from mannerly.translate.packs import PIVOT, PackStore

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_CHUNK = 1024 * 1024
_REMEDY = "Check the network and the index address, or carry the pack over and use `mannerly packs add FILE`."


@dataclass(frozen=True, kw_only=True)
class DownloadLimits:
    """What a download may cost.

    Args:
        index_bytes: size of the index.
        pack_bytes: size of a pack.
        timeout_s: seconds without any answer.
    """

    index_bytes: int = 16 * 1024**2
    pack_bytes: int = 2 * 1024**3
    timeout_s: float = 60.0


def fetch(
    store: PackStore, source: str, target: str, index_url: str, limits: DownloadLimits | None = None
) -> tuple[InstalledPack, ...]:
    """Download and install what a pair needs: one pack, or two that meet in English.

    Args:
        store: where to install.
        source: language tag.
        target: language tag.
        index_url: https address of an Argos index.json; http only for this machine.
        limits: see DownloadLimits.

    Raises:
        PackMissing: the index has no pack for the pair.
        PackError: a download failed or what came is not a sound pack.
    """
    limits = limits or DownloadLimits()
    entries = _entries(index_url, limits)
    return tuple(_install(store, entry, limits) for entry in _legs(entries, source, target))


def _entries(index_url: str, limits: DownloadLimits) -> list[dict[str, Any]]:
    with tempfile.TemporaryFile() as file:
        _download(index_url, file, limits.index_bytes, limits.timeout_s)
        file.seek(0)
        try:
            found = json.load(file)
        except ValueError as error:
            raise PackError("The index is not JSON.", remedy=_REMEDY) from error
    entries = found if isinstance(found, list) else []
    return [entry for entry in entries if isinstance(entry, dict) and entry.get("type", "translate") == "translate"]


def _legs(entries: Sequence[dict[str, Any]], source: str, target: str) -> list[dict[str, Any]]:
    direct = _best(entries, source, target)
    if direct is not None:
        return [direct]
    if not same_language(source, PIVOT) and not same_language(target, PIVOT):
        first, second = _best(entries, source, PIVOT), _best(entries, PIVOT, target)
        if first is not None and second is not None:
            return [first, second]
    raise PackMissing(
        f"The index has no pack from {source} to {target}.",
        remedy="Convert an OPUS-MT model of the pair with `mannerly packs add FOLDER`.",
    )


def _best(entries: Sequence[dict[str, Any]], source: str, target: str) -> dict[str, Any] | None:
    for to_code in pack_codes(target):
        for from_code in pack_codes(source):
            of_pair = [
                entry for entry in entries if (entry.get("from_code"), entry.get("to_code")) == (from_code, to_code)
            ]
            if of_pair:
                return max(of_pair, key=_version)
    return None


def _version(entry: Mapping[str, Any]) -> Version:
    try:
        return Version(str(entry.get("package_version", "0")))
    except InvalidVersion:
        return Version("0")


def _install(store: PackStore, entry: Mapping[str, Any], limits: DownloadLimits) -> InstalledPack:
    links = entry.get("links")
    problem = PackError("The index gives no usable address for the pack.", remedy=_REMEDY)
    for link in links if isinstance(links, list) else []:
        try:
            with tempfile.NamedTemporaryFile(suffix=".argosmodel") as file:
                _download(str(link), file, limits.pack_bytes, limits.timeout_s)
                file.flush()
                (pack,) = store.add(Path(file.name))
                return pack
        except PackError as error:  # the next link may work
            problem = error
    raise problem


class _SameRules(urllib.request.HTTPRedirectHandler):
    """Redirects obey the rule for addresses as well."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        try:
            _check_address(newurl)
        except PackError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check_address(url: str) -> None:
    parts = urllib.parse.urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise PackError("The address is not an https address.", remedy=_REMEDY)


def _download(url: str, into: IO[bytes], most: int, timeout_s: float) -> None:
    _check_address(url)
    opener = urllib.request.build_opener(_SameRules)
    size = 0
    try:
        with opener.open(url, timeout=timeout_s) as answer:
            while chunk := answer.read(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise PackError(f"The download is larger than {most} bytes.", remedy=_REMEDY)
                into.write(chunk)
    except (urllib.error.URLError, HTTPException, OSError, ValueError) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        raise PackError(f"The download failed ({type(error).__name__}).", remedy=_REMEDY) from error
