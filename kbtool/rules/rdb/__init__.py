"""Readability: how much schooling a text asks for."""
