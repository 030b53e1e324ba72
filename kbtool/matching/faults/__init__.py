"""Faults of articles that their questions show: missing facts, contradictions, rivals."""
