"""What `gaps`, `report` and `export labels` share: articles and questions in, gaps out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from kbtool.cli.common import Progress
from kbtool.cli.inputs import Inputs, read_inputs
from kbtool.cli.plans import LOADING, MATCHING, plan_gaps
from kbtool.health import QuoteOptions, guard_quotes
from kbtool.matching.options import Means
from kbtool.model import GapReport, KnowledgeBase, QuestionLog

if TYPE_CHECKING:
    from kbtool.matching.judging.survey import Survey


class Asked(Struct, frozen=True):
    """Everything that was read, and what came of it."""

    inputs: Inputs
    report: GapReport
    log: QuestionLog  # questions as they may be shown
    survey: Survey | None = None  # what the report rests on, for those who ask for it
    own: Mapping[str, str] = {}  # id of a group if no earlier run were known, where it is another

    @property
    def kb(self) -> KnowledgeBase:
        """Articles that questions were matched with."""
        return self.inputs.kb


def match_questions(
    paths: Sequence[Path],
    settings: dict[str, Any],
    progress: Progress,
) -> Asked:
    """Read articles and questions and match them. Raises KbtoolError where nothing is left.

    Articles that cannot answer are tried only for those who ask for ``controls``: that takes a
    quarter of the time. What the report rests on is kept for those who ask for ``survey``: it takes
    memory.
    """
    progress.plan = progress.plan or plan_gaps
    inputs = read_inputs(paths, settings, progress)
    progress.work.reach(LOADING)
    # scikit-learn takes a second to load: only once there is something to match.
    from kbtool.matching import survey_gaps  # noqa: PLC0415 - measured, see above

    wanted = inputs.options.controls and settings.get("controls", False)
    means = replace(find_means(inputs, settings), progress=progress.work.inside(MATCHING))
    options = replace(inputs.options, controls=wanted)
    report, survey = survey_gaps(inputs.kb, inputs.log.questions, options, means)
    progress.work.reach(MATCHING, 1.0)
    progress.clear()
    return Asked(inputs, report, inputs.log, survey if settings.get("survey") else None)


def find_means(inputs: Inputs, settings: Mapping[str, Any]) -> Means:
    """What the questions are matched with, beside articles."""
    costs = inputs.project.config.costs
    return Means(teachers=inputs.teachers, costs=costs, engine=settings.get("engine"))


def hide_quotes(asked: Asked, settings: dict[str, Any]) -> Asked:
    """What came of it, without the texts that are not to be quoted."""
    least = asked.inputs.project.config.privacy.min_askers
    options = QuoteOptions(none=settings["no_quotes"], min_askers=least)
    return Asked(asked.inputs, *guard_quotes(asked.report, asked.log, options))
