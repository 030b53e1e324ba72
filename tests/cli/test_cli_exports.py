"""``kbtool lint`` on an export of a help desk."""

import json
from xml.etree import ElementTree as ET

import pytest

BODY = "<p>You can utilize it in order to pay.</p>\n<p>See <a href='/x'>here</a>.</p>\n"
EXPORT = {
    "articles": [
        {"id": 7, "title": "Pay a bill", "body": BODY, "locale": "en-us", "draft": False},
        {"id": 8, "title": "Stop a bill", "body": "<p>No.</p>", "locale": "en-us", "draft": True},
        {
            "id": 9,
            "title": "Pay more",
            "body": BODY.replace("<a ", "<a data-kbtool-ignore='LNK001' "),
            "locale": "en-us",
        },
    ],
}
SELECT = ("--select", "LNK001,CLR004,HYG003")


@pytest.fixture
def export(write):
    """The export in the current folder."""
    write({"kb.json": json.dumps(EXPORT)})


def found(ran):
    return [(f["path"], f["line"], f["column"], f["code"]) for f in json.loads(ran.out)["findings"]]


EXPECTED = [
    ("kb.json#7", 6, 23, "CLR004"),
    ("kb.json#7", 7, 21, "LNK001"),
    ("kb.json#9", 6, 23, "CLR004"),
]


@pytest.mark.usefixtures("export")
def test_named_export_is_checked_article_by_article(kbtool):
    for _ in range(2):  # the second time from the cache
        ran = kbtool("lint", "kb.json", *SELECT, "--format", "json")
        assert found(ran) == EXPECTED
    assert ran.code == 1
    ran = kbtool("lint", "kb.json", *SELECT)
    assert "skipped: kb.json: 1 draft" in ran.err
    assert "in 2 of 2 articles; 1 draft left out; 1 suppressed." in ran.out


@pytest.mark.usefixtures("export")
def test_excerpt_shows_the_line_of_the_article(kbtool):
    out = kbtool("lint", "kb.json", *SELECT, "--format", "full").out
    assert "<p>See <a href='/x'>here</a>.</p>" in out
    assert "--> kb.json#7:" in out


@pytest.mark.usefixtures("export")
def test_nothing_is_offered_that_could_not_be_written(kbtool, folder):
    before = (folder / "kb.json").read_bytes()
    ran = kbtool("lint", "kb.json", *SELECT, "--fix", "--unsafe-fixes")
    assert "fixable" not in ran.out
    refusal = "not fixed: kb.json: fixes are never written into an export"
    assert refusal in ran.err
    ran = kbtool("lint", "kb.json", *SELECT, "--diff", "--unsafe-fixes")
    assert (ran.out, refusal in ran.err) == ("", True)
    assert kbtool("lint", "kb.json", *SELECT, "--add-ignores").code == 1
    assert (folder / "kb.json").read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["kb.json"]


@pytest.mark.usefixtures("export")
def test_configuration_names_exports_and_sets_rules_by_id(kbtool, write):
    config = 'articles = ["kb.json"]\n[lint]\nselect = ["LNK001", "CLR004"]\n'
    write({"kbtool.toml": f'{config}[[overrides]]\narticles = ["7"]\nignore = ["CLR"]\n'})
    paths = [(path, code) for path, *_, code in found(kbtool("lint", "--format", "json"))]
    assert paths == [("kb.json#7", "LNK001"), ("kb.json#9", "CLR004")]


@pytest.mark.usefixtures("export")
def test_baseline_knows_articles_of_an_export(kbtool):
    assert kbtool("lint", "kb.json", *SELECT, "--write-baseline").code == 0
    ran = kbtool("lint", "kb.json", *SELECT)
    assert (ran.code, "3 in the baseline" in ran.out) == (0, True)


PARSERS = {
    "checkstyle": ET.fromstring,
    "concise": str,
    "full": str,
    "github": str,
    "gitlab": json.loads,
    "grouped": str,
    "json": json.loads,
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
    "junit": ET.fromstring,
    "rdjson": json.loads,
    "sarif": json.loads,
}


@pytest.mark.usefixtures("export")
@pytest.mark.parametrize("name", PARSERS)
def test_every_format_names_the_article_and_can_be_read(kbtool, name):
    out = kbtool("lint", "kb.json", *SELECT, "--format", name).out
    assert ("kb.json%237" if name == "sarif" else "kb.json#7") in out
    assert PARSERS[name](out) is not None


def test_json_in_a_folder_is_no_article(kbtool, write):
    write({"a/kb.json": json.dumps(EXPORT), "a/a.md": "# A\n"})
    assert "1 article" in kbtool("lint", "a", "--select", "LNK001").out


def test_broken_export_is_an_error_and_the_rest_is_checked(kbtool, write):
    write({"kb.json": '{"articles": [\n', "a.md": "See [here](b.md).\n"})
    ran = kbtool("lint", "kb.json", "a.md", "--select", "LNK001", "--format", "json")
    assert ran.code == 2
    assert [path for path, *_ in found(ran)] == ["a.md"]
    assert "kb.json: the file is cut off" in ran.err


PAGED = {**EXPORT, "page": 1, "page_count": 2, "count": 6}
MISSING = "error: kb1.json: articles are missing: the files hold 3 of 6 records. Export the other"


def test_pages_of_an_export_that_are_missing_are_told(kbtool, write):
    write({"kb1.json": json.dumps(PAGED)})
    for _ in range(2):  # the second time from the cache
        ran = kbtool("lint", "kb1.json", *SELECT)
        assert MISSING in ran.err
        assert "articles are missing" not in ran.out
        assert ran.code == 2
    others = {**EXPORT, "articles": [{**a, "id": a["id"] + 10} for a in EXPORT["articles"]]}
    write({"kb2.json": json.dumps({**others, "page": 2, "page_count": 2, "count": 6})})
    ran = kbtool("lint", "kb1.json", "kb2.json", *SELECT)
    assert "missing" not in ran.err
    assert ran.code == 1
