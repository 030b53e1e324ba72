"""Groups that the text of gaps leaves out or does not quote, since too few people asked."""

from __future__ import annotations

from collections.abc import Sequence

from kbtool.model import Cluster, GapReport
from kbtool.render.terminal import count


def tell_withheld(report: GapReport) -> str:
    """A sentence on groups that are no gaps for want of people, and on gaps that are not quoted."""
    gaps = {gap.id for gap in report.gaps}
    small = [c for c in report.clusters if not c.answered and c.id not in gaps]
    closed = [c for c in report.clusters if c.id in gaps and c.id in report.unquoted]
    parts = (
        f"{_count(small)} that no article answers ([gaps] min-askers)" if small else "",
        f"the words of {_count(closed)} ([privacy] min-askers)" if closed else "",
    )
    told = "; ".join(filter(None, parts))
    return f"Withheld, since too few people asked: {told}." if told else ""


def _count(clusters: Sequence[Cluster]) -> str:
    questions = sum(len(cluster.questions) for cluster in clusters)
    return f"{count(len(clusters), 'group')} of {count(questions, 'question')}"
