"""Patterns that users write in their configuration."""

from __future__ import annotations

import re

from kbtool.errors import ConfigError

PREFIX = "re:"
"""Begins an entry of a word list that is a pattern; every other entry is taken as it is written."""


def compile_pattern(text: str) -> re.Pattern[str]:
    """Regular expression of a text, with or without PREFIX; ConfigError where it is none.

    ``^`` and ``$`` stand for the ends of a line; capitals count unless it begins with ``(?i)``.
    """
    pattern = text.removeprefix(PREFIX)
    try:
        return re.compile(pattern, re.MULTILINE)
    except (re.error, RecursionError, OverflowError) as error:
        message = f"`{pattern[:80]}` is not a valid pattern: {error}"
        raise ConfigError(message, remedy="Correct it, or take `re:` off for plain text") from error
