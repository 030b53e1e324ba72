"""No way to silence a finding raises a score of `kbtool report`: ways drawn at random."""

import json
from random import Random

import pytest
from small_help_centre import CLOSING, FILES, OTHERS, SETTINGS, make_log

# A placeholder that people wait for, a dead link, and what merely puts articles at risk.
ARTICLES = {
    "articles/close.md": "# Close your account\n\nTap Close account. TODO: how long.\n",
    "articles/cards.md": "# Order a card\n\nOrder the card in the app, [here](gone.md).\n",
    "articles/refunds.md": "# Get a refund\n\n## Overview\n\nAs said above, ask for a refund.\n",
}


@pytest.fixture
def report(kbtool, write):
    def run(texts=ARTICLES, config=""):
        log = make_log([*CLOSING, *OTHERS])
        write(FILES | texts | {"kbtool.toml": SETTINGS + config, "log.csv": log})
        return json.loads(kbtool("report", "--no-history", "--format", "json").out)

    return run


def scores(report):
    """All that a report rates, by what it rates."""
    return {
        "coverage": report["summary"]["coverage"],
        "bands": report["summary"]["bands"],
        "gaps": [(gap["id"], gap["rank"]) for gap in report["gaps"]],
        "answered": [question["answered"] for question in report["questions"]],
        "criteria": [(one["id"], one["answer"]) for one in report["criteria"]],
        "advice": [(one["article"], one["action"]) for one in report["advice"]],
        "articles": [
            (one["path"], one["band"], one["blocked_by"], one["demand"], one["waiting"],
             one["waiting_questions"], one["seriousness"], one["urgency"],
             [(criterion["id"], criterion["answer"]) for criterion in one["criteria"]])
            for one in report["articles"]
        ],
    }  # fmt: skip


def silence(found, draw):
    """Articles and configuration in which some of these findings are silenced, each in some way."""
    texts = dict(ARTICLES)
    table = {"ignore": [], "severity": [], "overrides": []}
    for path, rule in draw.sample(found, draw.randint(1, len(found))):
        way = draw.choice(["comment", "front matter", *table])
        if way == "comment":
            texts[path] += f"\n<!-- kbtool: ignore-file {rule} -->\n"
        elif way == "front matter" and not texts[path].startswith("---"):
            texts[path] = f"---\nkbtool: {{ignore: [{rule}]}}\n---\n{texts[path]}"
        elif way in table:
            table[way].append((path, rule))
    ignored = ", ".join(f'"{rule}"' for _, rule in table["ignore"])
    rated = "\n".join({f'{rule} = "info"' for _, rule in table["severity"]})
    others = "".join(
        f'[[overrides]]\nfiles = ["{path}"]\nignore = ["{rule}"]\n'
        for path, rule in table["overrides"]
    )
    return texts, f"[lint]\nignore = [{ignored}]\n[lint.severity]\n{rated}\n{others}"


@pytest.mark.parametrize("seed", range(10))
def test_no_score_changes_whatever_is_silenced_and_however(seed, report):
    loud = report()
    found = [(one["path"], f["rule"]) for one in loud["articles"] for f in one["findings"]]
    assert {"placeholder", "broken-internal-link", "vague-link-text"} <= {rule for _, rule in found}
    waiting = {one["path"]: one["waiting"] for one in loud["articles"]}
    assert waiting["articles/close.md"] == len(CLOSING)
    quiet = report(*silence(sorted(set(found)), Random(seed)))
    assert scores(quiet) == scores(loud)


@pytest.mark.parametrize(
    "config",
    [
        '[lint]\npreset = "minimal"\n',
        '[lint]\nselect = ["TON"]\n',
        "[lint]\nselect = []\n",
        '[lint]\nignore = ["ALL"]\n',
        '[[overrides]]\nfiles = ["*"]\nrules.placeholder = { words = [], letters = false }\n',
    ],
)
def test_nor_where_the_project_runs_few_rules(config, report):
    loud, quiet = report(), report(config=config)
    assert scores(quiet) == scores(loud)


@pytest.mark.parametrize("where", ["[lint]", '[[overrides]]\nfiles = ["articles/close.md"]'])
def test_a_rule_that_is_left_out_is_told_as_silenced(where, report):
    (loud,) = (one for one in report()["articles"] if one["id"] == "close")
    quiet = report(config=f'{where}\nignore = ["placeholder"]\n')
    (article,) = (one for one in quiet["articles"] if one["id"] == "close")
    silenced = {found["rule"] for found in article["findings"] if found["silenced"]}
    assert (silenced, article["urgency"]) == ({"placeholder"}, loud["urgency"])


def test_a_rule_that_is_left_out_for_one_article_is_open_in_others(report):
    texts = {path: f"{text}\n# Another title\n" for path, text in ARTICLES.items()}
    config = '[[overrides]]\nfiles = ["articles/close.md"]\nignore = ["multiple-h1"]\n'
    told = {
        one["id"]: found["silenced"]
        for one in report(texts, config)["articles"]
        for found in one["findings"]
        if found["rule"] == "multiple-h1"
    }
    assert told == {"close": True, "cards": False, "refunds": False}


def test_rules_that_the_project_adds_count(report):
    texts = ARTICLES | {"articles/cards.md": "# Order a card\n\nGo to the app and wait in it.\n"}
    own = (
        '[[rule]]\ncode = "KB001"\nname = "own"\nkind = "forbid"\nphrases = ["wait"]\n'
        'message = "no"\nseverity = "{}"\nexamples-bad = ["wait"]\nexamples-good = ["go"]\n'
    )
    for severity, band in (("error", "blocked"), ("warning", "risky")):
        for ignored in ("", '[lint]\nignore = ["own"]\n'):
            found = report(texts, own.format(severity) + ignored)
            (card,) = (one for one in found["articles"] if one["id"] == "cards")
            assert card["band"] == band
