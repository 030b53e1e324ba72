"""Values of which something was lost in reading."""

from __future__ import annotations

from kbtool.questions.cleaning import clean_line

_SHOWN = 40  # characters of a value


class Losses:
    """Counts values that are not as expected, by kind, with the first of each kind."""

    def __init__(self) -> None:
        self._kinds: dict[str, tuple[int, int, str]] = {}  # kind -> how many, first line, value

    def add(self, kind: str, line: int, value: object) -> None:
        """Counts one more value."""
        count, first, shown = self._kinds.get(kind, (0, line, ""))
        self._kinds[kind] = (count + 1, first, shown or _show(value))

    def texts(self, path: str) -> tuple[str, ...]:
        """One text for each kind, in the order in which they came up."""
        return tuple(
            f"{path}:{line}: {kind}: {shown}" + (f" and {count - 1:,} more" if count > 1 else "")
            for kind, (count, line, shown) in self._kinds.items()
        )


def _show(value: object) -> str:
    """A value as a short text; lists and objects by their type, since they may be of any depth."""
    if isinstance(value, str | int | float):
        return repr(clean_line(value[:_SHOWN])) if isinstance(value, str) else str(value)[:_SHOWN]
    return f"a {type(value).__name__}"
