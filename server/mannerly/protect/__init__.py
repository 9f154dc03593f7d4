"""Protects what no engine may touch, and puts it back."""

from mannerly.protect.finder import find_spans
from mannerly.protect.mask import Protect
from mannerly.protect.restore import Restore

__all__ = ["Protect", "Restore", "find_spans"]
