"""Translations that are missing, old, or other than their source."""
