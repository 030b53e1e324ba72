"""Words about the user interface."""
