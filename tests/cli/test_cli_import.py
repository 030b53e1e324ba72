"""``kbtool import``: exports become files that give the same findings and matches."""

import json
from pathlib import Path

import pytest

BODY = "<p>You can utilize it in order to pay.</p><ul><li>See <a href='/x'>here</a>.</li></ul>"
ARTICLES = [
    {"id": 7, "title": "Pay a bill", "body": BODY, "locale": "en-us", "section_id": 1},
    {"id": 8, "title": "Stop a bill", "body": "<p>No.</p>", "section_id": 1, "draft": True},
    {"id": 9, "title": "Get a refund", "body": "<h2>Ask</h2><p>Ask us for the money.</p>",
     "locale": "en-us", "section_id": 1, "label_names": ["money back"]},
    {"id": 10, "title": "Order a card", "body": None, "locale": "en-us", "section_id": 1},
    {"id": 11, "title": "Two\n---\nowner: me", "body": '<ol><li value="3">A card.</li></ol>',
     "locale": "en-us", "section_id": 1},
]  # fmt: skip
SECTIONS = {"sections": [{"id": 1, "name": "Money", "category_id": 2}]}
QUESTIONS = "text,id\nhow do I pay a bill,1\nI want my money back,2\nwhere is my card,3\n" * 3


@pytest.fixture
def export(write):
    """An export with its sections beside it, and a log."""
    write({
        "export/kb.json": json.dumps({"articles": ARTICLES}),
        "export/sections.json": json.dumps(SECTIONS),
        "log.csv": QUESTIONS,
    })  # fmt: skip


def test_import_says_what_it_did_and_a_second_one_does_nothing(kbtool, export):
    ran = kbtool("import", "zendesk", "export/kb.json", "--to", "kb")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines() == [
        "note: export/sections.json is read too",
        "skipped: export/kb.json: 1 draft",
        "Zendesk Guide: 4 articles in kb: 4 written, 0 unchanged, 1 draft left out",
    ]
    assert "section: 'Money'" in Path("kb/pay-a-bill-7.md").read_text()
    ran = kbtool("import", "zendesk", "export", "--to", "kb")
    assert ran.err.endswith("4 articles in kb: 0 written, 4 unchanged, 1 draft left out\n")


def test_changed_and_gone_files_are_named(kbtool, export, write):
    kbtool("import", "zendesk", "export/kb.json", "--to", "kb")
    write(
        {
            "kb/pay-a-bill-7.md": "Mine.\n",
            "export/kb.json": json.dumps({"articles": ARTICLES[:1], "next_page": None}),
        }
    )
    ran = kbtool("import", "zendesk", "export/kb.json", "--to", "kb")
    assert ran.code == 0
    assert "kept: kb/pay-a-bill-7.md: changed here since the last import\n" in ran.err
    assert "gone: kb/get-a-refund-9.md: no longer published in the export\n" in ran.err
    assert "1 kept as they are, 3 no longer in the export\n" in ran.err
    ran = kbtool("import", "zendesk", "export/kb.json", "--to", "kb", "--overwrite", "-q")
    assert (ran.code, ran.err) == (0, "note: export/sections.json is read too\n")


def test_findings_and_matches_are_those_of_the_export(kbtool, export):
    kbtool("import", "zendesk", "export/kb.json", "--to", "kb")
    assert sorted(path.suffix for path in Path("kb").glob("[!.]*")) == [
        ".html", ".md", ".md", ".md",
    ]  # fmt: skip
    seen = []
    for articles in ("export/kb.json", "kb"):
        lint = json.loads(kbtool("lint", articles, "--format", "json", "--no-cache").out)
        gaps = json.loads(kbtool("gaps", "log.csv", "--articles", articles, "--format", "json").out)
        findings = sorted((f["code"], f["message"], f["severity"]) for f in lint["findings"])
        seen.append((findings, gaps))
    assert seen[0][0]
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("zendesc", "export/kb.json", "--to", "kb"), "Did you mean `zendesk`?"),
        (("zendesk", "nowhere.json", "--to", "kb"), "nowhere.json"),
        (("zendesk", "empty", "--to", "kb"), "no JSON files there"),
        (("helpscout", "export/kb.json", "--to", "kb"), "articles of Zendesk Guide. Name z"),
        (("zendesk", "broken.json", "--to", "kb"), "the file is cut off"),
        (("zendesk", "export/kb.json"), "--to"),
        (("zendesk", "export/kb.json", "--to", "log.csv/x"), "log.csv"),
        (("zendesk", "deep.json", "--to", "kb"), "nested too deep"),
    ],
)
def test_what_cannot_be_imported_ends_with_2_and_writes_nothing(
    kbtool, export, write, arguments, message
):
    write({"broken.json": '{"articles": [', "deep.json": "[" * 100_000, "empty/a.txt": ""})
    ran = kbtool("import", *arguments)
    assert ran.code == 2
    assert message in ran.err
    assert not Path("kb").exists()


def test_broken_line_is_told_and_the_rest_is_imported(kbtool, write):
    good = json.dumps({"id": "a-b", "title": "A", "body": "# A\n\nText."})
    write({"kb.jsonl": f"{good}\n{{oops\n"})
    ran = kbtool("import", "jsonl", "kb.jsonl", "--to", "kb")
    assert ran.code == 2
    assert "error: kb.jsonl: line 2 is not valid JSON" in ran.err
    assert Path("kb/a-b.md").read_text().endswith("---\n# A\n\nText.")


def test_a_link_out_of_the_folder_of_exports_is_told_and_not_read(kbtool, export, folder):
    Path("private.json").write_text(json.dumps({"articles": ARTICLES[:1]}))
    Path("export/kb.json").unlink()
    Path("export/kb.json").symlink_to("../private.json")
    ran = kbtool("import", "zendesk", "export", "--to", "kb")
    assert "skipped: export/kb.json: a link that leads out of the folder\n" in ran.err
    assert not list(Path().glob("kb/*.md"))
