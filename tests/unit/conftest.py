"""What several unit tests build: a flow over the shipped data, without packs."""

import pytest

from mannerly.bootstrap import Mannerly
from mannerly.model.context import Deadline
from mannerly.model.facts import ReplyFacts
from mannerly.model.request import ReplyRequest
from mannerly.settings import Settings


@pytest.fixture(scope="session")
def mannerly(tmp_path_factory):
    """Every part over the shipped data, without packs."""
    return Mannerly(Settings(data_dir=tmp_path_factory.mktemp("data")))


@pytest.fixture
def localise(mannerly):
    """Return a function that localises a text and gives the outcome."""

    def run(text, target, *, source="en", facts=None, **fields):
        request = ReplyRequest(text=text, target=target, source=source, facts=facts or ReplyFacts(), **fields)
        return mannerly.replies.localise(request, Deadline())

    return run
