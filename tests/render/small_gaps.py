"""A report of one gap, made by hand."""

import json
from datetime import UTC, date, datetime

from kbtool.model import (
    Action,
    Calibration,
    Cluster,
    CostBasis,
    Excluded,
    Fact,
    Gap,
    GapReport,
    Interval,
    KnowledgeBase,
    Match,
    Need,
    Question,
    QuestionLog,
    QuestionMatch,
    Theme,
    Trend,
)
from kbtool.render import load_renderer
from kbtool.testing import parse

NEAREST = Match("refunds", "Get a refund", ("When",), 0.123456789, ("card",), ("close",))
CLUSTER = Cluster(
    id="c1",
    label="close my account",
    questions=("q1", "q2"),
    askers=1234,
    covered=Interval(0.0, 0.0, 0.5),
    nearest=NEAREST,
    runner_up=None,
    action=Action.WRITE,
    why="no article shares their main words",
    need=Need.ACTION,
    themes=(Theme("closing", ("q2",), Fact.DURATION),),
    trend=Trend("rising", (0, 0, 1, 2, 0, 4), 0.0123),
)
GAP = Gap(CLUSTER, "strong", Interval(12.4, 8.6, 17.0), cost=Interval(1234.5, 20.0, 3000.0))
LOG = QuestionLog(
    questions=(
        Question("q1", "close my account", datetime(2026, 1, 2, tzinfo=UTC)),
        Question("q2", "account\nclosing", datetime(2026, 3, 4, tzinfo=UTC)),
        Question("q3", "refund"),
    ),
    excluded=(Excluded("too short", "log.csv", 7, "hi"), Excluded("too short", "log.csv", 8, "yo")),
    rejected=(Excluded("not valid JSON", "log.jsonl", 9, "{"),),
    warnings=("2 dates could not be read",),
    steps={"greeting": 2},
    masked={"e-mail": 1},
)
REPORT = GapReport(
    gaps=(GAP,),
    clusters=(CLUSTER,),
    matches=(
        QuestionMatch("q1", None, False, "c1"),
        QuestionMatch("q2", NEAREST, False, "c1"),
        QuestionMatch("q3", NEAREST, True, ""),
    ),
    coverage=Interval(0.333, 0.1, 0.9),
    ungrouped=("q3",),
    unmatchable=("q3",),
    threshold=0.451,
    threshold_basis="found on your own articles",
    warnings=("Few questions.", "read with care"),
    calibration=Calibration(0.25, 0.125, 40, ((0.0, 0.0, 1.0), (1.0, 1.0, 0.0))),
    cost_basis=CostBasis("€", 5.0, 0.0, own=True, text="your figures"),
)
KB = KnowledgeBase.of([parse("# Get a refund\n")], date(2026, 4, 1))


def table(report=REPORT, log=LOG, *, top=15, color=False):
    """The table."""
    return load_renderer("gaps", "table")(report, log, KB, top=top, color=color)


def document(report=REPORT, log=LOG):
    """The JSON document, read again."""
    return json.loads(load_renderer("gaps", "json")(report, log, KB))
