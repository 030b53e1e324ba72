"""How gaps opened and closed over many runs."""

from __future__ import annotations

from msgspec import Struct

from kbtool.model.run import Run


class Balance(Struct, frozen=True):
    """How the gaps of one run became those of the next."""

    before: int
    closed: int
    opened: int
    regrouped_away: int  # gaps of the run before whose questions are in other groups now
    regrouped_in: int  # gaps of this run whose questions were in other groups before

    @property
    def after(self) -> int:
        """Gaps that are left."""
        return self.before - self.closed + self.opened - self.regrouped_away + self.regrouped_in


class Stage(Struct, frozen=True):
    """A run, and what became of gaps since the one before it."""

    run: Run
    balance: Balance | None = None  # None for the first run, and where ``hindrances`` say why
    hindrances: tuple[str, ...] = ()  # why it is hard to compare with the run before


class Flow(Struct, frozen=True):
    """Runs on different articles, questions or settings, the first one first."""

    stages: tuple[Stage, ...]
    earlier: int = 0  # runs that were recorded before the first of them

    @property
    def balances(self) -> tuple[Balance, ...]:
        """Those of all runs that can be compared with the one before."""
        return tuple(stage.balance for stage in self.stages if stage.balance)

    @property
    def breaks(self) -> int:
        """Runs that are hard to compare with the one before."""
        return sum(bool(stage.hindrances) for stage in self.stages)
