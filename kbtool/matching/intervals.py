"""Bounds for shares and counts."""

from __future__ import annotations

from math import sqrt

from scipy.special import gammaincinv

from kbtool.model import Interval

_Z = 1.959964  # 97.5% point of the normal distribution


def wilson(share: float, n: float) -> Interval:
    """Share of ``n`` people with its 95% Wilson score interval; (0, 1) where n is 0.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
    """
    if n <= 0:
        return Interval(0.0, 0.0, 1.0)
    share = float(share)  # an array's scalar would reach JSON
    z2 = _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return Interval(share, max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half)))


def poisson(count: int, scale: float = 1.0) -> Interval:
    """Count times ``scale`` with its exact 95% interval (Garwood 1936)."""
    low = float(gammaincinv(count, 0.025)) if count else 0.0
    return Interval(count * scale, low * scale, float(gammaincinv(count + 1, 0.975)) * scale)
