"""Metadata: the front matter."""
