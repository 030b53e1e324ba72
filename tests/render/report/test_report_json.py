"""The report as JSON keeps to the schema that is printed."""

import json
from pathlib import Path

import jsonschema
import pytest
from full_health import META, SECRET, make_bare, make_health
from msgspec.structs import replace

from kbtool.render.report.document_json import render, render_schema
from kbtool.render.views.meta import ReportMeta

SCHEMA = json.loads(render_schema())
PROMISE = json.loads((Path(__file__).parent / "promised_schema.json").read_text("utf-8"))


@pytest.mark.parametrize("meta", [META, ReportMeta()])
@pytest.mark.parametrize("health", [make_health(), make_health("\ud800 \x00 <!--"), make_bare()])
def test_every_report_keeps_to_the_schema(health, meta):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    text = render(health, meta)
    jsonschema.validate(json.loads(text), SCHEMA)
    assert SECRET not in text
    text.encode()


def test_a_document_without_its_parts_does_not_keep_to_the_schema():
    document = json.loads(render(make_health(), META))
    validator = jsonschema.validators.validator_for(SCHEMA)(SCHEMA)
    assert validator.is_valid(document)
    for key in document:
        less = {name: part for name, part in document.items() if name != key}
        assert not validator.is_valid(less)


def test_gaps_lead_to_their_evidence():
    document = json.loads(render(make_health(), META))
    groups = {group["id"]: group for group in document["clusters"]}
    texts = {question["id"]: question["text"] for question in document["questions"]}
    for rank, gap in enumerate(document["gaps"], 1):
        assert gap["rank"] == rank
        assert all(texts[name] for name in groups[gap["id"]]["questions"])
    first = document["gaps"][0]
    assert (first["status"], first["cost"]["low"], first["per_month"]["high"]) == (
        "planned", 40.0, 4.0,
    )  # fmt: skip


def test_silenced_findings_are_told_as_such_and_criteria_have_answers():
    article = json.loads(render(make_health(), META))["articles"][0]
    assert [finding["silenced"] for finding in article["findings"]] == [False, True]
    assert article["criteria"][0]["answer"] == "no"
    assert article["findings"][0]["severity"] == "error"


def test_texts_that_must_not_be_quoted_stay_empty():
    health = make_health("told by one person")
    quiet = replace(health, questions=tuple(replace(q, text="") for q in health.questions))
    document = json.loads(render(quiet, META))
    assert {question["text"] for question in document["questions"]} == {""}


def test_what_figures_rest_on_is_told():
    document = json.loads(render(make_health("word"), META))
    assert document["cost_basis"]["currency"] == "€"
    assert document["summary"]["cost"] == {"value": 270.0, "low": 120.0, "high": 480.0}
    assert document["releases"] == [{"date": "2026-08-02", "name": "New prices"}]
    assert (document["cleaned"], document["masked"], document["unmasked"]) == (
        {"word": 3}, {"word": 2}, False,
    )  # fmt: skip


def test_people_are_counted_gap_by_gap_and_once():
    summary = json.loads(render(make_health(), META))["summary"]
    assert (summary["gap_askers"], summary["gap_people"]) == (10, 1)  # one person asks about all


def assert_keeps(promise, now, place="schema"):
    """What was promised is there and means the same; more may stand beside it."""
    if isinstance(promise, dict):
        for key, part in promise.items():
            assert key in now, f"{place}: {key} is gone"
            assert_keeps(part, now[key], f"{place}.{key}")
    elif place.endswith(".required"):
        assert set(promise) <= set(now), f"{place}: a field that was always there may be missing"
    else:
        assert promise == now, f"{place} changed its meaning"


def test_fields_are_added_and_none_goes_or_changes_its_meaning():
    assert_keeps(PROMISE, SCHEMA)


def test_all_that_a_report_holds_is_promised():
    """Fields that were added stand in the promise too.

    python -m kbtool report --schema > tests/render/report/promised_schema.json
    """
    assert SCHEMA == PROMISE


@pytest.mark.parametrize(
    "change",
    [
        lambda schema: schema["$defs"]["Summary"]["properties"].pop("gaps"),
        lambda schema: schema["$defs"]["Summary"]["required"].remove("gaps"),
        lambda schema: schema["$defs"]["GapEntry"]["properties"]["rank"].update(type="number"),
        lambda schema: schema["$defs"]["Estimate"].update(description="Other bounds."),
    ],
)
def test_a_broken_promise_is_seen(change):
    schema = json.loads(render_schema())
    change(schema)
    with pytest.raises(AssertionError):
        assert_keeps(PROMISE, schema)
