"""Texts that ask for the same thing, found by nearness alone."""
