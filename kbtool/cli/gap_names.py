"""Ids of gaps that another machine or an earlier run gave -> those of this run.

The id of a group is a digest of its most typical wording. Where the same log, or one that goes on
from it, is read again, that wording is still in it, in whatever group it is now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kbtool.cli.asking import Asked
from kbtool.cli.common import say
from kbtool.errors import UsageError
from kbtool.model import Cluster, Note
from kbtool.patterns import lazy_pattern
from kbtool.render.terminal import one_line, shorten

_ID = lazy_pattern(r"(?=.*[0-9])[0-9a-f]{6,10}|[0-9a-f]{10}")
_LABEL = 90


def resolve_name(name: str, asked: Asked, notes: Mapping[str, Note]) -> str:
    """Id of the group that an id from elsewhere means; any other name comes back as it is.

    Raises UsageError where it names a group that is no gap here, or none.
    """
    wanted = "".join(name.split()).casefold()
    groups = {cluster.id: cluster for cluster in asked.report.clusters}
    if not _ID.fullmatch(wanted) or _means_gap(wanted, asked):
        return name
    means = {group for group in _find(wanted, asked, notes) if group in groups}
    gaps = means & {gap.id for gap in asked.report.gaps}
    if len(gaps) == 1:
        (found,) = gaps
        say(f"{wanted} is taken for the gap {found} of this run: {_call(groups[found])}")
        return found
    if means and not gaps:
        raise UsageError(f"{wanted} is no gap here: {_say_state(groups[min(means)])}")
    if not means:
        remedy = "Name the gap by words of its question, or by its rank or id in `kbtool gaps`"
        message = f"no question of this log, no decision and no recorded run knows {wanted}"
        raise UsageError(message, remedy=remedy)
    return name


def _means_gap(wanted: str, asked: Asked) -> bool:
    """Whether it is the beginning of an id, or words, of a gap of this run."""
    return any(
        gap.id.startswith(wanted) or wanted in gap.cluster.label.casefold()
        for gap in asked.report.gaps
    )


def _find(wanted: str, asked: Asked, notes: Mapping[str, Note]) -> Iterator[str]:
    """Groups that have or had the id."""
    for cluster in asked.report.clusters:
        if cluster.id.startswith(wanted):
            yield cluster.id
    for group, own in asked.own.items():
        if own.startswith(wanted):
            yield group
    for group, note in notes.items():
        if any(other.startswith(wanted) for other in note.aka):
            yield group
    # scikit-learn is loaded by now.
    from kbtool.matching.judging.namesakes import find_namesakes  # noqa: PLC0415 - see above

    named = find_namesakes(asked.kb, asked.inputs.log.questions, wanted)
    for cluster in asked.report.clusters:
        if not named.isdisjoint(cluster.questions):
            yield cluster.id


def _say_state(cluster: Cluster) -> str:
    if cluster.answered and cluster.nearest:
        return f"“{one_line(cluster.nearest.title)}” answers {_call(cluster)}"
    return f"too few people ask {_call(cluster)}"


def _call(cluster: Cluster) -> str:
    return f"“{shorten(one_line(cluster.label), _LABEL)}”"
