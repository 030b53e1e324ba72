"""Which words of a question an article is said to have and to lack."""

from datetime import date

import pytest

from kbtool.matching import GapOptions, answer_questions
from kbtool.model import KnowledgeBase, Question
from kbtool.testing import parse

TEXT = """---
title: Changing your address
---

Opening words.

## Before you move

### Proof of residence

Upload a recent electricity bill in the app.
"""
KB = KnowledgeBase.of([parse(TEXT, "address.md")], date(2026, 1, 1))


@pytest.mark.parametrize(
    ("question", "terms", "named", "missing"),
    [
        ("upload a bill", ("upload", "bill"), (), ()),
        ("upload a bill to change the address", ("upload", "bill"), ("change", "address"), ()),
        ("upload a bill before I moved", ("upload", "bill"), ("moved",), ()),
        ("upload a bill as a proof", ("upload", "bill"), ("proof",), ()),
        ("upload a bill from my landlord", ("upload", "bill"), (), ("landlord",)),
    ],
    ids=["passage", "title", "outer heading", "inner heading", "nowhere"],
)
def test_words_of_the_title_and_of_headings_over_a_passage_are_not_missing(
    question, terms, named, missing
):
    (answer,) = answer_questions(KB, [Question("1", question)], GapOptions())
    match = answer.candidates[0].match
    assert match.passage == ("Before you move", "Proof of residence")
    assert (match.terms, match.named, match.missing) == (terms, named, missing)
