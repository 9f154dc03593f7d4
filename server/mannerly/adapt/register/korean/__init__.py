"""Korean: hae, haeyo and hapsyo, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.korean.engine import build

__all__ = ["build"]
