"""Facts that people ask for in a few words are to be filled in."""

from datetime import date
from pathlib import Path

from kbtool.drafting import Evidence, make_outline
from kbtool.model import (
    Action,
    Cluster,
    Gap,
    GapReport,
    Interval,
    KnowledgeBase,
    Question,
)
from kbtool.render.drafts.outline_markdown import render

TEXTS = ("how long refund?", "refund time", "price of a refund?", "max refund per order")
NONE = Interval(0.0, 0.0, 0.1)


def test_each_fact_asked_in_a_few_words_is_to_be_filled_in():
    asked = tuple(Question(f"q{at}", text, requester=text) for at, text in enumerate(TEXTS))
    ids = tuple(question.id for question in asked)
    cluster = Cluster("abc", TEXTS[0], ids, len(ids), NONE, None, None, Action.WRITE, "why")
    gap = Gap(cluster, "strong", None)
    report = GapReport((gap,), (cluster,), (), NONE, (), (), 0.5, "")
    kb = KnowledgeBase.of((), date(2026, 11, 1))
    written = render(make_outline(gap, Evidence(report, kb, asked, asked)), Path())
    assert "- **How long:** [insert how long it takes] <!-- 2 asked -->" in written
    assert "- **How much:** [insert what it costs] <!-- 1 asked -->" in written
    assert "- **How many:** [insert the number or limit] <!-- 1 asked -->" in written
