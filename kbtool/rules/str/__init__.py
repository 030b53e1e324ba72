"""Structure: headings, paragraphs, lists and steps."""
