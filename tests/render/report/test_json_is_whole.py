"""Whatever the page shows stands in JSON: each part of its view names its place there."""

import json

import pytest
from formats import write
from full_health import META, make_health
from msgspec.structs import fields, replace

from kbtool.model import KnowledgeBase, Source
from kbtool.parse import parse_markdown
from kbtool.render.html.page_view import PageView, Short
from kbtool.render.report.document_json import render, render_schema
from kbtool.render.views.answered import AnsweredView
from kbtool.render.views.articles import ArticleView
from kbtool.render.views.changes import Delta
from kbtool.render.views.flow import FlowView, Row
from kbtool.render.views.gaps import GapView
from kbtool.render.views.library import Shelf
from kbtool.render.views.periods import Period
from kbtool.render.views.sharing import CoverageBy, Covered, Hands

SHOWN_ALONE = ""  # how the page is laid out: places, colours, how much of a list it cuts
PLACES = {
    PageView: {
        "health": "Document.summary",
        "headline": "Summary.gap_share",
        "delta": "ChangesEntry.figures",
        "apart": "Document.questions",
        "currency": "Document.cost_basis",
        "open_gaps": "Document.gaps",
        "dismissed": "GapEntry.reason",
        "steps": "GapEntry.status",
        "gap_people": "Summary.gap_people",
        "gap_rate": "Summary.gap_people_per_month",
        "cost": "Summary.cost",
        "text_coverage": "Summary.coverage_of_texts",
        "people": "Group.askers",
        "costs": "GapEntry.cost",
        "bands": "Summary.bands",
        "scatter": "ArticleEntry.seriousness",
        "gaps": "Document.gaps",
        "gap_ranks": "GapEntry.rank",
        "answered": "Group.covered",
        "doubtful": "Group.covered",
        "short": "Document.found_not_answered",
        "hands": "Document.hands",
        "coverage_by": "Document.coverage_by",
        "weeks": "Document.periods",
        "movement": "Group.trend",
        "flow": "Document.flow",
        "articles": "Document.articles",
        "fix_first": "ArticleEntry.urgency",
        "criteria": "Document.criteria",
        "met": "Document.criteria",
        "calibration": "Document.calibration",
        "masked": "Document.masked",
        "knows_people": "Summary.knows_people",
    }
    | dict.fromkeys(
        (
            "hidden_gaps",
            "filters",
            "hidden_articles",
            "ranks",
            "open_cards",
            "severities",
            "article_filters",
        ),
        SHOWN_ALONE,
    ),
    GapView: {
        "rank": "GapEntry.rank",
        "gap": "GapEntry.probability",
        "one_by_one": "Group.covered",
        "cost_sum": "GapEntry.contacts",
        "quotes": "Group.questions",
        "status": "GapEntry.status",
        "note": "GapEntry.reason",
        "passages": "GapEntry.passages",
        "themes": "Group.themes",
        "words": "Group.words",
        "facets": "GapEntry.section",
        "advised": "ChangesEntry.advice",
        "issue": SHOWN_ALONE,
    },
    ArticleView: {
        "rank": "Document.articles",
        "article": "ArticleEntry.demand",
        "shelf": "ArticleEntry.views",
        "findings": "ArticleEntry.findings",
        "hidden_findings": SHOWN_ALONE,
        "quotes": "ArticleEntry.questions",
        "waiting": "ArticleEntry.waiting_questions",
        "criteria": "ArticleEntry.criteria",
        "met": "ArticleEntry.criteria",
    },
    Shelf: {name: f"ArticleEntry.{name}" for name in Shelf.__struct_fields__},
    Short: {
        "unanswered": "Document.found_not_answered",
        "contradictions": "Document.contradictions",
        "confusable": "Document.confusable",
        "confusion": "Document.confusable",
        "advice": "Document.advice",
        "hidden": SHOWN_ALONE,
    },
    AnsweredView: {
        "cluster": "Group.covered",
        "quotes": "Group.questions",
        "lacks": "Document.found_not_answered",
    },
    Hands: {
        "name": "HandsEntry.name",
        "about": SHOWN_ALONE,
        "groups": "HandsEntry.groups",
        "people": "HandsEntry.people",
        "share": "HandsEntry.share",
        "answered": "HandsEntry.answered",
        "first": "HandsEntry.largest",
    },
    CoverageBy: {
        "title": "CoverageEntry.by",
        "rows": "CoverageEntry.parts",
        "hidden": "CoverageEntry.left_out",
    },
    Covered: {name: f"PartEntry.{name}" for name in Covered.__struct_fields__},
    Period: {
        "start": "PeriodEntry.start",
        "answered": "PeriodEntry.answered",
        "total": "PeriodEntry.questions",
    },
    FlowView: {"flow": "Document.flow", "rows": "FlowEntry.runs", "lack": SHOWN_ALONE},
    Row: {
        "stage": "StageEntry.since_run_before",
        "covered": "StageEntry.coverage_of_texts",
        "releases": "Document.releases",
    },
    Delta: {
        "coverage": "MovesEntry.coverage",
        "text_coverage": "MovesEntry.coverage_of_texts",
        "people": "MovesEntry.gap_people_per_month",
        "cost": "MovesEntry.cost",
        "gaps": "ChangesEntry.gaps",
        "questions": "ChangesEntry.questions",
        "balance": "ChangesEntry.regrouped",
        "ready": "ChangesEntry.bands",
        "same": "ChangesEntry.same_questions",
    },
}


@pytest.mark.parametrize("view", PLACES)
def test_every_part_of_the_page_has_its_place_in_json(view):
    definitions = json.loads(render_schema())["$defs"]
    for field in fields(view):
        assert field.name in PLACES[view], f"where does JSON hold {view.__name__}.{field.name}?"
        if place := PLACES[view][field.name]:
            entry, name = place.split(".")
            assert name in definitions[entry]["properties"], place


TEXT = """---
id: reset a passcode
section: Cards
owner: Ann
views: 4217
votes_up: 80
votes_down: 20
---
# Reset a passcode

Tap it.
"""


def test_views_and_votes_of_articles_stand_in_json_with_wilson_bounds():
    health = make_health()
    path = health.articles[0].path
    article = replace(parse_markdown(Source(path, TEXT)), id=health.articles[0].id)
    kb = KnowledgeBase.of([article], META.made_on)
    told = json.loads(render(health, replace(META, kb=kb)))["articles"][0]
    assert (told["views"], told["votes"], told["owner"]) == (4217, 100, "Ann")
    assert told["helpful"] == {"value": 0.8, "low": 0.711171, "high": 0.866633}
    assert told["section"] == "Cards"


def test_figures_of_time_and_change_stand_in_json():
    told = json.loads(write("json", make_health()))
    assert told["changes"]["figures"]["coverage"]["change"]["value"] == 0.0153
    assert not told["changes"]["figures"]["coverage"]["more_than_chance"]
    assert told["changes"]["figures"]["cost"]["not_comparable"] == "other figures"
    assert told["changes"]["advice"][0]["before"] == "improve"
    assert len(told["trend_days"]) == 6
    assert sum(told["summary"]["rows"].values()) == 11
