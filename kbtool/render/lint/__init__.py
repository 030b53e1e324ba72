"""Findings, rules and readability as text, for people and for machines."""
