"""The texts of an article that questions are matched with."""

from kbtool.matching.search.passages import read_article
from kbtool.testing import parse

TEXT = """---
title: Change your PIN
tags: [code, secret number]
summary: Pick another PIN.
owner: Ann
---

Opening words.

## In the app

- Select **Card**.

| Limit | Value |
| --- | --- |
| Tries | three |

### If it fails

Call us.
"""


def test_passages_stand_under_their_headings_and_headings_are_none():
    article = read_article(parse(TEXT, "change-your-pin.md"))
    found = {passage.text: passage.path for passage in article.passages}
    assert found["Opening words."] == ()
    assert found["Select Card."] == ("In the app",)
    assert found["three"] == ("In the app",)
    assert found["Call us."] == ("In the app", "If it fails")
    assert "In the app" not in found


def test_tags_and_summary_are_other_words_for_the_topic_but_the_owner_is_not():
    article = read_article(parse(TEXT, "change-your-pin.md"))
    assert article.aliases.split("\n") == ["code", "secret number", "Pick another PIN."]


def test_an_article_without_a_title_goes_by_its_id():
    article = read_article(parse("Only text.\n", "some-file.md"))
    assert article.title == article.id == "some-file"
