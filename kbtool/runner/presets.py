"""Sets of rules to start from."""

from __future__ import annotations

from collections.abc import Mapping

PRESETS: Mapping[str, tuple[str, ...] | None] = {
    # What is wrong beyond doubt, for a help centre that was never linted.
    "minimal": (
        "STR001", "LNK001", "LNK003", "LNK008", "IMG001", "FRS005", "MET001", "MET005", "HYG004",
    ),
    "default": None,  # every rule that is on by default
    # What decides whether a bot finds the right passage and can quote it alone.
    "bot": (
        "BOT", "STR013", "STR014", "STR015", "IMG004", "FND", "FRS005", "CLR007", "LNK003",
        "LNK004", "MET005", "HYG003", "HYG004",
    ),
    "strict": ("ALL",),
}  # fmt: skip
"""Names of presets to the rules that they select; None: those that are on by default."""
