"""German: Sie and du, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.german.engine import build

__all__ = ["build"]
