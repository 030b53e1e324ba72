"""What was read of a log, and what was left out."""
