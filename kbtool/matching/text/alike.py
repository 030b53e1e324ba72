"""Words that are not the same but may well mean it: slips of the pen and parts of compounds."""

from __future__ import annotations

_LEAST = 5  # letters; shorter words are too often one letter away from another


def is_alike(one: str, other: str) -> bool:
    """Whether two words, without case, differ by a slip, or one begins or ends with the other."""
    if min(len(one), len(other)) < _LEAST:
        return False
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or long.endswith(short) or _is_slip(one, other)


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter is another, left out or put in, or two neighbours are swapped."""
    start = _count_common(one, other)
    one, other = one[start:], other[start:]
    end = _count_common(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])


def _count_common(one: str, other: str) -> int:
    """Letters that two words begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
