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


GERMAN = "---\ntitle: Die Box fehlt\nlocale: de\n---\n\nFrage nach der Box.\n"
ENGLISH = "---\ntitle: Track a box\nlocale: en\n---\n\nOpen the app.\n"
BOTH = KnowledgeBase.of(
    [parse(GERMAN, "de/box.md"), *(parse(ENGLISH, f"en/{at}.md") for at in range(2))],
    date(2026, 1, 1),
)


@pytest.mark.parametrize(
    ("text", "locale", "missing"),
    [
        ("Liefert die Firma nach Hause?", "de", ("Liefert", "Firma", "Hause")),
        ("Liefert die Firma nach Hause?", "", ("Liefert", "Firma", "Hause")),
        ("die Firma", "", ("Firma",)),  # too short to tell its language: that of the article
    ],
)
def test_function_words_of_another_language_are_no_evidence(text, locale, missing):
    (answer,) = answer_questions(BOTH, [Question("1", text, locale=locale)], GapOptions())
    match = next(one.match for one in answer.candidates if one.match.title == "Die Box fehlt")
    assert (match.terms, match.named) == ((), ())
    assert sorted(match.missing) == sorted(missing)
