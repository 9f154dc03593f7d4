"""Indonesian: Bapak and Ibu, Anda and kamu, found in a text and brought to each other; words lie in locales."""

from mannerly.adapt.register.indonesian.engine import build

__all__ = ["build"]
