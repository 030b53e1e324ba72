"""Places in the units that formats for machines ask for, and paths as their addresses."""

from __future__ import annotations

from urllib.parse import quote

from kbtool.model import Finding, Source


def columns(finding: Finding, source: Source, encoding: str) -> tuple[int, int]:
    """First column of a finding and the one past its last, from 1, in units of an encoding.

    ``encoding`` is "utf-16" or "utf-8"; a column of kbtool itself counts code points.
    """
    start = _units(source.line(finding.line)[: finding.column - 1], encoding)
    end = _units(source.line(finding.end_line)[: finding.end_column - 1], encoding)
    return start + 1, end + 1


def _units(text: str, encoding: str) -> int:
    if encoding == "utf-16":
        return len(text) + sum(1 for sign in text if sign > "\uffff")
    return len(text.encode("utf-8", "surrogatepass"))


def address(path: str) -> str:
    """Path as the relative address of a file."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")
