"""Bring a text of any language to the level of address that the style profile asks for, one engine per language."""
