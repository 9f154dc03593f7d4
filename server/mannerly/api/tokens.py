"""Bearer tokens, stored as hashes in a file; must never keep or show a token itself."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from mannerly.api.access import Principal, Role
from mannerly.model.errors import SettingsError

FIELD = "tokens_file"
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


def hash_token(token: str) -> str:
    """Return what the tokens file holds for a token: the SHA-256 of its UTF-8 bytes in lower-case hexadecimal.

    Tokens are long random strings, so a fast hash without salt gives nothing away.
    """
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


@dataclass(frozen=True, kw_only=True)
class TokenEntry:
    """One token's hash and whom it stands for."""

    sha256: str
    principal: Principal


class TokenBook:
    """All tokens of an installation.

    Args:
        entries: the tokens' hashes; none means that no token is right.
    """

    def __init__(self, entries: tuple[TokenEntry, ...] = ()) -> None:
        self._entries = entries

    def find(self, token: str) -> Principal | None:
        """Return whom a token stands for, in a time that does not depend on which entry matches."""
        wanted = hash_token(token)
        found = None
        for entry in self._entries:
            if hmac.compare_digest(entry.sha256, wanted):
                found = entry.principal
        return found


def read_tokens(path: Path) -> TokenBook:
    """Read a tokens file: `tokens:` with a list of `name`, `role` and `sha256`.

    Raises:
        SettingsError: the file cannot be read, or names everything that is wrong with its entries.
    """
    try:
        content = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, YAMLError) as error:
        raise SettingsError("The tokens file cannot be read.", field=FIELD, remedy="Correct the file.") from error
    rows = content.get("tokens") if isinstance(content, dict) else None
    if not isinstance(rows, list):
        raise SettingsError("The tokens file has no list `tokens`.", field=FIELD, remedy="Start it with `tokens:`.")
    problems = [problem for number, row in enumerate(rows, 1) for problem in _problems(number, row)]
    hashes = [row["sha256"] for row in rows if not problems]
    if len(set(hashes)) != len(hashes):
        problems.append("a token is listed twice")
    if problems:
        raise SettingsError(f"The tokens file is wrong: {'; '.join(problems)}.", field=FIELD, remedy="Correct it.")
    return TokenBook(
        tuple(
            TokenEntry(sha256=row["sha256"], principal=Principal(name=row["name"], role=Role(row["role"])))
            for row in rows
        )
    )


def _problems(number: int, row: Any) -> list[str]:  # noqa: ANN401 - any YAML
    if not isinstance(row, dict):
        return [f"entry {number} is not a mapping"]
    problems = []
    if not isinstance(row.get("name"), str) or not row["name"].strip():
        problems.append(f"entry {number} has no name")
    if row.get("role") not in {role.value for role in Role}:
        problems.append(f"the role of entry {number} is not one of {', '.join(Role)}")
    if not isinstance(row.get("sha256"), str) or not _SHA256.fullmatch(row["sha256"]):
        problems.append(f"sha256 of entry {number} is not 64 lower-case hexadecimal digits")
    if extra := sorted(str(key) for key in set(row) - {"name", "role", "sha256"}):
        problems.append(f"entry {number} has unknown keys {', '.join(extra)}")
    return problems
