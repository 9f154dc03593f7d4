"""Logs and metrics; must never see the text of a message."""
