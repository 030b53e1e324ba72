"""Readability measures as a table."""

from __future__ import annotations

from collections.abc import Sequence

from kbtool.readability import Measure, Readability
from kbtool.render.terminal import clean_path, display_width, one_line, shorten

_NAME = 60


def render(rows: Sequence[tuple[str, str, Readability]], measures: Sequence[Measure]) -> str:
    """One line per text, one column per measure that any of them has."""
    used = [m for m in measures if any(m.name in result.scores for _, _, result in rows)]
    widths = [max(len(_short(m)), 6) for m in used]
    header = "".join(f"{_short(m):>{width + 2}}" for m, width in zip(used, widths, strict=True))
    lines = [f"{'':<{_NAME}}{header}"] if used else []
    for path, section, result in rows:
        name = shorten(f"  {one_line(section)}" if section else clean_path(path), _NAME - 1)
        padding = " " * (_NAME - display_width(name))
        cells = [f"{result.scores[m.name]:.1f}" if m.name in result.scores else "-" for m in used]
        row = "".join(f"{cell:>{width + 2}}" for cell, width in zip(cells, widths, strict=True))
        lines.append(
            f"{name}{padding}{row}" if result.scores else f"{name}{padding}  {result.reason}"
        )
    if used:
        lines += ["", *(f"{_short(m)}: {m.title}, {m.scale}" for m in used)]
    return "\n".join(lines) + "\n"


def _short(measure: Measure) -> str:
    """Column heading: first letters of the measure's name."""
    parts = measure.name.split("_")
    return "".join(part[0] for part in parts).upper() if len(parts) > 1 else measure.name
