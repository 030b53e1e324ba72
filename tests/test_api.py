"""The library as README shows it, without the command line."""

import textwrap
from datetime import date
from pathlib import Path

import pytest

import kbtool
from kbtool import errors
from kbtool.model import Source


@pytest.fixture
def help_centre(tmp_path):
    (tmp_path / "refunds.md").write_text("# Get a refund\n\nAsk for it [here](x.md).\n")
    (tmp_path / "cards.md").write_text("# Order a card\n\nOrder the card in the app.\n")
    return tmp_path


def knowledge_base(folder):
    loaded = kbtool.load_articles([folder])
    return kbtool.KnowledgeBase.of(loaded.articles, date(2026, 1, 1))


def test_articles_are_linted_in_four_lines(help_centre):
    kb = knowledge_base(help_centre)
    rules = kbtool.configure(kbtool.all_rules(), kbtool.Selection(select=["LNK001"]))
    result = kbtool.lint(kb, kb.articles, rules)
    (finding,) = result.findings
    assert isinstance(finding, kbtool.Finding)
    assert (Path(finding.path).name, finding.line, finding.code) == ("refunds.md", 3, "LNK001")
    assert finding.severity is kbtool.Severity.ERROR


def test_example_in_the_documentation_runs(help_centre, monkeypatch, capsys):
    monkeypatch.chdir(help_centre.parent)
    (help_centre.parent / "articles").symlink_to(help_centre)
    example = kbtool.__doc__.split("::\n")[1].split("\nEverything")[0]
    exec(compile(textwrap.dedent(example), "example", "exec"), {})
    assert "articles/refunds.md 3 LNK001 " in capsys.readouterr().out


def test_paths_may_be_text(help_centre):
    (help_centre / "log.csv").write_text("text\nhow do I close my account\n")
    assert len(kbtool.load_articles([str(help_centre)]).articles) == 2
    assert len(kbtool.read_questions([str(help_centre / "log.csv")]).questions) == 1


def test_public_names_are_listed_before_they_are_loaded():
    assert set(kbtool.__all__) <= set(dir(kbtool))


def test_questions_are_matched_in_three_lines(help_centre, tmp_path):
    log = tmp_path / "log.csv"
    log.write_text("text\nhow do I close my account\nget a refund\n")
    questions = kbtool.read_questions([log]).questions
    assert all(isinstance(question, kbtool.Question) for question in questions)
    report = kbtool.find_gaps(knowledge_base(help_centre), questions, kbtool.GapOptions())
    assert [match.question for match in report.matches] == [q.id for q in questions]


def test_text_is_parsed_without_a_file():
    article = kbtool.parse_markdown(Source("a.md", "# Title\n\nText.\n"))
    assert isinstance(article, kbtool.Article)
    assert article.title.text == "Title"


def test_rule_of_ones_own_runs_beside_the_others(help_centre):
    def check(article, kb, options):
        yield kbtool.Hit(article.title.span, "a title")

    rule = kbtool.Rule("OWN001", "own-rule", kbtool.Severity.INFO, kbtool.Options, "Own.", check)
    kb = knowledge_base(help_centre)
    selection = kbtool.Selection(select=["OWN001", "LNK001"])
    active = kbtool.configure((*kbtool.all_rules(), rule), selection)
    codes = [finding.code for finding in kbtool.lint(kb, kb.articles, active).findings]
    assert sorted(codes) == ["LNK001", "OWN001", "OWN001"]


@pytest.mark.parametrize("name", ["UsageError", "ConfigError", "InputError"])
def test_every_error_is_a_kbtool_error_with_an_exit_code(name):
    error = getattr(errors, name)("what", path="a.md", line=3, remedy="Do this")
    assert isinstance(error, kbtool.KbtoolError)
    assert error.exit_code == 2
    assert str(error) == "a.md:3: what. Do this"


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({}, "what"),
        ({"remedy": "Do this"}, "what. Do this"),
        ({"path": "a.md"}, "a.md: what"),
        ({"line": 3}, "what"),
    ],
)
def test_error_leaves_out_what_is_unknown(parts, text):
    error = kbtool.KbtoolError("what", **parts)
    assert str(error) == text
    assert error.exit_code == 3


def test_rules_are_values_in_order_of_their_codes():
    rules = kbtool.all_rules()
    codes = [rule.code for rule in rules]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in rules}) == len(rules)
    with pytest.raises(AttributeError):
        rules[0].code = "X"
