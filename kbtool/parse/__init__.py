"""Text to model: one module per format; the only place where Markdown is parsed."""
