"""What a bot would answer, and how well it would."""
