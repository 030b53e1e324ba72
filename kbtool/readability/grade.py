"""Flesch's two formulas on counts, for those who need one number and not textstat."""

from __future__ import annotations

from kbtool.readability.counts import Counts


def flesch_kincaid_grade(counts: Counts) -> float:
    """School grade (US, years of school) that the text asks for; below 0 for very plain text.

    ``0.39 * words / sentences + 11.8 * syllables / words - 15.59``: J. P. Kincaid, R. P. Fishburne,
    R. L. Rogers, B. S. Chissom, Derivation of new readability formulas for Navy enlisted personnel,
    Research Branch Report 8-75, 1975. English only. Raises ValueError if there are no words.
    """
    return 0.39 * _words_per_sentence(counts) + 11.8 * counts.syllables / counts.words - 15.59


def flesch_reading_ease(counts: Counts) -> float:
    """Ease of reading, about 0 (hard) to 100 (easy), though neither end is a bound.

    ``206.835 - 1.015 * words / sentences - 84.6 * syllables / words``: R. Flesch, A new readability
    yardstick, Journal of Applied Psychology 32, 1948. English only. Raises ValueError if there are
    no words.
    """
    return 206.835 - 1.015 * _words_per_sentence(counts) - 84.6 * counts.syllables / counts.words


def _words_per_sentence(counts: Counts) -> float:
    """Mean words of a sentence; raises ValueError where there are none."""
    if counts.words < 1 or counts.sentences < 1:
        raise ValueError("a text without words has no readability")
    return counts.words / counts.sentences
