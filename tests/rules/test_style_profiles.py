"""Every example in style_profiles/ comes out of the real flow as the profile says, with no pack installed."""

from pathlib import Path

import pytest

from mannerly.bootstrap import Mannerly
from mannerly.model.context import Deadline
from mannerly.model.facts import ReplyFacts
from mannerly.model.request import Overrides, ReplyRequest
from mannerly.profiles.library import ProfileLibrary
from mannerly.settings import Settings

ROOT = Path(__file__).parents[2]
PROFILES = ProfileLibrary(ROOT / "style_profiles")


@pytest.fixture(scope="module")
def replies(tmp_path_factory):
    """The real flow over the shipped data, without packs."""
    return Mannerly(Settings(data_dir=tmp_path_factory.mktemp("data"))).replies


@pytest.mark.parametrize("profile_id", PROFILES.ids)
def test_a_profile_does_what_its_examples_say(replies, profile_id):
    """`from` becomes `to`, and `keeps` stays as it is."""
    profile = PROFILES.get(profile_id).profile
    plain = Overrides(add_salutation=False, add_closing=False)
    for example in profile.examples:
        request = ReplyRequest(
            text=example.keeps or example.before,
            target=profile.locale,
            source=profile.locale if example.keeps else "en",
            facts=ReplyFacts(channel=example.channel),
            overrides=plain,
            profile=profile_id,
        )
        draft = replies.localise(request, Deadline()).draft
        assert draft.text == (example.keeps or example.after)
        assert draft.ready_to_send


def test_every_language_has_a_profile():
    """A language that can be written has a base profile."""
    languages = {path.name.split("-")[0] for path in (ROOT / "locales").iterdir()}
    assert languages <= set(PROFILES.ids)
