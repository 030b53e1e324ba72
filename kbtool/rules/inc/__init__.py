"""Inclusion: words and directions that fit every reader."""
