"""What `kbtool test` remembers, and what it says has changed."""

import json
from pathlib import Path

import pytest

SUITE = """\
tests:
  - article: refunds
    asks: [how do I get a refund]
  - article: cards
    asks: [order a card, my money back please]
handoff: [close my account]
"""
BASELINE = Path("kbtool-tests-baseline.json")
TABS = "# Order a drink\n\nOrder a drink at the bar.\n"


@pytest.fixture
def suite(help_centre, write):
    """A suite of which one test of four fails, in a help centre that lets that pass."""
    write({"kbtool-tests.yaml": SUITE})
    config = Path("kbtool.toml")
    config.write_text(config.read_text() + "[test]\nmin-pass-rate = 0.5\n")


@pytest.mark.usefixtures("suite")
def test_a_known_failure_ends_no_run_beyond_the_floor(kbtool):
    ran = kbtool("test", "--write-baseline")
    assert ran.code == 0
    assert "Wrote 4 tests to kbtool-tests-baseline.json. Commit it." in ran.out
    assert "1 test of them" in ran.out
    assert "`min-pass-rate = 0.75`" in ran.out
    ran = kbtool("test")
    assert ran.code == 0
    assert "nothing got worse, 1 known failure" in ran.out
    assert kbtool("test", "--min-pass-rate", "0.8").code == 1


@pytest.mark.usefixtures("suite")
def test_the_baseline_is_sorted_and_the_same_in_whatever_order_tests_stand(kbtool, write):
    kbtool("test", "--write-baseline")
    first = BASELINE.read_text(encoding="utf-8")
    entries = json.loads(first)["tests"]
    keys = [(entry["article"], entry["kind"], entry["question"]) for entry in entries]
    assert keys == sorted(keys)
    assert len([line for line in first.splitlines() if '"question"' in line]) == 4
    cards = "  - article: cards\n    asks: [my money back please, order a card]\n"
    refunds = "  - article: refunds\n    asks: [how do I get a refund]\n"
    write({"kbtool-tests.yaml": f"handoff: [close my account]\ntests:\n{cards}{refunds}"})
    kbtool("test", "--write-baseline")
    assert BASELINE.read_text(encoding="utf-8") == first


@pytest.mark.usefixtures("suite")
def test_a_bot_that_is_no_longer_sure_is_a_change_where_it_must_answer(kbtool, write):
    write(
        {
            "kbtool-tests.yaml": SUITE.replace(
                "- article: cards", "- article: cards\n    answered: true"
            )
        }
    )
    kbtool("test", "--write-baseline")
    write({"articles/cards.md": "# Bread\n\nOrder a loaf, bake it yourself, or ask the shop.\n"})
    ran = kbtool("test", "--diff")
    assert ran.code == 1
    assert "should be answered with `cards`" in ran.out
    assert "a bot would have answered and would now hand it over" in ran.out


@pytest.mark.usefixtures("suite")
def test_a_test_that_got_worse_ends_with_1_although_the_floor_holds(kbtool, write):
    kbtool("test", "--write-baseline")
    write({"articles/cards.md": "# Bread\n\nBake bread.\n", "articles/drinks.md": TABS})
    write({"kbtool-tests.yaml": SUITE.replace("article: cards", "article: articles/cards.md")})
    ran = kbtool("test")
    assert ran.code == 1
    assert "Failed, and passed in the baseline" in ran.out
    assert "1 test that passed in it fails now, 1 known failure" in ran.out
    assert kbtool("test", "--no-baseline").code == 0
    junit = kbtool("test", "--format", "junit").out
    assert junit.count('type="regression"') == junit.count('type="known-failure"') == 1


@pytest.mark.usefixtures("suite")
def test_diff_tells_the_articles_before_and_now_and_the_words_behind_it(kbtool, write):
    kbtool("test", "--write-baseline")
    nothing = kbtool("test", "--diff")
    assert (nothing.code, nothing.out) == (0, f"No test changed since {BASELINE}.\n")
    card = "# Get a thing\n\nMy money back please: ask for it here.\n"
    write({"articles/cards.md": card, "articles/drinks.md": "# Order a card\n\nOrder a card.\n"})
    ran = kbtool("test", "--diff")
    assert ran.code == 1
    assert ran.out.splitlines()[0] == f"2 tests changed since {BASELINE}."
    worse, better = ran.out.split("Passes now")
    assert "Fails now\n  kbtool-tests.yaml:5: “order a card”" in worse
    assert "before: cards, now: drinks" in worse
    assert "“my money back please”" in better
    assert "now: cards" in better
    assert "holds now: money" in better
    flips = json.loads(kbtool("test", "--diff", "--format", "json").out)["flips"]
    assert [flip["passed"] for flip in flips] == [[True, False], [False, True]]
    assert flips[0]["found"] == ["cards", "drinks"]


@pytest.mark.usefixtures("suite")
def test_diff_tells_words_that_an_article_no_longer_holds(kbtool, write):
    write({"articles/cards.md": "# Order a card\n\n## By phone\n\nOrder a card.\n"})
    kbtool("test", "--write-baseline")
    write({"articles/cards.md": "# Bread\n\nBake it.\n", "articles/drinks.md": TABS})
    assert "no longer: card" in kbtool("test", "--diff").out


