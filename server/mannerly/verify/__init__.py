"""Verifies that the finished text still says what the reply said."""

from mannerly.verify.verify import Verify

__all__ = ["Verify"]
