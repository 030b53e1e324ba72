"""Progress is one share of all work: it names its steps, never falls, and ends at all of it."""

from datetime import date

import pytest

from kbtool.cli import common
from kbtool.cli.common import Progress
from kbtool.cli.lint_progress import share_out
from kbtool.cli.plans import ARTICLES, MATCHING, QUESTIONS, STARTING, Gauge, plan_gaps, plan_report
from kbtool.config import load_project
from kbtool.matching import Means, find_gaps
from kbtool.matching.forecast import forecast
from kbtool.model import KnowledgeBase, Question
from kbtool.progress import Work
from kbtool.questions import Reached
from kbtool.runner.choices import Choices
from kbtool.runner.drafting import Drafter
from kbtool.runner.request import Request
from kbtool.runner.running import CHECKING, COMPARING, run_lint
from kbtool.testing import parse

TEXTS = ("How do I close my account", "Where is my invoice", "Can I pay by card", "It is broken")


def watch():
    told = []
    return told, Work(lambda name, share: told.append((name, round(share, 6))))


def test_a_share_counts_the_time_of_phases_not_their_number():
    told, work = watch()
    work.expect({"short": 1.0, "long": 9.0})
    work.reach("short", 1.0)
    work.reach("long", 0.5)
    assert told == [("short", 0.1), ("long", 0.55)]


def test_what_is_told_never_falls_when_there_is_more_to_do_than_expected():
    told, work = watch()
    work.expect({"read": 1.0, "match": 1.0})
    work.reach("read", 1.0)
    work.expect({"match": 9.0})
    work.reach("match")
    work.reach("match", 1.0)
    assert [share for _, share in told] == [0.5, 0.5, 1.0]


def test_a_phase_made_of_phases_shows_their_names():
    told, work = watch()
    work.expect({"read": 1.0, "match": 1.0})
    work.inside("match")("rank", 0.5)
    assert told == [("rank", 0.75)]


def test_finding_gaps_names_its_steps_never_falls_and_ends_at_all_of_it():
    told = []
    articles = [parse(f"# {text}\n\n{text}: see below.\n", f"{text}.md") for text in TEXTS]
    questions = [Question(f"q{at}", f"{TEXTS[at % 4]} {at}?") for at in range(40)]
    kb = KnowledgeBase.of(articles, date(2026, 1, 1))
    find_gaps(kb, questions, means=Means(progress=lambda *step: told.append(step)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert list(dict.fromkeys(name for name, _ in told)) == list(forecast(1, 1))


def test_reading_corrects_how_many_questions_are_expected():
    told, work = watch()
    gauge = Gauge(work, plan_gaps, [])
    gauge.read_articles(10, 10)
    gauge.read_questions(Reached(1_000, 50_000, 100_000))
    plan = plan_gaps(10, 2_000)
    before = plan[STARTING] + plan[ARTICLES]
    half = (before + plan[QUESTIONS] / 2) / sum(plan.values())
    work.reach(MATCHING)
    assert told[1] == (QUESTIONS, pytest.approx(max(half, told[0][1]), abs=1e-6))


def test_linting_counts_its_start_never_falls_and_ends_at_all_of_it(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.md").write_text(f"# {name}\n\nSee below.\n")
    progress = Progress()
    told, progress.work = watch()
    drafter = Drafter(load_project(tmp_path), Choices(), date(2026, 1, 1), "")
    run_lint(Request(drafter, (tmp_path,)), progress=share_out(progress))
    shares = [share for _, share in told]
    assert [name for name, _ in told] == [CHECKING] * 3 + [COMPARING] * 3
    assert shares == sorted(shares)
    assert shares[0] > 0.9  # of so little, starting takes the most
    assert shares[-1] == 1.0


def test_linting_that_finds_all_in_the_cache_ends_at_all_of_it():
    progress = Progress()
    told, progress.work = watch()
    share_out(progress)(COMPARING, 2, 2)
    assert told == [(COMPARING, 1.0)]


@pytest.mark.parametrize("plan", [plan_gaps, plan_report])
@pytest.mark.parametrize("size", [(0, 0), (50_000, 1), (1, 1_000_000)])
def test_every_step_of_a_plan_takes_time(plan, size):
    assert min(plan(*size).values()) >= 0 < sum(plan(*size).values())


class Terminal:
    """A standard error that may be a terminal, and keeps what it is sent."""

    def __init__(self, *, shown):
        self.shown, self.text = shown, ""

    def isatty(self):
        return self.shown

    def write(self, text):
        self.text += text

    def flush(self):
        pass


@pytest.mark.parametrize(("shown", "quiet"), [(True, False), (True, True), (False, False)])
def test_progress_is_shown_on_terminals_that_want_it(monkeypatch, shown, quiet):
    terminal = Terminal(shown=shown)
    monkeypatch.setattr(common.sys, "stderr", terminal)
    monkeypatch.setattr(common, "PROGRESS_AFTER", -1.0)
    progress = Progress(quiet)
    progress.work.expect({"reading": 1.0, "matching": 3.0})
    progress.work.reach("matching", 1 / 3)
    assert terminal.text == ("\r\x1b[Kmatching: 50% done" if shown and not quiet else "")
