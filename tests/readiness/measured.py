"""Articles and logs, measured."""

from datetime import date

from kbtool.health import Basis, assess, judge_readiness
from kbtool.linter import lint
from kbtool.model import (
    Action,
    Cluster,
    GapReport,
    Interval,
    KnowledgeBase,
    Match,
    Question,
    QuestionMatch,
    Source,
)
from kbtool.parse import parse_html
from kbtool.rule import Selection, configure
from kbtool.rules import all_rules
from kbtool.testing import parse

TODAY = date(2026, 11, 22)
PATH = "help/cards/article.md"


def make_report(clusters=(), questions=(), coverage=(0.5, 0.4, 0.6), answered=None, **parts):
    """Report in which clusters hold the questions they name, ``answered`` of each answered."""
    matches = tuple(
        QuestionMatch(
            question.id, cluster.nearest, question.id in cluster.questions[:answered], cluster.id
        )
        for cluster in clusters
        for question in questions
        if question.id in cluster.questions
    )
    return GapReport((), tuple(clusters), matches, Interval(*coverage), (), (), 0.5, "", **parts)


def make_group(name, article, section="", words=(), askers=5, label=""):
    """A cluster that a section of an article answers, and its questions."""
    ids = tuple(f"{name}-{number}" for number in range(askers))
    passage = (section,) if section else ()
    cluster = Cluster(
        name, label or name, ids, askers, Interval(0.9, 0.8, 1.0),
        Match(article, article, passage, 0.9), None, Action.NONE, "", True, tuple(words),
    )  # fmt: skip
    return cluster, tuple(Question(one, label or name) for one in ids)


def _read(text, path):
    return parse_html(Source(path, text)) if path.endswith(".html") else parse(text, path)


def measure(texts, *, groups=(), questions=(), rules=None, today=TODAY, **rest):
    """Health with criteria of articles, given by their paths."""
    kb = KnowledgeBase.of([_read(text, path) for path, text in texts.items()], today)
    active = configure(all_rules(), *((rules,) if rules else ()))
    result = lint(kb, kb.articles, active)
    assert not result.faults
    asked = (*questions, *(question for _, own in groups for question in own))
    coverage = rest.pop("coverage", (0.5, 0.4, 0.6))
    basis = {name: rest.pop(name) for name in ("words", "tests", "faults") if name in rest}
    report = make_report([group for group, _ in groups], asked, coverage, **rest)
    health = assess(kb, result.findings, report, asked, suppressed=result.suppressed)
    return judge_readiness(health, kb, Basis(active, **basis))


def measure_one(text, path=PATH, **rest):
    """Criteria of one article, by id."""
    health = measure({path: text}, **rest)
    (article,) = health.articles
    return {criterion.id: criterion for criterion in article.criteria}


def measure_all(texts, **rest):
    """Criteria of all articles together, by id."""
    return {criterion.id: criterion for criterion in measure(texts, **rest).criteria}


__all__ = ["Selection", "make_group", "measure", "measure_all", "measure_one"]
