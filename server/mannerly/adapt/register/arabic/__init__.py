"""Arabic: the plural of respect and the singular, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.arabic.engine import build

__all__ = ["build"]
