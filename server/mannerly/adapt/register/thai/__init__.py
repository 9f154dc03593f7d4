"""Thai: particles and pronouns of respect, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.thai.engine import build

__all__ = ["build"]
