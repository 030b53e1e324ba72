"""Findability: titles that customers can find."""
