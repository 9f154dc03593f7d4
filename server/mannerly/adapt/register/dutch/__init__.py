"""Dutch: u and je, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.dutch.engine import build

__all__ = ["build"]
