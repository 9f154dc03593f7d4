"""Which level a reply has: the request's own, the request's register, the profile's level, the profile's register."""

import pytest

from mannerly.model.context import Deadline
from mannerly.model.errors import InvalidInput
from mannerly.model.facts import Channel, Register, ReplyFacts
from mannerly.model.request import Overrides, ReplyRequest
from mannerly.profiles.profile import StyleProfile
from mannerly.surroundings import ContextResolver

PROFILE = """
locale: vi
register: {default: formal}
speech_level: {chat: ban}
sources: [x]
examples: [{keeps: a}, {keeps: b}]
"""


@pytest.fixture
def resolve(mannerly, tmp_path):
    """Resolve a request for Vietnamese with a profile that names a level for chat."""
    folder = tmp_path / "vi"
    folder.mkdir()
    (folder / "_base.yaml").write_text(PROFILE, encoding="utf-8")
    resolver = ContextResolver(library=mannerly.library, profiles=type(mannerly.profiles)(tmp_path))

    def run(channel=Channel.UNKNOWN, **overrides):
        request = ReplyRequest(
            text="x", target="vi", facts=ReplyFacts(channel=channel), overrides=Overrides(**overrides)
        )
        context = resolver(request, Deadline())
        return context.level, context.register

    return run


@pytest.mark.parametrize(
    ("channel", "overrides", "expected"),
    [
        (Channel.EMAIL, {}, ("", Register.FORMAL)),
        (Channel.CHAT, {}, ("ban", Register.INFORMAL)),
        (Channel.CHAT, {"register": Register.FORMAL}, ("", Register.FORMAL)),
        (Channel.EMAIL, {"speech_level": "ban"}, ("ban", Register.INFORMAL)),
        (Channel.CHAT, {"speech_level": "quy_khach", "register": Register.INFORMAL}, ("quy_khach", Register.FORMAL)),
    ],
    ids=["profile-register", "profile-level", "register-over-profile-level", "level", "level-over-register"],
)
def test_the_more_specific_wish_decides(resolve, channel, overrides, expected):
    """A level brings its register with it."""
    assert resolve(channel, **overrides) == expected


def test_an_unknown_level_is_refused_with_the_known_ones(resolve):
    """The error names the field and lists what there is."""
    with pytest.raises(InvalidInput) as caught:
        resolve(speech_level="sonkeigo")
    assert caught.value.field == "overrides.speech_level"
    assert "quy_khach" in caught.value.remedy


def test_a_profile_names_levels_per_known_channel_only():
    """A misspelt channel is an error of the file."""
    with pytest.raises(ValueError, match="channels"):
        StyleProfile.model_validate(
            {
                "locale": "vi",
                "register": {"default": "formal"},
                "speech_level": {"caht": "ban"},
                "sources": ["x"],
                "examples": [{"keeps": "a"}, {"keeps": "b"}],
            }
        )
