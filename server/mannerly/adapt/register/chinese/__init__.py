"""Chinese: the polite pronoun and the familiar one, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.chinese.engine import build

__all__ = ["build"]
