"""Tone: words that talk down to customers or blame them."""
