"""What a user asks of one run on the command line, beside what the configuration says."""

from __future__ import annotations

from dataclasses import dataclass

from kbtool.config import Project
from kbtool.runner.plan import Plan, make_plan


@dataclass(frozen=True)
class Choices:
    """Rules named on the command line."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preset: str | None = None

    def plan(self, project: Project) -> Plan:
        """Which rules run on which article of a project."""
        return make_plan(
            project,
            select=self.select,
            extend_select=self.extend_select,
            ignore=self.ignore,
            preset=self.preset,
        )
