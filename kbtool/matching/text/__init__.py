"""Texts as words and weights, in any script."""
