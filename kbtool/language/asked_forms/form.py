"""One way to ask, as a pattern."""

from __future__ import annotations

import re
from typing import NamedTuple

from kbtool.model import Fact
from kbtool.patterns import lazy_pattern


class Form(NamedTuple):
    """A way to ask."""

    asks: Fact | None  # None: looks like a question for a fact and is none
    pattern: re.Pattern[str]
    whether: bool = False  # asks if there is a fee or a limit, not for its value


def form(asks: Fact | None, *ways: str, whether: bool = False) -> Form:
    """Form that any of these regular expressions finds in a sentence."""
    return Form(asks, lazy_pattern(rf"(?:{'|'.join(ways)})", re.IGNORECASE), whether)
