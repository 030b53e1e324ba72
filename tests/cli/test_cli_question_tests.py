"""What `kbtool test` prints, writes and ends with."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

GOOD = """\
tests:
  - article: refunds
    asks: [how do I get a refund]
  - article: cards
    asks: [order a card]
handoff: [close my account]
"""
BAD = GOOD.replace("[order a card]", "[order a card, my money back please]")
SHARE = 0.75  # of BAD's tests that pass


@pytest.fixture
def suite(help_centre, write):
    """Writes kbtool-tests.yaml."""
    return lambda text: write({"kbtool-tests.yaml": text})


def test_all_good_is_exit_code_0_and_a_sentence(kbtool, suite):
    suite(GOOD)
    ran = kbtool("test")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("3 question tests: all pass.\n")


def test_a_failure_is_exit_code_1_and_says_where_why_and_what_was_found(kbtool, suite):
    suite(BAD)
    ran = kbtool("test")
    assert ran.code == 1
    assert "4 question tests: 3 pass, 1 fail (75%: too few, since all have to pass)." in ran.out
    assert "kbtool-tests.yaml:5: “my money back please”" in ran.out
    assert "should find `cards`" in ran.out
    assert "“order a card”" not in ran.out
    assert "“order a card”" in kbtool("test", "--verbose").out


@pytest.mark.parametrize(
    ("floor", "code"), [("0.75", 0), ("0.76", 1), ("0", 0), ("1", 1), ("2", 2)]
)
def test_the_floor_decides_between_0_and_1(kbtool, suite, floor, code):
    suite(BAD)
    assert kbtool("test", "--min-pass-rate", floor).code == code


def test_the_floor_may_stand_in_the_configuration(kbtool, suite):
    suite(BAD)
    config = Path("kbtool.toml")
    config.write_text(config.read_text() + "[test]\nmin-pass-rate = 0.7\n")
    assert kbtool("test").code == 0
    assert kbtool("test", "--min-pass-rate", "1").code == 1
    config.write_text(config.read_text().replace("0.7", "7"))
    ran = kbtool("test")
    assert (ran.code, "kbtool.toml:4: `test.min-pass-rate`" in ran.err) == (2, True)


def test_files_may_be_named_configured_or_be_a_folder(kbtool, suite, write):
    write({"checks/a.yaml": GOOD, "checks/b.yml": "handoff: [sell my account]\n"})
    assert kbtool("test", "checks/a.yaml").out.startswith("3 question tests")
    assert kbtool("test", "checks").out.startswith("4 question tests")
    config = Path("kbtool.toml")
    config.write_text(config.read_text() + '[test]\nfiles = ["checks"]\n')
    assert kbtool("test").out.startswith("4 question tests")
    assert kbtool("test", ".").out.startswith("4 question tests")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tests:\n  - articel: cards\n", "2: unknown key `articel`. Did you mean `article`?"),
        ("tests: [\n", "2: is not valid YAML"),
        ("", "there is no test in it. Write some"),
    ],
)
def test_a_file_with_a_mistake_is_exit_code_2_and_tells_the_line(kbtool, suite, text, message):
    suite(text)
    ran = kbtool("test")
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


GONE = (
    "\n  - article: card\n    asks: [w]\n  - article: cards\n    passage: By phon\n    asks: [v]\n"
)
NO_ARTICLE = "no article is called `card`. Did you mean `cards`?"
NO_PASSAGE = "`cards` has no passage `By phon`"


def test_a_test_of_what_is_not_there_fails_and_keeps_no_other_from_running(kbtool, suite):
    suite(GOOD.replace("\nhandoff", f"{GONE}handoff"))
    ran = kbtool("test", "--robustness")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("5 question tests: 3 pass, 2 fail")
    for message in (NO_ARTICLE, NO_PASSAGE):
        assert f"    {message}" in ran.out
    assert "still pass." in ran.out  # of the others in other words
    result = json.loads(kbtool("test", "--format", "json").out)
    failed = [row for row in result["results"] if not row["passed"]]
    assert [row["fault"] for row in failed] == ["unknown"] * 2
    assert failed[0]["problem"] == NO_ARTICLE
    root = ET.fromstring(kbtool("test", "--format", "junit").out)
    messages = [failure.get("message") for failure in root.iter("failure")]
    assert [NO_ARTICLE in messages[0], NO_PASSAGE in messages[1]] == [True, True]


def test_an_article_that_was_renamed_counts_for_the_floor_and_the_baseline(kbtool, suite):
    suite(GOOD)
    kbtool("test", "--write-baseline")
    Path("articles/cards.md").rename("articles/order-cards.md")
    ran = kbtool("test", "--diff", "--min-pass-rate", "0.6")
    assert (ran.code, ran.err) == (1, "")
    assert "Fails now" in ran.out
    assert "no article is called `cards`. Did you mean `order-cards`?" in ran.out
    assert kbtool("test", "--no-baseline", "--min-pass-rate", "0.6").code == 0


def test_every_mistake_is_told(kbtool, suite):
    suite("a: 1\nb: 2\nc: 3\n")
    assert kbtool("test").err.count("unknown key") == 3
    suite("".join(f"key{at}: 1\n" for at in range(50)))
    assert "and 30 more mistakes" in kbtool("test").err


def test_without_tests_the_way_to_some_is_told(kbtool, help_centre):
    ran = kbtool("test")
    assert (ran.code, "kbtool test --seed" in ran.err) == (2, True)


def test_a_log_that_cannot_be_read_is_exit_code_2_in_the_end(kbtool, suite, write):
    suite(GOOD)
    write({"log.csv": "id,text\n1,how do I close it\n1\n"})
    assert kbtool("test").code == 2


def test_a_help_centre_without_a_log_can_be_tested(kbtool, suite, write):
    suite(GOOD)
    write({"kbtool.toml": 'articles = ["articles"]\n'})
    ran = kbtool("test")
    assert (ran.code, ran.err) == (0, "")


def test_the_tests_of_another_folder_use_its_help_centre(kbtool, suite, monkeypatch):
    suite(GOOD)
    here = Path.cwd()
    monkeypatch.chdir(here.parent)
    assert kbtool("test", "here").code == 0
    assert kbtool("test", "here/kbtool-tests.yaml").code == 0


def test_json_holds_every_test_and_both_gates(kbtool, suite):
    suite(BAD)
    ran = kbtool("test", "--format", "json", "--output-file", "out.json")
    assert (ran.code, ran.out) == (1, "")
    result = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert result["schema"] == "kbtool.test/1"
    assert (result["tests"], result["passed"], result["pass_rate"]) == (4, 3, SHARE)
    assert result["good"] is False
    assert [row["passed"] for row in result["results"]].count(False) == 1
    failed = next(row for row in result["results"] if not row["passed"])
    assert (failed["article"], failed["kind"], failed["line"]) == ("cards", "asks", 5)
    assert failed["fault"] == "not found"


def test_junit_has_a_case_a_question_and_survives_hostile_text(kbtool, suite):
    suite(BAD.replace("my money back please", '"]]> <b>\\x01\\u202e&amp; \\" money"'))
    ran = kbtool("test", "--format", "junit")
    assert ran.code == 1
    root = ET.fromstring(ran.out)
    assert (root.get("tests"), root.get("failures")) == ("4", "1")
    names = [case.get("name") for case in root.iter("testcase")]
    assert "handoff: close my account" in names
    (failure,) = root.iter("failure")
    assert failure.get("type") == "failure"
    assert "should find `cards`" in failure.text


def test_a_test_may_demand_that_a_bot_answers(kbtool, suite, write):
    unsure = "where did the strange order of mine from last month end up"
    lines = ["tests:", "- article: cards", "  answered: true", f"  asks: [{unsure}]"]
    write({"kbtool.toml": 'articles = ["articles"]\n'})
    suite(GOOD.replace("- article: cards", "- article: cards\n    answered: true"))
    assert kbtool("test").code == 0
    suite("\n".join(line for line in lines if "answered" not in line))
    assert kbtool("test").code == 0
    suite("\n".join(lines))
    ran = kbtool("test")
    assert ran.code == 1
    assert "should be answered with `cards`" in ran.out
    assert "a bot would hand it over; it finds `cards`" in ran.out
    (row,) = json.loads(kbtool("test", "--format", "json").out)["results"]
    assert (row["answered"], row["fault"]) == (True, "not answered")
    (failure,) = ET.fromstring(kbtool("test", "--format", "junit").out).iter("failure")
    assert "should be answered with `cards`" in failure.get("message")


def test_a_draft_in_a_test_is_told_with_file_and_line(kbtool, suite, write):
    write({"articles/closing.md": "---\ndraft: true\n---\n\n# Close your account\n\nAsk us.\n"})
    suite("tests:\n  - article: closing\n    asks: [close my account]\n")
    ran = kbtool("test")
    assert ran.code == 1
    assert "  kbtool-tests.yaml:3: “close my account”" in ran.out
    assert "`closing` is a draft (articles/closing.md), which answers nobody" in ran.out


def test_questions_cannot_steer_a_terminal(kbtool, suite):
    suite(BAD.replace("my money back please", '"\\e[2J money \\u202e"'))
    out = kbtool("test", "--color", "never").out
    assert "\x1b" not in out
    assert "\u202e" not in out
