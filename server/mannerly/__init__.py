"""Mannerly: customer-support replies localised offline, as a considerate local colleague would write them."""

from importlib.metadata import version

__version__ = version("mannerly")
