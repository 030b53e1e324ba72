"""How the rows of a log add up: answered, not answered, left out, each with its reasons."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from msgspec import Struct

from kbtool.health import Health
from kbtool.render.wording import count


class Entry(NamedTuple):
    """Rows that went the same way."""

    name: str
    rows: int
    anchor: str = ""  # part of the page that tells more, "" for none


class Account(NamedTuple):
    """Entries under one heading, and what they add up to."""

    name: str
    rows: int
    entries: tuple[Entry, ...] = ()  # none where the heading says it all
    anchor: str = ""  # as of an entry


class Ledger(Struct, frozen=True):
    """All rows that were read, by what became of them."""

    rows: int
    accounts: tuple[Account, ...]  # those with rows; they add up to all

    @property
    def sum(self) -> str:
        """The sum in words: ``9 answered + 3 not answered + 1 left out``."""
        return " + ".join(f"{count(account.rows)} {account.name}" for account in self.accounts)


def keep_ledger(health: Health) -> Ledger | None:
    """Ledger of a log; None where no row was read."""
    accounts = (
        _account("answered", _answered(health), "answered"),
        _account("not answered", _unanswered(health)),
        Account("without a word to match", len(health.gaps.unmatchable)),
        _account("left out", tuple(Entry(reason, rows) for reason, rows in health.left_out)),
    )
    kept = tuple(account for account in accounts if account.rows)
    return Ledger(sum(account.rows for account in kept), kept) if kept else None


def _account(name: str, entries: tuple[Entry, ...], anchor: str = "") -> Account:
    own = tuple(entry for entry in entries if entry.rows)
    return Account(name, sum(entry.rows for entry in own), own, anchor)


def _answered(health: Health) -> tuple[Entry, ...]:
    wordless = set(health.gaps.unmatchable)
    own = [one for one in health.gaps.matches if one.answered and one.question not in wordless]
    groups = {one.cluster for one in own} - {""}
    alone = sum(not one.cluster for one in own)
    return (
        Entry(f"in {count(len(groups), 'group')}", len(own) - alone, "answered"),
        Entry("in no group, since no other asks the same", alone),
    )


def _unanswered(health: Health) -> tuple[Entry, ...]:
    gaps = {gap.id: health.is_dismissed(gap) for gap in health.gaps.gaps}
    rows: Counter[str] = Counter()
    for match in health.unanswered:
        if match.cluster in gaps:
            rows["dismissed" if gaps[match.cluster] else "open"] += 1
        else:
            rows["small" if match.cluster else "alone"] += 1
    dismissed = sum(gaps.values())
    return (
        Entry(f"in {count(len(gaps) - dismissed, 'gap')}", rows["open"], "gaps"),
        Entry(f"in {count(dismissed, 'dismissed gap')}", rows["dismissed"], "dismissed"),
        Entry(
            f"in {count(health.small_groups, 'group')} that too few people asked for",
            rows["small"],
            "apart",
        ),
        Entry("in no group, since no other asks the same", rows["alone"], "apart"),
    )
