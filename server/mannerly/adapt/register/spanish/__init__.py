"""Spanish: usted, tu and vos, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.spanish.engine import build

__all__ = ["build"]
