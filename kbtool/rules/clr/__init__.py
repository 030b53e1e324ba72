"""Clarity: sentences and words that slow a reader down."""
