"""Gaps, and what drafts would change of them."""
