"""Regular expressions that are compiled when they are first used.

Python compiles a pattern where a module is loaded: some 200 of them, 40 to 60 milliseconds, of
which a run over one article uses a third.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast


def lazy_pattern(text: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` returns, made when it is first asked for anything.

    A mistake in ``text`` raises re.error then, so this is for patterns that stand in the code.
    """
    return cast("re.Pattern[AnyStr]", _Later(text, flags))


class _Later(Generic[AnyStr]):
    """Stands for a pattern; keeps each of the pattern's methods once it was asked for."""

    def __init__(self, text: AnyStr, flags: int | re.RegexFlag) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, value)
        return value
