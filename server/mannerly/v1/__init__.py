"""Generated from proto/mannerly/v1 by proto/generate.py; never edited."""
