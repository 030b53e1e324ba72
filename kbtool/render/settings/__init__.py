"""A configuration as text: what counts, and what it may hold."""
