"""Results of question tests."""
