"""What to do about a group: its action, rank, trend and cost."""
