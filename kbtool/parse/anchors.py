"""The ids that headings get when a page is rendered."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern

_DROPPED = lazy_pattern(r"[^\w\- ]")
_EXPLICIT = lazy_pattern(r"[ \t]*\{#([^\s{}]+)\}[ \t]*\Z")


def slugify(heading: str) -> str:
    """Anchor that GitHub and most static sites make of a heading."""
    return _DROPPED.sub("", heading.strip().lower()).replace(" ", "-")


def split_explicit_id(heading: str) -> tuple[str, str]:
    """Heading without a trailing ``{#id}``, and that id or ""."""
    if not heading.rstrip().endswith("}"):
        return heading, ""
    start = heading.rfind("{#")
    match = _EXPLICIT.search(heading, max(0, start - 1)) if start >= 0 else None
    return (heading[: match.start()].rstrip(), match[1]) if match else (heading, "")


class Anchors:
    """Hands out anchors, telling repeated headings apart by a number as renderers do."""

    def __init__(self) -> None:
        """Start with none taken."""
        self._taken: dict[str, int] = {}

    def claim(self, slug: str) -> str:
        """Return the anchor of the next heading with this slug."""
        anchor = slug
        while anchor in self._taken:  # "step-1" may be a heading of its own
            self._taken[slug] += 1
            anchor = f"{slug}-{self._taken[slug]}"
        self._taken[anchor] = 0
        return anchor
