"""Frozen values every other package shares; knows no wire format, no file and no engine."""