@pytest.mark.usefixtures("suite")
def test_diff_tells_what_a_bot_would_do_now(kbtool, write):
    kbtool("test", "--write-baseline")
    write({"articles/close.md": "# Close my account\n\nClose the account in the app.\n"})
    out = kbtool("test", "--diff").out
    assert "“close my account”\n    should be handed over to a person" in out
    assert "a bot would have handed it over and would now answer" in out
    assert "now: close" in out


@pytest.mark.usefixtures("suite")
def test_new_tests_are_no_regressions_and_old_ones_may_go(kbtool, write):
    kbtool("test", "--write-baseline")
    new = SUITE.replace("order a card,", "bake me a cake, bread,")
    write({"kbtool-tests.yaml": new})
    ran = kbtool("test", "--min-pass-rate", "0.2")
    assert ran.code == 0, ran.out
    assert "1 test of it no longer asked" in ran.out


@pytest.fixture
def two_files(suite, write, kbtool):
    """A baseline of two files of tests, four in the one and one in the other."""
    config = Path("kbtool.toml")
    config.write_text(config.read_text() + 'files = ["kbtool-tests.yaml", "more/b.yaml"]\n')
    write({"more/b.yaml": "tests: [{article: refunds, asks: [refund please]}]\n"})
    assert kbtool("test", "--write-baseline").code == 0


def _list_noted():
    tests = json.loads(BASELINE.read_text(encoding="utf-8"))["tests"]
    return {entry["question"]: entry["file"] for entry in tests}


@pytest.mark.usefixtures("two_files")
def test_noting_one_file_anew_leaves_what_is_known_of_the_others(kbtool, write):
    noted = _list_noted()
    write({"more/b.yaml": "tests: [{article: refunds, asks: [give me a refund]}]\n"})
    ran = kbtool("test", "more/b.yaml", "--write-baseline")
    assert "It keeps 4 tests of files that were not run." in ran.out
    assert noted.pop("refund please") == "more/b.yaml"
    assert _list_noted() == {**noted, "give me a refund": "more/b.yaml"}
    write({"articles/cards.md": "# Bread\n\nBake bread.\n", "articles/drinks.md": TABS})
    ran = kbtool("test")
    assert (ran.code, "Failed, and passed in the baseline" in ran.out) == (1, True)


@pytest.mark.usefixtures("two_files")
def test_files_of_the_baseline_are_known_from_every_folder(kbtool, folder, monkeypatch):
    noted = _list_noted()
    monkeypatch.chdir(folder / "more")
    kbtool("test", "b.yaml", "--write-baseline", "--baseline", f"../{BASELINE}")
    monkeypatch.chdir(folder)
    assert _list_noted() == noted


@pytest.mark.usefixtures("two_files")
def test_tests_of_a_file_that_is_gone_leave_the_baseline(kbtool):
    Path("kbtool-tests.yaml").unlink()
    kbtool("test", "more/b.yaml", "--write-baseline")
    assert _list_noted() == {"refund please": "more/b.yaml"}


@pytest.mark.usefixtures("two_files")
def test_tests_of_files_that_were_not_run_are_not_said_to_be_no_longer_asked(kbtool):
    assert "no longer asked" not in kbtool("test", "more/b.yaml").out
    Path("kbtool-tests.yaml").unlink()
    assert "4 tests of it no longer asked" in kbtool("test", "more/b.yaml").out


@pytest.mark.usefixtures("two_files")
def test_tests_that_the_baseline_does_not_know_are_told(kbtool, write):
    assert "It lacks" not in kbtool("test").out
    write({"more/b.yaml": "tests: [{article: refunds, asks: [give me a refund]}]\n"})
    for options in ((), ("--diff",)):
        assert "It lacks 1 test and does not guard it" in kbtool("test", *options).out
    assert json.loads(kbtool("test", "--format", "json").out)["not_in_baseline"] == 1


@pytest.mark.usefixtures("two_files")
def test_a_broken_baseline_is_noted_anew_only_with_all_tests(kbtool, write):
    write({str(BASELINE): "{"})
    ran = kbtool("test", "more/b.yaml", "--write-baseline")
    assert (ran.code, "--write-baseline without FILES" in ran.err) == (2, True)
    assert BASELINE.read_text() == "{"
    assert kbtool("test", "--write-baseline").code == 0
    assert len(_list_noted()) == 5


@pytest.mark.usefixtures("suite")
@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"schema": "x", "tests": []}', "[" * 50_000, b"\xff", '{"schema": 1}']
)
def test_a_broken_baseline_is_exit_code_2_with_a_remedy(kbtool, write, text):
    write({str(BASELINE): text})
    ran = kbtool("test")
    assert ran.code == 2
    assert "is not a baseline of tests" in ran.err
    assert "--write-baseline" in ran.err


@pytest.mark.usefixtures("suite")
def test_what_is_not_there_cannot_be_compared_with(kbtool):
    ran = kbtool("test", "--diff")
    assert (ran.code, "there is no baseline" in ran.err) == (2, True)
    ran = kbtool("test", "--baseline", "gone.json")
    assert (ran.code, "gone.json: cannot be read" in ran.err) == (2, True)
