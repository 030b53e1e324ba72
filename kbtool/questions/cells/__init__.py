"""Values of a row, as files hold them, turned into those of a question."""
