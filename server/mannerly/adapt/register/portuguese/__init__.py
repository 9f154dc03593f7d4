"""Portuguese: o senhor, third person and tu, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.portuguese.engine import build

__all__ = ["build"]
