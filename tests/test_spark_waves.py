"""What Spark is sent at once, with or without Spark."""

from collections.abc import Iterator

import pytest

from kbtool.engines.spark import split_waves


@pytest.mark.parametrize(
    ("sizes", "waves"),
    [
        ([], []),
        ([1, 1, 1, 1, 1], [[1, 1, 1], [1, 1]]),
        ([6, 6, 3, 2], [[6], [6, 3], [2]]),
        ([50, 1, 50], [[50], [1], [50]]),
    ],
)
def test_a_wave_is_bounded_in_chunks_and_in_bytes(sizes: list[int], waves: list[list[int]]) -> None:
    """Java ran out of memory where only the number was bounded."""
    found = split_waves((b"x" * size for size in sizes), 3, 10)
    assert [[len(chunk) for chunk in wave] for wave in found] == waves


def test_chunks_are_made_only_when_their_wave_is_due() -> None:
    """A log of millions is never held as a whole."""
    made = 0

    def chunks() -> Iterator[bytes]:
        nonlocal made
        for _ in range(100):
            made += 1
            yield b"x"

    next(split_waves(chunks(), 3, 10))
    assert made == 4
