"""Freshness: what is or will soon be out of date."""
