"""Readiness for bots: sections that are read on their own."""
