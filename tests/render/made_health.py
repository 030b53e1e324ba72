"""Health values to render, in which every text is one."""

from datetime import UTC, datetime

from health_parts import (
    COVERAGE,
    fall_short,
    make_article,
    make_cluster,
    make_finding,
    make_log,
    match_all,
)

from kbtool.health import Health
from kbtool.model import Action, Gap, GapReport, Interval, Question


def make_health(text="export", gaps=1, questions=1, dated=True, known=True):
    """Health in which every text is ``text`` and every list holds something."""
    when = datetime(2026, 8, 1, 12, tzinfo=UTC) if dated else None
    missing, log = [], []

    def ask(name, number):
        asker = f"secret {number}" if known else ""
        wording = text if number == 0 else f"{text} {number}"
        log.append(Question(f"{name}{number}{text}", wording, when, text, 1.0, asker))
        return log[-1].id

    for rank in range(gaps):
        ids = tuple(ask(f"g{rank}-", number) for number in range(questions))
        action = list(Action)[rank % len(Action)]
        cluster = make_cluster(f"{rank}{text}", text, ids, action)
        missing.append(Gap(cluster, "likely", Interval(2.0, 1.0, 4.0) if dated else None))
    ids = tuple(ask("a", number) for number in range(questions))
    answered = make_cluster(text, text, ids, Action.NONE, runner_up=False)
    clusters = (answered, *(gap.cluster for gap in missing))
    report = GapReport(
        tuple(missing), clusters, match_all(clusters, [answered]), COVERAGE, (), (), 0.3, text,
        (text, text), **fall_short(text, ids),
    )  # fmt: skip
    article = make_article(text, [make_finding(text)], questions, ids, 12)
    return Health((article,), (make_finding(text),), report, tuple(log), make_log(text, log))
