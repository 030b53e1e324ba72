"""Questions met with articles: matches, groups and gaps; the only package that uses arrays.

Names load on first use, so that ``kbtool.matching.options`` can be had without scikit-learn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kbtool.matching.gaps import find_gaps
    from kbtool.matching.options import GapOptions

__all__ = ["GapOptions", "find_gaps"]


def __getattr__(name: str) -> Any:
    """``find_gaps`` or ``GapOptions``, imported when first asked for."""
    # Importing scikit-learn takes about a second; the command line reads options without it.
    if name == "find_gaps":
        from kbtool.matching.gaps import find_gaps  # noqa: PLC0415 - see above

        return find_gaps
    if name == "GapOptions":
        from kbtool.matching.options import GapOptions  # noqa: PLC0415 - see above

        return GapOptions
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
