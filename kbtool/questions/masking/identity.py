"""What a number that a state gives looks like."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct


class Identity(Struct, frozen=True):
    """Numbers of one country and use.

    Where ``named`` is given, it must be found in the text before a number: the form alone is too
    common. ``check`` gets letters and digits without separators, in capitals.
    """

    pattern: re.Pattern[str]
    check: Callable[[str], bool] | None = None
    named: re.Pattern[str] | None = None
