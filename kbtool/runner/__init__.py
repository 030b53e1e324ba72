"""Lints the articles of a project: which rules run where, reading, processes, cache, baseline."""
