"""The signature changes when a library that shapes texts does."""

import re
import tomllib
from pathlib import Path

from mannerly.observe.libraries import SHAPING, libraries_revision, shaping_libraries


def test_every_library_named_is_one_of_the_project():
    """Declared or locked, so that a misspelt name cannot stand for one that is not installed."""
    lock = tomllib.loads((Path(__file__).parents[2] / "uv.lock").read_text(encoding="utf-8"))
    assert set(SHAPING) <= {package["name"] for package in lock["package"]}


def test_the_revision_is_short_and_made_of_what_is_installed():
    """Every library of the development environment is there."""
    assert re.fullmatch(r"[0-9a-f]{8}", libraries_revision())
    assert all(shaping_libraries().values())


def test_a_reply_is_signed_with_the_revision(localise):
    """In the line and in its own field."""
    signature = localise("Thank you for your patience.", "de-DE").signature
    assert signature.libraries == libraries_revision()
    assert f"libraries:{libraries_revision()}" in signature.text
