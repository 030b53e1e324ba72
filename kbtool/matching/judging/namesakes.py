"""Questions by the id that a group takes from its most typical wording."""

from __future__ import annotations

from collections.abc import Sequence

from kbtool.matching.judging.labels import name_wording
from kbtool.matching.judging.survey import read_log
from kbtool.model import KnowledgeBase, Question


def find_namesakes(kb: KnowledgeBase, questions: Sequence[Question], name: str) -> frozenset[str]:
    """Ids of questions whose wording would give a group an id that begins so."""
    asked = read_log(kb, questions).asked
    return frozenset(
        question.id
        for wording in asked
        if name_wording(wording).startswith(name)
        for question in wording.questions
    )
