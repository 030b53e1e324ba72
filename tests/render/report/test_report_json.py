"""The report as JSON keeps to the schema that is printed."""

import json

import jsonschema
import pytest
from full_health import META, SECRET, make_bare, make_health
from msgspec.structs import replace

from kbtool.render.report.document_json import render, render_schema
from kbtool.render.report.meta import ReportMeta

SCHEMA = json.loads(render_schema())


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
    for key in document:
        less = {name: part for name, part in document.items() if name != key}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(less, SCHEMA)


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


def test_schema_is_as_it_was_promised():
    parts = SCHEMA["$defs"]["Document"]["properties"]
    assert {"schema", "summary", "gaps", "clusters", "articles", "criteria", "calibration"} <= {
        *parts
    }
    assert parts["schema"] == {"enum": ["kbtool.report/1"]}
