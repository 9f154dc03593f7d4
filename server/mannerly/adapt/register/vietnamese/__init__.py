"""Vietnamese: kinship terms, quy khach and ban, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.vietnamese.engine import build

__all__ = ["build"]
