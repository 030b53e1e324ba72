"""`kbtool init`, `kbtool rule` and `kbtool readability`."""

import json
import os
import re
import sys
import tomllib

import pytest

from kbtool.rules import all_rules

TEXT = "# Get a refund\n\nAsk us for a refund in the app. Refunds take five days.\n"


def settings_of(folder):
    return tomllib.loads((folder / "kbtool.toml").read_text(encoding="utf-8"))


def test_init_fills_in_what_lies_there(kbtool, write, folder):
    articles = ("docs/a.md", "guides/deep/b.markdown", ".git/d.md", "node_modules/e.md")
    others = ("log.csv", "old.jsonl", "images/c.png", "notes.txt")
    write(dict.fromkeys(articles, TEXT) | dict.fromkeys(others, "text\n"))
    write({"old.jsonl": '\n{"text": "how do I pay"}\n'})
    ran = kbtool("init")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Wrote kbtool.toml: 2 articles in docs, guides, questions in log.csv, old.jsonl.\n"
        "Next: kbtool lint, kbtool gaps or kbtool report.\n"
    )
    settings = settings_of(folder)
    assert settings["articles"] == ["docs", "guides"]
    assert settings["questions"] == ["log.csv", "old.jsonl"]


def test_init_counts_the_html_that_lint_reads_beside_markdown(kbtool, write):
    write(
        {"docs/a.md": TEXT, "docs/b.html": "<h1>Fees</h1><p>None.</p>", "site/a.html": "<p>x</p>"}
    )
    assert "2 articles in docs, no questions" in kbtool("init").out
    assert " of 2 articles." in kbtool("lint", "--fail-on", "never").out


def test_init_takes_the_folder_itself_where_articles_lie_in_it(kbtool, write, folder):
    write({"a.md": TEXT, "b.md": TEXT, "img/README.md": TEXT})
    write({"prices.csv": "sku,price\n1,2\n", "tickets.csv": "id;question\n1;how\n"})
    out = kbtool("init").out
    assert out.startswith("Wrote kbtool.toml: 3 articles in ., questions in tickets.csv.\n")
    settings = settings_of(folder)
    assert (settings["articles"], settings["questions"]) == (["."], ["tickets.csv"])
    text = (folder / "kbtool.toml").read_text()
    assert '# Left out, as no questions are found in them: "prices.csv"\n' in text


@pytest.mark.parametrize(
    "name", ["README.md", "readme.de.md", "CHANGELOG.md", "LICENSE.md", "CONTRIBUTING.markdown"]
)
def test_init_takes_pages_about_a_folder_for_no_articles(name, kbtool, write, folder):
    write({name: TEXT, f"img/{name}": TEXT, "docs/a.md": TEXT, f"docs/{name}": TEXT})
    assert "2 articles in docs, no questions" in kbtool("init").out
    assert settings_of(folder)["articles"] == ["docs"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", ""),
        ("a.csv", b"\0\xff"),
        ("a.tsv", "sku\tprice\n"),
        ("a.jsonl", ""),
        ("a.jsonl", "text\n"),
        ("a.ndjson", '{"sku": 1}\n{"text": "how"}\n'),
        ("a.jsonl", '["text"]\n'),
    ],
)
def test_init_only_mentions_files_without_questions(name, content, kbtool, write, folder):
    write({name: content})
    assert kbtool("init").code == 0
    assert settings_of(folder)["questions"] == []
    assert f'no questions are found in them: "{name}"\n' in (folder / "kbtool.toml").read_text()


def test_init_in_an_empty_folder_takes_the_folder_itself(kbtool, folder):
    kbtool("init")
    assert settings_of(folder)["articles"] == ["."]
    assert settings_of(folder)["questions"] == []


def test_settings_that_init_writes_are_valid_and_work(kbtool, write):
    write({"docs/a.md": TEXT})
    kbtool("init")
    ran = kbtool("lint", "--select", "LNK001")
    assert (ran.code, ran.out, ran.err) == (0, "Nothing found in 1 article.\n", "")


def test_settings_that_init_switches_off_are_valid_once_switched_on(kbtool, write, folder):
    write({"docs/a.md": TEXT})
    kbtool("init")
    text = (folder / "kbtool.toml").read_text(encoding="utf-8")
    text = re.sub(r"^# (?=\[|[a-z-]+ = )", "", text, flags=re.MULTILINE)
    (folder / "kbtool.toml").write_text(text, encoding="utf-8")
    settings = tomllib.loads(text)
    assert {"exclude", "locale", "lint", "gaps", "report"} <= set(settings)
    assert {"ignore", "extend-select", "fail-on", "severity", "rules"} <= set(settings["lint"])
    ran = kbtool("lint", "--select", "LNK001")
    assert (ran.code, ran.err) == (0, "")


NAMES = ['we"ird', "back\\slash", "new\nline", "tab\t", "del\x7f", "é 漢", "#", "'"]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_of_a_folder_is_written_so_that_it_can_be_read(name, kbtool, write, folder):
    write({f"{name}/a.md": TEXT, f"{name}.csv": "text\n"})
    kbtool("init")
    assert settings_of(folder)["articles"] == [name]
    assert settings_of(folder)["questions"] == [f"{name}.csv"]


