"""Reports of what was searched: Help Scout Docs (failed searches) and GA4's Data API."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kbtool.questions.cells.nested import drop_missing, get_tables, get_text
from kbtool.questions.paging import split_reports
from kbtool.questions.rows import Record, Vendor

_TERMS = ("searchTerm", "customEvent:search_term")  # dimensions that hold what was searched
_DAYS = ("date", "dateHour", "dateHourMinute")
_COUNTS = ("eventCount", "totalUsers", "sessions")  # metrics, the best first


def _matches_help_scout(record: Record) -> bool:
    return isinstance(record.get("failedSearches"), list)


def _read_help_scout(record: Record) -> Iterator[dict[str, Any]]:
    """Failed searches alone: what was found is no question that is open."""
    for search in get_tables(record, "failedSearches"):
        yield {
            "text": get_text(search, "id", "query"),
            "results": 0,
            "channel": "search",
            **drop_missing(weight=search.get("count")),
        }


def _matches_ga4(record: Record) -> bool:
    return any(map(_holds_terms, split_reports(record)))


def _holds_terms(report: Record) -> bool:
    return not set(_TERMS).isdisjoint(_names(report, "dimensionHeaders"))


def _read_ga4(record: Record) -> Iterator[dict[str, Any]]:
    for report in filter(_holds_terms, split_reports(record)):
        yield from _read_report(report)


def _read_report(record: Record) -> Iterator[dict[str, Any]]:
    dimensions, metrics = (_names(record, f"{kind}Headers") for kind in ("dimension", "metric"))
    term = next((at for at, name in enumerate(dimensions) if name in _TERMS), len(dimensions))
    day = next((at for at, name in enumerate(dimensions) if name in _DAYS), len(dimensions))
    counts = [metrics.index(name) for name in _COUNTS if name in metrics]
    for row in get_tables(record, "rows"):
        values = [get_text(value, "value") for value in get_tables(row, "dimensionValues")]
        numbers = [get_text(value, "value") for value in get_tables(row, "metricValues")]
        text = values[term] if term < len(values) else ""
        weight = numbers[counts[0]] if counts and counts[0] < len(numbers) else None
        asked_at = values[day][:8] if day < len(values) else None  # further digits are hours
        yield {"text": text, "channel": "search", **drop_missing(weight=weight, asked_at=asked_at)}


def _names(record: Record, key: str) -> list[str]:
    return [get_text(header, "name") for header in get_tables(record, key)]


def _matches(record: Record) -> bool:
    return _matches_help_scout(record) or _matches_ga4(record)


def _read(record: Record) -> Iterator[dict[str, Any]]:
    yield from _read_help_scout(record) if _matches_help_scout(record) else _read_ga4(record)


VENDOR = Vendor("Search reports", _matches, _read)
