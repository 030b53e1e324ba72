"""Findings, matches and gaps of one knowledge base, joined into the numbers of a report."""

from kbtool.health.assess import assess, band_of
from kbtool.health.quoting import QuoteOptions, guard_quotes
from kbtool.health.values import BANDS, ArticleHealth, Band, Criterion, Health

__all__ = [
    "BANDS",
    "ArticleHealth",
    "Band",
    "Criterion",
    "Health",
    "QuoteOptions",
    "assess",
    "band_of",
    "guard_quotes",
]
