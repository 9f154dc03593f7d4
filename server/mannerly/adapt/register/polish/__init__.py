"""Polish: Pan, Pani, Panstwo and ty, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.polish.engine import build

__all__ = ["build"]
