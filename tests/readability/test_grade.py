"""Flesch's formulas."""

import pytest

from kbtool.readability import Counts, count, flesch_kincaid_grade, flesch_reading_ease

# The cat sat on the mat. It was hap-py: 9 words, 2 sentences, 10 syllables.
TEXT = [["The", "cat", "sat", "on", "the", "mat"], ["It", "was", "happy"]]


def test_the_grade_is_the_one_worked_out_by_hand():
    # 0.39 * 4.5 + 11.8 * 10 / 9 - 15.59 = 1.755 + 13.1111 - 15.59
    assert flesch_kincaid_grade(count(TEXT)) == pytest.approx(-0.72389, abs=1e-5)


def test_the_ease_is_the_one_worked_out_by_hand():
    # 206.835 - 1.015 * 4.5 - 84.6 * 10 / 9 = 206.835 - 4.5675 - 94
    assert flesch_reading_ease(count(TEXT)) == pytest.approx(108.2675)


@pytest.mark.parametrize("formula", [flesch_kincaid_grade, flesch_reading_ease])
@pytest.mark.parametrize("counts", [Counts(), Counts(words=3, syllables=3)])
def test_a_text_without_words_has_no_score(formula, counts):
    with pytest.raises(ValueError, match="without words"):
        formula(counts)
