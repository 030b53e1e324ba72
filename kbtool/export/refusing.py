"""Which articles a bot must not be given yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kbtool.health import band_of, blocks
from kbtool.model import Finding


class Refusal(Struct, frozen=True):
    """An article that is not ready, and why."""

    path: str
    findings: tuple[Finding, ...]  # those that block it, by position; silenced ones as well


def find_refusals(findings: Iterable[Finding], suppressed: Sequence[Finding]) -> list[Refusal]:
    """Articles in the band "blocked", in order of path.

    As in the report, silencing a finding makes no article readier.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in (*findings, *suppressed):
        by_path.setdefault(finding.path, []).append(finding)
    return [
        Refusal(path, _blocking(by_path[path]))
        for path in sorted(by_path)
        if band_of(by_path[path]) == "blocked"
    ]


def _blocking(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(filter(blocks, findings), key=lambda finding: (finding.span, finding.code)))
