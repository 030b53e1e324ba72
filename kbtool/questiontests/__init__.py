"""Question tests of a help centre: what must be found, what must not, and what a person takes."""
