"""Findings, matches and gaps of one knowledge base, joined into the numbers of a report."""

from kbtool.health.assess import assess
from kbtool.health.bands import BANDS, BLOCKING, Band, band_of, blocks
from kbtool.health.closing import note_closed
from kbtool.health.quoting import QuoteOptions, guard_quotes, keep_common_words
from kbtool.health.ranking import is_dismissed, rank_gaps
from kbtool.health.readiness import Basis, QuestionTests
from kbtool.health.readying import judge_readiness
from kbtool.health.values import ArticleHealth, Criterion, Health

__all__ = [
    "BANDS",
    "BLOCKING",
    "ArticleHealth",
    "Band",
    "Basis",
    "Criterion",
    "Health",
    "QuestionTests",
    "QuoteOptions",
    "assess",
    "band_of",
    "blocks",
    "guard_quotes",
    "is_dismissed",
    "judge_readiness",
    "keep_common_words",
    "note_closed",
    "rank_gaps",
]
