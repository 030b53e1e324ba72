"""How far linting is: its start and its end count too."""

from __future__ import annotations

from collections.abc import Callable

from kbtool.cli.common import Progress
from kbtool.runner.running import CHECKING, COMPARING

_STARTING = "starting"
# In files: what starting processes takes, until the first files are checked, and what it takes to
# compare one article with all others once that is done (benchmarks/load.py, 500 and 1,000 files).
_START, _COMPARED = 300.0, 0.05


def share_out(progress: Progress) -> Callable[[str, int, int], None]:
    """Takes what the linter does, how much is done and of how much, and shows the share of all."""
    work = progress.work
    work.expect({_STARTING: _START, CHECKING: 0.0, COMPARING: 1.0})

    def tell(what: str, done: int, total: int) -> None:
        if what == CHECKING:
            work.expect({CHECKING: total, COMPARING: _COMPARED * total})
        work.reach(what, done / max(total, 1))

    return tell
