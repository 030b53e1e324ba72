"""Places and texts that many programs get wrong, in the units that each reader takes."""

import json

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from small_report import RULE, finding, make_report

from kbtool.model import Outline
from kbtool.render import load_renderer
from kbtool.runner.values import LintReport
from kbtool.testing import parse

BEFORE = "👩\u200d👩\u200d👧é한".replace("é", "e\u0301")
"""A family of five code points, an e with its accent, a syllable: cells, letters, bytes differ."""


def show(name, article, found):
    report = LintReport((found,), (Outline.of(article),), {article.path: article.source}, (RULE,))
    return load_renderer("lint", name)(report, color=False)


def test_each_reader_gets_columns_in_its_own_unit():
    article = parse(f"{BEFORE}here\n", "a.md")
    found = finding(article, len(BEFORE), 4)
    assert len(BEFORE) == 8
    assert found.column == 9
    (result,) = json.loads(show("sarif", article, found))["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["startColumn"] == 1 + len(BEFORE.encode("utf-16-le")) // 2 == 12
    (diagnostic,) = json.loads(show("rdjson", article, found))["diagnostics"]
    place = diagnostic["location"]["range"]["start"]
    assert place["column"] == 1 + len(BEFORE.encode()) == 25
    assert show("concise", article, found).startswith("a.md:1:9: ")
    line, marks = show("full", article, found).splitlines()[3:5]
    assert line == f"1 | {BEFORE}here"
    assert marks == f"  | {' ' * 9}^^^^", "three people of two cells, a letter, a syllable of two"


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 24), ("utf-16", 11), ("utf-32", 8)])
def test_editors_get_columns_in_the_unit_they_ask_for(encoding, column):
    positions = pytest.importorskip("kbtool.lsp.positions")
    places = positions.Positions(parse(f"{BEFORE}here\n").source, encoding)
    assert places.position_of(len(BEFORE)).character == column
    assert places.offset_of(places.position_of(len(BEFORE))) == len(BEFORE)


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
@given(text=st.text(st.characters(), min_size=1, max_size=20))
def test_any_text_is_told_in_xml_that_parses(name, text):
    shown = load_renderer("lint", name)(make_report(f"x{text}.md", f"x{text}"), color=False)
    root = fromstring(shown.encode("utf-8", "backslashreplace"))
    told = [node.get("message") for node in root.iter() if node.get("message")]
    assert told
    assert all(message.startswith("x") for message in told)
    if text.isprintable():
        assert told[0] == f"x{text}"