def test_names_that_are_no_text_are_left_out(kbtool, write, folder):
    write({"docs/a.md": TEXT})
    try:
        (folder / os.fsdecode(b"caf\xe9")).mkdir()
        (folder / os.fsdecode(b"caf\xe9/a.md")).write_text(TEXT)
    except OSError:
        pytest.skip("this file system does not take such names")
    assert kbtool("init").code == 0
    assert settings_of(folder)["articles"] == ["docs"]


def test_init_replaces_nothing_unless_forced(kbtool, write, folder):
    write({"kbtool.toml": "# mine\n"})
    ran = kbtool("init")
    assert ran.code == 2
    assert ran.err == "kbtool: kbtool.toml is there already. Use --force to replace it\n"
    assert (folder / "kbtool.toml").read_text() == "# mine\n"
    assert kbtool("init", "--force").code == 0
    assert settings_of(folder)["articles"] == ["."]


def test_init_works_on_another_folder_and_makes_none(kbtool, write, folder):
    write({"kb/docs/a.md": TEXT})
    assert kbtool("init", "kb").out.startswith(
        "Wrote kb/kbtool.toml: 1 article in docs, no questions.\n"
    )
    assert settings_of(folder / "kb")["articles"] == ["docs"]
    ran = kbtool("init", "missing")
    assert (ran.code, ran.err) == (2, "kbtool: missing is not a folder. Create it first\n")


def test_list_of_rules_has_one_line_for_each(kbtool):
    lines = kbtool("rule").out.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.code, rule.name] for rule in all_rules()]


@pytest.mark.parametrize("name", ["LNK001", "lnk001", "vague-link-text", "Vague-Link-Text"])
def test_page_of_a_rule_is_found_by_code_and_by_name(name, kbtool):
    ran = kbtool("rule", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("LNK001 vague-link-text\n\nLink text that does not say")
    silencing = "<!-- kbtool: ignore-next vague-link-text -- why -->"
    options = "[lint.rules.vague-link-text]"
    for part in ("Severity: error.", "Bad:", "Good:", options, "    phrases = ", silencing):
        assert part in ran.out


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_has_a_page(rule, kbtool):
    out = kbtool("rule", rule.code).out
    assert out.startswith(f"{rule.code} {rule.name}\n")
    assert rule.page.summary in out


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("vague-link", "Did you mean `vague-link-text`?"),
        ("lnk01", "Did you mean `LNK001`?"),
        ("zzzzzz", "`kbtool rule` lists all rules"),
    ],
)
def test_unknown_rule_is_answered_with_the_nearest_one(name, hint, kbtool):
    ran = kbtool("rule", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"kbtool: no rule is called `{name}`. {hint}\n"


def test_readability_is_a_table_with_a_row_for_each_article(kbtool, write):
    write({"a.md": TEXT, "b.md": "# Only a title\n"})
    ran = kbtool("readability", ".")
    assert (ran.code, ran.err) == (0, "")
    header, first, second, *_ = ran.out.splitlines()
    assert "FKG" in header
    assert first.startswith("a.md ")
    assert second.startswith("b.md ")
    assert "FKG: Flesch-Kincaid grade, grade" in ran.out


def test_readability_takes_quiet_like_its_sisters(kbtool, write):
    write({"a.md": TEXT})
    assert kbtool("readability", "--quiet", ".") == kbtool("readability", ".")


def test_readability_as_json_says_what_could_not_be_measured(kbtool, write):
    write({"a.md": TEXT, "b.md": "# Only a title\n"})
    document = json.loads(kbtool("readability", "--format", "json", ".").out)
    assert document["schema"] == "kbtool.readability/1"
    assert "textstat" in document["versions"]
    measured, empty = document["texts"]
    assert (measured["path"], measured["section"], measured["not_measured"]) == ("a.md", None, None)
    assert isinstance(measured["scores"]["flesch_kincaid_grade"], float)
    assert (empty["path"], empty["scores"]) == ("b.md", {})
    assert empty["not_measured"]


def test_readability_of_sections_stands_below_that_of_their_article(kbtool, write):
    write({"a.md": "Opening words stand here.\n\n" + TEXT + "\n## When\n\nIt takes five days.\n"})
    document = json.loads(kbtool("readability", "--sections", "--format", "json", "a.md").out)
    sections = [text["section"] for text in document["texts"]]
    assert sections == [None, "(opening)", "Get a refund", "Get a refund > When"]
    assert "  Get a refund > When" in kbtool("readability", "--sections", "a.md").out


def test_readability_leaves_out_headings_code_and_short_items(kbtool, write):
    rest = "\n- Yes\n- No\n\n```\nif x then y else z end\n```\n\n## An Incomprehensible Heading\n"
    write({"a.md": TEXT, "b.md": TEXT + rest})
    one, other = json.loads(kbtool("readability", "--format", "json", ".").out)["texts"]
    assert one["scores"] == other["scores"]


def test_editor_without_its_extra_is_told_how_to_get_it(kbtool, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("kbtool.lsp")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    ran = kbtool("lsp")
    assert (ran.code, ran.out) == (2, "")
    assert 'is not installed. Install it with: pip install "kbtool[lsp]"' in ran.err
