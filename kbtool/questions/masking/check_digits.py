"""Sums by which real numbers are told from other rows of digits."""

from __future__ import annotations

from collections.abc import Sequence

# Verhoeff's scheme (1969) is multiplication in the dihedral group of ten elements, with a
# permutation that depends on the position.
_ORDER = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)
_BASE = 5


def passes_luhn(digits: str) -> bool:
    """Whether every second digit doubled, from the right, and its digits added, gives tens.

    ISO/IEC 7812-1, annex B.
    """
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) << (place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def passes_mod_97(text: str) -> bool:
    """Whether letters as 10 to 35 give a number that leaves 1 when divided by 97: ISO 7064."""
    return int("".join(str(int(sign, 36)) for sign in text)) % 97 == 1


def passes_mod_11_10(digits: str) -> bool:
    """Whether the last digit is that of the hybrid system of ISO 7064 for 11 and 10."""
    product = 10
    for digit in digits[:-1]:
        total = (int(digit) + product) % 10 or 10
        product = 2 * total % 11
    return (11 - product) % 10 == int(digits[-1])


def passes_verhoeff(digits: str) -> bool:
    """Whether the digits multiply to nothing in the dihedral group of order 10."""
    check = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit)
        for _ in range(place % 8):
            value = _ORDER[value]
        check = _multiply(check, value)
    return check == 0


def _multiply(one: int, other: int) -> int:
    """Product in the dihedral group: 0 to 4 are turns, 5 to 9 are turns of the mirror image."""
    mirrored = one >= _BASE
    turn = one - other if mirrored else one + other
    return turn % _BASE + (_BASE if mirrored != (other >= _BASE) else 0)


def weigh(digits: str, weights: Sequence[int]) -> int:
    """Sum of digits times their weights, as far as both go."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
