"""Health in which every field that a format may show holds something, or nothing."""

from datetime import UTC, date, datetime

from health_parts import (
    COVERAGE,
    fall_short,
    make_article,
    make_cluster,
    make_finding,
    make_log,
    match_all,
)
from msgspec.structs import replace
from small_flow import make_flow

from kbtool.health import Criterion, Health
from kbtool.model import (
    Action,
    Advice,
    Advised,
    ArticleCame,
    ArticleWent,
    Calibration,
    Changes,
    ClosedGap,
    CostBasis,
    Cut,
    Fact,
    Familiar,
    Gap,
    GapReport,
    Interval,
    Move,
    Moves,
    Note,
    Question,
    Relabelled,
    Run,
    ScoreBin,
    Scores,
    Theme,
    Trend,
)
from kbtool.render.views.meta import Release, ReportMeta

SECRET = "requester-of-whom-nobody-hears"
META = ReportMeta(
    "Acme", date(2026, 11, 3), (("kbtool", "1.0"),), ("articles/",), ("Links.",),
    releases=(Release(date(2026, 8, 2), "New prices"),),
)  # fmt: skip


def make_gap(text, rank, askers, action=Action.WRITE, **rest):
    ids = tuple(f"q{rank}-{number}" for number in range(askers))
    theme, trend = Theme(text, ids, Fact.DURATION), Trend("rising", (1, 2), 0.04)
    cluster = make_cluster(f"g{rank}", text, ids, action, themes=(theme,), trend=trend)
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
    clusters = tuple(gap.cluster for gap in gaps)
    ids = tuple(question.id for question in questions[:2])
    report = GapReport(
        gaps, clusters, match_all(clusters), COVERAGE, (), (), 0.3, text, (text,),
        **fall_short(text, ids),
        advice=(Advice(text, text, Action.RETIRE, text, ids),),
        calibration=Calibration(0.1, 0.2, 80, ((0.5, 0.1, 0.2),)),
        scores=Scores((ScoreBin(0.0, 1.0, 4, 6),), (Cut(0.3, 4, 6, 3, 0.8, 0.8),)),
        cost_basis=CostBasis("€", 5.0, 0.1, own=True, text="your figures"),
    )  # fmt: skip
    finding = make_finding(text)
    answer = Criterion("R01", "title as customers ask", "no", text)
    article = make_article(text, [finding], 7, ids, 12, suppressed=(finding,), criteria=(answer,))
    log = make_log(text, questions)
    run = Run(3, date(2026, 10, 1), 90, Interval(0.6, 0.5, 0.7), 4, {"ready": 1}, {"kbtool": "0.9"})
    closed = (ClosedGap("g9", text, 4, text),)
    return Health(
        (article,), (finding,), report, questions, log,
        criteria=(replace(answer, id="K01"),),
        changes=Changes(
            run, ("g1",), closed, (text,), 2,
            Moves(
                Move(run.coverage, Interval(0.0153, -0.02, 0.05)),
                cost=Move(hindrance="other figures"),
            ),
            (Advised("g2", text, 3, "improve", "write", text),),
            familiar=Familiar(6, 3, 1, 2),
            gone=(ArticleWent("gone", text, 4, 3),),
            added=(ArticleCame("came", text, 4, 3),),
            relabelled=(Relabelled("g3", text, text, 2, 5),),
        ),
        flow=make_flow(text, earlier=3),
        notes={"g1": Note("g1", "planned", text, text)},
    )  # fmt: skip


def make_bare():
    """Health of which nobody filled what may be left out; no question, no article."""
    report = GapReport((), (), (), Interval(0.0, 0.0, 1.0), (), (), 0.3, "none")
    return Health((), (), report, ())
