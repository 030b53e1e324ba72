"""One rule for every command: an article that holds placeholders answers nobody yet."""

import csv
import io
import json
from pathlib import Path

import pytest
from small_help_centre import CLOSING, FILES, OTHERS

CLOSE = "# Close your account\n\nTo close your account, tap Close account.\n\n{0}\n"
DONE = "It takes a day."
TODO = "TODO: how long it takes."
TESTS = "tests:\n  - article: close\n    asks: [please close my account]\n"
SILENT = "<!-- kbtool: ignore-next placeholder -->\n\n" + TODO
CONFIG = FILES["kbtool.toml"]


@pytest.fixture
def centre(write):
    """A help centre whose third article ends in a text."""

    def lay_out(text, config=""):
        article = {"articles/close.md": CLOSE.format(text), "kbtool-tests.yaml": TESTS}
        write(FILES | article | {"kbtool.toml": CONFIG + config})

    return lay_out


@pytest.fixture
def verdicts(kbtool):
    """Whether each command takes the article for an answer to those who want to close accounts."""

    def read(command):
        return json.loads(kbtool(*command, "--format", "json").out)

    def ask():
        lines = [json.loads(line) for line in kbtool("match").out.splitlines()]
        own = {f"q{at}" for at in range(len(CLOSING))}
        gaps, report = read(("gaps",)), read(("report", "--no-history"))
        matched = [line["decision"] for line in lines if line["question"] in own]
        return {
            "ask": read(("ask", CLOSING[0]))["decision"] == "answer",
            "match": set(matched) == {"answer"},
            "gaps": not gaps["gaps"] and gaps["coverage"]["value"] == 1,
            "report": not report["gaps"],
            "test": kbtool("test").code == 0,
        }

    return ask


@pytest.mark.parametrize(
    ("text", "config", "answers"),
    [
        (DONE, "", True),
        (TODO, "", False),
        ("[insert the price]", "", False),
        (SILENT, "", False),
        (TODO, '[lint]\nignore = ["placeholder"]\n', False),
        (TODO, '[lint.severity]\nplaceholder = "info"\n', False),
        ("Dates marked as TBD are open.", "", True),
        ("The time that it takes is marked TBD.", "", False),
        (TODO, '[lint.rules.placeholder]\nwords = ["FIXME"]\n', True),
        ("FIXIT", '[lint.rules.placeholder]\nwords = ["FIXIT"]\n', False),
        ("FIXIT", '[lint.rules.FRS005]\nwords = ["FIXIT"]\n', False),
        (TODO, '[[overrides]]\nfiles = ["*/close.md"]\nignore = ["placeholder"]\n', False),
        (TODO, '[[overrides]]\nfiles = ["*/close.md"]\nrules.placeholder.words = []\n', False),
        ("FIXIT", '[[overrides]]\narticles = ["close"]\nrules.FRS005.words = ["FIXIT"]\n', False),
        ("FIXIT", '[[overrides]]\narticles = ["refunds"]\nrules.FRS005.words = ["FIXIT"]\n', True),
    ],
)
def test_all_commands_agree(centre, verdicts, text, config, answers):
    centre(text, config)
    assert verdicts() == dict.fromkeys(("ask", "match", "gaps", "report", "test"), answers)


def test_the_gap_says_what_is_missing(centre, kbtool):
    centre(TODO)
    (gap,) = json.loads(kbtool("gaps", "--format", "json").out)["gaps"]
    assert gap["action"] == "improve the article"
    assert "“Close your account” is about this but still holds placeholders" in gap["why"]
    assert "the right article, which still holds placeholders" in kbtool("test").out


def test_a_gap_that_placeholders_make_is_certain_in_every_format(centre, kbtool):
    centre(TODO)
    certain = "the article has placeholders"
    (gap,) = json.loads(kbtool("gaps", "--format", "json").out)["gaps"]
    assert (gap["certain"], gap["probability"]) == (certain, 1.0)
    assert f"(certain, {gap['confidence']} evidence, id " in kbtool("gaps").out

    def write(name):
        return kbtool("report", "--no-history", "--format", name).out

    (entry,) = json.loads(write("json"))["gaps"]
    assert entry["certain"] == certain
    (row,) = csv.DictReader(io.StringIO(write("csv")))
    assert (row["certain"], row["doubt"]) == (certain, gap["doubt"])
    for name in ("jira", "github"):
        assert f"Confidence: certain: {certain}\n" in write(name)
        assert "probability of a gap" not in write(name)
    assert f"| certain, {gap['confidence']} evidence |" in write("markdown")
    kbtool("report", "--no-history", "-o", "page.html")
    assert f'certain</span> <span class="effort">{certain}</span>' in Path("page.html").read_text()


