"""Writes a report in any of its formats."""

import csv
import io

from full_health import META
from msgspec.structs import replace

from kbtool.render import load_renderer


def write(name, health, meta=META):
    return load_renderer("report", name)(health, meta)


def rows_of(name, health):
    return list(csv.DictReader(io.StringIO(write(name, health))))


def with_gaps(health, gaps):
    return replace(health, gaps=replace(health.gaps, gaps=tuple(gaps)))
