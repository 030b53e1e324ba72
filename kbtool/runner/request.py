"""What one run is asked to do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from kbtool.runner.drafting import Drafter


class Request(Struct, frozen=True):
    """What to lint and how."""

    drafter: Drafter
    paths: tuple[Path, ...] = ()  # none: all articles that the configuration names
    overlays: Mapping[str, bytes] = field(default_factory=dict)
    """Contents that stand for files, by the path shown: of standard input or an editor."""
    force_exclude: bool = False
    processes: int | None = None  # None: as many as pay
    only: frozenset[str] | None = None  # absolute paths of files to report on; None: all asked for
