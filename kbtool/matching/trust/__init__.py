"""How often the verdicts err: measured on articles that are left out or cannot answer."""
