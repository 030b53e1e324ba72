"""Tickets that no customer opened, told by columns of a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kbtool.questions.cells.values import read_ids, read_word
from kbtool.questions.rows import Row
from kbtool.questions.tables.columns import SUBMITTER_NAMES

_AGENT_MADE = "agent-made"
# Mails are forwarded and programs submit in customers' words: only there an agent's own stand.
_BY_HAND = frozenset({"web", "web form", "webform", "mobile", "phone"})


# Who speaks for a company. Customers, too, have the role of an agent or admin in their accounts.
_PROGRAMS = frozenset({"assistant", "bot", "chatbot", "system", "outbound", "outgoing"})
_SPEAKERS = _PROGRAMS | frozenset(
    {"agent", "admin", "operator", "staff", "human agent", "support agent"}
)


def _says_company(values: Mapping[str, Any]) -> bool:
    """Whether a column says that the message is the company's."""
    if "speaker" in values:
        return read_word(values["speaker"]).casefold() in _SPEAKERS
    return "role" in values and read_word(values["role"]).casefold() in _PROGRAMS


def mark_agents(row: Row) -> Row:
    """The row, signalled where an agent wrote first, or submitted it by hand for a customer."""
    values = row.values
    channel = values.get("channel")
    is_outbound = isinstance(channel, str) and "outbound" in channel.lower()  # "Outbound Email"
    if is_outbound or _says_company(values):
        return Row(row.line, {**values, "signals": (*read_ids(values.get("signals")), "outbound")})
    if not values.keys() >= SUBMITTER_NAMES.keys():
        return row
    people = {read_word(values[name]).casefold() for name in SUBMITTER_NAMES}
    by_hand = read_word(values.get("channel")).casefold() in _BY_HAND
    if not by_hand or "" in people or len(people) == 1:
        return row
    return Row(row.line, {**values, "signals": (*read_ids(values.get("signals")), _AGENT_MADE)})
