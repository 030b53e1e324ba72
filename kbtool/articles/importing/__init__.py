"""Writes the articles of an export as files, and never over what people changed in them."""
