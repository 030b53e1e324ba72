"""Terminology: one word for one thing."""
