"""Japanese: plain, polite and honorific style, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.japanese.engine import build

__all__ = ["build"]
