"""Turkish: siz and sen, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.turkish.engine import build

__all__ = ["build"]
