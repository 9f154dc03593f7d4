"""Russian: vy and ty, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.russian.engine import build

__all__ = ["build"]
