"""Signs of one need, as a pattern."""

from __future__ import annotations

import re
from typing import NamedTuple

from kbtool.model import Need
from kbtool.patterns import lazy_pattern


class Sign(NamedTuple):
    """Ways of writing that show what somebody needs."""

    shows: Need
    pattern: re.Pattern[str]


def sign(shows: Need, *ways: str) -> Sign:
    """Sign that any of these regular expressions finds in a sentence."""
    return Sign(shows, lazy_pattern(rf"(?:{'|'.join(ways)})", re.IGNORECASE))
