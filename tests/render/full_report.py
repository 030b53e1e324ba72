"""A report in which every part of the page has something to show."""

from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace
from small_flow import make_flow

from kbtool.health import Criterion
from kbtool.model import (
    Action,
    Advice,
    Advised,
    ArticleCame,
    ArticleWent,
    Calibration,
    Changes,
    ClosedGap,
    Controls,
    CostBasis,
    Cut,
    Fact,
    Familiar,
    Interval,
    KnowledgeBase,
    Move,
    Moves,
    Need,
    Note,
    Relabelled,
    Run,
    ScoreBin,
    Scores,
    Source,
    Theme,
    Trend,
)
from kbtool.parse import parse_markdown
from kbtool.render.views.meta import Release, ReportMeta

_CURVE = tuple((at / 10, at / 20, 1 - at / 10) for at in range(11))

ARTICLE = """---
title: Change a card
owner: Card team
views: 4200
votes_up: 80
votes_down: 20
---

Tap Cards.

## Get a new one

Order the new card in the app. It comes within 5 days.
"""


def fill(health, text):
    """The same health with everything that other parts of kbtool may add."""
    gaps = tuple(_fill_gap(gap, at, text) for at, gap in enumerate(health.gaps.gaps))
    clusters = {gap.id: gap.cluster for gap in gaps}
    ids = gaps[0].cluster.questions
    pair = health.gaps.confusable[0]
    report = replace(
        health.gaps,
        gaps=gaps,
        clusters=tuple(clusters.get(cluster.id, cluster) for cluster in health.gaps.clusters),
        confusable=(
            pair,
            replace(pair, articles=("b", "c"), titles=("Send it", text), askers=3, copied=0.82),
        ),
        advice=(Advice(text, text, Action.SPLIT, text, ids),),
        calibration=Calibration(0.2, 0.31, 40, _CURVE),
        controls=Controls(Interval(0.5, 0.46, 0.54), Interval(0.1, 0.05, 0.2), 80),
        cost_basis=CostBasis("$", 8.0, 0.1, own=False, text=text),
        scores=Scores(
            tuple(ScoreBin(at / 20, (at + 1) / 20, at, 20 - at) for at in range(20)),
            tuple(Cut(at / 20, 20 - at, at, at, 0.6, at / 20) for at in range(1, 20)),
        ),
    )
    criteria = tuple(
        Criterion(f"R0{at}", text, answer, text)
        for at, answer in enumerate(("yes", "no", "not measured"))
    )
    start = datetime(2026, 8, 1, 12, tzinfo=UTC)
    questions = tuple(
        replace(
            question,
            asked_at=start + timedelta(days=at % 50),
            channel=(text, "chat")[at % 2],
            csat=(None, 0.0, 1.0)[at % 3],
        )
        for at, question in enumerate(health.questions)
    )
    before = Run(1, date(2026, 7, 1), 90, Interval(0.5, 0.4, 0.6), 7, {"ready": 3}, {})
    return replace(
        health,
        gaps=report,
        questions=questions,
        articles=tuple(replace(article, criteria=criteria) for article in health.articles),
        criteria=criteria,
        changes=Changes(
            before,
            (gaps[1].id,),
            (ClosedGap("c", text, 4, text),),
            (text,),
            2,
            Moves(*(Move(before.coverage, Interval(0.1, 0.01, 0.19)) for _ in range(4))),
            (Advised(gaps[0].id, text, 5, "improve the article", "write an article", text),),
            familiar=Familiar(60, 10, 30, 2),
            gone=(ArticleWent("gone", text, 4, 3),),
            added=(ArticleCame("came", text, 4, 3),),
            relabelled=(Relabelled(gaps[3].id, text, text, 2, 5),) if len(gaps) > 3 else (),
        ),
        flow=make_flow(text, earlier=3),
        notes={
            gaps[0].id: Note(gaps[0].id, "planned", text),
            gaps[2].id: Note(gaps[2].id, "dismissed", text, text),
        },
    )


def _fill_gap(gap, at, text):
    word = ("new", "rising", "steady", "falling")[at % 4]
    cluster = replace(
        gap.cluster,
        nearest=replace(gap.cluster.nearest, passage=("Get a new one",), terms=(text, "card")),
        need=list(Need)[at % len(Need)],
        trend=Trend(word, (1, 0, 3, at + 2), 0.01),
        themes=(Theme(text, gap.cluster.questions[:1], Fact.DURATION),),
        words=(text, "card"),
    )
    cost = Interval(90.0 + at, 40.0, 2200.0)
    return replace(gap, cluster=cluster, cost=cost, effort=("small", "large")[at % 2])


def make_kb(text):
    """Two articles: one is the one that the report is about."""
    articles = (parse_markdown(Source(path, ARTICLE)) for path in ("cards/a.md", "pay/b.md"))
    return KnowledgeBase.of(
        (replace(article, id=id_) for article, id_ in zip(articles, (text, "b"), strict=True)),
        date(2026, 11, 3),
    )


def make_meta(text):
    """What the report says about itself."""
    releases = (Release(date(2026, 8, 20), text), Release(date(2026, 8, 21), "Next"))
    versions = (("kbtool", "1.0"),)
    return ReportMeta(
        text, date(2026, 11, 3), versions, (text,), (text,), text, releases, make_kb(text)
    )
