"""Groups that were a gap in the run before and are answered now: what their questions can tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from kbtool.model import Action, Changes, Cluster, GapReport, Question


def note_closed(
    report: GapReport, changes: Changes | None, questions: Sequence[Question]
) -> GapReport:
    """The report in which groups that were just closed say so in their reason.

    People who asked before an article answered say nothing of how it is found, so the advice to
    show it where they look is withdrawn; other advice keeps its reason beside the note.
    """
    closed = {gap.id for gap in changes.closed} if changes else set()
    if changes is None or not closed:
        return report
    by_id = {question.id: question for question in questions}
    clusters = tuple(
        _note(cluster, changes, by_id) if cluster.answered and cluster.id in closed else cluster
        for cluster in report.clusters
    )
    return replace(report, clusters=clusters)


def _note(cluster: Cluster, changes: Changes, by_id: Mapping[str, Question]) -> Cluster:
    asked = [by_id[name] for name in cluster.questions if name in by_id]
    note = f"Closed since the run of {changes.before.day}: {_say_age(asked, changes)}."
    if cluster.action is Action.SURFACE:
        return replace(cluster, action=Action.NONE, why=note)
    return replace(cluster, why=f"{cluster.why} {note}".strip())


def _say_age(asked: Sequence[Question], changes: Changes) -> str:
    """Whether a group's questions are older than the run that had no answer for them."""
    day = changes.before.day
    dates = [question.asked_at.date() for question in asked if question.asked_at]
    if changes.exact:
        return f"that run read the same questions, so they {_NOTHING}"
    later = sum(date >= day for date in dates)
    if later:
        were = "was" if later == 1 else "were"
        return (
            f"{later:,} of its {len(asked):,} questions {were} asked on that day or later; "
            "no others can tell how the answer is found now"
        )
    if dates and len(dates) == len(asked):
        return f"its questions are all older than that run, so they {_NOTHING}"
    return f"its questions may be older than the answer, and then they {_NOTHING}"


_NOTHING = "say nothing of how the answer is found now"
