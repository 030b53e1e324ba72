"""Rules and an output format of one company."""
