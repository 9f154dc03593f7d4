"""The terminal door: commands for operators, regional leads and agents; must not decide anything about a reply."""
