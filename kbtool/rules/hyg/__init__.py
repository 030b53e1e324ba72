"""Hygiene of the file itself."""
