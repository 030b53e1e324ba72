"""Tickets that no customer opened, told by columns of a table."""

from __future__ import annotations

from kbtool.questions.cells.values import read_ids, read_word
from kbtool.questions.rows import Row
from kbtool.questions.tables.columns import SUBMITTER_NAMES

_AGENT_MADE = "agent-made"
# Mails are forwarded and programs submit in customers' words: only there an agent's own stand.
_BY_HAND = frozenset({"web", "web form", "webform", "mobile", "phone"})


def mark_agents(row: Row) -> Row:
    """The row, signalled where an agent wrote first, or submitted it by hand for a customer."""
    values = row.values
    channel = values.get("channel")
    if isinstance(channel, str) and "outbound" in channel.lower():  # "Outbound Email"
        return Row(row.line, {**values, "signals": (*read_ids(values.get("signals")), "outbound")})
    if not values.keys() >= SUBMITTER_NAMES.keys():
        return row
    people = {read_word(values[name]).casefold() for name in SUBMITTER_NAMES}
    by_hand = read_word(values.get("channel")).casefold() in _BY_HAND
    if not by_hand or "" in people or len(people) == 1:
        return row
    return Row(row.line, {**values, "signals": (*read_ids(values.get("signals")), _AGENT_MADE)})
