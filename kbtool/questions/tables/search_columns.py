"""What columns of a search report say of how a search went."""

from __future__ import annotations

from typing import Any

from kbtool.questions.cells.numbers import read_share
from kbtool.questions.cells.values import read_ids, read_weight
from kbtool.questions.rows import Row
from kbtool.questions.tables.columns import SEARCH_NAMES, SEARCHED

FOLLOWED = "ticket-followed"
_FIELDS = frozenset({*SEARCH_NAMES, SEARCHED})


def complete_search(row: Row, decimals: str = "") -> Row:
    """The row with what the columns of a search report tell of it, where it has some.

    A search that mostly found nothing has no results; a ticket that was written after it is a
    signal; clicks follow from their rate. ``decimals`` are signs for them in its number of times.
    """
    values = row.values
    if values.keys().isdisjoint(_FIELDS):
        return row
    further: dict[str, Any] = {} if values.get("channel") else {"channel": "search"}
    searches = read_weight(values.get("weight"), decimals) or 1.0
    failed = read_weight(values.get("failed"))
    if failed is not None and 2 * failed > searches and "results" not in values:
        further["results"] = 0
    rate = read_share(values.get("click_rate"))
    if rate is not None and "clicks" not in values:
        further["clicks"] = round(rate * searches)
    if read_weight(values.get("tickets")):
        further["signals"] = (*read_ids(values.get("signals")), FOLLOWED)
    return Row(row.line, {**values, **further})
