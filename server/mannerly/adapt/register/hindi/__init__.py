"""Hindi: aap, tum and tu, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.hindi.engine import build

__all__ = ["build"]
