"""Editors: findings as you type, over the Language Server Protocol."""
