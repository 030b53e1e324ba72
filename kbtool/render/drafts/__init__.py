"""Outlines of articles."""
