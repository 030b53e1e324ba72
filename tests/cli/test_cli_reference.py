"""The reference of JSON documents names the fields that they have."""

import json
import re
from pathlib import Path

import pytest
from small_help_centre import FILES

from kbtool.docs import question_table
from kbtool.model import Question

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference-json.md"
COMMANDS = {
    "kbtool.lint/1": "lint --format json",
    "kbtool.statistics/1": "lint --statistics --format json",
    "kbtool.gaps/1": "gaps --format json",
    "kbtool.what-if/1": "gaps --what-if draft.md --format json",
    "kbtool.report/1": "report --format json",
    "kbtool.history/1": "history --format json",
    "kbtool.outline/1": "outline 1 --format json",
    "kbtool.test/1": "test --format json",
    "kbtool.questions-summary/1": "questions --summary --format json",
    "kbtool.excluded/1": "questions --excluded --format json",
    "kbtool.evaluation/1": "evaluate labelled.csv --format json",
    "kbtool.labels/1": "export labels --format json",
    "kbtool.readability/1": "readability --format json",
}
ROWS = dict(
    re.findall(r"(?m)^\| `(kbtool\.[\w.-]+/1)` \| [^|]+ \| (.+) \|$", REFERENCE.read_text())
)
LINES = {
    "kbtool.match/1": "match",
    "kbtool.ask/1": "ask refund --format json",
}


@pytest.mark.parametrize("schema", COMMANDS)
def test_each_document_has_the_fields_that_the_reference_names(schema, kbtool, write):
    write(FILES | {"draft.md": "# Close your account\n\nTap Close account.\n"})
    write({"labelled.csv": "id,text,gold\n1,get a refund,refunds\n"})
    write({"kbtool-tests.yaml": "handoff: [close my account]\n"})
    if schema == "kbtool.history/1":
        kbtool("report", "--quiet")
    document = json.loads(kbtool(*COMMANDS[schema].split()).out)
    assert document.pop("schema") == schema
    assert list(document) == re.findall(r"`(\w+)`", ROWS[schema])


def test_every_schema_of_the_reference_is_compared_with_what_is_written():
    assert set(COMMANDS) | set(LINES) | {"kbtool.question/1"} == set(ROWS)


@pytest.mark.parametrize("schema", LINES)
@pytest.mark.usefixtures("help_centre")
def test_each_line_has_the_keys_that_the_reference_names(schema, kbtool):
    line = json.loads(kbtool(*LINES[schema].split()).out.splitlines()[0])
    assert line.pop("schema", schema) == schema
    assert list(line) == re.findall(r"`(\w+)`", ROWS[schema])


def test_every_key_of_a_question_is_named_with_what_it_holds():
    keys = re.findall(r"(?m)^\| `(\w+)` \| ([\w ]+) \| (.+) \|$", question_table())
    assert [key for key, _, _ in keys] == list(Question.__struct_fields__)
    assert {"text", "list of texts", "number", "date and time"} <= {holds for _, holds, _ in keys}
    assert all(len(what) > 5 for _, _, what in keys)
    assert question_table() in REFERENCE.read_text(encoding="utf-8")
