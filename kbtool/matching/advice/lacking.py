"""What to do about groups whose article answers them by its words alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from kbtool.model import Action, Cluster, Unanswered

_MOSTLY = 0.5  # share of a group's questions that must ask for what the article lacks


def heed_lacks(clusters: Iterable[Cluster], unanswered: Sequence[Unanswered]) -> Iterator[Cluster]:
    """Groups, with an article to improve where most of one ask it for a fact that it lacks.

    Such a group is found and so counts as answered, yet its article needs the fact: showing it to
    more people would help nobody.
    """
    for cluster in clusters:
        lack = _find_lack(cluster, unanswered) if cluster.answered else None
        yield _improve(cluster, lack) if lack else cluster


def _find_lack(cluster: Cluster, unanswered: Sequence[Unanswered]) -> Unanswered | None:
    own, nearest = set(cluster.questions), cluster.nearest
    for item in unanswered:
        mostly = len(own.intersection(item.questions)) >= _MOSTLY * len(own)
        if nearest and item.article == nearest.article and mostly:
            return item
    return None


def _improve(cluster: Cluster, lack: Unanswered) -> Cluster:
    people = "1 person" if cluster.askers == 1 else f"{cluster.askers:,} people"
    why = f"{people} asked; “{lack.title}” is about this but {lack.asks.lack}."
    return replace(cluster, action=Action.IMPROVE, why=why)
