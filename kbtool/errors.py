"""Every exception kbtool raises on purpose, with the exit code it ends a command with.

::

    KbtoolError            3  an internal fault, or the base to catch them all
    ├── UsageError         2  the command line or an argument is wrong
    ├── ConfigError        2  kbtool.toml cannot be read or understood
    ├── InputError         2  a file of articles or questions cannot be used
    └── SlowPatternError   2  a pattern of kbtool.toml takes too long

Exit 1 is not an error: it means findings, failed tests or gaps above a limit.
"""

from __future__ import annotations


class KbtoolError(Exception):
    """Base of all errors raised on purpose; ends a command with exit code 3."""

    exit_code = 3

    def __init__(self, message: str, *, path: str = "", line: int = 0, remedy: str = "") -> None:
        """Keep what went wrong, where, and what the user can do about it.

        ``line`` is 1-based; 0 means that no line is to blame.
        """
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.remedy = remedy

    def __str__(self) -> str:
        """``path:line: message. remedy``, leaving out what is unknown."""
        where = self.path + (f":{self.line}" if self.path and self.line else "")
        text = f"{where}: {self.message}" if where else self.message
        return f"{text}. {self.remedy}" if self.remedy else text


class UsageError(KbtoolError):
    """The command line asks for something that does not exist or does not fit."""

    exit_code = 2


class ConfigError(KbtoolError):
    """A configuration file is not valid; names file, line and the nearest known key."""

    exit_code = 2


class InputError(KbtoolError):
    """A file of articles or questions cannot be read or holds nothing usable."""

    exit_code = 2


class SlowPatternError(KbtoolError):
    """A pattern of the configuration takes too long; its rule is off for the rest of a run."""

    exit_code = 2
