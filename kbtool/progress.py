"""How far a long piece of work is: phases, each with the time that it is expected to take."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Tell = Callable[[str, float], None]
"""Takes the name of what is being done and the share of all work that is done, 0 to 1."""
Count = Callable[[int, int], None]
"""Takes how many things are done, and of how many."""
Plan = Callable[[int, int], Mapping[str, float]]
"""Times of the phases for so many articles and questions; only their proportions matter."""


class Work:
    """Phases one after the other; what is told never falls, whatever is learned on the way."""

    def __init__(self, tell: Tell | None = None) -> None:
        self._tell = tell
        self._times: dict[str, float] = {}
        self._share = 0.0

    def expect(self, times: Mapping[str, float]) -> None:
        """Adds phases in their order, or corrects the times of known ones.

        Only the proportions of times matter: they may be seconds of any machine.
        """
        self._times.update(times)

    def reach(self, phase: str, part: float = 0.0, shown: str = "") -> None:
        """Tells that ``part`` (0 to 1) of a phase is done, and all phases before it.

        ``shown`` is told in place of the phase's own name.
        """
        names = list(self._times)
        before = sum(self._times[name] for name in names[: names.index(phase)])
        done = before + self._times[phase] * min(max(part, 0.0), 1.0)
        self._share = max(self._share, done / (sum(self._times.values()) or 1.0))
        if self._tell:
            self._tell(shown or phase, min(self._share, 1.0))

    def inside(self, phase: str) -> Tell:
        """Takes how far a phase is that is made of phases itself, and shows their names."""
        return lambda name, share: self.reach(phase, share, name)

    def counter(self, phase: str) -> Count:
        """Takes how many things of a phase are done, and of how many."""
        return lambda done, total: self.reach(phase, done / total if total else 1.0)
