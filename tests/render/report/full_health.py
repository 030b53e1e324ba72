"""Health in which every field that a format may show holds something, or nothing."""

from datetime import UTC, date, datetime

from msgspec.structs import replace

from kbtool.health import ArticleHealth, Criterion, Health, band_of
from kbtool.model import (
    Action,
    Advice,
    Calibration,
    Changes,
    Claim,
    ClosedGap,
    Cluster,
    Confusable,
    Contradiction,
    CostBasis,
    Excluded,
    Fact,
    Finding,
    Gap,
    GapReport,
    Interval,
    Match,
    Note,
    Question,
    QuestionLog,
    QuestionMatch,
    Run,
    Severity,
    Span,
    Theme,
    Trend,
    Unanswered,
)
from kbtool.render.report.meta import Release, ReportMeta

SECRET = "requester-of-whom-nobody-hears"
META = ReportMeta(
    "Acme", date(2026, 11, 3), (("kbtool", "1.0"),), ("articles/",), ("Links.",),
    releases=(Release(date(2026, 8, 2), "New prices"),),
)  # fmt: skip


def make_gap(text, rank, askers, action=Action.WRITE, **rest):
    match = Match(text, text, (text,), 0.2, (text,), (text,))
    ids = tuple(f"q{rank}-{number}" for number in range(askers))
    cluster = Cluster(
        f"g{rank}", text, ids, askers, Interval(0.1, 0.05, 0.2), match, match, action, text,
        themes=(Theme(text, ids, Fact.DURATION),), trend=Trend("rising", (1, 2), 0.04),
    )  # fmt: skip
    rest = {"cost": Interval(90.0, 40.0, 160.0), **rest}
    return Gap(cluster, "likely", Interval(2.0, 1.0, 4.0), **rest)


def make_health(text="reset a passcode", askers=(5, 3, 2)):
    """Full health in which every text that people wrote is ``text``."""
    gaps = tuple(make_gap(text, rank, count) for rank, count in enumerate(askers, 1))
    when = datetime(2026, 8, 1, 12, tzinfo=UTC)
    questions = tuple(
        Question(name, text, when, text, requester=SECRET)
        for gap in gaps
        for name in gap.cluster.questions
    )
    matches = tuple(
        QuestionMatch(name, gap.cluster.nearest, False, gap.id)
        for gap in gaps
        for name in gap.cluster.questions
    )
    claim = Claim(text, text, (text,), text, text)
    ids = tuple(question.id for question in questions[:2])
    report = GapReport(
        gaps, tuple(gap.cluster for gap in gaps), matches, Interval(0.7, 0.69, 0.74), (), (), 0.3,
        text, (text,),
        unanswered=(Unanswered(text, text, (text,), Fact.LIMIT, ids, 1, 0.5, text),),
        contradictions=(Contradiction(Fact.LIMIT, (text,), (claim, claim), ids),),
        confusable=(Confusable((text, text), (text, text), ids, 1, ((text,), (text,))),),
        advice=(Advice(text, text, Action.RETIRE, text, ids),),
        calibration=Calibration(0.1, 0.2, 80, ((0.5, 0.1, 0.2),)),
        cost_basis=CostBasis("€", 5.0, 0.1, own=True, text="your figures"),
    )  # fmt: skip
    finding = Finding(text, Span(3, 4), 3, 1, 3, 2, text, text, Severity.ERROR, text, text)
    answer = Criterion("R01", "title as customers ask", "no", text)
    article = ArticleHealth(
        id=text, path=text, title=text, words=120, findings=(finding,), suppressed=(finding,),
        demand=7, questions=ids, age=12, band=band_of([finding]), criteria=(answer,),
    )  # fmt: skip
    log = QuestionLog(
        questions, (Excluded(text, text, 1, text),), steps={text: 3}, masked={text: 2}
    )
    run = Run(3, date(2026, 10, 1), 90, Interval(0.6, 0.5, 0.7), 4, {"ready": 1}, {"kbtool": "0.9"})
    closed = (ClosedGap("g9", text, 4, text),)
    return Health(
        (article,), (finding,), report, questions, log,
        criteria=(replace(answer, id="K01"),),
        changes=Changes(run, ("g1",), closed, (text,), 2),
        notes={"g1": Note("g1", "planned", text, text)},
    )  # fmt: skip


def make_bare():
    """Health of which nobody filled what may be left out; no question, no article."""
    report = GapReport((), (), (), Interval(0.0, 0.0, 1.0), (), (), 0.3, "none")
    return Health((), (), report, ())
