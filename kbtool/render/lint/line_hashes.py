"""The fingerprint of a line by which GitHub knows a finding again after its line has moved.

A rolling hash with base 37 in 64 bits over the first 100 UTF-16 units from the start of the line,
spaces and tabs left out, every line end as one line feed, the end of the file as 65535, and how
many lines with the same hash there were so far. The algorithm is that of `upload-sarif` of
github/codeql-action (fingerprints), so that what it computes and what stands in the file agree.
"""

from __future__ import annotations

from collections import Counter

_BASE = 37
_UNITS = 100
_MASK = (1 << 64) - 1
_END_OF_FILE = 65535
_LINE_FEED = 10


def hash_lines(text: str) -> list[str]:
    """Fingerprint of every line of a text."""
    units = _units(text)
    starts = [0, *(at + 1 for at, unit in enumerate(units) if unit == _LINE_FEED)]
    seen: Counter[str] = Counter()
    found = []
    for start in starts:
        value = 0
        window = units[start : start + _UNITS]
        for unit in window:
            value = (value * _BASE + unit) & _MASK
        # A text that ends early is followed by zeros.
        value = value * pow(_BASE, _UNITS - len(window), 1 << 64) & _MASK
        digits = f"{value:x}"
        seen[digits] += 1
        found.append(f"{digits}:{seen[digits]}")
    return found


def _units(text: str) -> list[int]:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
    content = plain.encode("utf-16-le", "surrogatepass")
    return [*memoryview(content).cast("H"), _END_OF_FILE]
