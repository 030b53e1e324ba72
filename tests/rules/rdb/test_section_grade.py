"""The grade of a section is the one that the readability package gives the same words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kbtool.readability import count, flesch_kincaid_grade
from kbtool.rules.rdb.rdb001_section_grade import RULE
from kbtool.testing import check_rule

WORDS = st.sampled_from("we authorise international payments don't sign-in it the bank".split())
SENTENCES = st.lists(st.lists(WORDS, min_size=1, max_size=12), min_size=5, max_size=12)
NO_LIMITS = {"info-above": 0, "warn-above": 0, "min-words": 1, "min-sentences": 1}


@given(SENTENCES)
def test_grade_equals_that_of_the_readability_package(sentences):
    text = " ".join(f"{' '.join(words)}.".capitalize() for words in sentences)
    found = check_rule(RULE, f"# Title\n\n{text}\n", NO_LIMITS)
    grade = round(flesch_kincaid_grade(count(sentences)))
    shown = [int(re.search(r"grade (\d+)", finding.message)[1]) for finding in found]
    assert shown == ([grade] if grade > 0 else [])
