"""What an export says about a row that makes it no customer's question."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

# In this order: the first that holds is the reason given.
SIGNALS: Mapping[str, str] = MappingProxyType(
    {
        "deleted": "deleted",
        "spam": "spam",
        "outbound": "written by the company",
        "merged": "merged into another ticket",
        "auto-reply": "automatic reply",
        "agent-made": "written by an agent",
        "no-words": "a key, a button or an event, no words",
        "slot-filling": "answer to a bot that asked",
    }
)


def find_signal(signals: Collection[str]) -> str:
    """Why a row with these signals is no question, or "" where it may be one."""
    if not signals:
        return ""
    return next((reason for signal, reason in SIGNALS.items() if signal in signals), "")
