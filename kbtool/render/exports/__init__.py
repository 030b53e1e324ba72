"""Passages and words for other programs."""
