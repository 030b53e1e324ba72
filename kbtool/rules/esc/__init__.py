"""Escape: the way to a person."""
