"""Articles asked by questions: what is found, and how well it scores."""
