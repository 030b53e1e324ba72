"""Which rules run on which article, and a digest of all that decides it."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kbtool.config import Project
from kbtool.rule import ActiveRule, Rule


@dataclass(frozen=True)
class Plan:
    """Rules of a run; can be sent to another process."""

    project: Project
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    preset: str | None = None

    def rules_for(self, path: str, article_id: str) -> tuple[ActiveRule, ...]:  # noqa: ARG002 - the same for all yet
        """Rules that run on an article."""
        return self._active

    @property
    def known_rules(self) -> tuple[Rule[Any], ...]:
        """All rules there are."""
        from kbtool.runner import selecting  # noqa: PLC0415 - a run from the cache needs no rules

        return tuple(selecting.all_rules())

    @cached_property
    def digest(self) -> str:
        """Digest of the configuration, the choices made and the program; imports no rule."""
        parts = (
            self.project.text,
            repr((self.select, self.ignore, self.extend_select, self.preset)),
            sys.version,
            *_files_of_program(),
        )
        return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace")).hexdigest()

    @cached_property
    def _active(self) -> tuple[ActiveRule, ...]:
        from kbtool.runner.selecting import active_rules  # noqa: PLC0415 - as above

        return active_rules(self.project, self.select, self.ignore)


def make_plan(
    project: Project,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    preset: str | None = None,
) -> Plan:
    """Plan of a project, narrowed by what the command line says. Raises ConfigError."""
    return Plan(project, tuple(select), tuple(ignore), tuple(extend_select), preset)


def _files_of_program() -> Iterator[str]:
    """Name, size and time of each file of kbtool, so that no other state of it passes for it."""
    home = Path(__file__).parents[1]
    for path in sorted(home.rglob("*.py")):
        state = path.stat()
        yield f"{path.relative_to(home)} {state.st_size} {state.st_mtime_ns}"
