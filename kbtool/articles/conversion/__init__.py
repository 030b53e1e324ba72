"""HTML to Markdown, where Markdown says the same; what it cannot say stays HTML within it."""