def test_an_agents_link_does_not_fill_an_article_in(centre, kbtool, write):
    centre(TODO)
    rows = [
        json.dumps({"id": f"q{at}", "text": text, "resolved_by": ["close"] if at < 4 else []})
        for at, text in enumerate(CLOSING + OTHERS)
    ]
    write(
        {"log.csv": "", "log.jsonl": "\n".join(rows), "kbtool.toml": CONFIG.replace("csv", "jsonl")}
    )
    assert len(json.loads(kbtool("gaps", "--format", "json").out)["gaps"]) == 1


def test_who_waits_for_an_article_is_its_demand_once_it_is_filled_in(centre, kbtool):
    def read(text):
        centre(text)
        report = json.loads(kbtool("report", "--no-history", "--format", "json").out)
        return {one["id"]: one for one in report["articles"]}

    waiting, filled = read(TODO), read(DONE)
    assert waiting["close"]["waiting_questions"] == filled["close"]["questions"] != []
    assert waiting["close"]["waiting"] == waiting["close"]["demand"] == len(CLOSING)
    assert (waiting["close"]["questions"], filled["close"]["waiting"]) == ([], 0)
    for name, article in waiting.items():
        assert article["demand"] == filled[name]["demand"]


def test_every_format_tells_who_waits(centre, kbtool):
    centre(TODO)
    waits = "4 people’s own questions wait for it"
    assert f"articles/close.md  (blocked, {waits})" in kbtool("report").out
    told = kbtool("report", "--format", "markdown", "--no-history").out
    assert f"articles/close.md): blocked, {waits}." in told
    page = kbtool("report", "--no-history", "-o", "page.html") and Path("page.html").read_text()
    assert f"<span>{waits}</span>" in page
    own = page[page.index("Questions that wait for it") :]
    assert CLOSING[0] in own[: own.index("</details>")]
    assert "Questions that it answers" not in page[: page.index("Questions that wait for it")]


def test_who_waits_by_an_agents_link_is_counted(centre, kbtool, write):
    centre(TODO)
    rows = [
        json.dumps({"id": f"q{at}", "text": text, "resolved_by": ["close"] if at < 4 else []})
        for at, text in enumerate(CLOSING + OTHERS)
    ]
    config = CONFIG.replace("csv", "jsonl") + "[gaps]\nthreshold = 0.999\n"
    write({"log.csv": "", "log.jsonl": "\n".join(rows), "kbtool.toml": config})
    report = json.loads(kbtool("report", "--no-history", "--format", "json").out)
    (close,) = (one for one in report["articles"] if one["id"] == "close")
    assert close["waiting"] == len(CLOSING)


def test_filling_it_in_closes_the_gap(centre, kbtool, write):
    centre(TODO)
    write({"close.md": CLOSE.format(DONE)})
    (gap,) = json.loads(kbtool("gaps", "--what-if", "close.md", "--format", "json").out)["gaps"]
    assert (gap["closed"], gap["before"], gap["answered"]["value"]) == (True, 0, len(CLOSING))


@pytest.mark.parametrize("place", ["drafts", "other"])
def test_a_draft_is_judged_by_the_options_of_its_place(centre, kbtool, write, place):
    centre(DONE, '[[overrides]]\nfiles = ["drafts/"]\nrules.placeholder.words = ["FIXIT"]\n')
    write({f"{place}/x.md": CLOSE.format("FIXIT")})
    found = json.loads(kbtool("gaps", "--what-if", f"{place}/x.md", "--format", "json").out)
    assert found["refused"] == (place == "drafts")


def test_a_test_that_fell_by_a_placeholder_says_so(centre, kbtool):
    centre(DONE)
    kbtool("test", "--write-baseline")
    centre(TODO)
    out = kbtool("test", "--diff").out
    assert "would now hand it over: the article that fits still holds placeholders" in out
    assert "1 test that passed in it fails now" in kbtool("test").out
