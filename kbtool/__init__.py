"""Make a help centre ready for people and for bots."""

__version__ = "0.1.0"
