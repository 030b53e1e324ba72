"""Values of which something was lost in reading."""

from __future__ import annotations

from kbtool.questions.cleaning import clean_line
from kbtool.questions.masking import Masking, cut_whole

_SHOWN = 40  # characters of a value


class Losses:
    """Counts values that are not as expected, by kind, with the first of each kind."""

    def __init__(self, masking: Masking | None = None) -> None:
        """Take what masks the values that are shown; None shows them masked as well."""
        self._masking = masking or Masking()
        self._kinds: dict[str, tuple[int, int, str]] = {}  # kind -> how many, first line, value

    def add(self, kind: str, line: int, value: object) -> None:
        """Counts one more value."""
        count, first, shown = self._kinds.get(kind, (0, line, ""))
        self._kinds[kind] = (count + 1, first, shown or self._show(value))

    def texts(self, path: str) -> tuple[str, ...]:
        """One text for each kind, in the order in which they came up."""
        return tuple(
            f"{path}:{line}: {kind}: {shown}" + (f" and {count - 1:,} more" if count > 1 else "")
            for kind, (count, line, shown) in self._kinds.items()
        )

    def _show(self, value: object) -> str:
        """A value as a short text; lists and objects by type, since they may be of any depth."""
        if isinstance(value, str):
            text = cut_whole(clean_line(value[: 10 * _SHOWN]), 5 * _SHOWN)
            return repr(self._masking.mask(text)[:_SHOWN])
        if isinstance(value, int | float):
            return str(value)[:_SHOWN]
        return f"a {type(value).__name__}"
